/** `list[int]` and `int | str`: classes with arguments (PEP 585), and unions (PEP 604). */
import { fullName } from './class-facts.ts';
import { define } from './define.ts';
import { raise } from './errors.ts';
import { isinstance, issubclass } from './builtins.ts';
import { PyIterator } from './iteration.ts';
import type { Value } from './object.ts';
import { PyObject, genericGet, isType, lookupAttr, tryGet } from './object.ts';
import { equal } from './comparison.ts';
import { hash } from './hash.ts';
import { norm } from './operands.ts';
import { $or } from './operators.ts';
import { repr } from './repr.ts';
import { Ellipsis, None, NotImplemented } from './singletons.ts';
import { R } from './state.ts';
import { PyList, PyTuple } from './values.ts';

/** How an argument stands in a repr: a class by its name, `...` as such. */
function shown(v: Value): string {
  if (v === Ellipsis) return '...';
  if (v instanceof GenericAlias) return repr(v);
  if (isType(v)) return fullName(v);
  if (v instanceof PyList) return `[${v.a.map(shown).join(', ')}]`;
  return repr(v);
}
const parametersOf = (args: Value[]): Value[] => {
  const out: Value[] = [];
  const add = (v: Value): void => {
    if (!out.includes(v)) out.push(v);
  };
  for (const a of args) {
    if (isType(a)) continue;
    if (a instanceof PyTuple || a instanceof PyList) parametersOf(a.a).forEach(add);
    else if (tryGet(a, '$__typing_subst__') !== undefined) add(a);
    else {
      const inner = tryGet(a, '$__parameters__');
      if (inner instanceof PyTuple) inner.a.forEach(add);
    }
  }
  return out;
};

class GenericAlias extends PyObject {
  origin: Value;
  args: Value[];
  starred: boolean;
  constructor(origin: Value, args: Value[], starred = false) {
    super();
    this.origin = origin;
    this.args = args;
    this.starred = starred;
  }
  tpcall(args: Value[], kw: Value): Value {
    const o = this.origin.tpcall(args, kw);
    try {
      if (typeof o === 'object' && o.cls.hasDict) o.setattro('$__orig_class__', this);
    } catch {
      // Objects that take no attributes simply do without.
    }
    return o;
  }
  get parameters(): Value[] {
    return parametersOf(this.args);
  }
}
const own = new Set([
  '__class__',
  '__origin__',
  '__args__',
  '__parameters__',
  '__mro_entries__',
  '__reduce__',
  '__reduce_ex__',
  '__copy__',
  '__deepcopy__',
  '__unpacked__',
  '__typing_unpacked_tuple_args__',
  '__instancecheck__',
  '__subclasscheck__',
]);
(GenericAlias.prototype as Value).getattro = function (this: GenericAlias, k: string): Value {
  const name = k.slice(1);
  if (name.startsWith('__') && name.endsWith('__') && (own.has(name) || !isType(this.origin)))
    return genericGet(this, k);
  if (
    name.startsWith('__') &&
    name.endsWith('__') &&
    ['__call__', '__getitem__', '__eq__', '__hash__', '__repr__', '__or__', '__ror__', '__iter__', '__dir__'].includes(
      name,
    )
  )
    return genericGet(this, k);
  return lookupAttr(this.origin, k) ?? genericGet(this, k);
};
/** The arguments with its parameters replaced. Errors: TypeError. */
function substitute(alias: GenericAlias | UnionType, item: Value): Value[] {
  const params = alias instanceof GenericAlias ? alias.parameters : parametersOf(alias.args);
  if (params.length === 0) throw raise('TypeError', `${repr(alias)} is not a generic class`);
  const given: Value[] = item instanceof PyTuple ? item.a : [item];
  if (given.length !== params.length)
    throw raise(
      'TypeError',
      `Too ${given.length > params.length ? 'many' : 'few'} arguments for ${repr(alias)}; actual ${given.length}, expected ${params.length}`,
    );
  const replace = (a: Value): Value => {
    const at = params.indexOf(a);
    if (at >= 0) return tryGet(a, '$__typing_subst__')?.tpcall([given[at]], null) ?? given[at];
    const inner = isType(a) ? undefined : tryGet(a, '$__parameters__');
    if (!(inner instanceof PyTuple) || inner.a.length === 0) return a;
    return R.builtins!.$getattr.tpcall([a, '__getitem__'], null).tpcall(
      [new PyTuple(inner.a.map((p) => given[params.indexOf(p)] ?? p))],
      null,
    );
  };
  return alias.args.map(replace);
}
function* starred(alias: GenericAlias): Generator<Value> {
  yield new GenericAlias(alias.origin, alias.args, true);
}
const genericAlias = define('GenericAlias', {
  shape: GenericAlias,
  module: 'types',
  opaque: true,
  statics: {
    '__new__(cls, origin, args, /)': (cls, origin, args) =>
      Object.assign(Object.create(cls.proto), {
        origin,
        args: args instanceof PyTuple ? args.a : [args],
        starred: false,
      }),
  },
  methods: {
    '__repr__(self, /)': (g) =>
      `${g.starred ? '*' : ''}${shown(g.origin)}[${g.args.length === 0 ? '()' : g.args.map(shown).join(', ')}]`,
    '__eq__(self, other, /)': (g, o) =>
      o instanceof GenericAlias
        ? g.starred === o.starred && equal(g.origin, o.origin) && equal(new PyTuple(g.args), new PyTuple(o.args))
        : NotImplemented,
    '__hash__(self, /)': (g) => norm(BigInt.asUintN(60, BigInt(hash(g.origin)) ^ BigInt(hash(new PyTuple(g.args))))),
    '__call__(self, /, *args, **kw)': (g, args, kw) => g.tpcall(args, kw.size > 0 ? kw : null),
    '__getitem__(self, item, /)': (g, item) => new GenericAlias(g.origin, substitute(g, item)),
    '__iter__(self, /)': (g) => new PyIterator(starred(g)),
    '__mro_entries__(self, bases, /)': (g) => new PyTuple([g.origin]),
    '__instancecheck__(self, instance, /)'() {
      throw raise('TypeError', 'isinstance() argument 2 cannot be a parameterized generic');
    },
    '__subclasscheck__(self, cls, /)'() {
      throw raise('TypeError', 'issubclass() argument 2 cannot be a parameterized generic');
    },
    '__or__(self, other, /) @3.10+': (g, o) => union(g, o) ?? NotImplemented,
    '__ror__(self, other, /) @3.10+': (g, o) => union(o, g) ?? NotImplemented,
    '__reduce__(self, /)': (g) => new PyTuple([genericAlias, new PyTuple([g.origin, new PyTuple(g.args)])]),
  },
  attributes: {
    __origin__: (g) => g.origin,
    __args__: (g) => new PyTuple(g.args),
    __parameters__: (g) => new PyTuple(g.parameters),
    '__unpacked__ @3.11+': (g) => g.starred,
    '__typing_unpacked_tuple_args__ @3.11+': (g) => (g.starred ? new PyTuple(g.args) : None),
  },
});
R.alias = (origin, item) => new GenericAlias(origin, item instanceof PyTuple ? item.a : [item]);

class UnionType extends PyObject {
  args: Value[];
  constructor(args: Value[]) {
    super();
    this.args = args;
  }
}
const unionable = (v: Value): boolean =>
  v === None || isType(v) || v instanceof GenericAlias || v instanceof UnionType || v.cls.name === 'TypeAliasType';
/** `a | b`: undefined when one of them is no type. Nested unions are flattened, doubles dropped. */
function union(a: Value, b: Value): Value {
  if (!unionable(a) || !unionable(b)) return undefined;
  const flat: Value[] = [];
  for (const v of [a, b])
    for (const one of v instanceof UnionType ? v.args : [v === None ? None.cls : v])
      if (!flat.some((x) => x === one || (x instanceof GenericAlias && equal(x, one)))) flat.push(one);
  return flat.length === 1 ? flat[0] : new UnionType(flat);
}
R.union = union;
const check = (u: UnionType, what: string, test: (t: Value) => boolean): boolean => {
  for (const t of u.args) {
    if (t instanceof GenericAlias) throw raise('TypeError', `${what}() argument 2 cannot be a parameterized generic`);
    if (test(t)) return true;
  }
  return false;
};
export const unionType = define('UnionType', {
  shape: UnionType,
  module: 'types',
  abstract: true,
  methods: {
    '__repr__(self, /)': (u) => u.args.map((v: Value) => (v === None.cls ? 'None' : shown(v))).join(' | '),
    '__eq__(self, other, /)': (u, o) =>
      o instanceof UnionType
        ? u.args.length === o.args.length && u.args.every((x: Value) => o.args.some((y) => equal(x, y)))
        : NotImplemented,
    '__hash__(self, /)': (u) => hash(R.builtins!.$frozenset.tpcall([new PyTuple(u.args)], null)),
    '__or__(self, other, /)': (u, o) => union(u, o) ?? NotImplemented,
    '__ror__(self, other, /)': (u, o) => union(o, u) ?? NotImplemented,
    '__instancecheck__(self, instance, /)': (u, o) => check(u, 'isinstance', (t) => isinstance(o, t)),
    '__subclasscheck__(self, cls, /)': (u, c) => check(u, 'issubclass', (t) => issubclass(c, t)),
    '__getitem__(self, item, /)': (u, item) => substitute(u, item).reduce((x: Value, y: Value) => $or(x, y)),
  },
  attributes: { __args__: (u) => new PyTuple(u.args), __parameters__: (u) => new PyTuple(parametersOf(u.args)) },
});
