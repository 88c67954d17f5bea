/** set and frozenset. Source: the library reference, "Set Types". */
import { define } from './define.ts';
import { raise } from './errors.ts';
import { PyIterator, defineIterator, iterate } from './iteration.ts';
import type { NativeJs, PyType, Value } from './object.ts';
import { checkNew } from './class-facts.ts';
import { joined, lower, spread, upper } from './hash-mix.ts';
import { hash } from './hash.ts';
import { keyError } from './dict.ts';
import { guarded, repr } from './repr.ts';
import { None, NotImplemented } from './singletons.ts';
import { R, since } from './state.ts';
import { NamespaceDict, PyDict, PyFrozenSet, PySet, PyTuple, PyList, isAnySet } from './values.ts';
import { instanceDict } from './instances.ts';

class SetIterator extends PyIterator {}
defineIterator('set_iterator', SetIterator);

const isPlainDict = (v: Value): boolean =>
  v instanceof PyDict && !(v instanceof NamespaceDict) && !(v as Value).cls.heap;
/** What is in an iterable, with the hashes that a set or dict knows already. */
const elements = (v: Value): Iterable<Value> =>
  isAnySet(v) && !(v as Value).cls.heap ? v.tokens() : isPlainDict(v) ? v.h.tokens() : iterate(v);
const fill = (s: PySet, it: Value): PySet => {
  if (isAnySet(it)) {
    if (s.size === 0) s.h.copyFrom(it.h);
    else for (const v of it.tokens()) s.add(v);
  } else if (s.size === 0 && isPlainDict(it)) s.h.takeKeys(it.h);
  else for (const v of elements(it)) s.add(v);
  return s;
};
/** A new set of the same built-in kind. */
const alike = (s: Value): PySet => (s instanceof PyFrozenSet ? (new PyFrozenSet() as unknown as PySet) : new PySet());
const copy = (s: Value): PySet => fill(alike(s), s);
/** Something `in` can be asked of: sets as they are, others collected. */
const asSet = (v: Value): PySet => (isAnySet(v) ? v : fill(new PySet(), v));

/** A set looked up in a set counts as a frozenset: `{1} in {frozenset({1})}`. */
function element(v: Value): Value {
  if (!(v instanceof PySet) || (v as Value).cls.dict.$__hash__ !== None) return v;
  return fill(new PyFrozenSet() as unknown as PySet, v);
}
const onlySets =
  (f: (a: Value, b: Value) => Value): NativeJs =>
  (self, other) =>
    isAnySet(other) ? f(self, other) : NotImplemented;

function union(s: Value, others: Value[]): PySet {
  const out = copy(s);
  for (const o of others) fill(out, o);
  return out;
}
function intersection(s: Value, others: Value[]): PySet {
  let out = copy(s);
  for (const o of others) {
    const both = alike(s);
    if (isAnySet(o)) {
      for (const v of out.tokens()) if (o.has(v)) both.add(v);
    } else {
      const wanted = fill(new PySet(), o);
      for (const v of out.tokens()) if (wanted.has(v)) both.add(v);
    }
    out = both;
  }
  return out;
}
function difference(s: Value, others: Value[]): PySet {
  const out = copy(s);
  for (const o of others) for (const v of o === s ? s.tokens() : elements(o)) out.delete(v);
  return out;
}
function symmetric(s: Value, o: Value): PySet {
  const out = copy(s);
  for (const v of asSet(o).tokens()) if (!out.delete(v)) out.add(v);
  return out;
}
const subset = (a: Value, b: Value): boolean => {
  if (a.size > b.size) return false;
  for (const v of a.tokens()) if (!b.has(v)) return false;
  return true;
};
function replace(self: PySet, by: PySet): void {
  self.h.copyFrom(by.h);
}

const common: Record<string, NativeJs> = {
  '__len__(self, /)': (s) => s.size,
  '__iter__(self, /)': (s) => new SetIterator(s.walk(), () => s.size),
  '__contains__(self, value, /)': (s, v) => s.has(element(v)),
  '__eq__(self, other, /)': onlySets((a, b) => a.size === b.size && subset(a, b)),
  '__ne__(self, other, /)': onlySets((a, b) => !(a.size === b.size && subset(a, b))),
  '__le__(self, other, /)': onlySets(subset),
  '__lt__(self, other, /)': onlySets((a, b) => a.size < b.size && subset(a, b)),
  '__ge__(self, other, /)': onlySets((a, b) => subset(b, a)),
  '__gt__(self, other, /)': onlySets((a, b) => a.size > b.size && subset(b, a)),
  '__and__(self, other, /)': onlySets((a, b) => intersection(a, [b])),
  '__rand__(self, other, /)': onlySets((a, b) => intersection(b, [a])),
  '__or__(self, other, /)': onlySets((a, b) => union(a, [b])),
  '__ror__(self, other, /)': onlySets((a, b) => union(b, [a])),
  '__sub__(self, other, /)': onlySets((a, b) => difference(a, [b])),
  '__rsub__(self, other, /)': onlySets((a, b) => difference(b, [a])),
  '__xor__(self, other, /)': onlySets(symmetric),
  '__rxor__(self, other, /)': onlySets((a, b) => symmetric(b, a)),
  '__cmp__(self, other, /) @2.7-'(_s, o) {
    if (!isAnySet(o)) return NotImplemented;
    throw raise('TypeError', 'cannot compare sets using cmp()');
  },
  'union(self, /, *others)': union,
  'intersection(self, /, *others)': intersection,
  'difference(self, /, *others)': difference,
  'symmetric_difference(self, other, /)': symmetric,
  'issubset(self, other, /)': (s, o) => subset(s, asSet(o)),
  'issuperset(self, other, /)': (s, o) => subset(asSet(o), s),
  'isdisjoint(self, other, /)'(s, o) {
    for (const v of elements(o)) if (s.has(v)) return false;
    return true;
  },
  'copy(self, /)': (s) => (s instanceof PyFrozenSet && !(s as Value).cls.heap ? s : copy(s)),
  '__reduce__(self, /)': (s) =>
    new PyTuple([s.cls, new PyTuple([new PyList(s.keys())]), s.cls.hasDict ? instanceDict(s) : None]),
};
const shown = (s: Value): string => {
  const inner = s.keys().map(repr).join(', ');
  const name = s.cls.name;
  if (!since(300)) return s.size === 0 ? `${name}([])` : `${name}([${inner}])`;
  if (s.size === 0) return `${name}()`;
  return name === 'set' ? `{${inner}}` : `${name}({${inner}})`;
};
const methodsFor = (): Record<string, NativeJs> => ({
  ...common,
  '__repr__(self, /)': (s) => guarded(s, `${s.cls.name}(...)`, () => shown(s)),
});

const alloc = (cls: PyType): Value => {
  const s = Object.create(cls.proto);
  s.h = new PySet().h;
  return s;
};
const inPlace =
  (f: (s: Value, o: Value) => PySet): NativeJs =>
  (s, o) => {
    if (!isAnySet(o)) return NotImplemented;
    replace(s, f(s, o));
    return s;
  };
for (const shape of [PySet, PyFrozenSet]) {
  (shape.prototype as Value).jsiter = function (this: PySet): Iterable<Value> {
    return this.walk();
  };
}
export const set: PyType = define('set', {
  shape: PySet,
  alloc,
  statics: { '__new__(cls, /, *args, **kw)': (cls) => (checkNew(cls, set), cls.alloc(cls)) },
  methods: {
    ...methodsFor(),
    '__init__(self, /, *args, **kw)'(s, args: Value[], kw: Map<string, Value>) {
      if (kw.size > 0) throw raise('TypeError', 'set() takes no keyword arguments');
      if (args.length > 1)
        throw raise('TypeError', `set expected at most 1 argument${since(300) ? '' : 's'}, got ${args.length}`);
      const [it] = args;
      s.h.clear();
      if (it !== undefined) fill(s, it);
      return None;
    },
    'add(self, element, /)': (s, v) => (s.add(v), None),
    'remove(self, element, /)'(s, v) {
      if (!s.delete(element(v))) throw keyError(v);
      return None;
    },
    'discard(self, element, /)': (s, v) => (s.delete(element(v)), None),
    'pop(self, /)'(s) {
      for (const mk of s.h.m.keys()) {
        const v = s.h.keyOf(mk);
        s.delete(v);
        return v;
      }
      throw raise('KeyError', 'pop from an empty set');
    },
    'clear(self, /)': (s) => (s.h.clear(), None),
    'update(self, /, *others)'(s, others: Value[]) {
      for (const o of others) fill(s, o === s ? copy(s) : o);
      return None;
    },
    'intersection_update(self, /, *others)': (s, others) => (replace(s, intersection(s, others)), None),
    'difference_update(self, /, *others)': (s, others) => (replace(s, difference(s, others)), None),
    'symmetric_difference_update(self, other, /)': (s, o) => (replace(s, symmetric(s, o)), None),
    '__iand__(self, other, /)': inPlace((s, o) => intersection(s, [o])),
    '__ior__(self, other, /)': inPlace((s, o) => union(s, [o])),
    '__isub__(self, other, /)': inPlace((s, o) => difference(s, [o])),
    '__ixor__(self, other, /)': inPlace(symmetric),
  },
  classMethods: { '__class_getitem__(cls, item, /) @3.9+': (cls, item) => R.alias!(cls, item) },
  values: { __hash__: None },
});
let empty: Value;
export const frozenset: PyType = define('frozenset', {
  shape: PyFrozenSet,
  alloc,
  statics: {
    '__new__(cls, iterable=(), /)'(cls, it) {
      checkNew(cls, frozenset);
      if (cls === frozenset && it instanceof PyFrozenSet && (it as Value).cls === frozenset) return it;
      const s = cls.alloc(cls);
      if (it !== undefined) fill(s, it);
      // Up to 3.9 there is one empty frozenset.
      return cls === frozenset && s.size === 0 && !since(310) ? (empty ??= s) : s;
    },
  },
  methods: {
    ...methodsFor(),
    '__hash__(self, /)'(s) {
      if (s.hash === undefined) {
        // Independent of the order: the exclusive or of mixed hashes.
        let low = s.size;
        let high = 0x55b4db3;
        for (const v of s.keys()) {
          const h = hash(v);
          const mixed = spread(lower(h) ^ 0x9e3779b9 ^ Math.imul(upper(h), 0x27d4eb2f));
          low ^= mixed;
          high ^= spread(mixed ^ 0x165667b1);
        }
        s.hash = joined(spread(low), spread(high ^ low));
      }
      return s.hash;
    },
  },
  classMethods: { '__class_getitem__(cls, item, /) @3.9+': (cls, item) => R.alias!(cls, item) },
});
