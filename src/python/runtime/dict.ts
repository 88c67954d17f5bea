/** dict, its views and mappingproxy. Source: the library reference, "Mapping Types", PEP 584 (`|`), PEP 3106 (views). */
import { define, nameInPython2 } from './define.ts';
import { raise } from './errors.ts';
import { PyIterator, defineIterator, items, iterate } from './iteration.ts';
import type { PyType, Value } from './object.ts';
import { PyObject, callMethod, getattr, lookupAttr, special } from './object.ts';
import { checkNew } from './class-facts.ts';
import { equal } from './comparison.ts';
import { guarded, repr, str } from './repr.ts';
import { None, NotImplemented } from './singletons.ts';
import { R, since } from './state.ts';
import { mappingproxy } from './type-methods.ts';
import { NamespaceDict, PyDict, PyList, PySet, PyTuple, isAnySet } from './values.ts';

class DictKeyIterator extends PyIterator {}
class DictValueIterator extends PyIterator {}
class DictItemIterator extends PyIterator {}
defineIterator('dict_keyiterator', DictKeyIterator);
defineIterator('dict_valueiterator', DictValueIterator);
defineIterator('dict_itemiterator', DictItemIterator);
class DictReverseIterator extends PyIterator {}
defineIterator('dict_reversekeyiterator', DictReverseIterator);

type Kind = 'keys' | 'values' | 'items';
function dictIterator(d: PyDict, kind: Kind): PyIterator {
  const shape = kind === 'keys' ? DictKeyIterator : kind === 'values' ? DictValueIterator : DictItemIterator;
  return new shape(d.walk(kind));
}
function* reversedEntries(d: PyDict, kind: Kind): Generator<Value> {
  for (const [k, v] of d.entries().reverse()) yield kind === 'keys' ? k : kind === 'values' ? v : new PyTuple([k, v]);
}

/** A live view of a dict. */
class DictView extends PyObject {
  d: PyDict;
  kind: Kind;
  constructor(d: PyDict, kind: Kind) {
    super();
    this.d = d;
    this.kind = kind;
  }
  jsiter(): Iterable<Value> {
    return this.d.walk(this.kind);
  }
  list(): Value[] {
    return this.kind === 'keys'
      ? this.d.keys()
      : this.kind === 'values'
        ? this.d.values()
        : this.d.entries().map((e) => new PyTuple(e));
  }
  has(v: Value): boolean {
    if (this.kind === 'keys') return this.d.has(v);
    if (!(v instanceof PyTuple) || v.a.length !== 2) return false;
    const found = this.d.get(v.a[0]);
    return found !== undefined && equal(found, v.a[1]);
  }
}
class KeysView extends DictView {}
class ValuesView extends DictView {}
class ItemsView extends DictView {}
export const view = (d: PyDict, kind: Kind): DictView =>
  new (kind === 'keys' ? KeysView : kind === 'values' ? ValuesView : ItemsView)(d, kind);

function setOf(values: Iterable<Value>): PySet {
  const s = new PySet();
  for (const v of values) s.add(v);
  return s;
}
const isSetLike = (v: Value): boolean =>
  isAnySet(v) || (v.d instanceof PyDict && v.kind !== undefined && v.kind !== 'values');
const sizeOf = (v: Value): number => (isAnySet(v) ? v.size : v.d.size);
const allIn = (a: Value, b: Value): boolean => {
  for (const v of iterate(a)) if (!b.has(v)) return false;
  return true;
};
const setMethods = {
  '__and__(self, other, /)'(self: Value, other: Value) {
    const out = new PySet();
    for (const v of iterate(other)) if (self.has(v)) out.add(v);
    return out;
  },
  '__rand__(self, other, /)': (self: Value, other: Value) => setOf([...iterate(other)].filter((v) => self.has(v))),
  '__or__(self, other, /)': (self: Value, other: Value) => setOf([...self.list(), ...iterate(other)]),
  '__ror__(self, other, /)': (self: Value, other: Value) => setOf([...iterate(other), ...self.list()]),
  '__sub__(self, other, /)'(self: Value, other: Value) {
    const out = setOf(self.list());
    for (const v of iterate(other)) out.delete(v);
    return out;
  },
  '__rsub__(self, other, /)'(self: Value, other: Value) {
    const out = setOf(iterate(other));
    for (const v of self.list()) out.delete(v);
    return out;
  },
  '__xor__(self, other, /)'(self: Value, other: Value) {
    const out = setOf(self.list());
    for (const v of setOf(iterate(other)).keys()) if (!out.delete(v)) out.add(v);
    return out;
  },
  '__rxor__(self, other, /)'(self: Value, other: Value) {
    const out = setOf(iterate(other));
    for (const v of self.list()) if (!out.delete(v)) out.add(v);
    return out;
  },
  '__eq__(self, other, /)': (self: Value, other: Value) =>
    isSetLike(other) ? sizeOf(self) === sizeOf(other) && allIn(self, other) : NotImplemented,
  '__ne__(self, other, /)': (self: Value, other: Value) =>
    isSetLike(other) ? !(sizeOf(self) === sizeOf(other) && allIn(self, other)) : NotImplemented,
  '__le__(self, other, /)': (self: Value, other: Value) =>
    isSetLike(other) ? sizeOf(self) <= sizeOf(other) && allIn(self, other) : NotImplemented,
  '__lt__(self, other, /)': (self: Value, other: Value) =>
    isSetLike(other) ? sizeOf(self) < sizeOf(other) && allIn(self, other) : NotImplemented,
  '__ge__(self, other, /)': (self: Value, other: Value) =>
    isSetLike(other) ? sizeOf(self) >= sizeOf(other) && allIn(other, self) : NotImplemented,
  '__gt__(self, other, /)': (self: Value, other: Value) =>
    isSetLike(other) ? sizeOf(self) > sizeOf(other) && allIn(other, self) : NotImplemented,
  'isdisjoint(self, other, /)'(self: Value, other: Value) {
    for (const v of iterate(other)) if (self.has(v)) return false;
    return true;
  },
  '__contains__(self, value, /)': (self: Value, v: Value) => self.has(v),
};
for (const [name, shape, kind] of [
  ['dict_keys', KeysView, 'keys'],
  ['dict_values', ValuesView, 'values'],
  ['dict_items', ItemsView, 'items'],
] as const)
  define(name, {
    shape,
    abstract: true,
    methods: {
      '__len__(self, /)': (v) => v.d.size,
      '__iter__(self, /)': (v) => dictIterator(v.d, kind),
      '__reversed__(self, /) @3.8+': (v) => new DictReverseIterator(reversedEntries(v.d, kind)),
      '__repr__(self, /)': (v) => guarded(v, '...', () => `${name}([${v.list().map(repr).join(', ')}])`),
      ...(kind === 'values' ? {} : setMethods),
    },
    attributes: { 'mapping @3.10+': (v) => mappingproxy.make(v.d) },
    values: kind === 'values' ? {} : { __hash__: None },
  });

/** Adds the items of a mapping or of pairs. Errors: TypeError, ValueError. */
export function update(d: PyDict, other: Value): void {
  if (other instanceof PyDict && other.cls.dict.$__iter__ === dict.dict.$__iter__) {
    const { size } = other;
    for (const [k, v] of other instanceof NamespaceDict
      ? other.entries()
      : [...other.h.m].map(([mk, x]): [Value, Value] => [other.h.tokenOf(mk), x])) {
      d.set(k, v);
      if (other.size !== size && other !== d) throw raise('RuntimeError', 'dict mutated during update');
    }
    return;
  }
  const keys = lookupAttr(other, '$keys');
  if (keys !== undefined) {
    for (const k of iterate(keys.tpcall([], null))) d.set(k, callMethod(other, '$__getitem__', [k]));
    return;
  }
  let i = 0;
  for (const pair of iterate(other)) {
    if (special(pair, '$__iter__') === undefined && special(pair, '$__getitem__') === undefined)
      throw raise(
        'TypeError',
        since(314) ? 'object is not iterable' : `cannot convert dictionary update sequence element #${i} to a sequence`,
      );
    const p = items(pair);
    if (p.length !== 2)
      throw raise('ValueError', `dictionary update sequence element #${i} has length ${p.length}; 2 is required`);
    d.set(p[0], p[1]);
    i++;
  }
}
export function keyError(k: Value): Value {
  return raise('KeyError', k);
}
const copy = (d: PyDict): PyDict => {
  const out = new PyDict();
  if (d instanceof NamespaceDict) for (const [k, v] of d.entries()) out.set(k, v);
  else out.h.copyFrom(d.h);
  return out;
};

const proto = PyDict.prototype as Value;
proto.jsiter = function (this: PyDict): Iterable<Value> {
  return this.walk('keys');
};
function same(a: PyDict, b: PyDict): boolean {
  if (a.size !== b.size) return false;
  for (const [k, v] of a.entries()) {
    const other = b.get(k);
    if (other === undefined || !equal(v, other)) return false;
  }
  return true;
}
const listOf = (d: PyDict, kind: Kind): Value => new PyList(view(d, kind).list());

export const dict: PyType = define('dict', {
  shape: PyDict,
  alloc: (cls) => {
    const d = Object.create(cls.proto);
    d.h = new PyDict().h;
    return d;
  },
  statics: { '__new__(cls, /, *args, **kw)': (cls) => (checkNew(cls, dict), cls.alloc(cls)) },
  methods: {
    '__init__(self, /, *args, **kw)'(self, args, kw) {
      if (args.length > 1) throw raise('TypeError', `dict expected at most 1 argument, got ${args.length}`);
      if (args.length === 1) update(self, args[0]);
      for (const [k, v] of kw) self.set(k, v);
      return None;
    },
    '__repr__(self, /)': (self) =>
      guarded(
        self,
        '{...}',
        () =>
          `{${self
            .entries()
            .map(([k, v]: [Value, Value]) => `${repr(k)}: ${repr(v)}`)
            .join(', ')}}`,
      ),
    '__len__(self, /)': (self) => self.size,
    '__iter__(self, /)': (self) => dictIterator(self, 'keys'),
    '__reversed__(self, /) @3.8+': (self) => new DictReverseIterator(reversedEntries(self, 'keys')),
    '__contains__(self, key, /)': (self, k) => self.has(k),
    '__getitem__(self, key, /)'(self, k) {
      const v = self.get(k);
      if (v !== undefined) return v;
      if (self.cls !== dict && special(self, '$__missing__') !== undefined)
        return callMethod(self, '$__missing__', [k]);
      throw keyError(k);
    },
    '__setitem__(self, key, value, /)'(self, k, v) {
      self.set(k, v);
      return None;
    },
    '__delitem__(self, key, /)'(self, k) {
      if (self.delete(k) === undefined) throw keyError(k);
      return None;
    },
    '__eq__(self, other, /)': (self, other) => (other instanceof PyDict ? same(self, other) : NotImplemented),
    '__ne__(self, other, /)': (self, other) => (other instanceof PyDict ? !same(self, other) : NotImplemented),
    '__or__(self, other, /) @3.9+'(self, other) {
      if (!(other instanceof PyDict)) return NotImplemented;
      const out = copy(self);
      update(out, other);
      return out;
    },
    '__ror__(self, other, /) @3.9+'(self, other) {
      if (!(other instanceof PyDict)) return NotImplemented;
      const out = copy(other);
      update(out, self);
      return out;
    },
    '__ior__(self, other, /) @3.9+'(self, other) {
      update(self, other);
      return self;
    },
    'get(self, key, default=None, /)'(self, k, fallback = None) {
      // What `get` does in the usual case, without the calls.
      const v = self.table && k.ownKey && self.h.byHash === null ? self.h.m.get(k) : self.get(k);
      return v === undefined ? fallback : v;
    },
    'setdefault(self, key, default=None, /)'(self, k, fallback = None) {
      const v = self.get(k);
      if (v !== undefined) return v;
      self.set(k, fallback);
      return fallback;
    },
    'pop(self, key, default=None, /)'(self, k, fallback) {
      const v = self.delete(k);
      if (v !== undefined) return v;
      if (fallback !== undefined) return fallback;
      throw keyError(k);
    },
    'popitem(self, /)'(self) {
      const last = self.last();
      if (last === undefined) throw raise('KeyError', 'popitem(): dictionary is empty');
      self.delete(last[0]);
      return new PyTuple(last);
    },
    'update(self, /, *args, **kw)'(self, args, kw) {
      if (args.length > 1) throw raise('TypeError', `update expected at most 1 argument, got ${args.length}`);
      if (args.length === 1) update(self, args[0]);
      for (const [k, v] of kw) self.set(k, v);
      return None;
    },
    'clear(self, /)'(self) {
      self.clear();
      return None;
    },
    'copy(self, /)': (self) => copy(self),
    'keys(self, /) @3.0+': (self) => view(self, 'keys'),
    'values(self, /) @3.0+': (self) => view(self, 'values'),
    'items(self, /) @3.0+': (self) => view(self, 'items'),
    'keys(self, /) @2.7-': (self) => listOf(self, 'keys'),
    'values(self, /) @2.7-': (self) => listOf(self, 'values'),
    'items(self, /) @2.7-': (self) => listOf(self, 'items'),
    'iterkeys(self, /) @2.2-2.7': (self) => dictIterator(self, 'keys'),
    'itervalues(self, /) @2.2-2.7': (self) => dictIterator(self, 'values'),
    'iteritems(self, /) @2.2-2.7': (self) => dictIterator(self, 'items'),
    'viewkeys(self, /) @2.7-2.7': (self) => view(self, 'keys'),
    'viewvalues(self, /) @2.7-2.7': (self) => view(self, 'values'),
    'viewitems(self, /) @2.7-2.7': (self) => view(self, 'items'),
    'has_key(self, key, /) @2.7-': (self, k) => self.has(k),
  },
  classMethods: {
    'fromkeys(cls, iterable, value=None, /)'(cls, keys, value = None) {
      const d = cls.tpcall([], null);
      if (d.cls === dict) {
        for (const k of (isAnySet(keys) || keys instanceof PyDict) &&
        !(keys as Value).cls.heap &&
        !(keys instanceof NamespaceDict)
          ? keys.h.tokens()
          : iterate(keys))
          d.set(k, value);
        return d;
      }
      for (const k of iterate(keys)) callMethod(d, '$__setitem__', [k, value]);
      return d;
    },
    '__class_getitem__(cls, item, /) @3.9+': (cls, item) => R.alias!(cls, item),
  },
  values: { '__hash__ @2.6+': None },
});
(PyDict.prototype as Value).truth = function (this: Value): boolean {
  return this.cls.heap ? R.genericTruth!(this) : this.size > 0;
};

/** A read-only door to a mapping. */
class MappingProxy extends PyObject {
  d: Value;
  constructor(d: Value) {
    super();
    this.d = d;
  }
  jsiter(): Iterable<Value> {
    return iterate(this.d);
  }
}
mappingproxy.make = (d) => new MappingProxy(d);
const proxyType = define('mappingproxy', {
  shape: MappingProxy,
  final: true,
  statics: {
    '__new__(cls, mapping)'(_cls, m) {
      if (special(m, '$__getitem__') === undefined || m instanceof PyList || m instanceof PyTuple)
        throw raise('TypeError', `mappingproxy() argument must be a mapping, not ${m.cls.name}`);
      return new MappingProxy(m);
    },
  },
  methods: {
    '__repr__(self, /)': (p) => `mappingproxy(${repr(p.d)})`,
    '__str__(self, /)': (p) => str(p.d),
    '__len__(self, /)': (p) => callMethod(p.d, '$__len__', []),
    '__iter__(self, /)': (p) => callMethod(p.d, '$__iter__', []),
    '__contains__(self, key, /)': (p, k) => callMethod(p.d, '$__contains__', [k]),
    '__getitem__(self, key, /)': (p, k) => callMethod(p.d, '$__getitem__', [k]),
    '__eq__(self, other, /)': (p, o) => equal(p.d, o instanceof MappingProxy ? o.d : o),
    '__or__(self, other, /) @3.9+': (p, o) => R.or!(p.d, o instanceof MappingProxy ? o.d : o),
    '__ror__(self, other, /) @3.9+': (p, o) => R.or!(o, p.d),
    'get(self, key, default=None, /)': (p, k, d = None) => getattr(p.d, '$get').tpcall([k, d], null),
    'has_key(self, key, /) @2.7-': (p, k) => callMethod(p.d, '$__contains__', [k]),
    ...Object.fromEntries(
      ['keys', 'values', 'items', 'copy', 'iterkeys', 'itervalues', 'iteritems'].map((name) => [
        `${name}(self, /)${name.startsWith('iter') ? ' @2.7-' : ''}`,
        (p: MappingProxy) => getattr(p.d, `$${name}`).tpcall([], null),
      ]),
    ),
  },
  values: { __hash__: None },
});
nameInPython2(proxyType, 'dictproxy');
dict.make = (args) => (args.length === 0 ? new PyDict() : undefined);
