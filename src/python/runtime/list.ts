/** list. Source: the library reference, "Mutable Sequence Types"; sorting: "Sorting HOW TO". */
import { define } from './define.ts';
import { raise } from './errors.ts';
import { askLength, items } from './iteration.ts';
import type { NativeJs, PyType, Value } from './object.ts';
import { checkNew } from './class-facts.ts';
import { $lt, compareText, equal } from './comparison.ts';
import { MAX_ITEMS } from './limits.ts';
import { indexOf, intValue, typeName } from './operands.ts';
import { $truth } from './truth.ts';
import { guarded, repr } from './repr.ts';
import { listIterator, listReverseIterator } from './sequence-iterators.ts';
import {
  assignSlice,
  deleteSlice,
  indexOrRaise,
  isCount,
  listConcat,
  repeatItems,
  sequenceCompare,
  slicedItems,
} from './sequence.ts';
import { clampBound, clampIndex, sized } from './slicing.ts';
import { None, NotImplemented } from './singletons.ts';
import { R, since } from './state.ts';
import { PyFloat, PyList, PySlice, PyTuple } from './values.ts';

/** Stable merge sort by `<` alone, as Python promises. */
function sortBy(a: Value[], less: (x: Value, y: Value) => boolean): void {
  const n = a.length;
  if (n < 2) return;
  let from = a.slice();
  let to = new Array(n);
  const RUN = 8;
  for (let lo = 0; lo < n; lo += RUN) {
    const hi = Math.min(lo + RUN, n);
    for (let i = lo + 1; i < hi; i++) {
      const v = from[i];
      let j = i;
      while (j > lo && less(v, from[j - 1])) {
        from[j] = from[j - 1];
        j--;
      }
      from[j] = v;
    }
  }
  for (let width = RUN; width < n; width *= 2) {
    for (let lo = 0; lo < n; lo += 2 * width) {
      const mid = Math.min(lo + width, n);
      const hi = Math.min(lo + 2 * width, n);
      let [i, j, k] = [lo, mid, lo];
      while (i < mid && j < hi) to[k++] = less(from[j], from[i]) ? from[j++] : from[i++];
      while (i < mid) to[k++] = from[i++];
      while (j < hi) to[k++] = from[j++];
    }
    [from, to] = [to, from];
  }
  for (let i = 0; i < n; i++) a[i] = from[i];
}
type Less = (x: Value, y: Value) => boolean;
const byCmp =
  (cmp: Value): Less =>
  (x, y) => {
    const r = cmp.tpcall([x, y], null);
    const c = intValue(r);
    if (c === undefined) throw raise('TypeError', `comparison function must return int, not ${r.cls.name}`);
    return c < 0;
  };
const generic: Less = (x, y) => $truth($lt(x, y));
/** `<` for these keys: the quick one where all are of one plain type. */
function order(keys: Value[]): Less {
  const isFloat = (k: Value): boolean => k instanceof PyFloat && !(k as Value).cls.heap;
  if (keys.every(isFloat)) return (x, y) => x.v < y.v;
  const isRow = (k: Value): boolean => k instanceof PyTuple && !(k as Value).cls.heap && typeof k.a[0] === 'number';
  if (keys.every(isRow)) return (x, y) => (x.a[0] !== y.a[0] ? x.a[0] < y.a[0] : generic(x, y));
  return generic;
}

/** How JavaScript sorts these keys itself, when no `__lt__` of a program can be asked: numbers, texts, tuples of both. */
function nativeOrder(keys: Value[]): ((x: Value, y: Value) => number) | null {
  const first = keys[0];
  if (first === undefined) return null;
  if (first.int === true) return keys.every((k) => k.int === true) ? (x, y) => x - y : null;
  if (first.text === true) return keys.every((k) => k.text === true) ? compareText : null;
  if (first.row !== true || !(first instanceof PyTuple)) return null;
  const kinds: boolean[] = first.a.map((v: Value) => v.int === true);
  const alike = (k: Value): boolean =>
    k.row === true &&
    k instanceof PyTuple &&
    k.a.length === kinds.length &&
    k.a.every((v: Value, i: number) => (kinds[i] ? v.int === true : v.text === true));
  return keys.every(alike) ? compareRows : null;
}
function compareRows(x: PyTuple, y: PyTuple): number {
  const a = x.a;
  const b = y.a;
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue;
    return a[i].int === true ? a[i] - b[i] : compareText(a[i], b[i]);
  }
  return 0;
}

/** Stands in for a list's array while it is sorted, and notices what the comparisons put in. */
class Watched extends Array<Value> {
  touched = false;
  override push(...values: Value[]): number {
    this.touched = true;
    return super.push(...values);
  }
  override splice(start: number, count: number, ...values: Value[]): Value[] {
    if (values.length > 0) this.touched = true;
    return super.splice(start, count, ...values);
  }
}
/** Sorts in place. Errors: ValueError when the list is changed meanwhile. */
export function sortList(l: PyList, key: Value, reverse: boolean, cmp: Value = None): void {
  const own = l.a;
  if (key === None && cmp === None) {
    const native = nativeOrder(own);
    // What is equal here is also the same: no need to keep its order.
    if (native !== null) {
      own.sort(native);
      if (reverse) own.reverse();
      return;
    }
  }
  const work = own.slice();
  own.length = 0;
  const meanwhile = new Watched();
  l.a = meanwhile;
  try {
    if (reverse) work.reverse();
    if (key === None) sortBy(work, cmp === None ? order(work) : byCmp(cmp));
    else {
      const keys = work.map((v) => key.call1(v));
      const pairs = work.map((v, i) => [keys[i], v]);
      const native = cmp === None ? nativeOrder(keys) : null;
      if (native !== null) pairs.sort((x, y) => native(x[0], y[0]));
      else {
        const less = cmp === None ? order(keys) : byCmp(cmp);
        sortBy(pairs, (x, y) => less(x[0], y[0]));
      }
      for (let i = 0; i < pairs.length; i++) work[i] = pairs[i]![1];
    }
    if (reverse) work.reverse();
    if (meanwhile.touched || own.length > 0) throw raise('ValueError', 'list modified during sort');
  } finally {
    own.length = 0;
    for (const v of work) own.push(v);
    l.a = own;
  }
}

/** Python 2's methods for plain slices. */
const plain = (i: Value, j: Value): PySlice =>
  new PySlice(Number(indexOf(i)) < 0 ? 0 : i, Number(indexOf(j)) < 0 ? 0 : j, None);
const oldSlices: Record<string, NativeJs> = {
  '__getslice__(self, i, j, /) @2.7-': (self, i, j) => new PyList(slicedItems(self.a, plain(i, j))),
  '__setslice__(self, i, j, sequence, /) @2.7-': (self, i, j, v) => (assignSlice(self.a, plain(i, j), v), None),
  '__delslice__(self, i, j, /) @2.7-': (self, i, j) => (deleteSlice(self.a, plain(i, j)), None),
};

const proto = PyList.prototype as Value;
proto.isSequence = true;
proto.truth = function (this: Value): boolean {
  return this.row === true ? this.a.length > 0 : R.genericTruth!(this);
};
proto.jsiter = function (this: PyList): Iterable<Value> {
  return this.a;
};
/** 3.8 and 3.9 ask for the length before they ask for an iterator. */
function itemsForList(iterable: Value): Value[] {
  if (iterable.cls.heap && since(308) && !since(310) && iterable.cls.dict.$__len__ !== undefined) askLength(iterable);
  return items(iterable);
}
export const list: PyType = define('list', {
  shape: PyList,
  alloc: (cls) => ({ __proto__: cls.proto, a: [] }),
  statics: { '__new__(cls, /, *args, **kw)': (cls) => (checkNew(cls, list), cls.alloc(cls)) },
  methods: {
    '__init__(self, /, *args, **kw)'(self, args: Value[], kw: Map<string, Value>) {
      const named = since(307) ? undefined : kw.get('sequence');
      if (named !== undefined && args.length === 0) args = [named];
      // A subclass with a `__new__` of its own may have had keywords for that alone.
      else if (kw.size > 0 && (self.cls === list || self.cls.dict.$__new__ === list.dict.$__new__))
        throw raise('TypeError', 'list() takes no keyword arguments');
      if (args.length > 1)
        throw raise(
          'TypeError',
          since(307)
            ? `list expected at most 1 argument, got ${args.length}`
            : `list() takes at most 1 argument (${args.length} given)`,
        );
      const [iterable] = args;
      self.a.length = 0;
      if (iterable !== undefined) for (const v of itemsForList(iterable)) self.a.push(v);
      return None;
    },
    '__repr__(self, /)': (self) => guarded(self, '[...]', () => `[${self.a.map(repr).join(', ')}]`),
    '__len__(self, /)': (self) => self.a.length,
    '__iter__(self, /)': (self) => listIterator(self),
    '__reversed__(self, /)': (self) => listReverseIterator(self),
    '__contains__(self, value, /)'(self, v) {
      for (const x of self.a) if (equal(x, v)) return true;
      return false;
    },
    '__getitem__(self, index, /)'(self, i) {
      if (i instanceof PySlice) return new PyList(slicedItems(self.a, i));
      return self.a[indexOrRaise(i, self.a.length, 'list')];
    },
    '__setitem__(self, index, value, /)'(self, i, v) {
      if (i instanceof PySlice) assignSlice(self.a, i, v);
      else self.a[indexOrRaise(i, self.a.length, 'list', 'list assignment index out of range')] = v;
      return None;
    },
    '__delitem__(self, index, /)'(self, i) {
      if (i instanceof PySlice) deleteSlice(self.a, i);
      else self.a.splice(indexOrRaise(i, self.a.length, 'list', 'list assignment index out of range'), 1);
      return None;
    },
    '__add__(self, value, /)'(self, other) {
      if (!(other instanceof PyList))
        throw raise('TypeError', `can only concatenate list (not "${typeName(other)}") to list`);
      return new PyList(listConcat(self.a, other.a));
    },
    '__iadd__(self, value, /)'(self, other) {
      for (const v of items(other)) self.a.push(v);
      return self;
    },
    '__mul__(self, value, /)': (self, n) => (!isCount(n) ? NotImplemented : new PyList(repeatItems(self.a, n))),
    '__rmul__(self, value, /)': (self, n) => (!isCount(n) ? NotImplemented : new PyList(repeatItems(self.a, n))),
    '__imul__(self, value, /)'(self, n) {
      if (!isCount(n)) return NotImplemented;
      const all = repeatItems(self.a, n);
      self.a.length = 0;
      for (const v of all) self.a.push(v);
      return self;
    },
    ...sequenceCompare(PyList),
    ...oldSlices,
    'append(self, object, /)'(self, v) {
      self.a.push(v);
      return None;
    },
    'extend(self, iterable, /)'(self, it) {
      if (self.a.length > MAX_ITEMS) throw raise('MemoryError');
      for (const v of it === self ? self.a.slice() : items(it)) self.a.push(v);
      return None;
    },
    'insert(self, index, object, /)'(self, i, v) {
      self.a.splice(clampIndex(i, self.a.length), 0, v);
      return None;
    },
    'pop(self, index=-1, /)'(self, i = -1) {
      if (self.a.length === 0) throw raise('IndexError', 'pop from empty list');
      if (i === -1) return self.a.pop();
      return self.a.splice(indexOrRaise(sized(i), self.a.length, 'list', 'pop index out of range'), 1)[0];
    },
    'remove(self, value, /)'(self, v) {
      for (let i = 0; i < self.a.length; i++)
        if (equal(self.a[i], v)) {
          self.a.splice(i, 1);
          return None;
        }
      throw raise('ValueError', 'list.remove(x): x not in list');
    },
    'clear(self, /) @3.3+'(self) {
      self.a.length = 0;
      return None;
    },
    'copy(self, /) @3.3+': (self) => new PyList(self.a.slice()),
    'count(self, value, /)'(self, v) {
      let n = 0;
      for (const x of self.a.slice()) if (equal(x, v)) n++;
      return n;
    },
    'index(self, value, start=0, stop=9223372036854775807, /)'(self, v, start = 0, stop) {
      const from = clampBound(start, self.a.length);
      for (
        let i = from;
        i < self.a.length && i < (stop === undefined ? Infinity : clampBound(stop, self.a.length));
        i++
      )
        if (equal(self.a[i], v)) return i;
      throw raise(
        'ValueError',
        R.version >= 314
          ? 'list.index(x): x not in list'
          : since(300)
            ? `${repr(v)} is not in list`
            : `${repr(v)} is not in list`,
      );
    },
    'reverse(self, /)'(self) {
      self.a.reverse();
      return None;
    },
    'sort(self, /, *, key=None, reverse=False) @3.0+'(self, key = None, reverse = false) {
      sortList(self, key, $truth(reverse));
      return None;
    },
    'sort(self, cmp=None, key=None, reverse=False) @2.7-'(self, cmp = None, key = None, reverse = false) {
      sortList(self, key, $truth(reverse), cmp);
      return None;
    },
  },
  classMethods: { '__class_getitem__(cls, item, /) @3.9+': (cls, item) => R.alias!(cls, item) },
  values: { '__hash__ @2.6+': None },
});
R.list = (a) => new PyList(a);
list.make = (args) =>
  args.length === 0 ? new PyList([]) : args.length === 1 ? new PyList(itemsForList(args[0])) : undefined;
