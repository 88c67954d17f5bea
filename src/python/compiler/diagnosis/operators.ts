/** Operators of the second reading, from `or` to `await`. */
import type { Token } from '../tokens/token.ts';
import type { Node } from './reading.ts';
import { Reading } from './reading.ts';

const binds: Record<string, number> = {
  '|': 1,
  '^': 2,
  '&': 3,
  '<<': 4,
  '>>': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
  '//': 6,
  '@': 6,
};
const compares = new Set(['<', '>', '==', '>=', '<=', '!=', 'in', 'is', 'not']);

export abstract class Operators extends Reading {
  /** An atom and what trails it: attributes, calls, subscripts. */
  protected abstract primary: () => Node | null;

  protected disjunction = (): Node | null =>
    this.remember('or', () => this.logical('or', () => this.logical('and', this.inversion)));
  private logical(word: string, operand: () => Node | null): Node | null {
    const from = this.tok;
    let node = operand();
    while (node !== null && this.is(word)) {
      this.pos++;
      if (operand() === null) {
        this.pos--;
        break;
      }
      node = this.node('expression', from);
    }
    return node;
  }
  private inversion = (): Node | null => {
    const from = this.tok;
    if (!this.is('not')) return this.comparison();
    return this.attempt(() => {
      this.pos++;
      return this.inversion() === null ? null : this.node('expression', from);
    });
  };
  private comparison(): Node | null {
    const from = this.tok;
    const left = this.binary(1);
    let node = left;
    let first = true;
    while (node !== null && left !== null && compares.has(this.tok.sym)) {
      const mark = this.pos;
      const { sym } = this.tok;
      this.pos++;
      if (sym === 'is') this.accept('not');
      if ((sym === 'not' && !this.accept('in')) || this.binary(1) === null) {
        this.pos = mark;
        break;
      }
      node = this.node('comparison', from, first ? (sym === 'in' ? [left] : []) : node.items);
      first = false;
    }
    return node;
  }
  protected binary(least: number): Node | null {
    if (least === 1) return this.remember('|', () => this.climb(1));
    return this.climb(least);
  }
  private climb(least: number): Node | null {
    const from = this.tok;
    let node = this.unary();
    while (node !== null && this.tok.kind === 'op') {
      const tightness = binds[this.tok.sym];
      if (tightness === undefined || tightness < least) break;
      const mark = this.pos;
      this.pos++;
      if (this.quiet === 0 && tightness >= 5) this.notAfter(this.tok);
      if (this.climb(tightness + 1) === null) {
        this.pos = mark;
        break;
      }
      node = this.node('expression', from);
    }
    return node;
  }
  /** `1 + not x`. */
  private notAfter(not: Token): void {
    if (not.sym !== 'not' || !this.since('3.13')) return;
    const mark = this.pos;
    const operand = this.inversion();
    if (operand !== null) this.raise("'not' after an operator must be parenthesized", not, operand.to);
    this.pos = mark;
  }
  private unary(): Node | null {
    const from = this.tok;
    if (!this.any('+', '-', '~')) return this.power();
    return this.attempt(() => {
      this.pos++;
      if (this.quiet === 0) this.notAfter(this.tok);
      return this.unary() === null ? null : this.node('expression', from);
    });
  }
  private power(): Node | null {
    const from = this.tok;
    const left = this.awaited();
    if (left === null || !this.is('**')) return left;
    this.pos++;
    if (this.unary() !== null) return this.node('expression', from);
    this.pos--;
    return left;
  }
  private awaited(): Node | null {
    const from = this.tok;
    if (!this.is('await')) return this.primary();
    return this.attempt(() => {
      this.pos++;
      return this.primary() === null ? null : this.node('await expression', from);
    });
  }
}
