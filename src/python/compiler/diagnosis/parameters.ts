/** Parameters of functions and lambdas, and type parameters (PEP 695), in the second reading. */
import { has } from '../eras.ts';
import type { Node } from './reading.ts';
import { Targets } from './targets.ts';

export abstract class Parameters extends Targets {
  protected lambda(): Node | null {
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
  protected lambdaParameters(): void {
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
  protected typeParameters(): boolean {
    if (!this.is('[') || !has(this.era, 'type parameters')) return true;
    this.pos++;
    if (this.is(']') && this.since('3.13')) this.raiseFrom('Type parameter list cannot be empty', this.tok);
    const found = this.list(() => this.typeParameter());
    if (found.length === 0) return false;
    this.accept(',');
    return this.accept(']');
  }
  private typeParameter(): Node | null {
    const from = this.tok;
    return this.attempt(() => {
      const star = this.any('*', '**') ? this.tok.sym : '';
      if (star !== '') this.pos++;
      if (!this.acceptKind('name')) return null;
      if (this.is(':')) {
        const colon = this.tok;
        this.pos++;
        const bound = this.expression();
        if (bound === null) this.pos--;
        else if (star !== '') {
          const what = star === '*' ? 'TypeVarTuple' : 'ParamSpec';
          this.raiseFrom(`cannot use ${bound.what === 'tuple' ? 'constraints' : 'bound'} with ${what}`, colon);
        }
      }
      if (has(this.era, 'type parameter defaults') && this.is('=')) {
        this.pos++;
        if ((star === '*' ? this.starExpression() : this.expression()) === null) this.pos--;
      }
      return this.node('type parameter', from);
    });
  }
}
