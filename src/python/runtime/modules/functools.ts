/** _functools: partial, reduce, cmp_to_key and the cache behind lru_cache. Source: the library reference, "functools". */
import { PyMethod } from '../call.ts';
import { instanceDict } from '../instances.ts';
import { define, defineFunctions, defineNames } from '../define.ts';
import { raise } from '../errors.ts';
import { iterObject, nextOf } from '../iteration.ts';
import { nativeModule } from '../modules.ts';
import type { Kw, NativeJs, PyType, Value } from '../object.ts';
import { PyObject, special } from '../object.ts';
import { $ge, $gt, $le, $lt, $eq } from '../comparison.ts';
import { intValue, indexOf } from '../operands.ts';
import { $truth } from '../truth.ts';
import { guarded, repr, str } from '../repr.ts';
import { None } from '../singletons.ts';
import { R, since } from '../state.ts';
import { HashMap, PyDict, PyTuple } from '../values.ts';

const generic = { '__class_getitem__(cls, item, /) @3.9+': (cls: Value, item: Value) => R.alias!(cls, item) };

/* ---- partial ---- */

class Placeholder extends PyObject {}
define('_PlaceholderType', {
  shape: Placeholder,
  module: 'functools',
  final: true,
  abstract: true,
  methods: { '__repr__(self, /)': () => 'Placeholder', '__reduce__(self, /)': () => 'Placeholder' },
});
const placeholder = new Placeholder();

class Partial extends PyObject {
  declare fn: Value;
  declare given: Value[];
  declare named: PyDict;
  /** `args`, once asked for. */
  declare shown: PyTuple | undefined;
  tpcall(args: Value[], kw: Kw): Value {
    const call = (this as Value).cls.dict.$__call__;
    return call.native === true
      ? callPartial(this as Value, args, kw)
      : call.tpget(this, (this as Value).cls).tpcall(args, kw);
  }
}
function callPartial(p: Partial, args: Value[], kw: Kw): Value {
  let all = p.named.size === 0 ? kw : (new Map(p.named.entries()) as Map<string, Value>);
  if (kw !== null && all !== kw) for (const [k, v] of kw) all!.set(k, v);
  if (all !== null && all.size === 0) all = null;
  return p.fn.tpcall(join(p.given, args, true), all);
}
/** Arguments given before, with the holes filled, then the others. */
function join(given: Value[], args: Value[], complete: boolean): Value[] {
  if (!given.includes(placeholder)) return given.concat(args);
  const out: Value[] = [];
  let i = 0;
  for (const v of given) {
    if (v === placeholder && i < args.length) out.push(args[i++]);
    else if (v === placeholder && complete)
      throw raise(
        'TypeError',
        `missing positional arguments in 'partial' call; expected at least ${given.filter((x) => x === placeholder).length}, got ${args.length}`,
      );
    else out.push(v);
  }
  return out.concat(args.slice(i));
}
const partial: PyType = define('partial', {
  shape: Partial,
  module: 'functools',
  hasDict: true,
  alloc: (cls) => Object.create(cls.proto),
  statics: {
    '__new__(cls, /, *args, **kw)'(cls, args: Value[], kw: Map<string, Value>) {
      const [f, ...given] = args;
      if (f === undefined) throw raise('TypeError', "type 'partial' takes at least one argument");
      if (!isCallable(f)) throw raise('TypeError', 'the first argument must be callable');
      if (since(314) && given.length > 0 && given.at(-1) === placeholder)
        throw raise('TypeError', 'trailing Placeholders are not allowed');
      const p = cls.alloc(cls);
      p.named = new PyDict();
      // A partial of a partial calls the function itself.
      if (
        f instanceof Partial &&
        (f as Value).cls === partial &&
        Object.keys(f).every((k) => k[0] !== '$') &&
        since(305)
      ) {
        p.fn = f.fn;
        p.given = join(f.given, given, false);
        for (const [k, v] of f.named.entries()) p.named.set(k, v);
      } else {
        p.fn = f;
        p.given = given;
      }
      for (const [k, v] of kw) p.named.set(k, v);
      return p;
    },
  },
  methods: {
    '__call__(self, /, *args, **kw)': (p, args, kw) => callPartial(p, args, kw),
    '__get__(self, instance, owner=None, /) @3.14+': (p, o, owner) => (o === None ? p : new PyMethod(p, o, owner)),
    '__repr__(self, /)': (p) =>
      guarded(p, '...', () => {
        const parts = [
          repr(p.fn),
          ...p.given.map(repr),
          ...p.named.entries().map(([k, v]: [Value, Value]) => `${str(k)}=${repr(v)}`),
        ];
        const name =
          p.cls === partial
            ? 'functools.partial'
            : since(313)
              ? `${p.cls.dict.$__module__ ?? p.cls.module}.${p.cls.qualname}`
              : p.cls.name;
        return `${name}(${parts.join(', ')})`;
      }),
    '__reduce__(self, /)': (p) =>
      new PyTuple([
        p.cls,
        new PyTuple([p.fn]),
        new PyTuple([
          p.fn,
          (p.shown ??= new PyTuple(p.given)),
          p.named,
          instanceDict(p).size > 0 ? instanceDict(p) : None,
        ]),
      ]),
    '__setstate__(self, state, /)'(p, state) {
      if (!(state instanceof PyTuple) || state.a.length !== 4) throw raise('TypeError', 'invalid partial state');
      const [f, args, kw, own] = state.a;
      if (!isCallable(f) || !(args instanceof PyTuple) || !(kw instanceof PyDict || kw === None))
        throw raise('TypeError', 'invalid partial state');
      p.fn = f;
      p.given = args.a.slice();
      p.shown = args.cls.heap ? undefined : args;
      instanceDict(p).clear();
      p.named = kw instanceof PyDict && !kw.cls.heap ? kw : new PyDict();
      if (kw !== None && kw !== p.named) for (const [k, v] of kw.entries()) p.named.set(k, v);
      if (own !== None) for (const [k, v] of own.entries()) instanceDict(p).set(k, v);
      return None;
    },
  },
  classMethods: generic,
  attributes: {
    __dict__: instanceDict,
    func: (p) => p.fn,
    args: (p) => (p.shown ??= new PyTuple(p.given)),
    keywords: (p) => p.named,
  },
});
const isCallable = (f: Value): boolean => special(f, '$__call__') !== undefined || f.isType === true;
(Partial.prototype as Value).tpget = function (this: Value, o: Value, cls: PyType): Value {
  return !since(314) || o === undefined ? this : new PyMethod(this, o, cls);
};

/* ---- cmp_to_key ---- */

class KeyWrapper extends PyObject {
  declare cmp: Value;
  declare obj: Value;
}
const ordering =
  (op: (a: Value, b: Value) => Value): NativeJs =>
  (x, y) => {
    if (!(y instanceof KeyWrapper)) throw raise('TypeError', 'other argument must be K instance');
    if (x.obj === undefined || y.obj === undefined) throw raise('AttributeError', 'object');
    return op(x.cmp.tpcall([x.obj, y.obj], null), 0);
  };
const keyWrapper: PyType = define('KeyWrapper', {
  shape: KeyWrapper,
  module: 'functools',
  abstract: true,
  methods: {
    '__call__(self, /, obj)'(k, obj) {
      const w = Object.create(keyWrapper.proto);
      w.cmp = k.cmp;
      w.obj = obj;
      return w;
    },
    '__lt__(self, other, /)': ordering($lt),
    '__le__(self, other, /)': ordering($le),
    '__gt__(self, other, /)': ordering($gt),
    '__ge__(self, other, /)': ordering($ge),
    '__eq__(self, other, /)': ordering($eq),
  },
  attributes: {
    obj: [
      (k) => k.obj,
      (k, v) => {
        k.obj = v;
      },
    ],
  },
  values: { __hash__: None },
});
function cmpToKey(cmp: Value): Value {
  const k = Object.create(keyWrapper.proto);
  k.cmp = cmp;
  k.obj = undefined;
  return k;
}

/* ---- lru_cache ---- */

class Cache extends PyObject {
  declare fn: Value;
  /** null: unbounded. */
  declare most: number | null;
  declare typed: boolean;
  declare info: Value;
  declare h: HashMap;
  declare hits: number;
  declare misses: number;
  tpcall(args: Value[], kw: Kw): Value {
    if (kw !== null && kw.size === 0) kw = null;
    if (this.most === 0) {
      this.misses++;
      return this.fn.tpcall(args, kw);
    }
    const key = keyOf(args, kw, this.typed);
    const known = this.h.get(key);
    if (known !== undefined) {
      this.hits++;
      if (this.most !== null) {
        this.h.delete(key);
        this.h.set(key, known);
      }
      return known;
    }
    this.misses++;
    const v = this.fn.tpcall(args, kw);
    if (this.most !== null && this.h.get(key) === undefined && this.h.size >= this.most)
      for (const oldest of this.h.m.keys()) {
        this.h.delete(this.h.keyOf(oldest));
        break;
      }
    this.h.set(key, v);
    return v;
  }
  tpget(o: Value, cls: PyType): Value {
    return o === undefined ? this : new PyMethod(this, o, cls);
  }
}
/** Stands between positional and named arguments in a key. */
const mark = new PyTuple([]);
function keyOf(args: Value[], kw: Kw, typed: boolean): Value {
  const [only] = args;
  if (args.length === 1 && kw === null && !typed && (typeof only === 'string' || typeof only === 'number')) return only;
  const parts = args.slice();
  if (kw !== null) {
    parts.push(mark);
    for (const [k, v] of kw) parts.push(k, v);
  }
  if (typed) {
    for (const v of args) parts.push(v.cls);
    if (kw !== null) for (const v of kw.values()) parts.push(v.cls);
  }
  // A tuple that holds a mark is no argument of any call: f(1) and f((1,)) differ.
  return new PyTuple([mark, new PyTuple(parts)]);
}
const lruCache: PyType = define('_lru_cache_wrapper', {
  shape: Cache,
  module: 'functools',
  hasDict: true,
  alloc: (cls) => Object.create(cls.proto),
  statics: {
    '__new__(cls, user_function, maxsize, typed, cache_info_type)'(cls, f, most, typed, info) {
      if (!isCallable(f)) throw raise('TypeError', 'the first argument must be callable');
      const c = cls.alloc(cls);
      c.fn = f;
      if (most !== None && intValue(most) === undefined && special(most, '$__index__') === undefined)
        throw raise('TypeError', 'maxsize should be integer or None');
      c.most = most === None ? null : Math.max(0, Number(indexOf(most)));
      c.typed = $truth(typed);
      c.info = info;
      c.h = new HashMap();
      c.hits = c.misses = 0;
      return c;
    },
  },
  methods: {
    '__call__(self, /, *args, **kw)': (c, args, kw) => Cache.prototype.tpcall.call(c, args, kw),
    '__get__(self, instance, owner=None, /)': (c, o, owner) => (o === None ? c : new PyMethod(c, o, owner ?? o.cls)),
    'cache_info(self, /)': (c) => c.info.tpcall([c.hits, c.misses, c.most ?? None, c.h.size], null),
    'cache_clear(self, /)'(c) {
      c.h.clear();
      c.hits = c.misses = 0;
      return None;
    },
    '__copy__(self, /)': (c) => c,
    '__deepcopy__(self, memo, /)': (c) => c,
    '__reduce__(self, /)': (c) => R.tryGet!(c, '$__qualname__') ?? c.fn.name,
  },
  attributes: { __dict__: instanceDict },
});

function reduce(f: Value, it: Value, initial: Value): Value {
  if (special(it, '$__iter__') === undefined && special(it, '$__getitem__') === undefined)
    throw raise('TypeError', 'reduce() arg 2 must support iteration');
  const walk = iterObject(it);
  let total = initial === undefined ? nextOf(walk) : initial;
  if (total === undefined)
    throw raise(
      'TypeError',
      since(311)
        ? 'reduce() of empty iterable with no initial value'
        : 'reduce() of empty sequence with no initial value',
    );
  for (;;) {
    const v = nextOf(walk);
    if (v === undefined) return total;
    total = f.tpcall([total, v], null);
  }
}

nativeModule('_functools', 205, 9999, (ns) => {
  defineNames(ns, { partial, '_lru_cache_wrapper @3.3+': lruCache, 'Placeholder @3.14+': placeholder });
  defineFunctions(ns, {
    'reduce(function, iterable, initial=None, /) @2.6-3.13': reduce,
    'reduce(function, iterable, /, initial=None) @3.14+': reduce,
    'cmp_to_key(mycmp) @2.7+': cmpToKey,
  });
});
