/**
 * What a tree may be refused for after it has parsed: names declared twice, `return` outside a function, and the like.
 * CPython finds these in two later passes, the symbol table's and then the compiler's; a fault of the first outranks one
 * of the second, wherever each is. Here are the faults found so far and the scope that the checks have come to; each file of
 * this folder goes on where the one that it extends ends, and `checker.ts` is the last.
 * https://docs.python.org/3/reference/executionmodel.html#naming-and-binding
 */
import type { Position } from '../ast.ts';
import type { Era } from '../eras.ts';
import { atLeast } from '../eras.ts';
import type { SourceText, SyntaxNotice } from '../syntax-error.ts';
import { SyntaxFault } from '../syntax-error.ts';
import type { ScopeKind } from './scope.ts';
import { Scope } from './scope.ts';

export interface CheckOptions {
  era: Era;
  topLevelAwait?: boolean;
  futures?: ReadonlySet<string>;
  warn?: (notice: SyntaxNotice) => void;
}

/** Trees deeper than this are refused, as CPython does at some such depth, before they exhaust a stack. */
export const deepest = 3000;

export abstract class Findings {
  readonly source: SourceText;
  readonly era: Era;
  protected readonly options: CheckOptions;
  protected readonly py3: boolean;
  protected scope = new Scope('module', null);
  protected early: SyntaxFault | null = null;
  protected analysed: SyntaxFault | null = null;
  protected late: SyntaxFault | null = null;
  protected iterables = 0;
  protected depth = 0;

  constructor(source: SourceText, options: CheckOptions) {
    this.source = source;
    this.era = options.era;
    this.options = options;
    this.py3 = atLeast(options.era, '3.0');
  }
  protected since(version: string): boolean {
    return atLeast(this.era, version);
  }
  warn(category: SyntaxNotice['category'], message: string, line: number): void {
    this.options.warn?.({ category, message, line });
  }

  protected fault(message: string, at: Position): SyntaxFault {
    const fault = this.py3
      ? this.source.inTree(
          this.source.fault('SyntaxError', message, at.line, at.col, at.endLine, at.endCol),
          at.col,
          at.endLine,
          at.endCol,
        )
      : this.source.fault('SyntaxError', message, at.line, null);
    if (fault.col !== null && !this.since('3.8')) fault.col--;
    fault.afterParsing = true;
    return fault;
  }
  /** A fault of the symbol table. */
  protected symbol(message: string, at: Position): void {
    this.early ??= this.fault(message, at);
  }
  /** A fault of the symbol table, for which Pythons before 3.9 pointed at the scope around it. */
  protected symbolIn(message: string, at: Position): void {
    const { scope } = this;
    this.symbol(message, this.since('3.9') ? at : (scope.at ?? at));
  }
  /** A fault of the compiler proper. */
  code(message: string, at: Position): void {
    this.late ??= this.fault(message, at);
  }
  protected deep(at: Position): SyntaxFault {
    const place = { filename: this.source.filename, line: at.line, col: null, endLine: null, endCol: null, text: null };
    return new SyntaxFault('RecursionError', 'maximum recursion depth exceeded during compilation', place);
  }

  protected enter(kind: ScopeKind, what = '', at: Position | null = null): Scope {
    this.scope = new Scope(kind, this.scope, what, at);
    return this.scope;
  }
  /** Ends a scope: what the scopes inside it take from outside must be bound here or further out. */
  protected leave(): void {
    const { scope } = this;
    const { parent } = scope;
    for (const { name, at } of scope.outside) {
      const mark = scope.names.get(name);
      if (mark?.nonlocal === true && scope.declared.get(name) !== undefined) {
        if (mark.global)
          this.analysed ??= this.fault(`name '${name}' is nonlocal and global`, scope.declared.get(name) ?? at);
        else if (parent === null || parent.kind === 'module') this.analysed ??= this.unbound(name, at);
        else parent.outside.push({ name, at });
        continue;
      }
      if (scope.kind === 'class' && name === '__class__') continue;
      if (scope.kind !== 'class' && mark !== undefined) {
        if (mark.global) this.analysed ??= this.unbound(name, at);
        if (mark.global || mark.assigned || mark.parameter || mark.iteration) {
          if (scope.kind === 'annotation' && scope.what === 'the definition of a generic')
            this.analysed ??= this.fault(`nonlocal binding not allowed for type parameter '${name}'`, at);
          continue;
        }
      }
      if (parent === null || parent.kind === 'module') this.analysed ??= this.unbound(name, at);
      else parent.outside.push({ name, at });
    }
    this.scope = parent ?? scope;
  }
  private unbound(name: string, at: Position): SyntaxFault {
    let inside: Scope | null = this.scope;
    while (inside !== null && inside.kind !== 'class') inside = inside.parent;
    const mangled = inside !== null && /^__.*[^_]_?$/.test(name) ? `_${inside.what.replace(/^_+/, '')}${name}` : name;
    return this.fault(`no binding for nonlocal '${mangled}' found`, at);
  }
  /** The function, or the module or class, that a comprehension stands in. */
  protected get home(): Scope {
    let { scope } = this;
    while ((scope.kind === 'comprehension' || scope.kind === 'annotation') && scope.parent !== null)
      scope = scope.parent;
    return scope;
  }

  /** A name that is being given: 3.6 announces the keywords of 3.7 (What's New in Python 3.6, "New Keywords"). */
  protected announce(name: string, at: Position): void {
    if (this.since('3.6') && !this.since('3.7') && (name === 'async' || name === 'await'))
      this.warn('DeprecationWarning', "'async' and 'await' will become reserved keywords in Python 3.7", at.line);
  }
  protected assign(name: string, at: Position): void {
    this.announce(name, at);
    this.bind(name, at);
  }
  protected bind(name: string, at: Position): void {
    if (name === '__debug__')
      this.code(this.since('3.8') || !this.py3 ? 'cannot assign to __debug__' : 'assignment to keyword', at);
    this.scope.mark(name).assigned = true;
  }
}
