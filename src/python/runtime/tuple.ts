/** tuple. Source: the library reference, "Immutable Sequence Types". */
import { define } from './define.ts';
import { raise } from './errors.ts';
import { items } from './iteration.ts';
import type { PyType, Value } from './object.ts';
import { joined, lower, spread, upper } from './hash-mix.ts';
import { checkNew } from './class-facts.ts';
import { equal } from './comparison.ts';
import { hash } from './hash.ts';
import { indexOf, intValue } from './operands.ts';
import { guarded, repr } from './repr.ts';
import { tupleIterator } from './sequence-iterators.ts';
import { indexOrRaise, isCount, listConcat, repeatItems, sequenceCompare, slicedItems } from './sequence.ts';
import { clampBound } from './slicing.ts';
import { None, NotImplemented } from './singletons.ts';
import { R } from './state.ts';
import { PySlice, PyTuple } from './values.ts';

const proto = PyTuple.prototype as Value;
proto.isSequence = true;
proto.truth = function (this: Value): boolean {
  return this.row === true ? this.a.length > 0 : R.genericTruth!(this);
};
proto.jsiter = function (this: PyTuple): Iterable<Value> {
  return this.a;
};
/** Mixes the items' hashes in order. */
export function hashItems(a: Value[]): number {
  let low = 0x345678;
  let high = a.length;
  for (const v of a) {
    const h = hash(v);
    low = Math.imul(low ^ spread(lower(h) ^ Math.imul(upper(h), 0x27d4eb2f)), 0x9e3779b1) + 0x165667b1;
    high = Math.imul(high ^ low ^ (low >>> 15), 0x85ebca6b) + 1;
  }
  return joined(low, spread(high));
}
function newTuple(cls: PyType, iterable: Value): Value {
  checkNew(cls, tuple);
  if (cls === tuple && iterable instanceof PyTuple && iterable.cls === tuple) return iterable;
  const t = cls.alloc(cls);
  if (iterable !== undefined) t.a = items(iterable);
  return t;
}
export const tuple: PyType = define('tuple', {
  shape: PyTuple,
  alloc: (cls) => ({ __proto__: cls.proto, a: [] }),
  statics: {
    '__new__(cls, iterable=(), /) @3.7+': newTuple,
    '__new__(cls, sequence=()) @3.6-': newTuple,
  },
  methods: {
    '__repr__(self, /)': (self) =>
      guarded(self, '(...)', () =>
        self.a.length === 1 ? `(${repr(self.a[0])},)` : `(${self.a.map(repr).join(', ')})`,
      ),
    '__len__(self, /)': (self) => self.a.length,
    '__hash__(self, /)': (self) => hashItems(self.a),
    '__iter__(self, /)': (self) => tupleIterator(self),
    '__contains__(self, value, /)': (self, v) => self.a.some((x: Value) => equal(x, v)),
    '__getitem__(self, index, /)'(self, i) {
      if (i instanceof PySlice) return new PyTuple(slicedItems(self.a, i));
      return self.a[indexOrRaise(i, self.a.length, 'tuple')];
    },
    '__add__(self, value, /)'(self, other) {
      if (!(other instanceof PyTuple))
        throw raise('TypeError', `can only concatenate tuple (not "${other.cls.name}") to tuple`);
      return new PyTuple(listConcat(self.a, other.a));
    },
    '__mul__(self, value, /)': (self, n) =>
      !isCount(n)
        ? NotImplemented
        : intValue(n) === 1 && self.cls === tuple
          ? self
          : new PyTuple(repeatItems(self.a, n)),
    '__rmul__(self, value, /)': (self, n) =>
      !isCount(n)
        ? NotImplemented
        : intValue(n) === 1 && self.cls === tuple
          ? self
          : new PyTuple(repeatItems(self.a, n)),
    ...sequenceCompare(PyTuple),
    'count(self, value, /) @2.6+': (self, v) => self.a.filter((x: Value) => equal(x, v)).length,
    'index(self, value, start=0, stop=9223372036854775807, /) @2.6+'(self, v, start = 0, stop) {
      const to = stop === undefined ? self.a.length : clampBound(stop, self.a.length);
      for (let i = clampBound(start, self.a.length); i < to; i++) if (equal(self.a[i], v)) return i;
      throw raise('ValueError', 'tuple.index(x): x not in tuple');
    },
    '__getslice__(self, i, j, /) @2.7-': (self, i, j) =>
      new PyTuple(
        slicedItems(self.a, new PySlice(Number(indexOf(i)) < 0 ? 0 : i, Number(indexOf(j)) < 0 ? 0 : j, None)),
      ),
    '__getnewargs__(self, /)': (self) => new PyTuple([new PyTuple(self.a)]),
  },
  classMethods: { '__class_getitem__(cls, item, /) @3.9+': (cls, item) => R.alias!(cls, item) },
});
R.tuple = (a) => new PyTuple(a);
tuple.make = (args) => (args.length === 1 && args[0].cls !== tuple ? new PyTuple(items(args[0])) : undefined);
