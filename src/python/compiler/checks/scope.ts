/** What the checks know of a scope: the names met in it so far, and what may stand in it. */
import type { Position } from '../ast.ts';

interface Mark {
  parameter: boolean;
  assigned: boolean;
  used: boolean;
  annotated: boolean;
  global: boolean;
  nonlocal: boolean;
  iteration: boolean;
}
export type ScopeKind = 'module' | 'class' | 'function' | 'comprehension' | 'annotation';

export class Scope {
  readonly kind: ScopeKind;
  readonly parent: Scope | null;
  readonly names = new Map<string, Mark>();
  /** What Python calls it in messages: of a comprehension its form, of an annotation scope its place. */
  readonly what: string;
  /** The function, comprehension or class it is the scope of. */
  readonly at: Position | null;
  isAsync = false;
  isGenerator = false;
  /** Names that this scope, or one inside it, takes from a function outside. */
  outside: { name: string; at: Position }[] = [];
  /** Where a name was first declared global or nonlocal. */
  readonly declared = new Map<string, Position>();
  returns: Position | null = null;
  loops = 0;
  blocks = 0;
  /** Inside `except*`, where no jump may leave. */
  starHandler = false;
  inFinally = false;

  constructor(kind: ScopeKind, parent: Scope | null, what = '', at: Position | null = null) {
    this.kind = kind;
    this.parent = parent;
    this.what = what;
    this.at = at;
  }
  mark(name: string): Mark {
    let mark = this.names.get(name);
    if (mark === undefined) {
      mark = {
        parameter: false,
        assigned: false,
        used: false,
        annotated: false,
        global: false,
        nonlocal: false,
        iteration: false,
      };
      this.names.set(name, mark);
    }
    return mark;
  }
}
