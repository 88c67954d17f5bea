/**
 * Why a program does not parse, as CPython 3.10 and later say it. When no rule goes on, CPython reads the statement a
 * second time with extra rules for common mistakes, in the order of its backtracking grammar (PEP 617); this does the
 * same over the tokens of the failing statement. It builds no tree: a node says what it is and where. A rule returns null
 * where it does not match, and leaves the position alone; a recognised mistake is thrown.
 */
import type { Cursor } from './cursor.ts';
import type { Era } from './eras.ts';
import { atLeast, has } from './eras.ts';
import type { FaultName } from './syntax-error.ts';
import type { Token } from './tokens.ts';

export interface Node {
  /** What Python calls it in messages: "name", "function call", … */
  what: string;
  from: Token;
  to: Token;
  /** Of lists and tuples, the elements; of starred expressions and `in` comparisons, the first operand. */
  items?: Node[];
}

const binds: Record<string, number> = {
  '|': 1,
  '^': 2,
  '&': 3,
  '<<': 4,
  '>>': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
  '//': 6,
  '@': 6,
};
const compares = new Set(['<', '>', '==', '>=', '<=', '!=', 'in', 'is', 'not']);
const softKeywords = ['_', 'case', 'match'];

export type TargetKind = 'star' | 'for' | 'del';

export class Diagnosis {
  protected readonly cursor: Cursor;
  protected readonly era: Era;
  protected pos = 0;
  /** Above zero, mistakes are not looked for: inside a guess that itself serves to recognise one. */
  private quiet = 0;
  private readonly memo = new Map<string, { node: Node | null; pos: number }>();

  constructor(cursor: Cursor) {
    this.cursor = cursor;
    this.era = cursor.era;
  }

  protected since(version: string): boolean {
    return atLeast(this.era, version);
  }
  /** The current token. */
  protected get tok(): Token {
    return this.cursor.token(this.pos);
  }
  protected get last(): Token {
    return this.cursor.token(Math.max(0, this.pos - 1));
  }
  protected is(sym: string): boolean {
    return this.tok.sym === sym;
  }
  protected any(...syms: string[]): boolean {
    return syms.includes(this.tok.sym);
  }
  protected kind(kind: Token['kind']): boolean {
    return this.tok.kind === kind;
  }
  protected accept(sym: string): boolean {
    if (!this.is(sym)) return false;
    this.pos++;
    return true;
  }
  protected acceptKind(kind: Token['kind']): boolean {
    if (!this.kind(kind)) return false;
    this.pos++;
    return true;
  }
  protected node(what: string, from: Token, items?: Node[]): Node {
    return items === undefined ? { what, from, to: this.last } : { what, from, to: this.last, items };
  }
  /** Runs a rule; where it does not match, the position stays. */
  protected attempt<T>(rule: () => T | null): T | null {
    const mark = this.pos;
    const found = rule();
    if (found === null || found === false) this.pos = mark;
    return found;
  }
  protected quietly<T>(rule: () => T): T {
    this.quiet++;
    try {
      return rule();
    } finally {
      this.quiet--;
    }
  }
  private remember(name: string, rule: () => Node | null): Node | null {
    const key = `${name}${this.pos}`;
    const known = this.memo.get(key);
    if (known !== undefined) {
      this.pos = known.pos;
      return known.node;
    }
    const node = this.attempt(rule);
    this.memo.set(key, { node, pos: this.pos });
    return node;
  }

  protected raise(message: string, from: Token, to: Token | null = from, name: FaultName = 'SyntaxError'): never {
    throw this.cursor.faultAt(message, from, to, name);
  }
  protected raiseOver(message: string, from: Node, to: Node = from): never {
    return this.raise(message, from.from, to.to);
  }
  /** At the last token that reading has reached. */
  protected raiseLast(message: string, name: FaultName = 'SyntaxError'): never {
    const { tokens } = this.cursor;
    throw this.cursor.faultOn(message, tokens[tokens.length - 1] ?? this.tok, name);
  }
  /** From a token to where reading has come. */
  protected raiseFrom(message: string, from: Token): never {
    const { tokens } = this.cursor;
    const last = tokens[tokens.length - 1] ?? from;
    return this.raise(message, from, { ...last, endCol: last.endCol - 1 });
  }
  protected raiseTarget(kind: TargetKind, node: Node): void {
    const bad = this.invalidTarget(kind, node);
    if (bad !== null) this.raiseOver(`cannot ${kind === 'del' ? 'delete' : 'assign to'} ${bad.what}`, bad);
  }
  protected invalidTarget(kind: TargetKind, node: Node): Node | null {
    switch (node.what) {
      case 'name':
      case 'subscript':
      case 'attribute':
        return null;
      case 'list':
      case 'tuple':
        for (const item of node.items ?? []) {
          const bad = this.invalidTarget(kind, item);
          if (bad !== null) return bad;
        }
        return null;
      case 'starred':
        return kind === 'del' ? node : this.invalidTarget(kind, node.items?.[0] ?? node);
      case 'comparison':
        if (kind !== 'for') return node;
        return node.items?.[0] === undefined ? null : this.invalidTarget(kind, node.items[0]);
      default:
        return node;
    }
  }
  protected isTarget(node: Node): boolean {
    return this.invalidTarget('star', node) === null;
  }

  /** Items between commas, at least one; a comma that no item follows is left alone. */
  protected list(item: () => Node | null): Node[] {
    const items: Node[] = [];
    let mark = this.pos;
    for (let found = item(); found !== null; found = item()) {
      items.push(found);
      mark = this.pos;
      if (!this.accept(',')) break;
    }
    this.pos = mark;
    return items;
  }
  protected listed(item: () => Node | null): Node | null {
    const from = this.tok;
    const first = item();
    if (first === null) return null;
    if (!this.is(',')) return first;
    this.pos++;
    const items = [first, ...this.list(item)];
    if (items.length > 1) this.accept(',');
    return this.node('tuple', from, items);
  }
  expressions = (): Node | null => this.listed(this.expression);
  starExpressions = (): Node | null => this.listed(this.starExpression);
  protected starExpression = (): Node | null => (this.is('*') ? this.starred() : this.expression());
  protected starNamed = (): Node | null => (this.is('*') ? this.starred() : this.named());
  protected starred(): Node | null {
    const from = this.tok;
    return this.attempt(() => {
      this.pos++;
      const value = this.binary(1);
      return value === null ? null : this.node('starred', from, [value]);
    });
  }

  /** `x := 1`, matched whole once `:=` is seen. */
  protected assignmentExpression(): Node | null {
    const from = this.tok;
    if (from.kind !== 'name' || this.cursor.token(this.pos + 1).sym !== ':=') return null;
    return this.attempt(() => {
      this.pos += 2;
      return this.expression() === null ? null : this.node('named expression', from);
    });
  }
  named = (): Node | null =>
    this.remember('named', () => {
      if (this.kind('name') && this.cursor.token(this.pos + 1).sym === ':=') return this.assignmentExpression();
      if (this.quiet === 0) this.invalidNamed();
      const node = this.expression();
      return node === null || this.is(':=') ? null : node;
    });
  private invalidNamed(): void {
    const mark = this.pos;
    const a = this.expression();
    if (a !== null && this.accept(':=') && this.expression() !== null)
      this.raiseOver(`cannot use assignment expressions with ${a.what}`, a);
    this.pos = mark;
    if (!this.since('3.10')) return;
    const name = this.tok;
    if (this.acceptKind('name') && this.is('=')) {
      this.pos++;
      const value = this.binary(1);
      if (value !== null && !this.any('=', ':='))
        this.raise("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", name, value.to);
    }
    this.pos = mark;
    const shape = this.displayAhead();
    if (!shape) {
      const left = this.binary(1);
      if (left !== null && this.accept('=') && this.binary(1) !== null && !this.any('=', ':='))
        this.raiseOver(`cannot assign to ${left.what} here. Maybe you meant '==' instead of '='?`, left);
    }
    this.pos = mark;
  }
  /** Whether a list, a tuple, a generator expression or a constant name begins here. */
  private displayAhead(): boolean {
    if (this.any('True', 'None', 'False')) return true;
    if (!this.any('(', '[')) return false;
    const mark = this.pos;
    const found = this.is('[') ? this.list_() : (this.tuple() ?? this.generator());
    this.pos = mark;
    return found !== null;
  }
  /** An expression that may name its value, but is no argument's name. */
  protected plainNamed(): Node | null {
    const assigned = this.assignmentExpression();
    if (assigned !== null) return assigned;
    return this.attempt(() => {
      const node = this.expression();
      return node === null || this.is(':=') ? null : node;
    });
  }

  expression = (): Node | null =>
    this.remember('expression', () => {
      if (this.quiet === 0 && this.since('3.10')) {
        this.invalidExpression();
        this.legacy();
      }
      return this.conditional();
    });
  private conditional(): Node | null {
    const from = this.tok;
    if (from.sym === 'lambda') return this.lambda();
    const body = this.disjunction();
    if (body === null || !this.is('if')) return body;
    const mark = this.pos;
    this.pos++;
    if (this.disjunction() !== null && this.accept('else') && this.expression() !== null)
      return this.node('conditional expression', from);
    this.pos = mark;
    return body;
  }
  /** CPython compares no more letters than the name has: `t` counts as the beginning of `type`. */
  private isSoft(name: string): boolean {
    return softKeywords.some((word) => word.startsWith(name)) || (this.since('3.12') && 'type'.startsWith(name));
  }
  private isLegacy(node: Node): boolean {
    return node.what === 'name' && (node.from.text === 'print' || node.from.text === 'exec');
  }
  private invalidExpression(): void {
    const mark = this.pos;
    const soft = this.kind('name') && this.isSoft(this.tok.text);
    const prefixed = this.kind('name') && this.cursor.token(this.pos + 1).kind === 'string';
    if (!soft && !prefixed) {
      const a = this.disjunction();
      if (a !== null) {
        const b = this.quietly(() => this.attempt(() => this.conditional()));
        if (b !== null) {
          if (!this.isLegacy(a) && this.last.level > 0)
            this.raiseOver('invalid syntax. Perhaps you forgot a comma?', a, b);
          this.pos = mark;
          return;
        }
      }
      this.pos = mark;
    }
    const body = this.disjunction();
    if (body !== null && this.accept('if')) {
      const test = this.disjunction();
      if (test !== null && !this.any('else', ':') && this.since('3.10'))
        this.raiseOver("expected 'else' after 'if' expression", body, test);
    }
    this.pos = mark;
    if (this.is('lambda') && this.since('3.12')) {
      const from = this.tok;
      this.pos++;
      this.lambdaParameters();
      const colon = this.tok;
      if (this.accept(':') && (this.kind('fmiddle') || (this.is('}') && this.inFormat())))
        this.raise('f-string: lambda expressions are not allowed without parentheses', from, colon);
      this.pos = mark;
    }
  }
  /** Whether the current token stands in a replacement field. */
  private inFormat(): boolean {
    let open = 0;
    for (const { kind } of this.cursor.tokens.slice(0, this.pos))
      open += kind === 'fstart' ? 1 : kind === 'fend' ? -1 : 0;
    return open > 0;
  }
  private legacy(): void {
    const from = this.tok;
    if (from.kind !== 'name') return;
    const mark = this.pos;
    this.pos++;
    if (!this.is('(')) {
      const value = this.starExpressions();
      if (value !== null && (from.text === 'print' || from.text === 'exec'))
        this.raise(`Missing parentheses in call to '${from.text}'. Did you mean ${from.text}(...)?`, from, value.to);
    }
    this.pos = mark;
  }

  protected disjunction = (): Node | null =>
    this.remember('or', () => this.logical('or', () => this.logical('and', this.inversion)));
  private logical(word: string, operand: () => Node | null): Node | null {
    const from = this.tok;
    let node = operand();
    while (node !== null && this.is(word)) {
      this.pos++;
      if (operand() === null) {
        this.pos--;
        break;
      }
      node = this.node('expression', from);
    }
    return node;
  }
  private inversion = (): Node | null => {
    const from = this.tok;
    if (!this.is('not')) return this.comparison();
    return this.attempt(() => {
      this.pos++;
      return this.inversion() === null ? null : this.node('expression', from);
    });
  };
  private comparison(): Node | null {
    const from = this.tok;
    const left = this.binary(1);
    let node = left;
    let first = true;
    while (node !== null && left !== null && compares.has(this.tok.sym)) {
      const mark = this.pos;
      const { sym } = this.tok;
      this.pos++;
      if (sym === 'is') this.accept('not');
      if ((sym === 'not' && !this.accept('in')) || this.binary(1) === null) {
        this.pos = mark;
        break;
      }
      node = this.node('comparison', from, first ? (sym === 'in' ? [left] : []) : node.items);
      first = false;
    }
    return node;
  }
  protected binary(least: number): Node | null {
    if (least === 1) return this.remember('|', () => this.climb(1));
    return this.climb(least);
  }
  private climb(least: number): Node | null {
    const from = this.tok;
    let node = this.unary();
    while (node !== null && this.tok.kind === 'op') {
      const tightness = binds[this.tok.sym];
      if (tightness === undefined || tightness < least) break;
      const mark = this.pos;
      this.pos++;
      if (this.quiet === 0 && tightness >= 5) this.notAfter(this.tok);
      if (this.climb(tightness + 1) === null) {
        this.pos = mark;
        break;
      }
      node = this.node('expression', from);
    }
    return node;
  }
  /** `1 + not x`. */
  private notAfter(not: Token): void {
    if (not.sym !== 'not' || !this.since('3.13')) return;
    const mark = this.pos;
    const operand = this.inversion();
    if (operand !== null) this.raise("'not' after an operator must be parenthesized", not, operand.to);
    this.pos = mark;
  }
  private unary(): Node | null {
    const from = this.tok;
    if (!this.any('+', '-', '~')) return this.power();
    return this.attempt(() => {
      this.pos++;
      if (this.quiet === 0) this.notAfter(this.tok);
      return this.unary() === null ? null : this.node('expression', from);
    });
  }
  private power(): Node | null {
    const from = this.tok;
    const left = this.awaited();
    if (left === null || !this.is('**')) return left;
    this.pos++;
    if (this.unary() !== null) return this.node('expression', from);
    this.pos--;
    return left;
  }
  private awaited(): Node | null {
    const from = this.tok;
    if (!this.is('await')) return this.primary();
    return this.attempt(() => {
      this.pos++;
      return this.primary() === null ? null : this.node('await expression', from);
    });
  }
  protected primary = (): Node | null => this.remember('primary', () => this.trailed());
  private trailed(): Node | null {
    const from = this.tok;
    let node = this.atom();
    while (node !== null) {
      const what = this.attempt(() => this.trailer());
      if (what === null) break;
      node = this.node(what, from);
    }
    return node;
  }
  private trailer(): string | null {
    if (this.accept('.')) return this.acceptKind('name') ? 'attribute' : null;
    if (this.is('(')) {
      if (this.attempt(() => this.generator()) !== null) return 'function call';
      this.pos++;
      if (!this.is(')')) this.callArguments();
      return this.accept(')') ? 'function call' : null;
    }
    if (!this.accept('[')) return null;
    return this.slices() && this.accept(']') ? 'subscript' : null;
  }
  private slices(): boolean {
    const items = this.list(() =>
      this.is('*') && has(this.era, 'star in index') ? this.starredArgument() : this.slice(),
    );
    if (items.length === 0) return false;
    this.accept(',');
    return true;
  }
  private slice(): Node | null {
    const from = this.tok;
    return this.attempt(() => {
      const whole = this.attempt(() => {
        if (!this.is(':')) this.expression();
        if (!this.accept(':')) return null;
        this.expression();
        if (this.accept(':')) this.expression();
        return this.node('slice', from);
      });
      return whole ?? this.named();
    });
  }

  protected starredArgument(): Node | null {
    const star = this.tok;
    return this.attempt(() => {
      if (!this.accept('*')) return null;
      const value = this.expression();
      if (value === null) {
        if (this.since('3.13') && this.quiet === 0) this.raiseLast('Invalid star expression');
        return null;
      }
      if (this.since('3.13') && this.quiet === 0 && this.is('=')) {
        const mark = this.pos;
        this.pos++;
        const assigned = this.expression();
        if (assigned !== null) this.raise('cannot assign to iterable argument unpacking', star, assigned.to);
        this.pos = mark;
      }
      return this.node('starred', star, [value]);
    });
  }
  private positional = (): Node | null =>
    this.attempt(() => {
      if (this.is('*')) return this.starredArgument();
      const node = this.plainNamed();
      return node === null || this.is('=') ? null : node;
    });
  private invalidKeyword(): void {
    if (this.quiet > 0) return;
    const mark = this.pos;
    const from = this.tok;
    if (this.any('True', 'False', 'None')) {
      this.pos++;
      if (this.is('=')) this.raise(`cannot assign to ${from.sym}`, from, this.tok);
      this.pos = mark;
    }
    if (from.kind === 'name' && this.cursor.token(mark + 1).sym === '=') {
      this.pos += 2;
      const equals = this.last;
      if (this.expression() !== null && this.clauses() !== null)
        this.raise("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", from, equals);
      this.pos = mark;
      return;
    }
    const value = this.expression();
    if (value !== null && this.is('='))
      this.raise('expression cannot contain assignment, perhaps you meant "=="?', value.from, this.tok);
    this.pos = mark;
    if (this.since('3.13') && this.accept('**') && this.expression() !== null && this.accept('=')) {
      const assigned = this.expression();
      if (assigned !== null) this.raise('cannot assign to keyword argument unpacking', from, assigned.to);
    }
    this.pos = mark;
  }
  private keyword(double: boolean): Node | null {
    const from = this.tok;
    this.invalidKeyword();
    return this.attempt(() => {
      if (this.kind('name')) {
        this.pos++;
        return this.accept('=') && this.expression() !== null ? this.node('keyword', from) : null;
      }
      if (double) return this.accept('**') && this.expression() !== null ? this.node('keywords', from) : null;
      return this.is('*') ? this.starredArgument() : null;
    });
  }
  private keywords(): Node[] {
    const first = this.list(() => this.keyword(false));
    const mark = this.pos;
    if (first.length > 0 && !this.accept(',')) return first;
    const second = this.list(() => this.keyword(true));
    if (second.length === 0) this.pos = mark;
    return [...first, ...second];
  }
  private args(): { positional: Node[]; keywords: Node[] } | null {
    const positional = this.list(this.positional);
    const mark = this.pos;
    if (positional.length > 0 && !this.accept(',')) return { positional, keywords: [] };
    const keywords = this.keywords();
    if (keywords.length === 0) this.pos = mark;
    return positional.length + keywords.length === 0 ? null : { positional, keywords };
  }
  protected callArguments(): boolean {
    const mark = this.pos;
    const found = this.args();
    if (found !== null) {
      const end = this.pos;
      this.accept(',');
      if (this.is(')')) return true;
      this.pos = end;
    }
    if (this.quiet === 0) {
      this.pos = mark;
      this.invalidArguments();
    }
    this.pos = mark;
    return false;
  }
  private invalidArguments(): void {
    const mark = this.pos;
    let a = this.args();
    const comma = this.tok;
    if (a !== null && this.accept(',') && this.is('*')) {
      if (this.since('3.13')) {
        const late = a.keywords.length > 0 ? this.list(() => this.starredArgument()) : [];
        const end = late[late.length - 1];
        if (end !== undefined)
          this.raise('iterable argument unpacking follows keyword argument unpacking', comma, end.to);
      } else {
        const begin = a.positional[0] ?? a.keywords[0];
        const end = a.keywords[a.keywords.length - 1];
        if (begin !== undefined && end !== undefined)
          this.raise(
            'iterable argument unpacking follows keyword argument unpacking',
            this.since('3.11') ? this.tok : begin.from,
            this.since('3.11') ? this.tok : end.to,
          );
      }
    }
    this.pos = mark;
    const first = this.expression();
    if (first !== null) {
      const clause = this.clauses();
      if (clause !== null && this.accept(','))
        this.raise('Generator expression must be parenthesized', first.from, clause.to);
    }
    this.pos = mark;
    const name = this.tok;
    if (this.acceptKind('name') && this.is('=')) {
      const equals = this.tok;
      this.pos++;
      if (this.expression() !== null && this.clauses() !== null)
        this.raise("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", name, equals);
    }
    this.pos = mark;
    if (this.since('3.12')) {
      const before = this.args();
      if (before === null || !this.accept(',')) this.pos = mark;
      const word = this.tok;
      if (this.acceptKind('name') && this.is('=')) {
        const equals = this.tok;
        this.pos++;
        if (this.any(',', ')')) this.raise('expected argument value expression', word, equals);
      }
      this.pos = mark;
    }
    a = this.args();
    if (a !== null) {
      const end = this.pos;
      const clause = this.clauses();
      const lastArgument = a.positional[a.positional.length - 1];
      if (clause !== null && a.positional.length > 1 && lastArgument !== undefined)
        this.raise('Generator expression must be parenthesized', lastArgument.from, clause.to);
      this.pos = end;
      if (this.accept(',')) {
        const again = this.pos;
        const value = this.expression();
        const more = value === null ? null : this.clauses();
        if (value !== null && more !== null)
          this.raise('Generator expression must be parenthesized', value.from, more.to);
        this.pos = again;
        if (this.args() !== null) {
          const doubled = a.keywords.some((keyword) => keyword.what === 'keywords');
          this.raiseLast(`positional argument follows keyword argument${doubled ? ' unpacking' : ''}`);
        }
      }
    }
    this.pos = mark;
  }

  /** The `for … in … if …` of a comprehension; null where there is none. */
  protected clauses(): Node | null {
    const from = this.tok;
    let found = false;
    while (this.any('for', 'async')) {
      if (this.attempt(() => this.clause()) === null) break;
      found = true;
    }
    return found ? this.node('clauses', from) : null;
  }
  private clause(): Node | null {
    const from = this.tok;
    const mark = this.pos;
    this.accept('async');
    if (!this.accept('for')) return null;
    if (this.starTargets() !== null && this.accept('in')) {
      if (this.disjunction() === null) return null;
      while (this.is('if')) {
        this.pos++;
        if (this.disjunction() === null) {
          this.pos--;
          break;
        }
      }
      return this.node('clause', from);
    }
    if (this.quiet > 0) return null;
    this.pos = mark;
    this.accept('async');
    this.pos++;
    const after = this.pos;
    if (this.since('3.13')) {
      if (this.list(() => this.binary(1)).length > 0) {
        this.accept(',');
        if (!this.is('in')) this.raise("'in' expected after for-loop variables", this.tok);
      }
      this.pos = after;
    }
    const target = this.starExpressions();
    if (target !== null) this.raiseTarget('for', target);
    return null;
  }
  protected starTarget = (): Node | null => {
    const from = this.tok;
    return this.attempt(() => {
      if (this.accept('*')) {
        const value = this.is('*') ? null : this.starTarget();
        return value === null ? null : this.node('starred', from, [value]);
      }
      const node = this.primary();
      return node !== null && this.isTarget(node) ? node : null;
    });
  };
  protected starTargets(): Node | null {
    return this.listed(this.starTarget);
  }

  private atom(): Node | null {
    const { tok } = this;
    switch (tok.kind) {
      case 'name':
        this.pos++;
        return this.node('name', tok);
      case 'number':
        this.pos++;
        return this.node('literal', tok);
      case 'string':
      case 'fstart':
        return this.strings();
      case 'keyword':
        if (!this.any('True', 'False', 'None')) return null;
        this.pos++;
        return this.node(tok.sym, tok);
      case 'op':
        if (tok.sym === '(') return this.tuple() ?? this.group() ?? this.generator(true);
        if (tok.sym === '[') return this.list_() ?? this.comprehension('[', ']', 'list comprehension');
        if (tok.sym === '{') return this.braces();
        if (tok.sym !== '...') return null;
        this.pos++;
        return this.node('ellipsis', tok);
      default:
        return null;
    }
  }
  private tuple(): Node | null {
    const from = this.tok;
    return this.attempt(() => {
      this.pos++;
      const items: Node[] = [];
      if (!this.is(')')) {
        const first = this.starNamed();
        if (first === null || !this.accept(',')) return null;
        items.push(first, ...this.list(this.starNamed));
        if (items.length > 1) this.accept(',');
      }
      return this.accept(')') ? this.node('tuple', from, items) : null;
    });
  }
  private group(): Node | null {
    const mark = this.pos;
    const inner = this.attempt(() => {
      this.pos++;
      const node = this.is('yield') ? this.yield_() : this.named();
      return node !== null && this.accept(')') ? node : null;
    });
    if (inner !== null || this.quiet > 0) return inner;
    this.pos++;
    const from = this.tok;
    if (this.is('*')) {
      const value = this.starredArgument();
      if (value !== null && this.is(')'))
        this.raiseOver(
          this.since('3.10') ? 'cannot use starred expression here' : "can't use starred expression here",
          value,
        );
    } else if (this.accept('**') && this.expression() !== null && this.is(')'))
      this.raise('cannot use double starred expression here', from);
    this.pos = mark;
    return null;
  }
  private generator(check = false): Node | null {
    const from = this.tok;
    const found = this.attempt(() => {
      this.pos++;
      return this.plainNamed() !== null && this.clauses() !== null && this.accept(')')
        ? this.node('generator expression', from)
        : null;
    });
    if (found === null && check) this.invalidComprehension();
    return found;
  }
  private list_(): Node | null {
    const from = this.tok;
    return this.attempt(() => {
      this.pos++;
      const items = this.list(this.starNamed);
      if (items.length > 0) this.accept(',');
      return this.accept(']') ? this.node('list', from, items) : null;
    });
  }
  private comprehension(open: string, close: string, what: string): Node | null {
    const from = this.tok;
    const found = this.attempt(() =>
      this.accept(open) && this.named() !== null && this.clauses() !== null && this.accept(close)
        ? this.node(what, from)
        : null,
    );
    if (found === null) this.invalidComprehension();
    return found;
  }
  private invalidComprehension(): void {
    if (this.quiet > 0) return;
    const mark = this.pos;
    const { sym } = this.tok;
    this.pos++;
    if (this.is('*')) {
      const value = this.starredArgument();
      if (value !== null && this.clauses() !== null)
        this.raiseOver('iterable unpacking cannot be used in comprehension', value);
      this.pos = mark + 1;
    }
    if (sym !== '(') {
      const first = this.starNamed();
      const comma = this.tok;
      if (first !== null && this.accept(',')) {
        const more = this.list(this.starNamed);
        const end = more[more.length - 1]?.to ?? comma;
        if (more.length > 0) this.accept(',');
        if (this.clauses() !== null && this.since('3.10'))
          this.raise('did you forget parentheses around the comprehension target?', first.from, end);
      }
    }
    this.pos = mark;
  }

  private braces(): Node | null {
    const from = this.tok;
    const dict = this.attempt(() => {
      this.pos++;
      if (this.list(this.pair).length > 0) this.accept(',');
      return this.accept('}') ? this.node('dict literal', from) : null;
    });
    if (dict !== null) return dict;
    if (this.quiet === 0 && this.since('3.10')) this.invalidPairs();
    const set = this.attempt(() => {
      this.pos++;
      if (this.list(this.starNamed).length === 0) return null;
      this.accept(',');
      return this.accept('}') ? this.node('set display', from) : null;
    });
    if (set !== null) return set;
    const comprehension = this.attempt(() => {
      this.pos++;
      if (this.expression() === null || !this.accept(':') || this.expression() === null) return null;
      return this.clauses() !== null && this.accept('}') ? this.node('dict comprehension', from) : null;
    });
    if (comprehension !== null) return comprehension;
    const star = this.cursor.token(this.pos + 1);
    if (star.sym === '**' && this.quiet === 0) {
      const mark = this.pos;
      this.pos += 2;
      if (this.binary(1) !== null && this.clauses() !== null && this.is('}'))
        this.raise('dict unpacking cannot be used in dict comprehension', star);
      this.pos = mark;
    }
    return this.comprehension('{', '}', 'set comprehension');
  }
  private pair = (): Node | null => {
    const from = this.tok;
    if (this.quiet === 0 && this.last.sym === ',') this.keyWithoutColon();
    return this.attempt(() => {
      if (this.accept('**')) return this.binary(1);
      return this.expression() !== null && this.accept(':') && this.expression() !== null
        ? this.node('pair', from)
        : null;
    });
  };
  /** After the first pair, a key with something else than a colon behind it lacks the colon, not a comma. */
  private keyWithoutColon(): void {
    const mark = this.pos;
    const key = this.quietly(() => this.conditional());
    if (key !== null && !this.is(':') && this.quietly(() => this.conditional()) !== null && this.since('3.10'))
      this.colonExpected(key);
    this.pos = mark;
  }
  private colonExpected({ from, to }: Node): never {
    const fault = this.cursor.source.fault(
      'SyntaxError',
      "':' expected after dictionary key",
      from.line,
      to.endCol - 1,
      to.endLine,
      0,
    );
    fault.endCol = 0;
    throw fault;
  }
  private invalidPairs(): void {
    const mark = this.pos;
    this.pos++;
    if (this.list(this.pair).length > 0 && this.accept(',')) {
      const again = this.pos;
      const key = this.expression();
      if (key !== null && !this.is(':')) this.colonExpected(key);
      this.pos = again;
      this.badValue();
    }
    this.pos = mark + 1;
    this.badValue();
    this.pos = mark;
  }
  private badValue(): void {
    if (this.expression() === null) return;
    const colon = this.tok;
    if (!this.accept(':')) return;
    const star = this.tok;
    if (this.any('}', ',')) this.raise("expression expected after dictionary key and ':'", colon);
    if (this.accept('*')) {
      const value = this.binary(1);
      if (value !== null) {
        this.raiseFrom('cannot use a starred expression in a dictionary value', star);
      }
    }
  }

  protected yield_(): Node | null {
    const from = this.tok;
    this.pos++;
    if (this.is('from')) {
      this.pos++;
      if (this.expression() !== null) return this.node('yield expression', from);
      this.pos--;
    }
    this.starExpressions();
    return this.node('yield expression', from);
  }

  private lambda(): Node | null {
    const from = this.tok;
    return this.attempt(() => {
      this.pos++;
      this.lambdaParameters();
      if (!this.accept(':')) {
        return null;
      }
      return this.expression() === null ? null : this.node('lambda', from);
    });
  }
  private lambdaParameters(): void {
    this.parameters(':', false);
  }
  /** Parameters up to `end`: a parenthesis, or a lambda's colon. Stops where no parameter goes on. */
  protected parameters(end: ')' | ':', annotated: boolean): void {
    let seen = 0;
    let defaults = false;
    let slash = false;
    let star = false;
    while (!this.is(end)) {
      const { tok } = this;
      if (tok.sym === '/') {
        if (this.since('3.11') && this.quiet === 0) {
          const next = this.cursor.token(this.pos + 1);
          if (seen === 0 && !star && next.sym === ',') this.raise('at least one argument must precede /', tok);
          if (slash && !star) this.raise('/ may appear only once', tok);
          if (star) this.raise('/ must be ahead of *', tok);
          if (next.sym === '*' && seen > 0) this.raise('expected comma between / and *', next);
        }
        if (slash || star || seen === 0) return;
        slash = true;
        this.pos++;
      } else if (tok.sym === '**') {
        this.variadicKeywords(end, annotated);
        return;
      } else if (tok.sym === '*') {
        if (star) {
          if (this.since('3.11') && this.quiet === 0) this.raise('* argument may appear only once', tok);
          return;
        }
        if (!this.starParameter(end, annotated)) return;
        star = true;
      } else if (tok.sym === '(' && this.since('3.11') && this.quiet === 0) {
        this.parenthesised(annotated, star);
        return;
      } else if (tok.kind === 'name') {
        const parameter = this.parameter(annotated);
        const value = this.default(end);
        if (value === null) return;
        if (!star && !value && defaults && this.any(',', end) && this.quiet === 0) {
          const message = this.since('3.12')
            ? 'parameter without a default follows parameter with a default'
            : 'non-default argument follows default argument';
          if (this.since('3.11')) this.raiseOver(message, parameter);
          this.raise(message, parameter.from);
        }
        defaults ||= value;
        seen++;
      } else return;
      if (!this.accept(',')) return;
    }
  }
  private parameter(annotated: boolean, star = false): Node {
    const from = this.tok;
    this.pos++;
    if (annotated && this.is(':')) {
      this.pos++;
      if ((star && this.is('*') ? this.starredArgument() : this.expression()) === null) this.pos--;
    }
    return this.node('parameter', from);
  }
  /** Whether there is a default; null where it is broken. */
  private default(end: string): boolean | null {
    if (!this.is('=')) return false;
    const equals = this.tok;
    this.pos++;
    if (this.expression() !== null) return true;
    if (this.any(end === ')' ? ')' : ':', ',') && this.since('3.11') && this.quiet === 0)
      this.raise('expected default value expression', equals);
    this.pos--;
    return null;
  }
  private starParameter(end: string, annotated: boolean): boolean {
    const star = this.tok;
    this.pos++;
    if (this.kind('name')) {
      this.parameter(annotated, true);
      if (this.is('=') && this.since('3.11') && this.quiet === 0)
        this.raise('var-positional argument cannot have default value', this.tok);
      return true;
    }
    if (this.quiet === 0) {
      const next = (): string => this.cursor.token(this.pos + 1).sym;
      if (this.is(end) || (this.is(',') && (next() === end || next() === '**'))) {
        if (end === ')') this.raise('named arguments must follow bare *', star);
        this.raiseLast('named arguments must follow bare *');
      }
    }
    return this.is(',');
  }
  private variadicKeywords(end: string, annotated: boolean): void {
    this.pos++;
    if (!this.kind('name')) return;
    this.parameter(annotated);
    if (!this.since('3.11') || this.quiet > 0) {
      this.accept(',');
      return;
    }
    if (this.is('=')) this.raise('var-keyword argument cannot have default value', this.tok);
    if (!this.accept(',')) return;
    if (this.any('*', '**', '/')) this.raise('arguments cannot follow var-keyword argument', this.tok);
    if (this.kind('name'))
      this.raiseOver('arguments cannot follow var-keyword argument', this.parameter(annotated && end === ')'));
  }
  private parenthesised(annotated: boolean, star: boolean): void {
    const mark = this.pos;
    const from = this.tok;
    this.pos++;
    let count = 0;
    while (this.kind('name')) {
      this.pos++;
      count++;
      if (!this.accept(',')) break;
    }
    if (count > 0 && !star && this.is(')'))
      this.raise(`${annotated ? 'Function' : 'Lambda expression'} parameters cannot be parenthesized`, from, this.tok);
    this.pos = mark;
  }

  private strings(): Node | null {
    const from = this.tok;
    let format = false;
    while (this.kind('string') || this.kind('fstart')) {
      if (this.kind('string')) {
        format ||= /^[rR]?[fF]/.test(this.tok.text);
        this.pos++;
        continue;
      }
      format = true;
      if (this.attempt(() => this.format()) === null) return null;
    }
    return this.node(format ? 'f-string expression' : 'literal', from);
  }
  private format(): true | null {
    this.pos++;
    return this.formatParts() && this.acceptKind('fend') ? true : null;
  }
  private formatParts(): boolean {
    for (;;) {
      if (this.acceptKind('fmiddle')) continue;
      if (!this.is('{')) return true;
      if (this.attempt(() => this.field()) === null) {
        if (this.quiet === 0) this.invalidField();
        return false;
      }
    }
  }
  private fieldValue(): Node | null {
    return this.is('yield') ? this.yield_() : this.starExpressions();
  }
  private field(): true | null {
    this.pos++;
    if (this.fieldValue() === null) return null;
    this.accept('=');
    if (this.accept('!') && !this.acceptKind('name')) return null;
    if (this.accept(':') && !this.formatParts()) return null;
    return this.accept('}') ? true : null;
  }
  private invalidField(): void {
    const mark = this.pos;
    this.pos++;
    if (this.any('=', '!', ':', '}'))
      this.raise(`f-string: valid expression required before '${this.tok.sym}'`, this.tok);
    if (this.fieldValue() === null) this.raise("f-string: expecting a valid expression after '{'", this.tok);
    if (!this.any('=', '!', ':', '}')) this.raise("f-string: expecting '=', or '!', or ':', or '}'", this.tok);
    if (this.accept('=') && !this.any('!', ':', '}')) this.raise("f-string: expecting '!', or ':', or '}'", this.tok);
    if (this.accept('!')) {
      if (this.any(':', '}')) this.raise('f-string: missing conversion character', this.tok);
      if (!this.acceptKind('name')) this.raise('f-string: invalid conversion character', this.tok);
    }
    if (!this.any(':', '}')) this.raise("f-string: expecting ':' or '}'", this.tok);
    if (this.accept(':')) {
      this.formatParts();
      if (!this.is('}')) this.raise("f-string: expecting '}', or format specs", this.tok);
    }
    this.pos = mark;
  }
}
