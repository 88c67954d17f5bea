/** Whole expressions of the second reading, alone or between commas, and what is mistaken for one. */
import { Operators } from './operators.ts';
import type { Node } from './reading.ts';

const softKeywords = ['_', 'case', 'match'];

export abstract class Expressions extends Operators {
  protected abstract lambda(): Node | null;
  protected abstract lambdaParameters(): void;
  protected abstract tuple(): Node | null;
  protected abstract generator(check?: boolean): Node | null;
  protected abstract list_(): Node | null;

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
  protected conditional(): Node | null {
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
}
