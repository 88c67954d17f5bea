/** What functions, generics and annotations refuse, and where `yield` and `await` may not stand. */
import type { Arguments, Expr, ExprOf, Position, TypeParam } from '../ast.ts';
import { has } from '../eras.ts';
import { Findings } from './findings.ts';
import type { Scope } from './scope.ts';

export abstract class Functions extends Findings {
  protected abstract expr(node: Expr): void;

  protected generic(params: TypeParam[], wanted: boolean, inside: () => void): void {
    if (!wanted || params.length === 0) {
      inside();
      return;
    }
    this.enter('annotation', 'the definition of a generic');
    let defaults = false;
    for (const param of params) {
      if (this.scope.names.has(param.name)) this.symbol(`duplicate type parameter '${param.name}'`, param);
      this.scope.mark(param.name).assigned = true;
      if (param.bound !== null) {
        this.enter(
          'annotation',
          param.bound.type === 'Tuple' && this.since('3.13') ? 'a TypeVar constraint' : 'a TypeVar bound',
        );
        this.expr(param.bound);
        this.leave();
      }
      if (param.default_value !== null) {
        defaults = true;
        this.enter('annotation', `a ${param.type} default`);
        this.expr(param.default_value.type === 'Starred' ? param.default_value.value : param.default_value);
        this.leave();
      } else if (defaults)
        this.symbol(`non-default type parameter '${param.name}' follows default type parameter`, param);
    }
    inside();
    this.leave();
  }
  protected annotations(args: Arguments, returns: Expr | null): void {
    const all = [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg];
    for (const arg of all) if (arg?.annotation) this.annotation(arg.annotation);
    if (returns !== null) this.annotation(returns);
  }
  protected annotation(node: Expr): void {
    const deferred = this.options.futures?.has('annotations') === true || this.since('3.14');
    if (deferred) this.enter('annotation', 'an annotation');
    this.expr(node.type === 'Starred' ? node.value : node);
    if (deferred) this.leave();
  }
  protected function(at: Position, args: Arguments, body: () => void, isAsync: boolean): void {
    const scope = this.enter('function', '', at);
    scope.isAsync = isAsync;
    const all = [...args.posonlyargs, ...args.args, ...args.kwonlyargs, args.vararg, args.kwarg];
    const add = (name: string, at: Position): void => {
      if (scope.names.get(name)?.parameter === true)
        this.symbolIn(`duplicate argument '${name}' in function definition`, at);
      if (name === '__debug__') this.assign(name, at);
      this.announce(name, at);
      scope.mark(name).parameter = true;
    };
    for (const arg of all) if (arg !== null && arg.target === undefined) add(arg.arg, arg);
    for (const arg of all) if (arg?.target !== undefined) this.unpacked(arg.target, add);
    body();
    this.leave();
  }
  private unpacked(target: Expr, add: (name: string, at: Position) => void): void {
    if (target.type === 'Name') add(target.id, target);
    else if (target.type === 'Tuple') for (const each of target.elts) this.unpacked(each, add);
  }

  /** Refuses what an annotation scope (PEP 695, PEP 649) may not hold. */
  protected inAnnotation(what: string, at: Position): boolean {
    const { scope } = this;
    if (scope.kind !== 'annotation') return false;
    this.symbol(`${what} cannot be used within ${scope.what}`, at);
    return true;
  }
  protected await_(node: ExprOf<'Await'>): void {
    this.inAnnotation('await expression', node);
    const { home } = this;
    if (this.scope.kind === 'comprehension') this.scope.isAsync = true;
    else if (!(home.kind === 'module' && this.options.topLevelAwait === true)) {
      if (home.kind !== 'function') this.code("'await' outside function", node);
      else if (!home.isAsync) this.code("'await' outside async function", node);
    }
    this.expr(node.value);
  }
  protected needsAsync(what: string, at: Position): void {
    const { scope } = this;
    if (scope.kind === 'module' && this.options.topLevelAwait === true) return;
    if (scope.kind !== 'function' || !scope.isAsync) this.code(`${what} outside async function`, at);
  }
  protected yield_(node: ExprOf<'Yield' | 'YieldFrom'>): void {
    const { scope } = this;
    if (this.inAnnotation('yield expression', node)) return;
    if (scope.kind === 'comprehension') {
      if (this.since('3.8')) this.symbolIn(`'yield' inside ${scope.what}`, node);
    } else if (scope.kind !== 'function')
      this.code(
        node.type === 'YieldFrom' && this.since('3.13') ? "'yield from' outside function" : "'yield' outside function",
        node,
      );
    else if (node.type === 'YieldFrom' && scope.isAsync) this.code("'yield from' inside async function", node);
    else if (scope.isAsync && !has(this.era, 'asynchronous generator'))
      this.code("'yield' inside async function", node);
    scope.isGenerator = true;
    this.valueFromGenerator(scope, node);
    if (node.value !== null) this.expr(node.value);
  }
  protected valueFromGenerator(scope: Scope, at: Position): void {
    if (scope.returns === null) return;
    if (scope.isAsync) this.code("'return' with value in async generator", scope.returns);
    else if (!this.since('3.3')) this.symbol("'return' with argument inside generator", at);
  }
}
