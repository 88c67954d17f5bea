/** Atoms, and what stands in brackets of its own: https://docs.python.org/3/reference/expressions.html#atoms */
import type { Expr } from './ast.ts';
import { Calls } from './calls.ts';
import type { Token } from './tokens/token.ts';

export abstract class Displays extends Calls {
  protected atom(): Expr {
    const { tok } = this;
    switch (tok.kind) {
      case 'name':
        this.advance();
        return {
          type: 'Name',
          id: tok.text,
          ctx: 'Load',
          line: tok.line,
          col: tok.col,
          endLine: tok.endLine,
          endCol: tok.endCol,
        };
      case 'number':
        return this.number();
      case 'string':
      case 'fstart':
        return this.strings();
      case 'keyword':
        if (tok.sym === 'None' || tok.sym === 'True' || tok.sym === 'False') {
          this.advance();
          return { type: 'Constant', kind: tok.sym, value: null, ...this.at(tok) };
        }
        return this.fail();
      case 'op':
        if (tok.sym === '(' || tok.sym === '[' || tok.sym === '{') {
          this.enterBracket();
          return tok.sym === '(' ? this.parenthesised() : tok.sym === '[' ? this.listDisplay() : this.braces();
        }
        if (tok.sym === '...') {
          this.advance();
          return { type: 'Constant', kind: 'Ellipsis', value: null, ...this.at(tok) };
        }
        if (tok.sym === '`' && !this.py3) {
          this.advance();
          const value = this.expressionList(false);
          this.expect('`');
          return { type: 'Repr', value, ...this.from(tok) };
        }
        return this.fail();
      default:
        return this.fail();
    }
  }

  protected parenthesised(): Expr {
    const open = this.expect('(');
    if (this.accept(')')) return { type: 'Tuple', elts: [], ctx: 'Load', ...this.from(open) };
    if (this.tok.sym === 'yield' && this.has('yield expression')) {
      const value = this.yieldExpression();
      this.expect(')');
      return value;
    }
    const first = this.starNamed();
    if (this.startsFor() && this.has('generator expression')) {
      if (first.type === 'Starred') this.defer('iterable unpacking cannot be used in comprehension', first);
      const generators = this.comprehensions();
      this.expect(')');
      return { type: 'GeneratorExp', elt: first, generators, ...this.from(open) };
    }
    if (this.tok.sym === ',') {
      const elts = this.rest(first, ')');
      this.expect(')');
      return { type: 'Tuple', elts, ctx: 'Load', ...this.from(open) };
    }
    if (first.type === 'Starred') this.lonelyStar(first);
    this.expect(')');
    return first;
  }
  private lonelyStar(node: Expr): void {
    if (this.peg) this.fail();
    this.defer("can't use starred expression here", node);
  }
  private rest(first: Expr, end: string): Expr[] {
    const elts = [first];
    while (this.accept(',')) {
      if (this.tok.sym === end) break;
      elts.push(this.starNamed());
    }
    return elts;
  }
  protected listDisplay(): Expr {
    const open = this.expect('[');
    if (this.accept(']')) return { type: 'List', elts: [], ctx: 'Load', ...this.from(open) };
    const first = this.starNamed();
    if (this.startsFor() && this.has('list comprehension')) {
      if (first.type === 'Starred') this.defer('iterable unpacking cannot be used in comprehension', first);
      const generators = this.comprehensions(this.has('comprehension over a bare tuple'));
      this.expect(']');
      return { type: 'ListComp', elt: first, generators, ...this.from(open) };
    }
    const elts = this.rest(first, ']');
    this.expect(']');
    return { type: 'List', elts, ctx: 'Load', ...this.from(open) };
  }
  protected braces(): Expr {
    const open = this.expect('{');
    if (this.accept('}')) return { type: 'Dict', keys: [], values: [], ...this.from(open) };
    const unpacking = this.has('unpacking generalisations');
    if (this.tok.sym === '*' && unpacking) return this.setDisplay(open, this.starred());
    if (!(this.tok.sym === '**' && unpacking)) {
      const start = this.tok;
      const walrus = this.has('named expression in index and set') || this.has('named expression');
      const first = walrus ? this.namedExpression() : this.expression();
      if (this.tok.sym !== ':') {
        if (!this.has('set display')) this.fail();
        return this.setDisplay(open, first);
      }
      if (first.type === 'NamedExpr' && first.col === start.col && first.line === start.line) this.fail();
      this.advance();
      return this.dictDisplay(open, [first], [this.expression()]);
    }
    const star = this.advance();
    const mapping = this.binary(1);
    if (this.startsFor()) {
      this.defer('dict unpacking cannot be used in dict comprehension', star);
      this.comprehensions();
    }
    return this.dictDisplay(open, [null], [mapping]);
  }
  private dictDisplay(open: Token, keys: (Expr | null)[], values: Expr[]): Expr {
    const [key] = keys;
    const [value] = values;
    if (
      key !== undefined &&
      key !== null &&
      value !== undefined &&
      this.startsFor() &&
      this.has('dict and set comprehensions')
    ) {
      const generators = this.comprehensions();
      this.expect('}');
      return { type: 'DictComp', key, value, generators, ...this.from(open) };
    }
    while (this.accept(',')) {
      if (this.tok.sym === '}') break;
      if (this.tok.sym === '**' && this.has('unpacking generalisations')) {
        this.advance();
        keys.push(null);
        values.push(this.binary(1));
      } else {
        keys.push(this.expression());
        this.expect(':');
        values.push(this.expression());
      }
    }
    this.expect('}');
    return { type: 'Dict', keys, values, ...this.from(open) };
  }
  private setDisplay(open: Token, first: Expr): Expr {
    if (this.startsFor()) {
      if (first.type === 'Starred') this.defer('iterable unpacking cannot be used in comprehension', first);
      const generators = this.comprehensions();
      this.expect('}');
      return { type: 'SetComp', elt: first, generators, ...this.from(open) };
    }
    const elts = this.rest(first, '}');
    this.expect('}');
    return { type: 'Set', elts, ...this.from(open) };
  }
}
