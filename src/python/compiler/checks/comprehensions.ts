/** What comprehensions refuse, and `:=` in them (PEP 572). */
import type { Comprehension, Expr, ExprOf, Position } from '../ast.ts';
import type { SyntaxFault } from '../syntax-error.ts';
import { Functions } from './functions.ts';
import type { Scope } from './scope.ts';

const comprehensionNames: Record<string, string> = {
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  GeneratorExp: 'generator expression',
};

export abstract class Comprehensions extends Functions {
  protected abstract many(nodes: (Expr | null)[]): void;

  protected namedExpr(node: ExprOf<'NamedExpr'>): void {
    const { target } = node;
    if (this.inAnnotation('named expression', node)) return;
    if (this.iterables > 0)
      this.symbol('assignment expression cannot be used in a comprehension iterable expression', this.before39(node));
    if (this.scope.kind === 'comprehension' && target.type === 'Name') this.nameOutside(target);
    this.expr(node.value);
    if (this.scope.kind !== 'comprehension') this.expr(target);
  }
  /** 3.8 counted the columns of these from zero. */
  private before39(at: Position): Position {
    return this.since('3.9') ? at : { ...at, col: at.col - 1 };
  }
  /** In a comprehension `:=` binds in the function around it (PEP 572). */
  private nameOutside(target: ExprOf<'Name'>): void {
    let scope: Scope | null = this.scope;
    for (; scope !== null && scope.kind === 'comprehension'; scope = scope.parent) {
      if (scope.names.get(target.id)?.iteration === true) {
        this.symbol(
          `assignment expression cannot rebind comprehension iteration variable '${target.id}'`,
          this.before39(target),
        );
        return;
      }
      scope.mark(target.id).nonlocal = true;
    }
    if (scope === null) return;
    if (scope.kind === 'class')
      this.symbol('assignment expression within a comprehension cannot be used in a class body', this.before39(target));
    else if (scope.kind === 'annotation')
      this.symbol(
        `assignment expression within a comprehension cannot be used ${scope.what === 'the definition of a generic' ? 'within' : 'in'} ${scope.what}`,
        target,
      );
    else scope.mark(target.id).assigned = true;
  }

  protected comprehension(node: Expr, elements: Expr[], generators: Comprehension[]): void {
    const [first, ...rest] = generators;
    if (first === undefined) return;
    const what = comprehensionNames[node.type] ?? 'comprehension';
    // list comprehensions of Python 2 have no scope of their own
    const own = this.py3 || node.type !== 'ListComp';
    this.iterables++;
    this.expr(first.iter);
    this.iterables--;
    const outer = this.iterables;
    if (own) this.enter('comprehension', what, node);
    this.scope.isAsync ||= generators.some((generator) => generator.is_async);
    const before = this.late;
    this.iteration(first);
    for (const generator of rest) {
      this.iterables++;
      this.expr(generator.iter);
      this.iterables--;
      this.iteration(generator);
    }
    this.iterables = outer;
    this.many(elements);
    const { scope } = this;
    if (own) this.leave();
    if (own && scope.isAsync) this.asyncComprehension(node, before);
  }
  private iteration({ target, ifs }: Comprehension): void {
    if (target.type === 'Starred') this.code('starred assignment target must be in a list or tuple', target);
    this.bindIteration(target);
    this.expr(target);
    const was = this.iterables;
    this.many(ifs);
    this.iterables = was;
  }
  private bindIteration(target: Expr): void {
    if (target.type === 'Name') {
      const mark = this.scope.mark(target.id);
      if (mark.nonlocal && this.scope.kind === 'comprehension')
        this.symbolIn(`comprehension inner loop cannot rebind assignment expression target '${target.id}'`, target);
      mark.iteration = true;
    } else if (target.type === 'Tuple' || target.type === 'List')
      for (const each of target.elts) this.bindIteration(each);
    else if (target.type === 'Starred') this.bindIteration(target.value);
  }
  /** An asynchronous comprehension, its own scope just left, stands in `this.scope`: PEP 530, and bpo-33346 for those inside others. */
  private asyncComprehension(node: Expr, before: SyntaxFault | null): void {
    const { scope } = this;
    if (node.type === 'GeneratorExp' && this.since('3.7')) return;
    if (scope.kind === 'module' && this.options.topLevelAwait === true) return;
    if (scope.kind === 'comprehension' && this.since('3.11')) {
      scope.isAsync = true;
      return;
    }
    if (scope.isAsync) return;
    this.late = before;
    const nowhere = this.since('3.8') && !this.since('3.9');
    // 3.8 forgot to say where
    this.code(
      'asynchronous comprehension outside of an asynchronous function',
      nowhere ? { line: 0, col: 0, endLine: 0, endCol: 0 } : node,
    );
  }
}
