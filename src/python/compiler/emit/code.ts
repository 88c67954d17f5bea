/**
 * What emission carries along: the unit (one source text) and the code (one function, class body or module in it) being written.
 */
import type { Expr, Position } from '../ast.ts';
import type { Era } from '../eras.ts';
import { atLeast } from '../eras.ts';
import type { HelperName } from '../helpers.ts';
import type { Scope, SymbolTable } from '../scope.ts';

export interface UnitOptions {
  filename: string;
  era: Era;
  mode: 'exec' | 'eval' | 'single';
  split: boolean;
  topLevelAwait: boolean;
  /** Generators tell the runtime their local variables: costs speed, so only on demand. */
  frames: boolean;
  labels: boolean;
  /** Code objects carry `co_names` and `co_consts`. */
  details: boolean;
  futures: ReadonlySet<string>;
  /** Functions tell what their cells hold: their code looks at the variables of others, so only on demand. */
  cells: boolean;
  /** The program may ask for the events of `sys.settrace` (or of `sys.setprofile`). */
  traced: boolean;
  /** The program may ask for the events of `sys.setprofile`: then `traced` is set too. */
  profiled: boolean;
  /** The program may set `sys.setrecursionlimit`: its functions count how deep they are called. */
  counted: boolean;
  /** Statements that may drop a generator look whether they did. */
  finalises: boolean;
}

/** One source text. */
export class Unit {
  readonly options: UnitOptions;
  readonly symbols: SymbolTable;
  readonly used = new Set<HelperName>();
  /** Text of a code object's descriptor, by index. */
  readonly codes: string[] = [];
  readonly source: string;
  private readonly constants = new Map<string, string>();

  constructor(options: UnitOptions, symbols: SymbolTable, source: string) {
    this.options = options;
    this.symbols = symbols;
    this.source = source;
  }
  since(version: string): boolean {
    return atLeast(this.options.era, version);
  }
  /** The variable that says whether a signal waits: cheap to ask where nothing else would notice one. */
  hear(): string {
    this.used.add('$signal');
    return '$s';
  }
  /** A value that never changes, made once: returns its name. */
  constant(text: string): string {
    let name = this.constants.get(text);
    if (name === undefined) this.constants.set(text, (name = `$k${this.constants.size + 1}`));
    return name;
  }
  get constantLines(): string[] {
    return [...this.constants].map(([text, name]) => `var ${name} = ${text};`);
  }
}

export type CodeKind = 'plain' | 'generator' | 'coroutine' | 'asyncgen';

export interface Loop {
  /** Label of the block that a `break` leaves, when a plain JavaScript `break` would not do. */
  breakLabel: string | null;
  continueLabel: string | null;
  /** Run before `continue`: says where the program is while the next item is fetched. */
  turn: string | null;
  /** Tells `sys.settrace` that the loop's line is reached again. */
  event: string | null;
  /** What is assigned at the `break`s. */
  breaks: Assigned[];
}

/** An enclosing `except` or `finally` body. */
export interface Handler {
  /** Variable with what `$R.ex` was before. */
  previous: string;
  /** What `$R.ex` is inside. */
  current: string;
  /** Variable with the exception it handles; null when a `finally` runs without one. */
  exception: string;
}

/** Names known to be bound; null where the program cannot be. */
export type Assigned = ReadonlySet<string> | null;

export class Code {
  readonly unit: Unit;
  readonly scope: Scope;
  readonly parent: Code | null;
  readonly kind: CodeKind;
  readonly index: number;
  /** For a comprehension that is part of its function: the code whose positions and traceback entry it shares. */
  readonly host: Code | null;
  readonly qualname: string;
  readonly lines: string[] = [];
  readonly loops: Loop[] = [];
  readonly handlers: Handler[] = [];
  readonly names = new Set<string>();
  readonly consts: string[] = [];
  assigned: Assigned = new Set();
  /** Worth inlining: in a function or a loop. Straight-line module code stays short. */
  fast: boolean;
  /** The statement being written may drop the last reference to something. */
  touched = false;
  usesPosition = false;
  /** It calls something, in one of the lines from `quiet` on; what is returned before needs no care. */
  calls = false;
  quiet: { line: number; node: Position } | null = null;
  /** How often the code has suspended so far, for asking whether a part of it does. */
  suspensions = 0;
  /** Whether it ever hands over to another generator, by `yield from`, `await` or a form made of it. */
  delegates = false;
  /** Whether a function is made in it: that one belongs to the call that made it (compile option `labels`). */
  makes = false;
  /** Whether it has a `try` or `with`: then leaving it suspended for ever is not the same as closing it. */
  guards = false;
  private readonly positions: Map<string, number>;
  private readonly scratch = new Set<string>();
  private readonly dirty = new Set<string>();
  private stained: Set<string> | null = null;
  private top = 0;
  private deepest = 0;
  private indent = 0;
  private labels = 0;

  constructor(
    unit: Unit,
    scope: Scope,
    parent: Code | null,
    kind: CodeKind,
    qualname: string,
    first: Position | null,
    host: Code | null = null,
  ) {
    this.unit = unit;
    this.scope = scope;
    this.parent = parent;
    this.kind = kind;
    this.host = host;
    this.qualname = qualname;
    this.fast = scope.isFunction || host !== null;
    if (host) {
      this.index = host.index;
      this.positions = host.positions;
      this.handlers.push(...host.handlers);
    } else {
      this.index = unit.codes.length;
      unit.codes.push('');
      this.positions = new Map();
      if (first) this.at(first);
      parent?.frame.consts.push(this.id);
    }
  }

  /** The name of the code object's variable. */
  get id(): string {
    return `$c${this.index}`;
  }
  /** The function or module whose frame this runs in. */
  get frame(): Code {
    return this.host ? this.host.frame : this;
  }
  get suspends(): boolean {
    return this.frame.kind !== 'plain';
  }

  // ---- positions ----

  /** The index of a node's place in the position table. */
  at(node: Position): number {
    const { shown } = node;
    const own = `${node.line},${node.endLine},${node.col},${node.endCol}`;
    const key = shown ? `${own},${shown.line},${shown.endLine},${shown.col},${shown.endCol}` : own;
    let i = this.positions.get(key);
    if (i === undefined) this.positions.set(key, (i = this.positions.size));
    return i;
  }
  /** `$l = n`: says that the program is at this node. */
  l(node: Position): string {
    this.usesPosition = true;
    return `$l = ${this.at(node)}`;
  }
  get positionText(): string {
    return [...this.positions.keys()].join(';');
  }

  // ---- helpers of the runtime ----

  use(name: HelperName): string {
    this.unit.used.add(name);
    return name;
  }
  /** The text of a call of a helper; with a node, the call says where the program is. */
  help(name: HelperName, args: readonly string[], node?: Position): string {
    this.use(name);
    return `${name}(${[...args, ...(node ? [this.l(node)] : [])].join(', ')})`;
  }

  // ---- temporaries: a stack, except for scratch variables used within one operation ----

  get mark(): number {
    return this.top;
  }
  hold(): string {
    this.top++;
    if (this.top > this.deepest) this.deepest = this.top;
    return `$${this.top}`;
  }
  release(mark: number): void {
    this.top = mark;
  }
  scratchOf(name: string): string {
    this.scratch.add(name);
    return name;
  }
  /** The temporary may keep an object alive: to be cleared when the statement ends. */
  soil(temp: string): void {
    this.dirty.add(temp);
    this.stained?.add(temp);
  }
  /** Runs `f` and returns the temporaries that stay full when an exception ends what it writes. */
  stains(f: () => void): string[] {
    const outer = this.stained;
    const mine = (this.stained = new Set<string>());
    f();
    this.stained = outer;
    for (const temp of mine) outer?.add(temp);
    return [...mine];
  }
  /** Text that clears what the statement's temporaries hold, or null. */
  clean(): string | null {
    if (this.dirty.size === 0) return null;
    const text = `${[...this.dirty].join(' = ')} = 0`;
    this.dirty.clear();
    return text;
  }
  forget(): void {
    this.dirty.clear();
  }
  /** Names of all temporaries, for the declaration at the top. */
  get temporaries(): string[] {
    return [...Array.from({ length: this.deepest }, (_, i) => `$${i + 1}`), ...this.scratch];
  }
  /** A number that no other label or loop variable of this code has. */
  fresh(): number {
    return this.host ? this.host.fresh() : ++this.labels;
  }

  // ---- lines ----

  line(text: string): void {
    const pad = '  '.repeat(this.indent);
    for (const part of text.split('\n')) this.lines.push(pad + part);
  }
  block(open: string, body: () => void, close = '}'): void {
    this.line(open);
    this.indent++;
    body();
    this.indent--;
    if (close !== '') this.line(close);
  }

  /** Called before each statement. */
  begin(node: Position): void {
    if (!this.calls && this.indent === 0) this.quiet = { line: this.lines.length, node };
  }

  // ---- what is bound ----

  isAssigned(name: string): boolean {
    return this.assigned === null || this.assigned.has(name);
  }
  assign(name: string): void {
    if (this.assigned !== null && !this.assigned.has(name)) this.assigned = new Set(this.assigned).add(name);
  }
  unassign(name: string): void {
    if (this.assigned?.has(name)) {
      const next = new Set(this.assigned);
      next.delete(name);
      this.assigned = next;
    }
  }
  /** Runs `f` from the present state and puts the state back: returns the state at its end. */
  branch(f: () => void, from: Assigned = this.assigned): Assigned {
    const before = this.assigned;
    this.assigned = from;
    f();
    const end = this.assigned;
    this.assigned = before;
    return end;
  }
}

/** Bound on every way that leads here. */
export function meet(...states: Assigned[]): Assigned {
  const reached = states.filter((s) => s !== null);
  const [first, ...rest] = reached;
  return first === undefined ? null : new Set([...first].filter((name) => rest.every((s) => s.has(name))));
}
export function without(state: Assigned, names: Iterable<string>): Assigned {
  if (state === null) return null;
  const out = new Set(state);
  for (const n of names) out.delete(n);
  return out;
}

/** What is known of a value when it is compiled: 'int' is a small int, 'bool' a bool, 'text' a str, 'object' something that is neither number nor text. */
export type Known = 'any' | 'int' | 'bool' | 'text' | 'object';

/** A compiled expression: `pre` are JavaScript expressions to run first, right before `val`. */
export interface Piece {
  pre: string[];
  val: string;
  /** `val` may be written several times and read later in the statement. */
  atom: boolean;
  /** `val` binds looser than a call: needs parentheses as an operand. */
  loose: boolean;
  is: Known;
  /** `val` is the first temporary above the mark at which the expression began. */
  temp: boolean;
}
export const piece = (val: string, more: Partial<Piece> = {}): Piece => ({
  pre: [],
  val,
  atom: false,
  loose: false,
  is: 'any',
  temp: false,
  ...more,
});
export const atom = (val: string, is: Known = 'any'): Piece => piece(val, { atom: true, is });

/** As an argument or the right side of an assignment. */
export const arg = (p: Piece): string => (p.pre.length === 0 ? p.val : `(${p.pre.join(', ')}, ${p.val})`);
/** As an operand of any JavaScript operator. */
export const operand = (p: Piece): string =>
  p.pre.length === 0 ? (p.loose ? `(${p.val})` : p.val) : `(${p.pre.join(', ')}, ${p.val})`;

/** As the test of a JavaScript conditional. */
export const question = (p: Piece): string => (p.pre.length === 0 && p.val.includes('?') ? `(${p.val})` : arg(p));

/** Makes the value of a piece an atom, in a new temporary if need be; what comes first goes to `pre`. */
export function settle(c: Code, p: Piece, pre: string[], soils = p.is === 'any' || p.is === 'object'): string {
  if (p.pre !== pre) pre.push(...p.pre);
  if (p.atom && !p.temp) return p.val;
  const t = c.hold();
  if (t !== p.val) pre.push(`${t} = ${p.val}`);
  if (soils) c.soil(t);
  return t;
}

const reserved = new Set(
  (
    'abstract arguments await boolean break byte case catch char class const continue debugger default delete do double else enum eval export extends false final finally float for function goto if ' +
    'implements import in instanceof int interface let long native new null package private protected public return short static super switch synchronized this throw throws transient true try typeof ' +
    'undefined var void volatile while with yield G N NaN Infinity async of get set constructor'
  ).split(' '),
);
/** The JavaScript variable of a Python one. */
export function jsName(name: string): string {
  if (name.startsWith('.')) return `$arg${name.slice(1)}`;
  return reserved.has(name) ? `${name}_$` : name;
}

/** A JavaScript string literal. */
export function quote(text: string): string {
  let out = "'";
  for (let i = 0; i < text.length; i++) {
    const ch = text[i]!;
    const code = text.charCodeAt(i);
    if (ch === "'" || ch === '\\') out += `\\${ch}`;
    else if (ch === '\n') out += '\\n';
    else if (ch === '\r') out += '\\r';
    else if (ch === '\t') out += '\\t';
    else if (code < 32 || code === 127) out += `\\x${code.toString(16).padStart(2, '0')}`;
    else if (code === 0x2028 || code === 0x2029 || (code >= 0xd800 && code < 0xe000))
      out += `\\u${code.toString(16).padStart(4, '0')}`;
    else out += ch;
  }
  return `${out}'`;
}
/** The property of an attribute or a global. */
export const property = (name: string): string => quote(`$${name}`);

const heights = new WeakMap<Expr, number>();
/** How deeply an expression nests, chains of operators counting once: beyond LIMIT its parts go to temporaries, one by one, since QuickJS parses by recursion. */
export function height(e: Expr): number {
  const known = heights.get(e);
  if (known !== undefined) return known;
  let h = 0;
  const see = (child: Expr | null): void => {
    if (child) h = Math.max(h, height(child) + 1);
  };
  let n = e;
  for (; n.type === 'BinOp'; n = n.left) see(n.right);
  switch (n.type) {
    case 'Call':
      see(n.func);
      n.args.forEach(see);
      n.keywords.forEach((k) => see(k.value));
      break;
    case 'Attribute':
    case 'Starred':
    case 'Await':
    case 'YieldFrom':
    case 'Repr':
    case 'Yield':
    case 'NamedExpr':
      see(n.value);
      break;
    case 'Subscript':
      see(n.value);
      see(n.slice);
      break;
    case 'UnaryOp':
      see(n.operand);
      break;
    case 'BoolOp':
      n.values.forEach(see);
      break;
    case 'IfExp':
      see(n.test);
      see(n.body);
      see(n.orelse);
      break;
    case 'Compare':
      see(n.left);
      n.comparators.forEach(see);
      break;
    case 'List':
    case 'Tuple':
    case 'Set':
      n.elts.forEach(see);
      break;
    case 'Dict':
      n.keys.forEach(see);
      n.values.forEach(see);
      break;
    default:
  }
  heights.set(e, h);
  return h;
}
export const LIMIT = 12;
