/** collections.deque: a ring that is cheap at both ends. Source: the library reference, "deque objects". */
import type { Definition } from '../define.ts';
import { define } from '../define.ts';
import { raise } from '../errors.ts';
import { iterate } from '../iteration.ts';
import type { NativeJs, PyType, Value } from '../object.ts';
import { PyObject } from '../object.ts';
import { $ge, $gt, $le, $lt, equal } from '../comparison.ts';
import { MAX_ITEMS } from '../limits.ts';
import { indexOf, intValue } from '../operands.ts';
import { guarded, repr } from '../repr.ts';
import { isCount } from '../sequence.ts';
import { clampBound, clampIndex } from '../slicing.ts';
import { None, NotImplemented } from '../singletons.ts';
import { R, since } from '../state.ts';
import { Stepping, iteratorClass } from '../stepping.ts';
import { PyTuple } from '../values.ts';
import { instanceDict } from '../instances.ts';

export class Deque extends PyObject {
  /** A ring of 2ⁿ places; the items are those from `head` on. */
  declare ring: Value[];
  declare head: number;
  declare size: number;
  /** -1: no bound. */
  declare most: number;
  /** Counts the changes, for iterators to notice one. */
  declare changes: number;

  at(i: number): Value {
    return this.ring[(this.head + i) & (this.ring.length - 1)];
  }
  put(i: number, v: Value): void {
    this.ring[(this.head + i) & (this.ring.length - 1)] = v;
  }
  list(): Value[] {
    const out: Value[] = [];
    for (let i = 0; i < this.size; i++) out.push(this.at(i));
    return out;
  }
  refill(a: Value[]): void {
    if (a.length > MAX_ITEMS) throw raise('MemoryError');
    let capacity = 8;
    while (capacity < a.length) capacity *= 2;
    const ring = new Array(capacity).fill(undefined);
    for (let i = 0; i < a.length; i++) ring[i] = a[i];
    this.ring = ring;
    this.head = 0;
    this.size = a.length;
    this.changes++;
  }
  /** It is full: room for as many again. */
  private grow(): void {
    this.refill(this.list());
    if (this.size === this.ring.length) {
      const { size } = this;
      for (let i = 0; i < size; i++) this.ring.push(undefined);
    }
  }
  push(v: Value): void {
    if (this.most >= 0) {
      if (this.most === 0) return;
      if (this.size === this.most) this.shift();
    }
    if (this.size === this.ring.length) this.grow();
    this.ring[(this.head + this.size++) & (this.ring.length - 1)] = v;
    this.changes++;
  }
  unshift(v: Value): void {
    if (this.most === 0) return;
    if (this.size === this.most) this.pop();
    if (this.size === this.ring.length) this.grow();
    this.head = (this.head - 1) & (this.ring.length - 1);
    this.ring[this.head] = v;
    this.size++;
    this.changes++;
  }
  pop(): Value {
    if (this.size === 0) return undefined;
    this.size--;
    this.changes++;
    const v = this.at(this.size);
    this.put(this.size, undefined);
    return v;
  }
  shift(): Value {
    if (this.size === 0) return undefined;
    const v = this.ring[this.head];
    this.ring[this.head] = undefined;
    this.head = (this.head + 1) & (this.ring.length - 1);
    this.size--;
    this.changes++;
    return v;
  }
  truth(): boolean {
    return (this as Value).cls.heap ? R.genericTruth!(this) : this.size > 0;
  }
  jsiter(): Iterable<Value> {
    return iterator(this, false).jsiter();
  }
}

class DequeIterator extends Stepping {
  declare d: Deque;
  declare i: number;
  declare left: number;
  declare changes: number;
  declare backwards: boolean;
  step(): Value {
    if (this.changes !== this.d.changes) {
      this.left = 0;
      throw raise('RuntimeError', 'deque mutated during iteration');
    }
    if (this.left === 0) return undefined;
    this.left--;
    return this.d.at(this.backwards ? this.left : this.i++);
  }
}
class DequeReverseIterator extends DequeIterator {}
const start = (it: DequeIterator, d: Deque, backwards: boolean): DequeIterator => {
  it.d = d;
  it.i = 0;
  it.left = d.size;
  it.changes = d.changes;
  it.backwards = backwards;
  return it;
};
const from =
  (backwards: boolean) =>
  (it: Value, d: Value, index: Value): void => {
    if (!(d instanceof Deque)) throw raise('TypeError', `deque iterator argument must be a deque, not ${d.cls.name}`);
    start(it, d, backwards);
    for (let i = Number(indexOf(index ?? 0)); i > 0; i--) it.step();
  };
const hint: Definition = {
  methods: {
    '__length_hint__(self, /)': (it) => it.left,
    '__reduce__(self, /)': (it) => new PyTuple([it.cls, new PyTuple([it.d, it.d.size - it.left])]),
  },
};
const forward = iteratorClass('collections', '_deque_iterator', DequeIterator, 'deque, index=0, /', from(false), hint);
const reverse = iteratorClass(
  'collections',
  '_deque_reverse_iterator',
  DequeReverseIterator,
  'deque, index=0, /',
  from(true),
  hint,
);
const iterator = (d: Deque, backwards: boolean): DequeIterator => {
  const t = backwards ? reverse : forward;
  return start(t.alloc(t), d, backwards);
};

function position(d: Deque, i: Value, text = 'deque index out of range'): number {
  const n = indexOf(i);
  if (typeof n === 'bigint') throw raise('IndexError', `cannot fit '${i.cls.name}' into an index-sized integer`);
  const at = n < 0 ? n + d.size : n;
  if (at < 0 || at >= d.size) throw raise('IndexError', text);
  return at;
}
/** Removes the item at a position. */
function remove(d: Deque, at: number): void {
  const a = d.list();
  a.splice(at, 1);
  d.refill(a);
}
function extend(d: Deque, it: Value): void {
  for (const v of it === d ? d.list() : iterate(it)) {
    if (d.size > MAX_ITEMS) throw raise('MemoryError');
    d.push(v);
  }
}
function alike(d: Deque, a: Value[]): Value {
  const cls = (d as Value).cls as PyType;
  if (cls !== deque) return cls.tpcall(d.most < 0 ? [R.list!(a)] : [R.list!(a), d.most], null);
  const out = deque.alloc(deque);
  out.most = d.most;
  out.refill(d.most >= 0 && a.length > d.most ? a.slice(a.length - d.most) : a);
  return out;
}
function repeated(d: Deque, n: Value): Value[] {
  const times = Number(indexOf(n));
  if (times * d.size > MAX_ITEMS && d.most < 0) throw raise('MemoryError');
  const once = d.list();
  const rounds = d.most >= 0 && d.size > 0 ? Math.min(times, Math.ceil(d.most / d.size) + 1) : times;
  const out: Value[] = [];
  for (let i = 0; i < rounds && once.length > 0; i++) for (const v of once) out.push(v);
  return d.most >= 0 && out.length > d.most ? out.slice(out.length - d.most) : out;
}
const order =
  (op: (a: Value, b: Value) => Value, lengths: (a: number, b: number) => boolean): NativeJs =>
  (x, y) => {
    if (!(y instanceof Deque)) return NotImplemented;
    const [a, b] = [x.list(), y.list()];
    for (let i = 0; i < a.length && i < b.length; i++) if (!equal(a[i], b[i])) return op(a[i], b[i]);
    return lengths(a.length, b.length);
  };
function same(x: Deque, y: Value): boolean {
  if (x.size !== y.size) return false;
  const [a, b] = [x.list(), y.list()];
  for (let i = 0; i < a.length; i++) if (!equal(a[i], b[i])) return false;
  return true;
}
/** A search that the items' `__eq__` may disturb. */
function watched(d: Deque, v: Value, from: number, to: number): number {
  const { changes } = d;
  for (let i = from; i < to; i++) {
    const found = equal(d.at(i), v);
    if (changes !== d.changes) throw raise('RuntimeError', 'deque mutated during iteration');
    if (found) return i;
  }
  return -1;
}

export const deque: PyType = define('deque', {
  shape: Deque,
  module: 'collections',
  alloc: (cls) => {
    const d = Object.create(cls.proto);
    d.ring = new Array(8).fill(undefined);
    d.head = d.size = d.changes = 0;
    d.most = -1;
    return d;
  },
  statics: { '__new__(cls, /, *args, **kw)': (cls) => cls.alloc(cls) },
  methods: {
    '__init__(self, iterable=(), maxlen=None)'(d: Deque, it, most = None) {
      if (most !== None) {
        const n = intValue(most);
        if (n === undefined) throw raise('TypeError', 'an integer is required');
        if (n < 0) throw raise('ValueError', 'maxlen must be non-negative');
        d.most = Number(n);
      } else d.most = -1;
      if (d.size > 0) d.refill([]);
      if (it !== undefined) extend(d, it);
      return None;
    },
    'append(self, item, /)': (d: Deque, v) => (d.push(v), None),
    'appendleft(self, item, /)': (d: Deque, v) => (d.unshift(v), None),
    'pop(self, /)'(d: Deque) {
      const v = d.pop();
      if (v === undefined) throw raise('IndexError', 'pop from an empty deque');
      return v;
    },
    'popleft(self, /)'(d: Deque) {
      const v = d.shift();
      if (v === undefined) throw raise('IndexError', 'pop from an empty deque');
      return v;
    },
    'extend(self, iterable, /)': (d, it) => (extend(d, it), None),
    'extendleft(self, iterable, /)'(d: Deque, it) {
      for (const v of it === d ? d.list() : iterate(it)) d.unshift(v);
      return None;
    },
    'clear(self, /)': (d: Deque) => (d.refill([]), None),
    'copy(self, /) @3.5+': (d: Deque) => alike(d, d.list()),
    '__copy__(self, /)': (d: Deque) => alike(d, d.list()),
    'rotate(self, n=1, /)'(d: Deque, n = 1) {
      if (d.size < 2) return (indexOf(n), None);
      const by = Number(BigInt(indexOf(n)) % BigInt(d.size));
      if (by > 0) for (let i = 0; i < by; i++) d.unshift(d.pop());
      else for (let i = 0; i < -by; i++) d.push(d.shift());
      return None;
    },
    'reverse(self, /) @2.7+': (d: Deque) => (d.refill(d.list().reverse()), None),
    'count(self, value, /) @2.7+'(d: Deque, v) {
      let n = 0;
      for (let i = 0; i < d.size; i++) {
        const { changes } = d;
        if (equal(d.at(i), v)) n++;
        if (changes !== d.changes) throw raise('RuntimeError', 'deque mutated during iteration');
      }
      return n;
    },
    'index(self, value, start=0, stop=9223372036854775807, /) @3.5+'(d: Deque, v, first = 0, last) {
      const at = watched(d, v, clampBound(first, d.size), last === undefined ? d.size : clampBound(last, d.size));
      if (at < 0)
        throw raise('ValueError', since(314) ? 'deque.index(x): x not in deque' : `${repr(v)} is not in deque`);
      return at;
    },
    'insert(self, index, value, /) @3.5+'(d: Deque, i, v) {
      if (d.size === d.most) throw raise('IndexError', 'deque already at its maximum size');
      const a = d.list();
      a.splice(clampIndex(i, d.size), 0, v);
      d.refill(a);
      return None;
    },
    'remove(self, value, /) @2.5+'(d: Deque, v) {
      const { size } = d;
      for (let i = 0; i < size; i++) {
        const found = equal(d.at(i), v);
        if (d.size !== size) throw raise('IndexError', 'deque mutated during remove().');
        if (found) return (remove(d, i), None);
      }
      throw raise(
        'ValueError',
        since(314)
          ? 'deque.remove(x): x not in deque'
          : since(308)
            ? `${repr(v)} is not in deque`
            : 'deque.remove(x): x not in deque',
      );
    },
    '__len__(self, /)': (d: Deque) => d.size,
    '__iter__(self, /)': (d: Deque) => iterator(d, false),
    '__reversed__(self, /)': (d: Deque) => iterator(d, true),
    '__contains__(self, value, /)': (d: Deque, v) => watched(d, v, 0, d.size) >= 0,
    '__getitem__(self, index, /)'(d: Deque, i) {
      if (intValue(i) === undefined && i.cls.dict.$__index__ === undefined)
        throw raise('TypeError', `sequence index must be integer, not '${i.cls.name}'`);
      return d.at(position(d, i));
    },
    '__setitem__(self, index, value, /)': (d: Deque, i, v) => (d.put(position(d, i), v), None),
    '__delitem__(self, index, /)': (d: Deque, i) => (remove(d, position(d, i)), None),
    '__repr__(self, /)': (d) =>
      guarded(
        d,
        '[...]',
        () =>
          `${since(300) ? d.cls.name : 'deque'}([${d.list().map(repr).join(', ')}]${d.most < 0 ? '' : `, maxlen=${d.most}`})`,
      ),
    '__add__(self, value, /) @3.5+'(d: Deque, o) {
      if (!(o instanceof Deque)) throw raise('TypeError', `can only concatenate deque (not "${o.cls.name}") to deque`);
      return alike(d, d.list().concat(o.list()));
    },
    '__iadd__(self, value, /)': (d, it) => (extend(d, it), d),
    '__mul__(self, value, /) @3.5+': (d: Deque, n) => (!isCount(n) ? NotImplemented : alike(d, repeated(d, n))),
    '__rmul__(self, value, /) @3.5+': (d: Deque, n) => (!isCount(n) ? NotImplemented : alike(d, repeated(d, n))),
    '__imul__(self, value, /) @3.5+': (d: Deque, n) => (!isCount(n) ? NotImplemented : (d.refill(repeated(d, n)), d)),
    '__eq__(self, value, /)': (d, o) => (o instanceof Deque ? same(d, o) : NotImplemented),
    '__ne__(self, value, /)': (d, o) => (o instanceof Deque ? !same(d, o) : NotImplemented),
    '__lt__(self, value, /)': order($lt, (a, b) => a < b),
    '__le__(self, value, /)': order($le, (a, b) => a <= b),
    '__gt__(self, value, /)': order($gt, (a, b) => a > b),
    '__ge__(self, value, /)': order($ge, (a, b) => a >= b),
    '__reduce__(self, /)': (d) =>
      new PyTuple([
        d.cls,
        d.most < 0 ? new PyTuple([]) : new PyTuple([new PyTuple([]), d.most]),
        d.cls.hasDict && instanceDict(d).size > 0 ? instanceDict(d) : None,
        iterator(d, false),
      ]),
  },
  classMethods: { '__class_getitem__(cls, item, /) @3.9+': (cls, item) => R.alias!(cls, item) },
  attributes: { 'maxlen @2.7+': (d) => (d.most < 0 ? None : d.most) },
  values: { __hash__: None },
});
export const iterators = { forward, reverse };
