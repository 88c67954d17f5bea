/** Compound statements: https://docs.python.org/3/reference/compound_stmts.html */
import type { ClassDef, ExceptHandler, Expr, FunctionDef, Keyword, MatchCase, Stmt, WithItem } from './ast.ts';
import { dead } from './cursor.ts';
import { atLeast } from './eras.ts';
import { SimpleStatements } from './simple-statements.ts';
import type { Token } from './tokens/token.ts';

/** The docstring that a body begins with. */
export function docstringOf(body: Stmt[]): string | null {
  const first = body[0];
  if (first?.type !== 'Expr' || first.value.type !== 'Constant') return null;
  return first.value.kind === 'str' || first.value.kind === 'unicode' ? first.value.value : null;
}

export abstract class Statements extends SimpleStatements {
  /** One statement, or the several of a line. */
  protected statement(into: Stmt[]): void {
    const { tok } = this;
    this.statementStart = tok;
    if (tok.kind === 'keyword' || tok.sym === '@') {
      const compound = this.compound(tok);
      if (compound !== null) {
        into.push(compound);
        return;
      }
    } else if (tok.kind === 'name' && tok.text === 'match' && this.has('match')) {
      const match = this.match();
      if (match !== null) {
        into.push(match);
        return;
      }
    }
    this.line(into);
  }
  private line(into: Stmt[]): void {
    for (;;) {
      this.statementStart = this.tok;
      into.push(this.simpleStatement());
      if (!this.accept(';')) break;
      if (this.tok.kind === 'newline') break;
    }
    if (this.tok.kind !== 'newline') this.fail();
    this.advance();
  }
  private compound(tok: Token): Stmt | null {
    switch (tok.sym) {
      case 'if':
        return this.if_('if');
      case 'while': {
        this.advance();
        const test = this.namedExpression();
        const body = this.suite();
        const orelse = this.else_();
        return { type: 'While', test, body, orelse, ...this.from(tok) };
      }
      case 'for':
        return this.for_(tok, false);
      case 'try':
        return this.try_();
      case 'with':
        return this.has('with') ? this.with_(tok, false) : null;
      case 'def':
        return this.def(tok, [], false);
      case 'class':
        return this.class_(tok, []);
      case '@':
        return this.decorated();
      case 'async': {
        this.advance();
        const { sym } = this.tok;
        if (sym === 'def') return this.def(tok, [], true);
        if (sym === 'for') return this.for_(tok, true);
        if (sym === 'with') return this.with_(tok, true);
        return this.fail();
      }
      default:
        return null;
    }
  }

  /** A block: indented below, or simple statements on the same line. */
  protected suite(forced = false): Stmt[] {
    if (forced) this.force(':');
    else this.expect(':');
    return this.block();
  }
  protected block(): Stmt[] {
    const body: Stmt[] = [];
    if (this.tok.kind !== 'newline') {
      this.line(body);
      return body;
    }
    this.advance();
    if (!this.isKind('indent')) this.noBlock();
    this.advance();
    do this.statement(body);
    while (!this.isKind('dedent') && !this.isKind('end'));
    if (this.isKind('dedent')) this.advance();
    return body;
  }
  private noBlock(): never {
    const atEnd = this.tok.start >= this.source.text.length;
    if (this.peg || (atEnd && (this.py3 || this.tok.line <= 2))) this.fail();
    if (atEnd)
      throw this.faultOn('expected an indented block', { ...this.tok, kind: 'end', endCol: 0 }, 'IndentationError');
    throw this.source.fault(
      'IndentationError',
      'expected an indented block',
      this.tok.line,
      atLeast(this.era, '3.8') ? this.tok.col : this.tok.endCol - 1,
    );
  }
  private else_(): Stmt[] {
    if (this.tok.sym !== 'else') return [];
    this.advance();
    return this.suite(true);
  }

  private if_(word: 'if' | 'elif'): Stmt {
    const start = this.expect(word);
    const first: Stmt = {
      type: 'If',
      test: this.namedExpression(),
      body: this.suite(),
      orelse: [],
      ...this.from(start),
    };
    const chain = [first];
    let current = first;
    while (this.tok.sym === 'elif') {
      const tok = this.advance();
      const next: Stmt & { type: 'If' } = {
        type: 'If',
        test: this.namedExpression(),
        body: this.suite(),
        orelse: [],
        ...this.from(tok),
      };
      current.orelse = [next];
      current = next;
      chain.push(next);
    }
    current.orelse = this.else_();
    const { endLine, endCol } = this.last;
    for (const link of chain) Object.assign(link, { endLine, endCol });
    return first;
  }
  private for_(start: Token, isAsync: boolean): Stmt {
    this.expect('for');
    const target = this.targets('in');
    this.expect('in');
    const iter = this.expressionList(this.has('star in for'));
    const body = this.suite();
    const orelse = this.else_();
    return { type: isAsync ? 'AsyncFor' : 'For', target, iter, body, orelse, ...this.from(start) };
  }

  private try_(): Stmt {
    const start = this.expect('try');
    const body = this.suite(true);
    const handlers: ExceptHandler[] = [];
    let star: boolean | null = null;
    while (this.tok.sym === 'except') {
      const tok = this.advance();
      const starred = this.is('*') && this.has('except*') && this.accept('*');
      if (star !== null && star !== starred) this.fail();
      star = starred;
      if (starred && this.is(':')) this.fail();
      handlers.push(this.handler(tok));
    }
    const orelse = handlers.length > 0 ? this.else_() : [];
    let finalbody: Stmt[] = [];
    if (this.tok.sym === 'finally') {
      if (handlers.length > 0 && !this.has('try/except/finally')) this.fail();
      this.advance();
      finalbody = this.suite(true);
    } else if (handlers.length === 0) this.fail();
    return { type: star === true ? 'TryStar' : 'Try', body, handlers, orelse, finalbody, ...this.from(start) };
  }
  private handler(start: Token): ExceptHandler {
    let exc: Expr | null = null;
    let name: Expr | null = null;
    if (this.tok.sym !== ':') {
      exc = this.has('except without parentheses') ? this.expressionList(false) : this.expression();
      if (
        exc.type === 'Tuple' &&
        this.last.sym !== ')' &&
        this.tok.text === 'as' &&
        this.has('except without parentheses')
      )
        this.fail();
      if (this.tok.sym === 'as' && this.has('except as')) {
        this.advance();
        if (this.py3) {
          const tok = this.name();
          name = { type: 'Name', id: tok.text, ctx: 'Store', ...this.at(tok) };
        } else this.store((name = this.expression()));
      } else if (this.tok.sym === ',' && this.has('except comma')) {
        this.advance();
        this.store((name = this.expression()));
      }
    }
    const body = this.suite();
    return { type: 'ExceptHandler', exc, name, body, ...this.from(start) };
  }

  private with_(start: Token, isAsync: boolean): Stmt {
    this.expect('with');
    const items = (this.tok.sym === '(' && this.has('parenthesised with') && this.wrappedItems()) || this.withItems();
    const body = this.suite();
    return { type: isAsync ? 'AsyncWith' : 'With', items, body, ...this.from(start) };
  }
  private withItems(): WithItem[] {
    const items = [this.withItem()];
    while (this.tok.sym === ',' && this.has('with several items')) {
      this.advance();
      items.push(this.withItem());
    }
    return items;
  }
  private withItem(): WithItem {
    const context_expr = this.expression();
    if (!this.accept('as')) return { context_expr, optional_vars: null };
    const { tok } = this;
    const optional_vars = this.tok.sym === '*' && this.has('star assignment') ? this.starred() : this.binary(1);
    this.store(optional_vars, tok);
    return { context_expr, optional_vars };
  }
  /** Items in parentheses, unless the parentheses turn out to be an expression's. */
  private wrappedItems(): WithItem[] | null {
    const mark = this.index;
    const { depth } = this;
    try {
      this.expect('(');
      const items: WithItem[] = [];
      do {
        if (this.tok.sym === ')' && items.length > 0) break;
        items.push(this.withItem());
      } while (this.accept(','));
      this.expect(')');
      if (this.tok.sym === ':') return items;
    } catch (error) {
      if (error !== dead) throw error;
    }
    this.depth = depth;
    this.rewind(mark);
    return null;
  }

  private decorated(): Stmt {
    const decorators: Expr[] = [];
    while (this.tok.sym === '@') {
      this.advance();
      decorators.push(this.has('any decorator') ? this.namedExpression() : this.oldDecorator());
      if (this.tok.kind !== 'newline') this.fail();
      this.advance();
    }
    const { tok } = this;
    if (tok.sym === 'def') return this.def(tok, decorators, false);
    if (tok.sym === 'class' && this.has('class decorator')) return this.class_(tok, decorators);
    if (tok.sym === 'async') {
      this.advance();
      if (this.tok.sym === 'def') return this.def(tok, decorators, true);
    }
    return this.fail();
  }
  private oldDecorator(): Expr {
    const start = this.name();
    let node: Expr = { type: 'Name', id: start.text, ctx: 'Load', ...this.at(start) };
    while (this.accept('.'))
      node = { type: 'Attribute', value: node, attr: this.name().text, ctx: 'Load', ...this.from(start) };
    if (this.tok.sym !== '(') return node;
    const { args, keywords } = this.callArguments();
    return { type: 'Call', func: node, args, keywords, ...this.from(start) };
  }
  private def(start: Token, decorator_list: Expr[], isAsync: boolean): Stmt {
    this.expect('def');
    const tok = this.name();
    if (!this.py3 && tok.text === 'None') this.defer('cannot assign to None', tok);
    const type_params = this.typeParameters();
    if (atLeast(this.era, '3.11')) this.force('(');
    else this.expect('(');
    const args = this.parameters(')', true);
    this.expect(')');
    const returns = this.is('->') && this.has('annotations') ? this.returns() : null;
    const body = this.suite(true);
    const node: FunctionDef = {
      type: isAsync ? 'AsyncFunctionDef' : 'FunctionDef',
      name: tok.text,
      args,
      body,
      decorator_list,
      returns,
      type_params,
      docstring: docstringOf(body),
    };
    return { ...node, ...this.from(start) };
  }
  /** `-> annotation`; where none follows, newer Pythons demand the colon in place of the arrow. */
  private returns(): Expr | null {
    const mark = this.index;
    const { depth } = this;
    this.expect('->');
    try {
      return this.expression();
    } catch (error) {
      if (error !== dead || !atLeast(this.era, '3.10')) throw error;
      this.depth = depth;
      this.rewind(mark);
      return null;
    }
  }
  private class_(start: Token, decorator_list: Expr[]): Stmt {
    this.expect('class');
    const tok = this.name();
    if (!this.py3 && tok.text === 'None') this.defer('cannot assign to None', tok);
    const type_params = this.typeParameters();
    let bases: Expr[] = [];
    let keywords: Keyword[] = [];
    if (this.tok.sym === '(') {
      if (this.has('class keywords')) ({ args: bases, keywords } = this.callArguments(false));
      else bases = this.oldBases();
    }
    const body = this.suite();
    const node: ClassDef = {
      type: 'ClassDef',
      name: tok.text,
      bases,
      keywords,
      body,
      decorator_list,
      type_params,
      docstring: docstringOf(body),
    };
    return { ...node, ...this.from(start) };
  }
  private oldBases(): Expr[] {
    this.expect('(');
    const bases: Expr[] = [];
    if (this.tok.sym === ')' && !this.has('empty class bases')) this.fail();
    while (this.tok.sym !== ')') {
      bases.push(this.expression());
      if (!this.accept(',')) break;
    }
    this.expect(')');
    return bases;
  }

  /** A match statement, or null where `match` is just a name. */
  private match(): Stmt | null {
    const mark = this.index;
    const { depth } = this;
    const start = this.tok;
    const next = this.peek();
    if (
      next.sym === '=' ||
      next.sym === '.' ||
      next.sym === ',' ||
      next.sym === ')' ||
      next.sym === ':' ||
      next.kind === 'newline'
    )
      return null;
    let subject: Expr;
    try {
      this.advance();
      subject = this.subject();
      this.expect(':');
      if (this.tok.kind !== 'newline') this.fail();
    } catch (error) {
      if (error !== dead) throw error;
      this.depth = depth;
      this.rewind(mark);
      return null;
    }
    this.advance();
    if (!this.isKind('indent')) this.fail();
    this.advance();
    const cases: MatchCase[] = [];
    while (!this.isKind('dedent') && !this.isKind('end')) {
      if (!this.isKind('name') || this.tok.text !== 'case') this.fail();
      this.advance();
      const pattern = this.patterns();
      const guard = this.accept('if') ? this.namedExpression() : null;
      cases.push({ pattern, guard, body: this.suite() });
    }
    if (this.isKind('dedent')) this.advance();
    return { type: 'Match', subject, cases, ...this.from(start) };
  }
  private subject(): Expr {
    const start = this.tok;
    const first = this.starNamed();
    if (this.tok.sym !== ',') {
      if (first.type === 'Starred') this.fail();
      return first;
    }
    const elts = [first];
    while (this.accept(',')) {
      if (this.is(':')) break;
      elts.push(this.starNamed());
    }
    return { type: 'Tuple', elts, ctx: 'Load', ...this.from(start) };
  }
}
