/** The `for … in … if …` of a comprehension, and what is assigned to. */
import type { Comprehension, Expr, Position } from './ast.ts';
import { Expressions } from './expressions.ts';
import { describe, setContext } from './targets.ts';
import type { Token } from './tokens/token.ts';

const oldNames: ReadonlySet<string> = new Set(['None', '__debug__']);
const debugName: ReadonlySet<string> = new Set(['__debug__']);

export abstract class Comprehensions extends Expressions {
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
}
