/** Simple statements: https://docs.python.org/3/reference/simple_stmts.html, and those that Python 3 dropped. */
import type { Alias, Expr, Operator, Position, Stmt } from './ast.ts';
import { atLeast, futureNames } from './eras.ts';
import { Patterns } from './patterns.ts';
import { setContext } from './targets.ts';
import type { Token } from './tokens/token.ts';

const augmented: Record<string, Operator> = {
  '+=': 'Add',
  '-=': 'Sub',
  '*=': 'Mult',
  '/=': 'Div',
  '%=': 'Mod',
  '&=': 'BitAnd',
  '|=': 'BitOr',
  '^=': 'BitXor',
  '<<=': 'LShift',
  '>>=': 'RShift',
  '**=': 'Pow',
  '//=': 'FloorDiv',
  '@=': 'MatMult',
};

export abstract class SimpleStatements extends Patterns {
  protected simpleStatement(): Stmt {
    const start = this.tok;
    if (start.kind === 'keyword') {
      switch (start.sym) {
        case 'pass':
          this.advance();
          return { type: 'Pass', ...this.at(start) };
        case 'break':
          this.advance();
          return { type: 'Break', ...this.at(start) };
        case 'continue':
          this.advance();
          return { type: 'Continue', ...this.at(start) };
        case 'return': {
          this.advance();
          const starred = this.has('star in return and yield');
          const value =
            this.startsExpression() || (starred && this.tok.sym === '*') ? this.expressionList(starred) : null;
          return { type: 'Return', value, ...this.from(start) };
        }
        case 'del':
          return this.del();
        case 'raise':
          return this.raise();
        case 'global':
        case 'nonlocal': {
          this.advance();
          const names = [this.name().text];
          while (this.accept(',')) names.push(this.name().text);
          return { type: start.sym === 'global' ? 'Global' : 'Nonlocal', names, ...this.from(start) };
        }
        case 'import':
          return this.import();
        case 'from':
          return this.importFrom();
        case 'assert': {
          this.advance();
          const test = this.expression();
          const msg = this.accept(',') ? this.expression() : null;
          return { type: 'Assert', test, msg, ...this.from(start) };
        }
        case 'print':
          return this.print();
        case 'exec':
          return this.exec();
        case 'yield':
          if (!this.has('yield expression')) return this.yieldStatement();
          break;
        default:
      }
    } else if (
      start.text === 'type' &&
      start.kind === 'name' &&
      this.has('type parameters') &&
      this.peek().kind === 'name'
    ) {
      return this.typeAlias();
    }
    return this.expressionStatement();
  }
  /** `yield` as Python 2.2 had it: a statement that always gives a value. */
  private yieldStatement(): Stmt {
    const start = this.advance();
    const value: Expr = { type: 'Yield', value: this.expressionList(false), ...this.from(start) };
    return { type: 'Expr', value, ...this.from(start) };
  }
  private typeAlias(): Stmt {
    const start = this.advance();
    const tok = this.name();
    const name: Expr = { type: 'Name', id: tok.text, ctx: 'Store', ...this.at(tok) };
    const type_params = this.typeParameters();
    this.expect('=');
    const value = this.expression();
    return { type: 'TypeAlias', name, type_params, value, ...this.from(start) };
  }

  private value(): Expr {
    return this.tok.sym === 'yield' && this.has('yield expression')
      ? this.yieldExpression()
      : this.expressionList(this.has('star assignment'));
  }
  protected expressionStatement(): Stmt {
    const start = this.tok;
    const parenthesised = start.sym === '(';
    const first = this.value();
    if (start.sym === 'yield' && !this.peg) return { type: 'Expr', value: first, ...this.from(start) };
    const { sym } = this.tok;
    if (sym === '=') return this.assign(first);
    if (sym === ':' && this.has('variable annotation')) return this.annotated(first, parenthesised);
    const op = augmented[sym];
    if (op !== undefined && this.tok.kind === 'op') {
      this.checkAugmented(first);
      this.advance();
      const value =
        this.tok.sym === 'yield' && this.has('yield expression')
          ? this.yieldExpression()
          : this.expressionList(this.peg);
      return { type: 'AugAssign', target: first, op, value, ...this.from(start) };
    }
    if (first.type === 'Starred') {
      if (!this.peg) this.defer("can't use starred expression here", first);
    }
    return { type: 'Expr', value: first, ...this.from(start) };
  }
  private assign(first: Expr): Stmt {
    const targets: Expr[] = [];
    const start = first;
    let value = first;
    let begin: Position | Token = this.statementStart ?? first;
    let yielded = first.type.startsWith('Yield') && this.statementStart?.sym === 'yield';
    while (this.tok.sym === '=') {
      if (yielded) this.defer('assignment to yield expression not possible', value);
      this.store(value, begin);
      targets.push(value);
      this.advance();
      begin = this.tok;
      yielded = this.is('yield');
      value = this.value();
    }
    return { type: 'Assign', targets, value, ...this.from(this.statementStart ?? start) };
  }
  /** The token the current statement began with: a target in brackets begins after it. */
  protected statementStart: Token | null = null;

  private annotated(target: Expr, parenthesised: boolean): Stmt {
    const start = this.statementStart ?? target;
    if (target.type !== 'Name' && target.type !== 'Attribute' && target.type !== 'Subscript') {
      if (target.type === 'List') this.defer('only single target (not list) can be annotated', target);
      else if (target.type === 'Tuple') this.defer('only single target (not tuple) can be annotated', target);
      else this.defer('illegal target for annotation', target);
    }
    setContext(target, 'Store');
    this.expect(':');
    const annotation = this.expression();
    let value: Expr | null = null;
    if (this.accept('='))
      value =
        this.tok.sym === 'yield' && this.has('star in return and yield')
          ? this.yieldExpression()
          : this.expressionList(this.has('star in return and yield'));
    return {
      type: 'AnnAssign',
      target,
      annotation,
      value,
      simple: target.type === 'Name' && !parenthesised,
      ...this.from(start),
    };
  }
  private checkAugmented(target: Expr): void {
    if (target.type === 'Name' || target.type === 'Attribute' || target.type === 'Subscript') {
      const bad = setContext(target, 'Store', this.reserved);
      if (bad !== null) this.badTarget(bad, 'assign to', target);
      return;
    }
    if (target.type === 'List' || target.type === 'Tuple' || target.type === 'Starred') {
      this.defer('illegal expression for augmented assignment', target);
    } else this.badTarget(target, 'assign to', this.statementStart ?? target);
  }

  private del(): Stmt {
    const start = this.expect('del');
    const one = (): Expr => (this.tok.sym === '*' && this.py3 && !this.peg ? this.starred() : this.binary(1));
    const targets = [one()];
    while (this.accept(',')) {
      if (!this.startsExpression()) break;
      targets.push(one());
    }
    if (this.peg && this.tok.kind !== 'newline' && this.tok.sym !== ';') this.fail();
    for (const target of targets) {
      const bad = setContext(target, 'Del', this.reserved);
      if (bad !== null) {
        if (bad.type === 'Starred' && !this.peg) this.defer("can't use starred expression here", bad);
        else this.badTarget(bad, 'delete', target);
      }
    }
    return { type: 'Delete', targets, ...this.from(start) };
  }
  private raise(): Stmt {
    const start = this.expect('raise');
    let exc: Expr | null = null;
    let cause: Expr | null = null;
    let inst: Expr | null = null;
    let tback: Expr | null = null;
    if (this.startsExpression()) {
      exc = this.expression();
      if (this.tok.sym === 'from' && this.has('raise from')) {
        this.advance();
        cause = this.expression();
      } else if (this.tok.sym === ',' && this.has('raise with commas')) {
        this.advance();
        inst = this.expression();
        if (this.accept(',')) tback = this.expression();
      }
    }
    return { type: 'Raise', exc, cause, inst, tback, ...this.from(start) };
  }

  private print(): Stmt {
    const start = this.expect('print');
    let dest: Expr | null = null;
    const values: Expr[] = [];
    let nl = true;
    if (this.tok.sym === '>>' && this.has('print >>')) {
      this.advance();
      dest = this.expression();
      if (this.accept(',')) values.push(this.expression());
    } else if (this.startsExpression()) values.push(this.expression());
    while (values.length > 0 && this.accept(',')) {
      nl = this.startsExpression();
      if (!nl) break;
      values.push(this.expression());
    }
    return { type: 'Print', dest, values, nl, ...this.from(start) };
  }
  /** `exec (code, globals, locals)` means what `exec code in globals, locals` does. */
  private exec(): Stmt {
    const start = this.expect('exec');
    const body = this.binary(1);
    let globals: Expr | null = null;
    let locals: Expr | null = null;
    if (this.accept('in')) {
      globals = this.expression();
      if (this.accept(',')) locals = this.expression();
    }
    const [first, second, third, more] = body.type === 'Tuple' ? body.elts : [];
    if (globals === null && first !== undefined && second !== undefined && more === undefined)
      return { type: 'Exec', body: first, globals: second, locals: third ?? null, ...this.from(start) };
    return { type: 'Exec', body, globals, locals, ...this.from(start) };
  }

  /** `as`, which was no keyword before 2.6. */
  protected acceptAs(): boolean {
    if (this.tok.text !== 'as' || !this.has('import as')) return false;
    this.advance();
    return true;
  }
  private import(): Stmt {
    const start = this.expect('import');
    const names: Alias[] = [];
    do {
      const first = this.tok;
      const name = this.dotted();
      const asname = this.acceptAs() ? this.name().text : null;
      names.push({ name, asname, ...this.from(first) });
    } while (this.accept(','));
    return { type: 'Import', names, ...this.from(start) };
  }
  private dotted(): string {
    let name = this.name().text;
    while (this.accept('.')) name += `.${this.name().text}`;
    return name;
  }
  private importFrom(): Stmt {
    const start = this.expect('from');
    let level = 0;
    while ((this.tok.sym === '.' || this.tok.sym === '...') && this.has('relative import'))
      level += this.advance().text.length;
    const module = level > 0 && this.tok.sym === 'import' ? null : this.dotted();
    this.expect('import');
    const names: Alias[] = [];
    const open = this.tok;
    if (open.sym === '*') {
      this.advance();
      names.push({ name: '*', asname: null, ...this.at(open) });
    } else {
      const begin = this.tok;
      const wrapped = this.has('parenthesised import') && this.accept('(');
      for (;;) {
        const first = this.tok;
        const name = this.name().text;
        const asname = this.acceptAs() ? this.name().text : null;
        names.push({ name, asname, ...this.from(first) });
        if (!this.accept(',')) break;
        if (wrapped && this.tok.sym === ')') break;
        if (!wrapped && this.tok.kind === 'newline')
          this.defer('trailing comma not allowed without surrounding parentheses', begin);
        if (!wrapped && this.tok.kind === 'newline') break;
      }
      if (wrapped) this.expect(')');
    }
    if (module === '__future__' && level === 0) this.future(names);
    return { type: 'ImportFrom', module, names, level, ...this.from(start) };
  }
  private future(names: Alias[]): void {
    for (const { name } of names) {
      const known = futureNames.find((row) => row.name === name);
      if (known !== undefined && atLeast(this.era, known.since)) this.futures.add(name);
    }
    this.applyFutures();
  }
}
