/**
 * Which variable a name means: one Scope per block, as in CPython's symbol table.
 * Source: https://docs.python.org/3/reference/executionmodel.html#naming-and-binding; PEP 227 (nested scopes), 3104 (nonlocal), 572 (named expressions), 695 (type parameters).
 */
import type { Arguments, Comprehension, Expr, FunctionDef, Pattern, Root, Stmt, TypeParam } from './ast.ts';
import type { Era } from './eras.ts';
import { atLeast, has } from './eras.ts';

export type ScopeKind = 'module' | 'class' | 'function' | 'lambda' | 'comprehension' | 'typeparams';

/** local: a variable of this block; free: of an enclosing function; global: of the module or built in; name: looked up in the block's namespace first. */
export type Resolution =
  | { kind: 'local'; owner: Scope }
  | { kind: 'free'; owner: Scope }
  | { kind: 'global' }
  /** In a class body (or a module with its own locals): the namespace, then `owner`'s variable if there is one, then the globals. */
  | { kind: 'name'; owner: Scope | null };

export class Scope {
  readonly kind: ScopeKind;
  readonly name: string;
  readonly parent: Scope | null;
  /** Name of the innermost class, for mangling `__private`; null outside classes. */
  readonly className: string | null;
  readonly params: string[] = [];
  /** Names bound here, in order of first binding. */
  readonly bound = new Set<string>();
  readonly used = new Set<string>();
  readonly globals = new Set<string>();
  readonly nonlocals = new Set<string>();
  /** Variables of this block that an inner block uses. */
  readonly captured = new Set<string>();
  /** Variables of this block that may change while one of its expressions is evaluated: assigned by inner blocks or `:=`. */
  readonly unstable = new Set<string>();
  /** Variables that `del` or the end of an `except … as` makes unbound, wherever that happens. */
  readonly killed = new Set<string>();
  /** Variables of enclosing functions used here, in order. */
  readonly free = new Set<string>();
  hasYield = false;
  hasAwait = false;
  /** A function with an `exec` statement: what that binds besides the function's own variables, `$x` has. */
  execs = false;
  /** A class whose methods use `__class__` or `super`. */
  needsClassCell = false;
  /** A module or class whose names are looked up in a namespace of their own. */
  readonly split: boolean;
  private readonly resolved = new Map<string, Resolution>();
  /** Before 2.1 a function saw its own names and the module's, nothing in between. */
  private readonly nested: boolean;

  constructor(kind: ScopeKind, name: string, parent: Scope | null, nested: boolean, split = kind === 'class') {
    this.kind = kind;
    this.name = name;
    this.parent = parent;
    this.nested = nested;
    this.split = split;
    this.className = kind === 'class' ? name : (parent?.className ?? null);
  }

  /** Blocks whose variables are JavaScript variables. */
  get isFunction(): boolean {
    return this.kind !== 'module' && this.kind !== 'class';
  }

  /** The variables of this very block. */
  get variables(): string[] {
    return [...this.bound].filter((n) => !this.globals.has(n) && !this.nonlocals.has(n));
  }

  resolve(name: string): Resolution {
    let r = this.resolved.get(name);
    if (r === undefined) {
      r = this.find(name);
      this.resolved.set(name, r);
      if (r.kind === 'free' || (r.kind === 'name' && r.owner !== null)) {
        const owner = r.owner!;
        owner.captured.add(name);
        for (let s: Scope | null = this; s !== null && s !== owner; s = s.parent) s.free.add(name);
      }
    }
    return r;
  }

  private find(name: string): Resolution {
    if (this.globals.has(name)) return { kind: 'global' };
    if (this.nonlocals.has(name)) {
      const owner = this.enclosing(name);
      return owner === null ? { kind: 'global' } : { kind: 'free', owner };
    }
    if (this.isFunction) {
      if (this.bound.has(name)) return { kind: 'local', owner: this };
      // PEP 695: a block of type parameters directly in a class sees the class's names.
      if (this.kind === 'typeparams' && this.parent!.kind === 'class') return this.parent!.resolve(name);
      const owner = this.enclosing(name);
      if (owner !== null) return { kind: 'free', owner };
      return { kind: 'global' };
    }
    if (!this.split) return { kind: 'global' };
    return { kind: 'name', owner: this.kind === 'class' && !this.bound.has(name) ? this.enclosing(name) : null };
  }

  private enclosing(name: string): Scope | null {
    if (!this.nested && this.kind !== 'comprehension') return null;
    for (let s = this.parent; s !== null; s = s.parent) {
      if (s.kind === 'class') {
        if (name === '__class__' && s.needsClassCell) return s;
        continue;
      }
      if (s.kind === 'module') return null;
      if (s.globals.has(name)) return null;
      if (s.nonlocals.has(name)) continue;
      if (s.bound.has(name)) return s;
      if (!this.nested && s.kind !== 'comprehension') return null;
    }
    return null;
  }
}

/** `__name` in a class becomes `_Class__name`. */
export function mangle(scope: Scope, name: string): string {
  if (scope.className === null || !name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const cls = scope.className.replace(/^_+/, '');
  return cls === '' ? name : `_${cls}${name}`;
}

type Node = object;

export interface SymbolTable {
  root: Scope;
  /** The block that a function, lambda, class or comprehension makes. */
  of(node: Node): Scope;
  /** The block of the type parameters of a definition. */
  typeParams(node: Node): Scope;
}

/** Builds the blocks of a source text and resolves every name in it. */
export function analyse(root: Root, era: Era, split: boolean): SymbolTable {
  return new Builder(root, era, split);
}

class Builder implements SymbolTable {
  readonly root: Scope;
  private readonly scopes = new Map<Node, Scope>();
  private readonly params = new Map<Node, Scope>();
  private readonly era: Era;
  private readonly nested: boolean;
  private scope: Scope;

  constructor(root: Root, era: Era, split: boolean) {
    this.era = era;
    this.nested = has(era, 'nested scopes');
    this.root = this.scope = new Scope('module', '<module>', null, this.nested, split);
    if (root.type === 'Expression') this.expr(root.body);
    else this.body(root.body);
    for (const scope of [this.root, ...this.params.values(), ...this.scopes.values()]) {
      for (const name of [...scope.used, ...scope.bound]) scope.resolve(name);
      if (scope.execs)
        for (const name of scope.variables) {
          scope.unstable.add(name);
          scope.killed.add(name);
        }
      for (const name of scope.nonlocals) {
        const r = scope.resolve(name);
        if (r.kind === 'free') {
          r.owner.unstable.add(name);
          if (scope.killed.has(name)) r.owner.killed.add(name);
        }
      }
    }
  }

  of(node: Node): Scope {
    return this.scopes.get(node)!;
  }
  typeParams(node: Node): Scope {
    return this.params.get(node)!;
  }

  private bind(name: string): void {
    this.scope.bound.add(mangle(this.scope, name));
  }
  private within(scope: Scope, f: () => void): void {
    const outer = this.scope;
    this.scope = scope;
    f();
    this.scope = outer;
  }
  private inner(kind: ScopeKind, name: string): Scope {
    return new Scope(kind, name, this.scope, this.nested);
  }

  private body(stmts: readonly Stmt[]): void {
    for (const s of stmts) this.stmt(s);
  }
  private all(nodes: readonly (Expr | null)[]): void {
    for (const e of nodes) if (e !== null) this.expr(e);
  }
  private maybe(node: Expr | null): void {
    if (node !== null) this.expr(node);
  }

  private stmt(s: Stmt): void {
    switch (s.type) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        this.all(s.decorator_list);
        this.all(s.args.defaults);
        this.all(s.args.kw_defaults);
        this.bind(s.name);
        this.generic(s, s.name, s.type_params, () => {
          this.annotations(s);
          const scope = this.inner('function', s.name);
          this.scopes.set(s, scope);
          if (s.type === 'AsyncFunctionDef') scope.hasAwait = true;
          this.within(scope, () => {
            this.parameters(s.args);
            this.body(s.body);
          });
        });
        return;
      case 'ClassDef':
        this.all(s.decorator_list);
        this.bind(s.name);
        this.generic(s, s.name, s.type_params, () => {
          this.all(s.bases);
          for (const k of s.keywords) this.expr(k.value);
          const scope = this.inner('class', s.name);
          this.scopes.set(s, scope);
          this.within(scope, () => this.body(s.body));
        });
        return;
      case 'TypeAlias': {
        this.expr(s.name);
        this.generic(s, '', s.type_params, () => this.expr(s.value));
        return;
      }
      case 'Return':
      case 'Expr':
        this.maybe(s.value);
        return;
      case 'Delete':
        for (const t of s.targets) this.target(t, true);
        return;
      case 'Assign':
        this.expr(s.value);
        this.all(s.targets);
        return;
      case 'AugAssign':
        this.expr(s.target);
        if (s.target.type === 'Name') this.use(s.target.id);
        this.expr(s.value);
        return;
      case 'AnnAssign':
        // `(name): annotation` without a value binds nothing.
        if (s.simple || s.value !== null || s.target.type !== 'Name') this.expr(s.target);
        this.expr(s.annotation);
        this.maybe(s.value);
        return;
      case 'For':
      case 'AsyncFor':
        if (s.type === 'AsyncFor') this.scope.hasAwait = true;
        this.expr(s.iter);
        this.expr(s.target);
        this.body(s.body);
        this.body(s.orelse);
        return;
      case 'While':
      case 'If':
        this.expr(s.test);
        this.body(s.body);
        this.body(s.orelse);
        return;
      case 'With':
      case 'AsyncWith':
        if (s.type === 'AsyncWith') this.scope.hasAwait = true;
        for (const item of s.items) {
          this.expr(item.context_expr);
          this.maybe(item.optional_vars);
        }
        this.body(s.body);
        return;
      case 'Match':
        this.expr(s.subject);
        for (const c of s.cases) {
          this.pattern(c.pattern);
          this.maybe(c.guard);
          this.body(c.body);
        }
        return;
      case 'Raise':
        this.all([s.exc, s.cause, s.inst, s.tback]);
        return;
      case 'Try':
      case 'TryStar':
        this.body(s.body);
        for (const h of s.handlers) {
          this.maybe(h.exc);
          this.maybe(h.name);
          if (h.name?.type === 'Name' && atLeast(this.era, '3.0')) this.scope.killed.add(mangle(this.scope, h.name.id));
          this.body(h.body);
        }
        this.body(s.orelse);
        this.body(s.finalbody);
        return;
      case 'Assert':
        this.expr(s.test);
        this.maybe(s.msg);
        return;
      case 'Import':
        for (const a of s.names) this.bind(a.asname ?? a.name.split('.')[0]!);
        return;
      case 'ImportFrom':
        for (const a of s.names) if (a.name !== '*') this.bind(a.asname ?? a.name);
        return;
      case 'Global':
      case 'Nonlocal':
        this.declaration(s);
        return;
      case 'Print':
        this.maybe(s.dest);
        this.all(s.values);
        return;
      case 'Exec':
        this.all([s.body, s.globals, s.locals]);
        this.scope.execs = this.scope.isFunction;
        return;
      case 'Pass':
      case 'Break':
      case 'Continue':
    }
  }

  private declaration(s: Extract<Stmt, { type: 'Global' | 'Nonlocal' }>): void {
    const names = s.type === 'Global' ? this.scope.globals : this.scope.nonlocals;
    for (const plain of s.names) {
      const name = mangle(this.scope, plain);
      names.add(name);
      // As in CPython, a name that any function declares global is global for the module's own code too, whatever its locals are.
      if (s.type === 'Global') this.root.globals.add(name);
    }
  }

  private parameters(a: Arguments): void {
    const every = [
      ...a.posonlyargs,
      ...a.args,
      ...(a.vararg ? [a.vararg] : []),
      ...a.kwonlyargs,
      ...(a.kwarg ? [a.kwarg] : []),
    ];
    for (const p of every) {
      const name = mangle(this.scope, p.arg);
      this.scope.params.push(name);
      this.scope.bound.add(name);
    }
    for (const p of every) if (p.target) this.expr(p.target);
  }

  private annotations(s: FunctionDef): void {
    const a = s.args;
    for (const p of [...a.posonlyargs, ...a.args, a.vararg, ...a.kwonlyargs, a.kwarg]) if (p) this.maybe(p.annotation);
    this.maybe(s.returns);
  }

  /** Type parameters have a block of their own around what they parametrise (PEP 695). */
  private generic(node: Node, name: string, params: readonly TypeParam[], f: () => void): void {
    if (params.length === 0) {
      f();
      return;
    }
    const scope = this.inner('typeparams', name);
    this.params.set(node, scope);
    this.within(scope, () => {
      for (const p of params) {
        this.bind(p.name);
        this.maybe(p.bound);
        this.maybe(p.default_value);
      }
      f();
    });
  }

  private use(plain: string): void {
    const name = mangle(this.scope, plain);
    this.scope.used.add(name);
    if (name === 'super' || name === '__class__') this.classCell();
  }
  /** A function in a class body that says `super` or `__class__` gives the class a cell. */
  private classCell(): void {
    if (!atLeast(this.era, '3.0') || this.scope.kind === 'class') return;
    for (let s: Scope | null = this.scope; s !== null; s = s.parent) {
      if (s.kind === 'class') {
        s.needsClassCell = true;
        this.scope.used.add('__class__');
        return;
      }
      if (s.bound.has('__class__')) return;
    }
  }

  private target(t: Expr, kill: boolean): void {
    if (t.type === 'Name') {
      this.bind(t.id);
      if (kill) this.scope.killed.add(mangle(this.scope, t.id));
    } else if (t.type === 'Tuple' || t.type === 'List') for (const e of t.elts) this.target(e, kill);
    else this.expr(t);
  }

  private expr(first: Expr): void {
    // Long chains of operators lean to the left: walk down that side without recursion.
    let e = first;
    for (; e.type === 'BinOp'; e = e.left) this.expr(e.right);
    this.node(e);
  }

  private node(e: Expr): void {
    switch (e.type) {
      case 'Name':
        if (e.ctx === 'Load') this.use(e.id);
        else this.target(e, e.ctx === 'Del');
        return;
      case 'NamedExpr':
        this.expr(e.value);
        this.namedTarget(e.target);
        return;
      case 'BoolOp':
        this.all(e.values);
        return;
      case 'UnaryOp':
        this.expr(e.operand);
        return;
      case 'Lambda': {
        this.all(e.args.defaults);
        this.all(e.args.kw_defaults);
        const scope = this.inner('lambda', '<lambda>');
        this.scopes.set(e, scope);
        this.within(scope, () => {
          this.parameters(e.args);
          this.expr(e.body);
        });
        return;
      }
      case 'IfExp':
        this.all([e.test, e.body, e.orelse]);
        return;
      case 'Dict':
        this.all(e.keys);
        this.all(e.values);
        return;
      case 'Set':
      case 'List':
      case 'Tuple':
        this.all(e.elts);
        return;
      case 'ListComp':
        this.comprehension(e, '<listcomp>', e.generators, [e.elt]);
        return;
      case 'SetComp':
        this.comprehension(e, '<setcomp>', e.generators, [e.elt]);
        return;
      case 'GeneratorExp':
        this.comprehension(e, '<genexpr>', e.generators, [e.elt]);
        return;
      case 'DictComp':
        this.comprehension(e, '<dictcomp>', e.generators, [e.key, e.value]);
        return;
      case 'Await':
        this.scope.hasAwait = true;
        this.expr(e.value);
        return;
      case 'Yield':
        this.scope.hasYield = true;
        this.maybe(e.value);
        return;
      case 'YieldFrom':
        this.scope.hasYield = true;
        this.expr(e.value);
        return;
      case 'Compare':
        this.expr(e.left);
        this.all(e.comparators);
        return;
      case 'Call':
        this.expr(e.func);
        this.all(e.args);
        for (const k of e.keywords) this.expr(k.value);
        return;
      case 'FormattedValue':
        this.expr(e.value);
        this.maybe(e.format_spec);
        return;
      case 'JoinedStr':
        this.all(e.values);
        return;
      case 'Attribute':
      case 'Starred':
      case 'Repr':
        this.expr(e.value);
        return;
      case 'Subscript':
        this.expr(e.value);
        this.expr(e.slice);
        return;
      case 'Slice':
        this.all([e.lower, e.upper, e.step]);
        return;
      case 'BinOp':
      case 'Constant':
    }
  }

  /** `:=` binds in the block around the comprehension it stands in (PEP 572). */
  private namedTarget(target: Expr): void {
    if (target.type !== 'Name') return;
    let scope = this.scope;
    while (scope.kind === 'comprehension') scope = scope.parent!;
    const name = mangle(scope, target.id);
    if (!scope.globals.has(name) && !scope.nonlocals.has(name)) scope.bound.add(name);
    scope.unstable.add(name);
    for (let s = this.scope; s !== scope; s = s.parent!)
      if (scope.isFunction && !scope.globals.has(name)) s.nonlocals.add(name);
      else s.globals.add(name);
  }

  private comprehension(
    node: Expr,
    name: string,
    generators: readonly Comprehension[],
    elements: readonly Expr[],
  ): void {
    this.expr(generators[0]!.iter);
    const rest = (): void => {
      generators.forEach((g, i) => {
        if (g.is_async) this.scope.hasAwait = true;
        this.expr(g.target);
        if (i > 0) this.expr(g.iter);
        this.all(g.ifs);
      });
      this.all(elements);
    };
    if (node.type === 'ListComp' && !atLeast(this.era, '3.0')) {
      // Python 2: the variables of a list comprehension are those of the block around it.
      const before = new Set(this.scope.bound);
      rest();
      for (const b of this.scope.bound) if (!before.has(b)) this.scope.unstable.add(b);
      return;
    }
    const scope = this.inner('comprehension', name);
    this.scopes.set(node, scope);
    this.within(scope, rest);
    // Awaiting in a comprehension other than a generator expression is awaiting where it stands.
    if (scope.hasAwait && node.type !== 'GeneratorExp') this.scope.hasAwait = true;
  }

  private pattern(p: Pattern): void {
    switch (p.type) {
      case 'MatchValue':
        this.expr(p.value);
        return;
      case 'MatchSequence':
      case 'MatchOr':
        for (const q of p.patterns) this.pattern(q);
        return;
      case 'MatchMapping':
        this.all(p.keys);
        for (const q of p.patterns) this.pattern(q);
        if (p.rest !== null) this.bind(p.rest);
        return;
      case 'MatchClass':
        this.expr(p.cls);
        for (const q of [...p.patterns, ...p.kwd_patterns]) this.pattern(q);
        return;
      case 'MatchStar':
        if (p.name !== null) this.bind(p.name);
        return;
      case 'MatchAs':
        if (p.pattern !== null) this.pattern(p.pattern);
        if (p.name !== null) this.bind(p.name);
        return;
      case 'MatchSingleton':
    }
  }
}
