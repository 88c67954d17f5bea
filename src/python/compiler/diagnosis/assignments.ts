/** Assignments of the second reading: plain, annotated and augmented. */
import { Calls } from './calls.ts';
import type { Node } from './reading.ts';

const augmented = new Set(['+=', '-=', '*=', '/=', '%=', '&=', '|=', '^=', '<<=', '>>=', '**=', '//=', '@=']);

export abstract class Assignments extends Calls {
  private value(): Node | null {
    return this.is('yield') ? this.yield_() : this.starExpressions();
  }
  protected assignment(): boolean {
    const mark = this.pos;
    if (this.annotated() || this.plain()) return true;
    this.pos = mark;
    const target = this.starTarget();
    if (target !== null && ['name', 'attribute', 'subscript'].includes(target.what) && augmented.has(this.tok.sym)) {
      this.pos++;
      return this.value() !== null;
    }
    this.pos = mark;
    this.invalidAssignment();
    this.pos = mark;
    return false;
  }
  private annotated(): boolean {
    const mark = this.pos;
    const open = this.accept('(');
    const target = this.starTarget();
    if (
      target !== null &&
      ['name', 'attribute', 'subscript'].includes(target.what) &&
      (!open || this.accept(')')) &&
      this.accept(':')
    ) {
      if (this.expression() !== null) {
        if (this.is('=')) {
          this.pos++;
          if (this.value() === null) this.pos--;
        }
        return true;
      }
    }
    this.pos = mark;
    return false;
  }
  private plain(): boolean {
    const mark = this.pos;
    this.targetsBefore();
    if (this.pos > mark && this.value() !== null && !this.is('=')) return true;
    this.pos = mark;
    return false;
  }
  /** `a = b = `. */
  private targetsBefore(): void {
    for (;;) {
      const mark = this.pos;
      if (this.starTargets() !== null && this.accept('=')) continue;
      this.pos = mark;
      return;
    }
  }
  private invalidAssignment(): void {
    const mark = this.pos;
    const bad = this.unannotatable();
    if (bad !== null && this.accept(':') && this.expression() !== null)
      this.raiseOver(`only single target (not ${bad.what}) can be annotated`, bad);
    this.pos = mark;
    const first = this.starNamed();
    if (first !== null && this.accept(',')) {
      while (this.list(this.starNamed).length > 0) this.accept(',');
      if (this.accept(':') && this.expression() !== null)
        this.raiseOver('only single target (not tuple) can be annotated', first);
    }
    this.pos = mark;
    const value = this.expression();
    if (value !== null && this.accept(':') && this.expression() !== null)
      this.raiseOver('illegal target for annotation', value);
    this.pos = mark;
    this.targetsBefore();
    const end = this.pos;
    const target = this.starExpressions();
    if (target !== null && this.is('=')) this.raiseTarget('star', target);
    this.pos = end;
    if (this.is('yield')) {
      const given = this.yield_();
      if (given !== null && this.is('=')) this.raiseOver('assignment to yield expression not possible', given);
    }
    this.pos = mark;
    const left = this.starExpressions();
    if (left !== null && augmented.has(this.tok.sym)) {
      this.pos++;
      if (this.value() !== null)
        this.raiseOver(`'${left.what}' is an illegal expression for augmented assignment`, left);
    }
  }
  private unannotatable(): Node | null {
    if (this.any('(', '[')) {
      const found = this.primary();
      if (found !== null && (found.what === 'list' || found.what === 'tuple')) return found;
    }
    return null;
  }
}
