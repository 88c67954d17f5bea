/**
 * What a tree may be refused for after it has parsed: names declared twice, `return` outside a function, and the like.
 * CPython finds these in two later passes, the symbol table's and then the compiler's; a fault of the first outranks one
 * of the second, wherever each is. https://docs.python.org/3/reference/executionmodel.html#naming-and-binding
 */
import type { Arguments, Comprehension, Expr, ExprOf, Position, Root, Stmt, StmtOf, TypeParam } from './ast.ts';
import { checkPattern } from './check-patterns.ts';
import type { Era } from './eras.ts';
import { atLeast, futureNames, has } from './eras.ts';
import { notices } from './notices.ts';
import type { SourceText, SyntaxNotice } from './syntax-error.ts';
import { SyntaxFault } from './syntax-error.ts';

export interface CheckOptions {
  era: Era;
  topLevelAwait?: boolean;
  futures?: ReadonlySet<string>;
  warn?: (notice: SyntaxNotice) => void;
}

interface Mark {
  parameter: boolean;
  assigned: boolean;
  used: boolean;
  annotated: boolean;
  global: boolean;
  nonlocal: boolean;
  iteration: boolean;
}
type ScopeKind = 'module' | 'class' | 'function' | 'comprehension' | 'annotation';

class Scope {
  readonly kind: ScopeKind;
  readonly parent: Scope | null;
  readonly names = new Map<string, Mark>();
  /** What Python calls it in messages: of a comprehension its form, of an annotation scope its place. */
  readonly what: string;
  /** The function, comprehension or class it is the scope of. */
  readonly at: Position | null;
  isAsync = false;
  isGenerator = false;
  /** Names that this scope, or one inside it, takes from a function outside. */
  outside: { name: string; at: Position }[] = [];
  /** Where a name was first declared global or nonlocal. */
  readonly declared = new Map<string, Position>();
  returns: Position | null = null;
  loops = 0;
  blocks = 0;
  /** Inside `except*`, where no jump may leave. */
  starHandler = false;
  inFinally = false;

  constructor(kind: ScopeKind, parent: Scope | null, what = '', at: Position | null = null) {
    this.kind = kind;
    this.parent = parent;
    this.what = what;
    this.at = at;
  }
  mark(name: string): Mark {
    let mark = this.names.get(name);
    if (mark === undefined) {
      mark = {
        parameter: false,
        assigned: false,
        used: false,
        annotated: false,
        global: false,
        nonlocal: false,
        iteration: false,
      };
      this.names.set(name, mark);
    }
    return mark;
  }
}

/** Trees deeper than this are refused, as CPython does at some such depth, before they exhaust a stack. */
const deepest = 3000;
const mostBlocks = 20;
const comprehensionNames: Record<string, string> = {
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  GeneratorExp: 'generator expression',
};

export class Checker {
  readonly source: SourceText;
  readonly era: Era;
  private readonly options: CheckOptions;
  private readonly py3: boolean;
  private scope = new Scope('module', null);
  private early: SyntaxFault | null = null;
  private analysed: SyntaxFault | null = null;
  private late: SyntaxFault | null = null;
  private iterables = 0;
  private depth = 0;

  constructor(source: SourceText, options: CheckOptions) {
    this.source = source;
    this.era = options.era;
    this.options = options;
    this.py3 = atLeast(options.era, '3.0');
  }
  private since(version: string): boolean {
    return atLeast(this.era, version);
  }
  warn(category: SyntaxNotice['category'], message: string, line: number): void {
    this.options.warn?.({ category, message, line });
  }

  private fault(message: string, at: Position): SyntaxFault {
    if (!this.py3) return this.source.fault('SyntaxError', message, at.line, null);
    const fault = this.source.fault('SyntaxError', message, at.line, at.col, at.endLine, at.endCol);
    if (fault.col !== null && !this.since('3.8')) fault.col--;
    return fault;
  }
  /** A fault of the symbol table. */
  private symbol(message: string, at: Position): void {
    this.early ??= this.fault(message, at);
  }
  /** A fault of the symbol table, for which Pythons before 3.9 pointed at the scope around it. */
  private symbolIn(message: string, at: Position): void {
    const { scope } = this;
    this.symbol(message, this.since('3.9') ? at : (scope.at ?? at));
  }
  /** A fault of the compiler proper. */
  code(message: string, at: Position): void {
    this.late ??= this.fault(message, at);
  }
  private deep(at: Position): SyntaxFault {
    const place = { filename: this.source.filename, line: at.line, col: null, endLine: null, endCol: null, text: null };
    return new SyntaxFault('RecursionError', 'maximum recursion depth exceeded during compilation', place);
  }

  /** Throws the fault that Python would report, if there is one. */
  check(root: Root): void {
    if (root.type === 'Expression') this.expr(root.body);
    else {
      this.futureStatements(root.body);
      this.body(root.body);
    }
    this.leave();
    const found = this.early ?? this.analysed ?? this.late;
    if (found !== null) throw found;
  }
  private futureStatements(body: Stmt[]): void {
    if (!this.since('2.1')) return;
    let done = false;
    let docstring = false;
    for (const stmt of body) {
      if (stmt.type === 'ImportFrom' && stmt.module === '__future__' && stmt.level === 0) {
        if (done) throw this.fault('from __future__ imports must occur at the beginning of the file', stmt);
        for (const { name } of stmt.names) {
          const known = futureNames.find((row) => row.name === name);
          if (known !== undefined && atLeast(this.era, known.since)) continue;
          const fault = this.fault(name === 'braces' ? 'not a chance' : `future feature ${name} is not defined`, stmt);
          fault.endCol = null;
          throw fault;
        }
      } else if (
        stmt.type === 'Expr' &&
        stmt.value.type === 'Constant' &&
        (stmt.value.kind === 'str' || stmt.value.kind === 'unicode') &&
        !docstring
      )
        docstring = true;
      else done = true;
    }
  }

  private enter(kind: ScopeKind, what = '', at: Position | null = null): Scope {
    this.scope = new Scope(kind, this.scope, what, at);
    return this.scope;
  }
  /** Ends a scope: what the scopes inside it take from outside must be bound here or further out. */
  private leave(): void {
    const { scope } = this;
    const { parent } = scope;
    for (const { name, at } of scope.outside) {
      const mark = scope.names.get(name);
      if (mark?.nonlocal === true && scope.declared.get(name) !== undefined) {
        if (mark.global)
          this.analysed ??= this.fault(`name '${name}' is nonlocal and global`, scope.declared.get(name) ?? at);
        else if (parent === null || parent.kind === 'module') this.analysed ??= this.unbound(name, at);
        else parent.outside.push({ name, at });
        continue;
      }
      if (scope.kind === 'class' && name === '__class__') continue;
      if (scope.kind !== 'class' && mark !== undefined) {
        if (mark.global) this.analysed ??= this.unbound(name, at);
        if (mark.global || mark.assigned || mark.parameter || mark.iteration) {
          if (scope.kind === 'annotation' && scope.what === 'the definition of a generic')
            this.analysed ??= this.fault(`nonlocal binding not allowed for type parameter '${name}'`, at);
          continue;
        }
      }
      if (parent === null || parent.kind === 'module') this.analysed ??= this.unbound(name, at);
      else parent.outside.push({ name, at });
    }
    this.scope = parent ?? scope;
  }
  private unbound(name: string, at: Position): SyntaxFault {
    let inside: Scope | null = this.scope;
    while (inside !== null && inside.kind !== 'class') inside = inside.parent;
    const mangled = inside !== null && /^__.*[^_]_?$/.test(name) ? `_${inside.what.replace(/^_+/, '')}${name}` : name;
    return this.fault(`no binding for nonlocal '${mangled}' found`, at);
  }
  /** The function, or the module or class, that a comprehension stands in. */
  private get home(): Scope {
    let { scope } = this;
    while ((scope.kind === 'comprehension' || scope.kind === 'annotation') && scope.parent !== null)
      scope = scope.parent;
    return scope;
  }

  private assign(name: string, at: Position): void {
    if (name === '__debug__')
      this.code(this.since('3.8') || !this.py3 ? 'cannot assign to __debug__' : 'assignment to keyword', at);
    this.scope.mark(name).assigned = true;
  }

  private body(body: Stmt[]): void {
    for (const stmt of body) this.stmt(stmt);
  }
  private block(body: Stmt[], at: Position): void {
    if (++this.scope.blocks > mostBlocks) this.code('too many statically nested blocks', at);
    this.body(body);
    this.scope.blocks--;
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
        this.block(node.body, node);
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
        for (const { name, asname } of node.names) this.assign(asname ?? name.split('.')[0] ?? name, node);
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
    this.scope.blocks += node.finalbody.length > 0 ? 1 : 0;
    this.block(node.body, node);
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
      this.block(handler.body, handler);
      this.scope.starHandler = was;
    });
    this.scope.loops = loops;
    this.body(node.orelse);
    this.scope.blocks -= node.finalbody.length > 0 ? 1 : 0;
    const inFinally = this.scope.inFinally;
    this.scope.inFinally = true;
    this.body(node.finalbody);
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
  private valueFromGenerator(scope: Scope, at: Position): void {
    if (scope.returns === null) return;
    if (scope.isAsync) this.code("'return' with value in async generator", scope.returns);
    else if (!this.since('3.3')) this.symbol("'return' with argument inside generator", at);
  }
  private annAssign(node: StmtOf<'AnnAssign'>): void {
    const { target } = node;
    if (target.type === 'Name') {
      const mark = this.scope.mark(target.id);
      if ((mark.global || mark.nonlocal) && this.scope.kind !== 'module' && node.simple)
        this.symbol(`annotated name '${target.id}' can't be ${mark.global ? 'global' : 'nonlocal'}`, node);
      if (node.simple) mark.annotated = true;
      if (target.id === '__debug__' && node.value === null) this.assign(target.id, node);
      else if (node.simple || node.value !== null) this.assign(target.id, target);
    } else this.expr(target);
    this.annotation(node.annotation);
    if (node.value !== null) this.expr(node.value);
  }
  private declaration(node: StmtOf<'Global' | 'Nonlocal'>): void {
    const word = node.type === 'Global' ? 'global' : 'nonlocal';
    for (const name of node.names) {
      if (word === 'nonlocal' && this.scope.kind === 'module')
        this.symbol('nonlocal declaration not allowed at module level', node);
      const mark = this.scope.mark(name);
      if (mark.parameter) this.parameterDeclared(name, word, node);
      else if (mark.used || mark.annotated || mark.assigned) {
        const message = mark.used
          ? `name '${name}' is used prior to ${word} declaration`
          : mark.annotated
            ? `annotated name '${name}' can't be ${word}`
            : `name '${name}' is assigned to before ${word} declaration`;
        if (this.since('3.6')) this.symbol(message, node);
        else this.warn('SyntaxWarning', message, node.line);
      }
      mark[word] = true;
      if (!this.scope.declared.has(name)) this.scope.declared.set(name, node);
      if (word === 'nonlocal') this.scope.outside.push({ name, at: node });
    }
  }
  private parameterDeclared(name: string, word: string, node: Position): void {
    if (!this.py3) this.symbol(`name '${name}' is local and global`, this.scope.at ?? node);
    else if (this.since('3.8')) this.symbol(`name '${name}' is parameter and ${word}`, node);
    else this.analysed ??= this.fault(`name '${name}' is parameter and ${word}`, node);
  }
  private needsAsync(what: string, at: Position): void {
    const { scope } = this;
    if (scope.kind === 'module' && this.options.topLevelAwait === true) return;
    if (scope.kind !== 'function' || !scope.isAsync) this.code(`${what} outside async function`, at);
  }

  private generic(params: TypeParam[], wanted: boolean, inside: () => void): void {
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
  private annotations(args: Arguments, returns: Expr | null): void {
    const all = [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg];
    for (const arg of all) if (arg?.annotation) this.annotation(arg.annotation);
    if (returns !== null) this.annotation(returns);
  }
  private annotation(node: Expr): void {
    const deferred = this.options.futures?.has('annotations') === true || this.since('3.14');
    if (deferred) this.enter('annotation', 'an annotation');
    this.expr(node.type === 'Starred' ? node.value : node);
    if (deferred) this.leave();
  }
  private function(at: Position, args: Arguments, body: () => void, isAsync: boolean): void {
    const scope = this.enter('function', '', at);
    scope.isAsync = isAsync;
    const all = [...args.posonlyargs, ...args.args, ...args.kwonlyargs, args.vararg, args.kwarg];
    const add = (name: string, at: Position): void => {
      if (scope.names.get(name)?.parameter === true)
        this.symbolIn(`duplicate argument '${name}' in function definition`, at);
      if (name === '__debug__') this.assign(name, at);
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

  private many(nodes: (Expr | null)[]): void {
    for (const node of nodes) if (node !== null) this.expr(node);
  }
  /** The leftmost part of a chain such as `a.b(c)[d] + e`, after which its links are visited outwards: chains may be long. */
  private expr(node: Expr): void {
    const links: Expr[] = [];
    let inner = node;
    for (;;) {
      links.push(inner);
      if (inner.type === 'BinOp') inner = inner.left;
      else if (inner.type === 'Attribute' || inner.type === 'Subscript') inner = inner.value;
      else if (inner.type === 'Call') inner = inner.func;
      else break;
    }
    this.depth += links.length;
    if (this.depth > deepest) throw this.deep(node);
    const count = links.length;
    for (let link = links.pop(); link !== undefined; link = links.pop()) {
      this.link(link);
      notices(this, link);
    }
    this.depth -= count;
  }
  private link(node: Expr): void {
    switch (node.type) {
      case 'BinOp':
        this.expr(node.right);
        return;
      case 'Attribute':
        if (node.attr === '__debug__' && node.ctx !== 'Load' && this.since('3.9'))
          this.code(`cannot ${node.ctx === 'Del' ? 'delete' : 'assign to'} __debug__`, node);
        return;
      case 'Subscript':
        this.elements(node.slice);
        return;
      case 'Call':
        for (const arg of node.args) this.expr(arg.type === 'Starred' ? arg.value : arg);
        this.keywords(node.keywords);
        return;
      case 'BoolOp':
        this.many(node.values);
        return;
      case 'NamedExpr':
        this.namedExpr(node);
        return;
      case 'UnaryOp':
        this.expr(node.operand);
        return;
      case 'Lambda':
        this.many(node.args.defaults);
        this.many(node.args.kw_defaults);
        this.function(node, node.args, () => this.expr(node.body), false);
        return;
      case 'IfExp':
        this.many([node.test, node.body, node.orelse]);
        return;
      case 'Dict':
        this.many(node.keys);
        this.many(node.values);
        return;
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
        this.comprehension(node, [node.elt], node.generators);
        return;
      case 'DictComp':
        this.comprehension(node, [node.value, node.key], node.generators);
        return;
      case 'Await':
        this.await_(node);
        return;
      case 'Yield':
      case 'YieldFrom':
        this.yield_(node);
        return;
      case 'Compare':
        this.expr(node.left);
        this.many(node.comparators);
        return;
      case 'FormattedValue':
        this.many([node.value, node.format_spec]);
        return;
      case 'JoinedStr':
        this.many(node.values);
        return;
      case 'Starred':
        this.code("can't use starred expression here", node);
        this.expr(node.value);
        return;
      case 'Name':
        this.name(node);
        return;
      case 'Set':
      case 'List':
      case 'Tuple':
        this.elements(node);
        return;
      case 'Slice':
        this.many([node.lower, node.upper, node.step]);
        return;
      case 'Repr':
        this.expr(node.value);
        return;
      case 'Constant':
    }
  }
  private name(node: ExprOf<'Name'>): void {
    if (node.ctx === 'Load') this.scope.mark(node.id).used = true;
    else if (node.ctx === 'Del' && node.id === '__debug__') this.code('cannot delete __debug__', node);
    else this.assign(node.id, node);
  }
  /** The elements of a display or an index, of which some may be starred. */
  private elements(node: Expr): void {
    if (node.type !== 'List' && node.type !== 'Tuple' && node.type !== 'Set') {
      this.expr(node);
      return;
    }
    let stars = 0;
    node.elts.forEach((each, i) => {
      if (each.type !== 'Starred') {
        this.expr(each);
        return;
      }
      if (node.type !== 'Set' && node.ctx === 'Store') {
        if (++stars === 2)
          this.code(
            this.since('3.9') ? 'multiple starred expressions in assignment' : 'two starred expressions in assignment',
            node,
          );
        if (i >= 256 || node.elts.length - i - 1 >= 1 << 24)
          this.code('too many expressions in star-unpacking assignment', node);
      }
      this.expr(each.value);
    });
  }
  private keywords(
    keywords: { arg: string | null; value: Expr; line: number; col: number; endLine: number; endCol: number }[],
  ): void {
    const seen = new Set<string>();
    for (const keyword of keywords) {
      if (keyword.arg !== null) {
        if (keyword.arg === '__debug__' && this.since('3.9')) this.code('cannot assign to __debug__', keyword);
        if (seen.has(keyword.arg)) this.code(`keyword argument repeated: ${keyword.arg}`, keyword);
        seen.add(keyword.arg);
      }
      this.expr(keyword.value);
    }
  }

  /** Refuses what an annotation scope (PEP 695, PEP 649) may not hold. */
  private inAnnotation(what: string, at: Position): boolean {
    const { scope } = this;
    if (scope.kind !== 'annotation') return false;
    this.symbol(`${what} cannot be used within ${scope.what}`, at);
    return true;
  }
  private await_(node: ExprOf<'Await'>): void {
    this.inAnnotation('await expression', node);
    const { home } = this;
    if (this.scope.kind === 'comprehension') this.scope.isAsync = true;
    else if (!(home.kind === 'module' && this.options.topLevelAwait === true)) {
      if (home.kind !== 'function') this.code("'await' outside function", node);
      else if (!home.isAsync) this.code("'await' outside async function", node);
    }
    this.expr(node.value);
  }
  private yield_(node: ExprOf<'Yield' | 'YieldFrom'>): void {
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
  private namedExpr(node: ExprOf<'NamedExpr'>): void {
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

  private comprehension(node: Expr, elements: Expr[], generators: Comprehension[]): void {
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

/** Throws a SyntaxFault where CPython's symbol table or compiler would refuse the tree. */
export function check(root: Root, source: SourceText, options: CheckOptions): void {
  new Checker(source, options).check(root);
}
