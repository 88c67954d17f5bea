/** Operators, from `or` to `**`: https://docs.python.org/3/reference/expressions.html#operator-precedence */
import type { CompareOperator, Expr, Operator, UnaryOperator } from './ast.ts';
import { dead } from './cursor.ts';
import { Literals } from './literals.ts';
import type { SyntaxFault } from './syntax-error.ts';
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

export abstract class Operators extends Literals {
  /** An atom and what trails it: attributes, calls, subscripts. */
  protected abstract primary(): Expr;

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
}
