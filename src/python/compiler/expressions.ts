/** Expressions: https://docs.python.org/3/reference/expressions.html */
import type { CompareOperator, Comprehension, Expr, Keyword, Operator, Position, UnaryOperator } from './ast.ts';
import { dead } from './cursor.ts';
import { Literals } from './literals.ts';
import type { SyntaxFault } from './syntax-error.ts';
import { describe, setContext } from './targets.ts';
import type { Token } from './tokens/token.ts';

/** Binary operators with how tightly they bind; `**` is apart. */
const binary: Record<string, { op: Operator; binds: number }> = {
  '|': { op: 'BitOr', binds: 1 },
  '^': { op: 'BitXor', binds: 2 },
  '&': { op: 'BitAnd', binds: 3 },
  '<<': { op: 'LShift', binds: 4 },
  '>>': { op: 'RShift', binds: 4 },
  '+': { op: 'Add', binds: 5 },
  '-': { op: 'Sub', binds: 5 },
  '*': { op: 'Mult', binds: 6 },
  '/': { op: 'Div', binds: 6 },
  '%': { op: 'Mod', binds: 6 },
  '//': { op: 'FloorDiv', binds: 6 },
  '@': { op: 'MatMult', binds: 6 },
};
const unary: Record<string, UnaryOperator> = { '+': 'UAdd', '-': 'USub', '~': 'Invert' };
const comparison: Record<string, CompareOperator> = {
  '<': 'Lt',
  '>': 'Gt',
  '==': 'Eq',
  '>=': 'GtE',
  '<=': 'LtE',
  '!=': 'NotEq',
  in: 'In',
};

export abstract class Expressions extends Literals {
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

  protected disjunction(): Expr {
    const start = this.tok;
    const first = this.conjunction();
    if (this.tok.sym !== 'or') return first;
    const values = [first];
    while (this.accept('or')) values.push(this.conjunction());
    return { type: 'BoolOp', op: 'Or', values, ...this.from(start) };
  }
  private conjunction(): Expr {
    const start = this.tok;
    const first = this.inversion();
    if (this.tok.sym !== 'and') return first;
    const values = [first];
    while (this.accept('and')) values.push(this.inversion());
    return { type: 'BoolOp', op: 'And', values, ...this.from(start) };
  }
  private inversion(): Expr {
    if (this.tok.sym !== 'not') return this.comparison();
    const nots: Token[] = [];
    while (this.tok.sym === 'not') {
      nots.push(this.advance());
      this.enter();
    }
    let node = this.comparison();
    for (let not = nots.pop(); not !== undefined; not = nots.pop()) {
      node = { type: 'UnaryOp', op: 'Not', operand: node, ...this.from(not) };
      this.depth--;
    }
    return node;
  }
  private comparison(): Expr {
    const start = this.tok;
    const left = this.binary(1);
    let op = this.compareOperator();
    if (op === null) return left;
    const ops: CompareOperator[] = [];
    const comparators: Expr[] = [];
    while (op !== null) {
      ops.push(op);
      comparators.push(this.binary(1));
      op = this.compareOperator();
    }
    return { type: 'Compare', left, ops, comparators, ...this.from(start) };
  }
  private compareOperator(): CompareOperator | null {
    const { sym } = this.tok;
    if (sym === '') return null;
    const simple = comparison[sym];
    if (simple !== undefined) {
      this.advance();
      return simple;
    }
    if (sym === 'is') {
      this.advance();
      return this.accept('not') ? 'IsNot' : 'Is';
    }
    if (sym === 'not' && this.peek().sym === 'in') {
      this.advance();
      this.advance();
      return 'NotIn';
    }
    if (sym === '<>') {
      if (!this.has('<>') && !this.futures.has('barry_as_FLUFL')) {
        throw this.peg ? dead : this.oldSign();
      }
      this.advance();
      return 'NotEq';
    }
    return null;
  }
  /** Before 3.9 `<>` was read as `!=`, and then found to be no operator. */
  private oldSign(): SyntaxFault {
    return this.faultAt('invalid syntax', { ...this.tok, col: this.tok.endCol - 1 }, null);
  }
  /** Operators that bind at least as tightly as `least`: 1 is `|`. */
  protected binary(least: number): Expr {
    const start = this.tok;
    let left = this.unary();
    for (;;) {
      const found = this.tok.kind === 'op' ? binary[this.tok.sym] : undefined;
      if (found === undefined || found.binds < least || (found.op === 'MatMult' && !this.has('@ operator')))
        return left;
      this.advance();
      const right = this.binary(found.binds + 1);
      left = { type: 'BinOp', left, op: found.op, right, ...this.from(start) };
    }
  }
  private unary(): Expr {
    const op = this.tok.kind === 'op' ? unary[this.tok.sym] : undefined;
    if (op === undefined) return this.power();
    const signs: Token[] = [];
    while (this.tok.kind === 'op' && unary[this.tok.sym] !== undefined) {
      signs.push(this.advance());
      this.enter();
    }
    let node = this.power();
    for (let sign = signs.pop(); sign !== undefined; sign = signs.pop()) {
      node = { type: 'UnaryOp', op: unary[sign.sym] ?? 'USub', operand: node, ...this.from(sign) };
      this.depth--;
    }
    return node;
  }
  private power(): Expr {
    const start = this.tok;
    const left = this.primary();
    if (this.tok.sym !== '**') return left;
    this.advance();
    this.enter();
    const right = this.unary();
    this.depth--;
    return { type: 'BinOp', left, op: 'Pow', right, ...this.from(start) };
  }
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

  protected startsFor(): boolean {
    return this.tok.sym === 'for' || (this.tok.sym === 'async' && this.has('asynchronous comprehension'));
  }
  protected comprehensions(bare = false): Comprehension[] {
    const generators: Comprehension[] = [];
    while (this.startsFor()) {
      const is_async = this.accept('async');
      this.expect('for');
      const target = this.targets('in');
      this.expect('in');
      const iter = bare ? this.expressionList(false, () => this.conditionless()) : this.disjunction();
      const ifs: Expr[] = [];
      while (this.accept('if')) ifs.push(this.conditionless());
      generators.push({ target, iter, ifs, is_async });
    }
    return generators;
  }
  /** A condition of a comprehension: no `if … else` of its own; before 3.9 a lambda was let in. */
  protected conditionless(): Expr {
    return this.tok.sym === 'lambda' && !this.peg ? this.lambda(true) : this.disjunction();
  }
  /** What stands between `for` and `in`. */
  protected targets(until: string): Expr {
    const start = this.tok;
    const one = (): Expr => (this.tok.sym === '*' && this.has('star assignment') ? this.starred() : this.binary(1));
    let node = one();
    if (this.tok.sym === ',') {
      const elts = [node];
      while (this.accept(',')) {
        if (this.tok.sym === until || (!this.startsExpression() && !this.is('*'))) break;
        elts.push(one());
      }
      node = { type: 'Tuple', elts, ctx: 'Store', ...this.from(start) };
    }
    this.store(node, start);
    return node;
  }
  /** Makes a target of an expression, or refuses it. */
  protected store(node: Expr, start: Position | Token = node): void {
    const bad = setContext(node, 'Store', this.reserved);
    if (bad !== null) this.badTarget(bad, 'assign to', start);
    this.emptyTarget(node);
  }
  /** `start` is where the whole target begins: old Pythons pointed there. */
  protected badTarget(bad: Expr, verb: 'assign to' | 'delete', start: Position | Token): void {
    const what = bad.type === 'Name' ? bad.id : bad.type === 'Attribute' ? bad.attr : describe(bad, this.era);
    const keyword = this.py3 && !this.has('named expression');
    if (keyword && (bad.type === 'Name' || bad.type === 'Attribute')) this.defer('assignment to keyword', start);
    else
      this.defer(
        this.has('named expression') || bad.type === 'Name' || bad.type === 'Attribute'
          ? `cannot ${verb} ${what}`
          : `can't ${verb} ${what}`,
        start,
      );
  }
  /** Before 3.0 nothing could be unpacked into `()`. */
  private emptyTarget(node: Expr): void {
    if (!this.py3 && node.type === 'Tuple' && node.elts.length === 0) this.defer("can't assign to ()", node);
  }
  /** Names that Python 2 reserves without making them keywords. */
  protected get reserved(): ReadonlySet<string> | null {
    if (this.peg) return null;
    return this.py3 ? debugName : oldNames;
  }

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

const oldNames: ReadonlySet<string> = new Set(['None', '__debug__']);
const debugName: ReadonlySet<string> = new Set(['__debug__']);
