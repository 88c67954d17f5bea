/** Parameters of functions and lambdas, and type parameters (PEP 695). */
import type { Arg, Arguments, Expr, TypeParam } from './ast.ts';
import { Displays } from './displays.ts';

export abstract class Parameters extends Displays {
  protected lambda(conditionless = false): Expr {
    const start = this.expect('lambda');
    const args = this.parameters(':', false);
    this.expect(':');
    const body = conditionless ? this.conditionless() : this.expression();
    return { type: 'Lambda', args, body, ...this.from(start) };
  }

  /** Parameters up to `end`; a lambda's have no annotations. */
  protected parameters(end: string, annotated: boolean): Arguments {
    const found: Arguments = {
      posonlyargs: [],
      args: [],
      vararg: null,
      kwonlyargs: [],
      kw_defaults: [],
      kwarg: null,
      defaults: [],
    };
    let star = false;
    const start = this.tok;
    while (this.tok.sym !== end) {
      const { tok } = this;
      if (tok.sym === '**') {
        this.advance();
        found.kwarg = this.parameter(annotated, 0);
        if (this.tok.sym === ',' && this.has('trailing comma after *args')) this.advance();
        break;
      }
      if (tok.sym === '*') {
        if (star) this.fail();
        star = true;
        this.advance();
        if (this.tok.kind === 'name') found.vararg = this.parameter(annotated, 0, true);
        else {
          if (!this.has('keyword-only parameters')) this.fail();
          this.bareStar(end);
        }
      } else if (tok.sym === '/' && this.has('positional-only parameters')) {
        if (star || found.posonlyargs.length > 0 || found.args.length === 0) this.fail();
        this.advance();
        found.posonlyargs = found.args;
        found.args = [];
      } else {
        if (star && !this.has('keyword-only parameters')) this.fail();
        const arg = this.parameter(annotated, found.args.length);
        const value = this.accept('=') ? this.expression() : null;
        if (star) {
          found.kwonlyargs.push(arg);
          found.kw_defaults.push(value);
        } else {
          if (value !== null) found.defaults.push(value);
          else if (found.defaults.length > 0) this.defer('non-default argument follows default argument', start);
          found.args.push(arg);
        }
      }
      if (this.tok.sym !== ',') break;
      this.advance();
      if (this.tok.sym === end && star && !this.has('trailing comma after *args')) this.fail();
    }
    return found;
  }
  private bareStar(end: string): void {
    const { tok } = this;
    if (tok.sym === ',') {
      const next = this.peek();
      if (next.sym === '**' || next.sym === end) {
        if (this.peg) this.advance();
        this.defer('named arguments must follow bare *', next);
      }
    } else if (this.peg) this.fail();
    else if (tok.sym === end) this.defer('named arguments must follow bare *', this.last);
  }
  private parameter(annotated: boolean, position: number, star = false): Arg {
    const { tok } = this;
    if (tok.sym === '(' && !this.py3) return this.tupleParameter(position);
    const arg = this.ownName();
    let annotation: Expr | null = null;
    if (annotated && this.has('annotations') && this.accept(':'))
      annotation = star && this.has('star in index') && this.tok.sym === '*' ? this.starred() : this.expression();
    return { arg, annotation, ...this.from(tok) };
  }
  /** A parameter's name: until Python 3 `None` is a name that nobody may give. */
  private ownName(): string {
    const { tok } = this;
    const { text } = this.name();
    if (!this.py3 && text === 'None') this.defer('cannot assign to None', tok);
    return text;
  }
  /** `def f(a, (b, c))`, until Python 3 (PEP 3113). */
  private tupleParameter(position: number): Arg {
    const start = this.tok;
    const target = this.parameterTuple();
    if (target.type === 'Name') return { arg: target.id, annotation: null, ...this.from(start) };
    return { arg: `.${position}`, annotation: null, target, ...this.from(start) };
  }
  private parameterTuple(): Expr {
    const { tok } = this;
    if (!this.accept('(')) return { type: 'Name', id: this.ownName(), ctx: 'Store', ...this.at(tok) };
    const first = this.parameterTuple();
    if (this.tok.sym !== ',') {
      this.expect(')');
      return first;
    }
    const elts = [first];
    while (this.accept(',')) {
      if (this.is(')')) break;
      elts.push(this.parameterTuple());
    }
    this.expect(')');
    return { type: 'Tuple', elts, ctx: 'Store', ...this.from(tok) };
  }

  protected typeParameters(): TypeParam[] {
    const found: TypeParam[] = [];
    if (this.tok.sym !== '[' || !this.has('type parameters')) return found;
    this.advance();
    do {
      if (this.is(']') && found.length > 0) break;
      found.push(this.typeParameter());
    } while (this.accept(','));
    this.expect(']');
    return found;
  }
  private typeParameter(): TypeParam {
    const start = this.tok;
    const type = start.sym === '*' ? 'TypeVarTuple' : start.sym === '**' ? 'ParamSpec' : 'TypeVar';
    if (type !== 'TypeVar') this.advance();
    const name = this.name().text;
    const bound = type === 'TypeVar' && this.accept(':') ? this.expression() : null;
    let default_value: Expr | null = null;
    if (this.tok.sym === '=' && this.has('type parameter defaults')) {
      this.advance();
      default_value = type === 'TypeVarTuple' && this.is('*') ? this.starred() : this.expression();
    }
    return { type, name, bound, default_value, ...this.from(start) };
  }
}
