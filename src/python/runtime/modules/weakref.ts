/** _weakref: references that keep nothing alive, on those of JavaScript, which QuickJS empties at once. Source: the library reference, "weakref". */
import { define, defineFunctions, defineNames } from '../define.ts';
import { raise } from '../errors.ts';
import type { Watched } from '../finalise.ts';
import { forget, watchValue } from '../finalise.ts';
import { nativeModule } from '../modules.ts';
import type { Kw, NativeJs, PyType, Value } from '../object.ts';
import { PyObject, callMethod, getattr, setattr, $del, special } from '../object.ts';
import { $eq, $ge, $gt, $le, $lt, $ne, equal } from '../comparison.ts';
import { $contains, $delitem, $getitem, $setitem } from '../containers.ts';
import { hash } from '../hash.ts';
import { indexOf } from '../operands.ts';
import {
  $add,
  $and,
  $floordiv,
  $iadd,
  $iand,
  $ifloordiv,
  $ilshift,
  $imatmul,
  $imod,
  $imul,
  $invert,
  $ior,
  $ipow,
  $irshift,
  $isub,
  $itruediv,
  $ixor,
  $lshift,
  $matmul,
  $mod,
  $mul,
  $neg,
  $or,
  $pos,
  $pow,
  $rshift,
  $sub,
  $truediv,
  $xor,
} from '../operators.ts';
import { $len, $truth } from '../truth.ts';
import { iterObject, nextOf } from '../iteration.ts';
import { address, str } from '../repr.ts';
import { None, NotImplemented } from '../singletons.ts';
import { R, since } from '../state.ts';
import { PyDict, PyList } from '../values.ts';

class PyRef extends PyObject {
  declare w: WeakRef<object> | null;
  declare hash: Value;
  declare callback: Value;
  tpcall(args: Value[], kw: Kw): Value {
    const call = (this as Value).cls.dict.$__call__;
    if (call.native !== true) return call.tpget(this, (this as Value).cls).tpcall(args, kw);
    return target(this) ?? None;
  }
}
const target = (r: { w: WeakRef<object> | null }): Value => r.w?.deref();

/** Types whose instances CPython gives no room for weak references. */
const refused = new Set(
  'int float complex bool str bytes bytearray unicode long list tuple dict range xrange slice NoneType ellipsis NotImplementedType object property cell mappingproxy super'.split(
    ' ',
  ),
);
const rigid = new Set(['int', 'tuple', 'bytes', 'long', 'bool']);
function check(o: Value): void {
  const cls: PyType = o.cls;
  const none =
    typeof o !== 'object' ||
    (!cls.heap && (refused.has(cls.name) || cls.mro.some((c) => c.name === 'BaseException'))) ||
    (cls.heap && (rigid.has(cls.layout.name) || slotted(cls)));
  if (none) throw raise('TypeError', `cannot create weak reference to '${cls.name}' object`);
}
/** Every class of Python's own making in the line has slots, and none of them `__weakref__`. */
const slotted = (cls: PyType): boolean =>
  cls.mro.every((c) => !c.heap || (c.slots !== null && !c.slots.includes('__weakref__'))) && !cls.hasDict;

/** A reference or proxy, weakly, and what waits for its object's end on its behalf. */
interface Holder {
  ref: WeakRef<Value>;
  callback: Watched | null;
}
/** The references and proxies to an object. */
const known = new WeakMap<object, Holder[]>();
const refsOf = (o: Value): Value[] =>
  typeof o === 'object' ? (known.get(o) ?? []).map((h) => h.ref.deref()).filter((r) => r !== undefined) : [];
R.weakReferences = refsOf;
/** A reference that is gone itself calls nobody. */
function isAlive(h: Holder): boolean {
  const alive = h.ref.deref() !== undefined;
  if (!alive && h.callback !== null) forget(h.callback);
  return alive;
}
function remember(r: Value, o: Value, callback: Value): void {
  r.w = new WeakRef(o);
  r.callback = callback;
  const list = (known.get(o) ?? []).filter(isAlive);
  const self = new WeakRef(r);
  const holder: Holder = { ref: self, callback: null };
  list.push(holder);
  known.set(o, list);
  if (callback === None) return;
  holder.callback = watchValue(
    o,
    () => {
      const alive = self.deref();
      if (alive === undefined || alive.callback === None) return;
      const f = alive.callback;
      alive.callback = None;
      alive.w = null;
      const outer = R.ex;
      try {
        f.tpcall([alive], null);
      } catch (e) {
        if (!(e instanceof PyObject)) throw e;
        R.unraisable?.(e, f);
      } finally {
        R.ex = outer;
      }
    },
    true,
  );
}
const sameTarget =
  (negate: boolean): NativeJs =>
  (a, b) => {
    if (!(b instanceof PyRef)) return NotImplemented;
    const [x, y] = [target(a), target(b)];
    const same = x === undefined || y === undefined ? a === b : equal(x, y);
    return same !== negate;
  };
const ref: PyType = define('weakref', {
  shape: PyRef,
  module: 'weakref',
  alloc: (cls) => Object.create(cls.proto),
  statics: {
    '__new__(cls, /, *args, **kw)'(cls, args: Value[]) {
      const [o, callback = None] = args;
      if (o === undefined) throw raise('TypeError', '__new__ expected at least 1 argument, got 0');
      if (args.length > 2 && cls === ref)
        throw raise('TypeError', `__new__ expected at most 2 arguments, got ${args.length}`);
      check(o);
      if (cls === ref && callback === None)
        for (const r of refsOf(o)) if (r.cls === ref && r.callback === None) return r;
      const r = cls.alloc(cls);
      r.hash = undefined;
      remember(r, o, callback);
      return r;
    },
  },
  methods: {
    '__init__(self, /, *args, **kw)'(_r, args: Value[], kw) {
      if (kw.size > 0)
        throw raise('TypeError', `${since(313) ? 'weakref.' : ''}ReferenceType() takes no keyword arguments`);
      if (args.length > 2) throw raise('TypeError', `__init__ expected at most 2 arguments, got ${args.length}`);
      return None;
    },
    '__call__(self, /)': (r) => target(r) ?? None,
    '__hash__(self, /)'(r) {
      if (r.hash !== undefined) return r.hash;
      const o = target(r);
      if (o === undefined) throw raise('TypeError', 'weak object has gone away');
      return (r.hash = hash(o));
    },
    '__eq__(self, value, /)': sameTarget(false),
    '__ne__(self, value, /)': sameTarget(true),
    '__repr__(self, /)'(r) {
      const o = target(r);
      if (o === undefined) return `<weakref at ${address(r)}; dead>`;
      const name = R.tryGet!(o, '$__name__');
      return `<weakref at ${address(r)}; to '${o.cls.name}' at ${address(o)}${typeof name === 'string' ? ` (${name})` : ''}>`;
    },
  },
  classMethods: { '__class_getitem__(cls, item, /) @3.9+': (cls, item) => R.alias!(cls, item) },
  attributes: { '__callback__ @3.4+': (r) => (target(r) === undefined ? None : r.callback) },
});

/* ---- proxies ---- */

/** The two shapes differ only in whether they can be called. */
const proxyShape = (): { prototype: Value } =>
  class extends PyObject {
    declare w: WeakRef<object> | null;
    declare callback: Value;
    getattro(k: string): Value {
      return getattr(behind(this), k);
    }
    setattro(k: string, v: Value): void {
      if (v === undefined) $del(behind(this), k);
      else setattr(behind(this), k, v);
    }
    truth(): boolean {
      return $truth(behind(this));
    }
    tpcall(args: Value[], kw: Kw): Value {
      const o = behind(this);
      if (special(this, '$__call__') === undefined)
        throw raise('TypeError', `'${(this as Value).cls.name}' object is not callable`);
      return o.tpcall(args, kw);
    }
  };
const isProxy = (v: Value): boolean => v.cls === plainProxy || v.cls === callableProxy;
function behind(p: Value): Value {
  if (!isProxy(p)) return p;
  const o = target(p);
  if (o === undefined) throw raise('ReferenceError', 'weakly-referenced object no longer exists');
  return o;
}
const two =
  (f: (a: Value, b: Value) => Value): NativeJs =>
  (a, b) =>
    f(behind(a), behind(b));
const swap =
  (f: (a: Value, b: Value) => Value): NativeJs =>
  (a, b) =>
    f(behind(b), behind(a));
const one =
  (f: (a: Value) => Value): NativeJs =>
  (a) =>
    f(behind(a));
const methods: Record<string, NativeJs> = {
  '__str__(self, /)': one(str),
  '__repr__(self, /)'(p) {
    const o = target(p);
    return `<weakproxy at ${address(p)}${o === undefined ? '; dead' : ` to ${o.cls.name} at ${address(o)}`}>`;
  },
  '__len__(self, /)': one($len),
  '__bool__(self, /) @3.0+': one($truth),
  '__nonzero__(self, /) @2.7-': one($truth),
  '__contains__(self, key, /)': two($contains),
  '__getitem__(self, key, /)': two($getitem),
  '__setitem__(self, key, value, /)': (p, k, v) => ($setitem(behind(p), k, v), None),
  '__delitem__(self, key, /)': (p, k) => ($delitem(behind(p), k), None),
  '__iter__(self, /)': one(iterObject),
  '__next__(self, /) @3.0+'(p) {
    const o = behind(p);
    if (special(o, '$__next__') === undefined)
      throw raise('TypeError', `Weakref proxy referenced a non-iterator '${o.cls.name}' object`);
    const v = nextOf(o);
    if (v === undefined) throw raise('StopIteration');
    return v;
  },
  '__neg__(self, /)': one($neg),
  '__pos__(self, /)': one($pos),
  '__invert__(self, /)': one($invert),
  '__abs__(self, /)': one((o) => R.builtins!.$abs.tpcall([o], null)),
  '__int__(self, /)': one((o) => callMethod(o, '$__int__', [])),
  '__float__(self, /)': one((o) => callMethod(o, '$__float__', [])),
  '__index__(self, /)': one(indexOf),
  '__bytes__(self, /) @3.0+': one((o) => getattr(o, '$__bytes__').tpcall([], null)),
  '__reversed__(self, /)': one((o) => callMethod(o, '$__reversed__', [])),
};
for (const [name, f] of Object.entries({
  add: $add,
  sub: $sub,
  mul: $mul,
  truediv: $truediv,
  floordiv: $floordiv,
  mod: $mod,
  pow: $pow,
  matmul: $matmul,
  lshift: $lshift,
  rshift: $rshift,
  and: $and,
  or: $or,
  xor: $xor,
})) {
  methods[`__${name}__(self, value, /)`] = two(f);
  methods[`__r${name}__(self, value, /)`] = swap(f);
}
for (const [name, f] of Object.entries({
  iadd: $iadd,
  isub: $isub,
  imul: $imul,
  itruediv: $itruediv,
  ifloordiv: $ifloordiv,
  imod: $imod,
  ipow: $ipow,
  imatmul: $imatmul,
  ilshift: $ilshift,
  irshift: $irshift,
  iand: $iand,
  ior: $ior,
  ixor: $ixor,
}))
  methods[`__${name}__(self, value, /)`] = two(f);
for (const [name, f] of Object.entries({ lt: $lt, le: $le, eq: $eq, ne: $ne, ge: $ge, gt: $gt }))
  methods[`__${name}__(self, value, /)`] = two(f);
const proxyType = (name: string, more: Record<string, NativeJs>): PyType => {
  const t = define(name, {
    shape: proxyShape(),
    module: 'weakref',
    abstract: true,
    opaque: true,
    methods: { ...methods, ...more },
    values: { __hash__: None },
  });
  return t;
};
const plainProxy: PyType = proxyType('ProxyType', {});
const callableProxy: PyType = proxyType('CallableProxyType', {
  '__call__(self, /, *args, **kw)': (p, args, kw) => behind(p).tpcall(args, kw),
});
function proxy(o: Value, callback: Value): Value {
  check(o);
  const cb = callback ?? None;
  if (cb === None) for (const r of refsOf(o)) if (isProxy(r) && r.callback === None) return r;
  const p = Object.create((special(o, '$__call__') !== undefined ? callableProxy : plainProxy).proto);
  remember(p, o, cb);
  return p;
}

nativeModule('_weakref', 201, 9999, (ns) => {
  ref.name = ref.qualname = since(312) ? 'ReferenceType' : 'weakref';
  if (!since(312)) {
    plainProxy.name = plainProxy.qualname = 'weakproxy';
    callableProxy.name = callableProxy.qualname = 'weakcallableproxy';
  }
  defineNames(ns, { ref, ReferenceType: ref, ProxyType: plainProxy, CallableProxyType: callableProxy });
  defineFunctions(ns, {
    'getweakrefcount(object, /)': (o) => refsOf(o).length,
    'getweakrefs(object, /)': (o) => new PyList(refsOf(o)),
    'proxy(object, callback=None, /)': proxy,
    '_remove_dead_weakref(dct, key, /) @3.6+'(d, k) {
      if (!(d instanceof PyDict))
        throw raise('TypeError', `_remove_dead_weakref() argument 1 must be dict, not ${d.cls.name}`);
      const r = d.get(k);
      if (r instanceof PyRef && target(r) === undefined) d.delete(k);
      return None;
    },
  });
});
