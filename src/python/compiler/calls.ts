/**
 * What trails an atom: attributes, calls with their arguments, subscripts.
 * https://docs.python.org/3/reference/expressions.html#primaries
 */
import type { Expr, Keyword } from './ast.ts';
import { Comprehensions } from './comprehensions.ts';
import type { Token } from './tokens/token.ts';

export abstract class Calls extends Comprehensions {
  protected abstract atom(): Expr;

  protected primary(): Expr {
    const start = this.tok;
    const awaited = start.sym === 'await';
    if (awaited) this.advance();
    const first = this.tok;
    let node = this.atom();
    for (;;) {
      switch (this.tok.sym) {
        case '.': {
          this.advance();
          const attr = this.name().text;
          node = { type: 'Attribute', value: node, attr, ctx: 'Load', ...this.from(first) };
          break;
        }
        case '(': {
          const { args, keywords } = this.callArguments();
          node = { type: 'Call', func: node, args, keywords, ...this.from(first) };
          break;
        }
        case '[': {
          const slice = this.subscript();
          node = { type: 'Subscript', value: node, slice, ctx: 'Load', ...this.from(first) };
          break;
        }
        default:
          return awaited ? { type: 'Await', value: node, ...this.from(start) } : node;
      }
    }
  }

  private subscript(): Expr {
    this.expect('[');
    const start = this.tok;
    const first = this.slice();
    if (this.tok.sym !== ',' && first.type !== 'Starred') {
      this.expect(']');
      return first;
    }
    const elts = [first];
    while (this.accept(',')) {
      if (this.tok.sym === ']') break;
      elts.push(this.slice());
    }
    const tuple: Expr = { type: 'Tuple', elts, ctx: 'Load', ...this.from(start) };
    this.expect(']');
    return tuple;
  }
  private slice(): Expr {
    const start = this.tok;
    if (start.sym === '*' && this.has('star in index')) return this.starred();
    if (!this.py3 && start.sym === '.' && this.peek().sym === '.') {
      this.advance();
      this.advance();
      this.expect('.');
      return { type: 'Constant', kind: 'Ellipsis', value: null, ...this.from(start) };
    }
    const lower =
      start.sym === ':'
        ? null
        : this.has('named expression in index and set')
          ? this.namedExpression()
          : this.expression();
    if (lower !== null && this.tok.sym !== ':') return lower;
    this.expect(':');
    const upper = this.startsExpression() ? this.expression() : null;
    let step: Expr | null = null;
    if (this.accept(':')) {
      if (this.startsExpression()) step = this.expression();
      else if (!this.py3) step = { type: 'Name', id: 'None', ctx: 'Load', ...this.at(this.last) };
    }
    return { type: 'Slice', lower, upper, step, ...this.from(start) };
  }

  protected callArguments(generator = true): { args: Expr[]; keywords: Keyword[] } {
    const open = this.expect('(');
    const args: Expr[] = [];
    const keywords: Keyword[] = [];
    let doubled = false;
    let starSeen = false;
    while (this.tok.sym !== ')') {
      const start = this.tok;
      if (start.sym === '*' && this.has('call with *')) {
        if (doubled) this.defer('iterable argument unpacking follows keyword argument unpacking', start);
        this.advance();
        const value = this.expression();
        if (starSeen && !this.has('unpacking generalisations')) this.fail();
        starSeen = true;
        args.push({ type: 'Starred', value, ctx: 'Load', ...this.from(start) });
      } else if (start.sym === '**' && this.has('call with *')) {
        this.advance();
        doubled = true;
        keywords.push({ arg: null, value: this.expression(), ...this.from(start) });
        if (!this.has('unpacking generalisations')) {
          break;
        }
      } else if (start.kind === 'name' && this.peek().sym === '=') {
        this.advance();
        this.advance();
        this.checkKeyword(start, keywords);
        keywords.push({ arg: start.text, value: this.expression(), ...this.from(start) });
      } else {
        if (this.peg && keywords.length > 0) this.fail();
        const value = this.has('named expression') ? this.namedExpression() : this.expression();
        if (this.tok.sym === '=') this.badKeyword(value, start, keywords);
        else if (this.startsFor() && this.has('generator expression')) {
          if (!generator && args.length + keywords.length === 0 && !this.has('trailing comma after a generator'))
            this.defer('invalid syntax', start);
          const generators = this.comprehensions();
          const alone = args.length === 0 && keywords.length === 0 && this.tok.sym === ')';
          if (!alone)
            this.crowdedGenerator(
              this.has('trailing comma after a generator') ? (args[0] ?? value) : value,
              args.length + keywords.length === 0,
            );
          args.push({ type: 'GeneratorExp', elt: value, generators, ...this.from(alone ? open : start) });
        } else {
          if (keywords.length > 0) this.positionalAfter(start, doubled);
          else if (starSeen && !this.has('unpacking generalisations'))
            this.defer('only named arguments may follow *expression', value);
          args.push(value);
        }
      }
      if (this.tok.sym !== ',') break;
      this.advance();
      if (this.is(')') && starSeen && !this.has('unpacking generalisations') && !this.has('trailing comma after *args'))
        this.fail();
    }
    if (args.length + keywords.length > 255 && !this.has('more than 255 arguments'))
      this.defer('more than 255 arguments', args[0] ?? open);
    this.expect(')');
    const only = args[0];
    if (
      args.length === 1 &&
      keywords.length === 0 &&
      only?.type === 'GeneratorExp' &&
      only.line === open.line &&
      only.col === open.col
    ) {
      only.endLine = this.last.endLine;
      only.endCol = this.last.endCol;
    }
    return { args, keywords };
  }
  private checkKeyword(name: Token, keywords: Keyword[]): void {
    if (this.peg) return;
    if (!this.py3 && this.reserved?.has(name.text)) this.defer(`cannot assign to ${name.text}`, name);
    if (keywords.some((keyword) => keyword.arg === name.text)) this.defer('keyword argument repeated', name);
  }
  private badKeyword(value: Expr, start: Token, keywords: Keyword[]): void {
    if (this.peg) this.fail();
    this.advance();
    const given = this.expression();
    if (value.type === 'Name' && !this.has('named expression')) {
      keywords.push({ arg: value.id, value: given, ...this.from(start) });
      return;
    }
    if (value.type === 'Lambda' && !this.has('named expression')) this.defer('lambda cannot contain assignment', start);
    else if (
      value.type === 'Constant' &&
      ['None', 'True', 'False'].includes(value.kind) &&
      this.has('named expression')
    )
      this.defer(`cannot assign to ${value.kind}`, start);
    else if (this.has('named expression'))
      this.defer('expression cannot contain assignment, perhaps you meant "=="?', start);
    else this.defer("keyword can't be an expression", start);
  }
  private crowdedGenerator(value: Expr, first: boolean): void {
    if (
      this.tok.sym === ',' &&
      first &&
      this.has('trailing comma after a generator') &&
      [')', '*', '**'].includes(this.peek().sym)
    )
      return;
    this.defer(
      `Generator expression must be parenthesized${this.has('trailing comma after a generator') ? ' if not sole argument' : ''}`,
      value,
    );
  }
  private positionalAfter(value: Token, doubled: boolean): void {
    if (this.has('unpacking generalisations'))
      this.defer(
        doubled
          ? 'positional argument follows keyword argument unpacking'
          : 'positional argument follows keyword argument',
        value,
      );
    else this.defer('non-keyword arg after keyword arg', value);
  }
}
