/** What statements refuse. */
import type { Expr, Position, Stmt, StmtOf } from '../ast.ts';
import { has } from '../eras.ts';
import { notices } from '../notices.ts';
import { Declarations } from './declarations.ts';
import { deepest } from './findings.ts';
import { checkPattern } from './patterns.ts';

export abstract class Statements extends Declarations {
  protected body(body: Stmt[]): void {
    for (const stmt of body) this.stmt(stmt);
  }
  /** A body that takes one of the blocks that CPython has for each frame, or none, or two. */
  private block(body: Stmt[], at: Position, blocks = 1): void {
    const { scope } = this;
    for (let n = 0; n < blocks; n++) this.enterBlock(at);
    this.body(body);
    scope.blocks -= blocks;
  }
  private enterBlock(at: Position): void {
    // CPython keeps so many in a frame, and since 3.11 one for the function itself, which 3.13 no longer counts.
    if (++this.scope.blocks > (this.since('3.13') ? 21 : 20)) this.code('too many statically nested blocks', at);
  }
  private loop(body: Stmt[], at: Position): void {
    this.scope.loops++;
    const { starHandler, inFinally } = this.scope;
    this.scope.starHandler = this.scope.inFinally = false;
    this.block(body, at);
    Object.assign(this.scope, { starHandler, inFinally });
    this.scope.loops--;
  }

  private stmt(node: Stmt): void {
    if (++this.depth > deepest) throw this.deep(node);
    switch (node.type) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        this.assign(node.name, node);
        this.many(node.decorator_list);
        this.many(node.args.defaults);
        this.many(node.args.kw_defaults);
        this.generic(node.type_params, node.type_params.length > 0, () => {
          this.annotations(node.args, node.returns);
          this.function(node, node.args, () => this.body(node.body), node.type === 'AsyncFunctionDef');
        });
        break;
      case 'ClassDef':
        this.assign(node.name, node);
        this.many(node.decorator_list);
        this.generic(node.type_params, node.type_params.length > 0, () => {
          for (const base of node.bases) this.expr(base.type === 'Starred' ? base.value : base);
          this.keywords(node.keywords);
          this.enter('class', node.name);
          this.body(node.body);
          this.leave();
        });
        break;
      case 'Return':
        this.return_(node);
        break;
      case 'Delete':
        for (const target of node.targets) this.expr(target);
        break;
      case 'Assign':
        this.expr(node.value);
        for (const target of node.targets) {
          if (target.type === 'Starred') this.code('starred assignment target must be in a list or tuple', target);
          this.expr(target);
        }
        break;
      case 'TypeAlias':
        this.expr(node.name);
        this.generic(node.type_params, true, () => {
          this.enter('annotation', 'a type alias');
          this.expr(node.value);
          this.leave();
        });
        break;
      case 'AugAssign':
        this.expr(node.target);
        this.expr(node.value);
        break;
      case 'AnnAssign':
        this.annAssign(node);
        break;
      case 'For':
      case 'AsyncFor':
        if (node.type === 'AsyncFor') this.needsAsync("'async for'", node);
        this.expr(node.iter);
        if (node.target.type === 'Starred')
          this.code('starred assignment target must be in a list or tuple', node.target);
        this.expr(node.target);
        this.loop(node.body, node);
        this.body(node.orelse);
        break;
      case 'While':
        this.expr(node.test);
        this.unlessDead(node.test, () => this.loop(node.body, node));
        this.body(node.orelse);
        break;
      case 'If':
        this.expr(node.test);
        this.unlessDead(node.test, () => this.body(node.body));
        this.elif(node.orelse);
        break;
      case 'With':
      case 'AsyncWith':
        if (node.type === 'AsyncWith') this.needsAsync("'async with'", node);
        for (const { context_expr, optional_vars } of node.items) {
          this.expr(context_expr);
          if (optional_vars !== null) {
            if (optional_vars.type === 'Starred')
              this.code('starred assignment target must be in a list or tuple', optional_vars);
            this.expr(optional_vars);
          }
        }
        // Each manager is a block of its own, inside those before it.
        for (const { context_expr } of node.items.slice(1)) this.enterBlock(context_expr);
        this.block(node.body, node);
        this.scope.blocks -= node.items.length - 1;
        break;
      case 'Match':
        this.expr(node.subject);
        node.cases.forEach(({ pattern, guard, body }, i) => {
          checkPattern(this, pattern, i === node.cases.length - 1 || guard !== null, (name, at) =>
            this.assign(name, at),
          );
          if (guard !== null) this.expr(guard);
          this.body(body);
        });
        break;
      case 'Raise':
        this.many([node.exc, node.cause, node.inst, node.tback]);
        break;
      case 'Try':
      case 'TryStar':
        this.try_(node);
        break;
      case 'Assert':
        this.many([node.test, node.msg]);
        break;
      case 'Import':
        for (const { name, asname } of node.names) {
          if (asname === null && name.includes('.')) this.bind(name.split('.')[0] ?? name, node);
          else this.assign(asname ?? name, node);
        }
        break;
      case 'ImportFrom':
        for (const { name, asname } of node.names) {
          if (name !== '*') this.assign(asname ?? name, node);
          else if (this.scope.kind !== 'module') {
            if (this.py3)
              this.symbolIn(
                'import * only allowed at module level',
                this.since('3.10') ? (node.names[0] ?? node) : node,
              );
            else this.warn('SyntaxWarning', 'import * only allowed at module level', node.line);
          }
        }
        break;
      case 'Global':
      case 'Nonlocal':
        this.declaration(node);
        break;
      case 'Expr':
        this.expr(node.value);
        break;
      case 'Print':
        this.many([node.dest, ...node.values]);
        break;
      case 'Exec':
        this.many([node.body, node.globals, node.locals]);
        break;
      case 'Break':
        if (this.scope.starHandler)
          this.code("'break', 'continue' and 'return' cannot appear in an except* block", node);
        else if (this.scope.loops === 0) this.code("'break' outside loop", node);
        break;
      case 'Continue':
        if (this.scope.starHandler)
          this.code("'break', 'continue' and 'return' cannot appear in an except* block", node);
        else if (this.scope.inFinally && !has(this.era, 'continue in finally'))
          this.code("'continue' not supported inside 'finally' clause", node);
        else if (this.scope.loops === 0) this.code("'continue' not properly in loop", node);
        break;
      case 'Pass':
        break;
    }
    notices(this, node);
    this.depth--;
  }
  /** Before 3.8 what stands under `if 0:` was not compiled, and so not refused by the compiler. */
  private unlessDead(test: Expr, inside: () => void): void {
    const before = this.late;
    inside();
    if (
      !this.since('3.8') &&
      test.type === 'Constant' &&
      (test.value === '0' || test.value === 0 || test.value === '' || test.kind === 'False' || test.kind === 'None')
    )
      this.late = before;
  }
  /** A chain of `elif` is as deep as it is long: it is walked without recursion. */
  private elif(orelse: Stmt[]): void {
    let rest = orelse;
    for (let only = rest[0]; rest.length === 1 && only?.type === 'If'; only = rest[0]) {
      this.expr(only.test);
      this.body(only.body);
      rest = only.orelse;
    }
    this.body(rest);
  }
  private try_(node: StmtOf<'Try' | 'TryStar'>): void {
    const guarded = node.finalbody.length > 0;
    const handled = node.handlers.length > 0;
    if (guarded) this.enterBlock(node);
    this.block(node.body, node, handled ? 1 : 0);
    const handlerBlocks = this.since('3.9') ? 2 : this.py3 ? 1 : 0;
    const was = this.scope.starHandler;
    const loops = this.scope.loops;
    node.handlers.forEach((handler, i) => {
      if (handler.exc === null && i < node.handlers.length - 1)
        this.code(
          "default 'except:' must be last",
          this.since('3.9') ? handler : (node.body[node.body.length - 1] ?? handler),
        );
      if (handler.exc !== null) this.expr(handler.exc);
      if (handler.name !== null) {
        if (handler.name.type === 'Name') this.assign(handler.name.id, handler);
        else this.expr(handler.name);
      }
      this.scope.starHandler = node.type === 'TryStar';
      this.block(handler.body, handler, handlerBlocks);
      this.scope.starHandler = was;
    });
    this.scope.loops = loops;
    this.body(node.orelse);
    if (guarded) this.scope.blocks--;
    const inFinally = this.scope.inFinally;
    this.scope.inFinally = true;
    this.block(node.finalbody, node, guarded ? 1 : 0);
    this.scope.inFinally = inFinally;
  }
  private return_(node: StmtOf<'Return'>): void {
    const { scope } = this;
    if (scope.starHandler) this.code("'break', 'continue' and 'return' cannot appear in an except* block", node);
    if (scope.kind !== 'function') this.code("'return' outside function", node);
    if (node.value !== null) {
      this.expr(node.value);
      scope.returns ??= node;
      if (scope.isGenerator) this.valueFromGenerator(scope, node);
    }
  }
}
