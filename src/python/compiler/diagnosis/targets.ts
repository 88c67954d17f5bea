/** What is assigned to, and the `for` of a comprehension, in the second reading. */
import { Expressions } from './expressions.ts';
import type { Node } from './reading.ts';

export type TargetKind = 'star' | 'for' | 'del';

export abstract class Targets extends Expressions {
  protected raiseTarget(kind: TargetKind, node: Node): void {
    const bad = this.invalidTarget(kind, node);
    if (bad !== null) this.raiseOver(`cannot ${kind === 'del' ? 'delete' : 'assign to'} ${bad.what}`, bad);
  }
  protected invalidTarget(kind: TargetKind, node: Node): Node | null {
    switch (node.what) {
      case 'name':
      case 'subscript':
      case 'attribute':
        return null;
      case 'list':
      case 'tuple':
        for (const item of node.items ?? []) {
          const bad = this.invalidTarget(kind, item);
          if (bad !== null) return bad;
        }
        return null;
      case 'starred':
        return kind === 'del' ? node : this.invalidTarget(kind, node.items?.[0] ?? node);
      case 'comparison':
        if (kind !== 'for') return node;
        return node.items?.[0] === undefined ? null : this.invalidTarget(kind, node.items[0]);
      default:
        return node;
    }
  }
  protected isTarget(node: Node): boolean {
    return this.invalidTarget('star', node) === null;
  }
  protected starTarget = (): Node | null => {
    const from = this.tok;
    return this.attempt(() => {
      if (this.accept('*')) {
        const value = this.is('*') ? null : this.starTarget();
        return value === null ? null : this.node('starred', from, [value]);
      }
      const node = this.primary();
      return node !== null && this.isTarget(node) ? node : null;
    });
  };
  protected starTargets(): Node | null {
    return this.listed(this.starTarget);
  }

  /** The `for … in … if …` of a comprehension; null where there is none. */
  protected clauses(): Node | null {
    const from = this.tok;
    let found = false;
    while (this.any('for', 'async')) {
      if (this.attempt(() => this.clause()) === null) break;
      found = true;
    }
    return found ? this.node('clauses', from) : null;
  }
  private clause(): Node | null {
    const from = this.tok;
    const mark = this.pos;
    this.accept('async');
    if (!this.accept('for')) return null;
    if (this.starTargets() !== null && this.accept('in')) {
      if (this.disjunction() === null) return null;
      while (this.is('if')) {
        this.pos++;
        if (this.disjunction() === null) {
          this.pos--;
          break;
        }
      }
      return this.node('clause', from);
    }
    if (this.quiet > 0) return null;
    this.pos = mark;
    this.accept('async');
    this.pos++;
    const after = this.pos;
    if (this.since('3.13')) {
      if (this.list(() => this.binary(1)).length > 0) {
        this.accept(',');
        if (!this.is('in')) this.raise("'in' expected after for-loop variables", this.tok);
      }
      this.pos = after;
    }
    const target = this.starExpressions();
    if (target !== null) this.raiseTarget('for', target);
    return null;
  }
}
