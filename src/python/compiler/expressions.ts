/** Expressions, alone or between commas: https://docs.python.org/3/reference/expressions.html */
import type { Expr } from './ast.ts';
import { Operators } from './operators.ts';
import { describe } from './targets.ts';

export abstract class Expressions extends Operators {
  /** A lambda; in a condition of a comprehension its body has no `if … else` of its own. */
  protected abstract lambda(conditionless?: boolean): Expr;

  /** Whether an expression can begin at the current token. */
  protected startsExpression(): boolean {
    const { kind, sym } = this.tok;
    if (kind === 'name' || kind === 'number' || kind === 'string' || kind === 'fstart') return true;
    if (kind === 'op') {
      if (sym === '...') return true;
      return (
        sym === '(' ||
        sym === '[' ||
        sym === '{' ||
        sym === '-' ||
        sym === '+' ||
        sym === '~' ||
        (sym === '`' && !this.py3)
      );
    }
    return (
      kind === 'keyword' &&
      (sym === 'not' || sym === 'lambda' || sym === 'None' || sym === 'True' || sym === 'False' || sym === 'await')
    );
  }

  /** One expression or, with commas, a tuple without parentheses. `star` says whether its items may be starred. */
  protected expressionList(star: boolean, item: (() => Expr) | null = null): Expr {
    const start = this.tok;
    const one = (): Expr =>
      item !== null ? item() : star && this.tok.sym === '*' && this.py3 ? this.starred() : this.expression();
    const first = one();
    if (this.tok.sym !== ',') return first;
    const elts = [first];
    while (this.tok.sym === ',') {
      this.advance();
      if (!this.startsExpression() && !(star && this.is('*'))) break;
      elts.push(one());
    }
    return { type: 'Tuple', elts, ctx: 'Load', ...this.from(start) };
  }
  /** `*x`, in a display, an assignment or an index. */
  protected starred(): Expr {
    const star = this.expect('*');
    const value = this.binary(1);
    return { type: 'Starred', value, ctx: 'Load', ...this.from(star) };
  }
  protected fieldExpression(): Expr {
    return this.tok.sym === 'yield' ? this.yieldExpression() : this.expressionList(true);
  }
  protected yieldExpression(): Expr {
    const start = this.expect('yield');
    if (this.tok.sym === 'from' && this.has('yield from')) {
      this.advance();
      const value = this.expression();
      return { type: 'YieldFrom', value, ...this.from(start) };
    }
    const value =
      this.startsExpression() || (this.tok.sym === '*' && this.has('star in return and yield'))
        ? this.expressionList(this.has('star in return and yield'))
        : null;
    if (value === null && !this.has('yield expression')) this.fail();
    return { type: 'Yield', value, ...this.from(start) };
  }

  /** An expression that may name its value: `x := 1`. */
  protected namedExpression(): Expr {
    const start = this.tok;
    const value = this.expression();
    if (this.tok.sym !== ':=') return value;
    if (value.type !== 'Name') {
      this.defer(`cannot use assignment expressions with ${describe(value, this.era)}`, value);
    } else if (this.index === 0 || this.last !== start || start.kind !== 'name') {
      if (this.peg) this.fail();
    }
    this.advance();
    const assigned = this.expression();
    if (value.type === 'Name') value.ctx = 'Store';
    return { type: 'NamedExpr', target: value, value: assigned, ...this.from(start) };
  }
  protected starNamed(): Expr {
    return this.tok.sym === '*' && this.has('unpacking generalisations') ? this.starred() : this.namedExpression();
  }

  protected expression(): Expr {
    const start = this.tok;
    this.enter();
    if (start.sym === 'lambda') {
      const node = this.lambda();
      this.depth--;
      return node;
    }
    const body = this.disjunction();
    if (this.tok.sym !== 'if' || !this.has('conditional expression')) {
      this.depth--;
      return body;
    }
    this.advance();
    const test = this.disjunction();
    this.expect('else');
    const orelse = this.expression();
    this.depth--;
    return { type: 'IfExp', test, body, orelse, ...this.from(start) };
  }
}
