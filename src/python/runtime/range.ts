/** range (Python 3), xrange and the list-making range (Python 2). Source: the library reference, "Ranges". */
import { Native } from './native.ts';
import { define, nameInPython2 } from './define.ts';
import { raise } from './errors.ts';
import type { PyType, Value } from './object.ts';
import { equal } from './comparison.ts';
import { MAX_ITEMS } from './limits.ts';
import { indexOf, intValue } from './operands.ts';
import { hashItems } from './tuple.ts';
import { repr } from './repr.ts';
import { None, NotImplemented } from './singletons.ts';
import { R, since } from './state.ts';
import { bigSliceIndices } from './slicing.ts';
import { Stepping, iteratorClass } from './stepping.ts';
import { PyFloat, PyList, PyRange, PySlice, PyTuple } from './values.ts';

type Int = number | bigint;
/** A bigint as an int; Python 2's long does not come into it, since an xrange is made of C's. */
const whole = (n: bigint): Int => (n >= -9007199254740991n && n <= 9007199254740991n ? Number(n) : n);
const isSmall = (...n: Int[]): boolean => n.every((x) => typeof x === 'number' && Math.abs(x) < 2 ** 50);

/** How many items: a number, or a bigint beyond the safe range. */
function rangeLength(r: PyRange): Int {
  const { start, stop, step } = r;
  if (isSmall(start, stop, step))
    return step > 0 ? Math.max(0, Math.ceil((stop - start) / step)) : Math.max(0, Math.ceil((start - stop) / -step));
  const [a, b, s] = [BigInt(start), BigInt(stop), BigInt(step)];
  const n = s > 0n ? (b - a + s - 1n) / s : (a - b - s - 1n) / -s;
  return n > 0n ? whole(n) : 0;
}
function* walk(r: PyRange): Generator<Value> {
  const { start, stop, step } = r;
  if (isSmall(start, stop, step)) {
    if (step > 0) for (let i = start; i < stop; i += step) yield i;
    else for (let i = start; i > stop; i += step) yield i;
    return;
  }
  const s = BigInt(step);
  const end = BigInt(stop);
  for (let i = BigInt(start); s > 0n ? i < end : i > end; i += s) yield whole(i);
}
function item(r: PyRange, i: Int): Value {
  if (isSmall(r.start, r.step, i)) {
    const v = r.start + r.step * Number(i);
    if (Number.isSafeInteger(v)) return v + 0;
  }
  return whole(BigInt(r.start) + BigInt(i) * BigInt(r.step));
}
/** Walks a range by position, whatever the size of its numbers. */
class RangeIterator extends Stepping {
  declare r: PyRange;
  declare i: Int;
  declare n: Int;
  step(): Value {
    const { i } = this;
    if (i >= this.n) return undefined;
    this.i = typeof i === 'number' && i < Number.MAX_SAFE_INTEGER ? i + 1 : whole(BigInt(i) + 1n);
    return item(this.r, i);
  }
}
const rangeIteratorType = iteratorClass('builtins', 'range_iterator', RangeIterator, null, () => {}, {
  methods: {
    '__length_hint__(self, /)': (it) => whole(BigInt(it.n) - BigInt(it.i)),
    '__reduce__(self, /)': (it) => new PyTuple([R.builtins!.$iter, new PyTuple([it.r]), it.i]),
    '__setstate__(self, state, /)'(it, state) {
      const i = indexOf(state);
      it.i = i < 0 ? 0 : i > it.n ? it.n : i;
      return None;
    },
  },
});
function rangeIterator(r: PyRange): Value {
  const it = Object.create(rangeIteratorType.proto);
  it.r = r;
  it.i = 0;
  it.n = rangeLength(r);
  return it;
}
/** Bounds from one to three arguments. Errors: TypeError, ValueError. */
function bounds(args: Value[], name: string): [Int, Int, Int] {
  if (args.length === 0)
    throw raise(
      'TypeError',
      since(309)
        ? `${name} expected at least 1 argument, got 0`
        : since(300)
          ? `${name} expected 1 argument${since(308) ? '' : 's'}, got 0`
          : name === 'range'
            ? 'range expected at least 1 arguments, got 0'
            : `${name}() requires 1-3 int arguments`,
    );
  if (args.length > 3)
    throw raise(
      'TypeError',
      since(300) ? `${name} expected at most 3 arguments, got ${args.length}` : `${name}() requires 1-3 int arguments`,
    );
  const n = args.map((v, i) => {
    const x = intValue(v);
    if (x === undefined && !since(300) && (v instanceof PyFloat || v.cls.dict.$__int__ === undefined))
      throw raise(
        'TypeError',
        `${name}() integer ${args.length === 1 ? 'end' : ['start', 'end', 'step'][i]} argument expected, got ${v.cls.name}.`,
      );
    return x ?? indexOf(v);
  });
  const [start, stop, step] = n.length === 1 ? [0, n[0]!, 1] : [n[0]!, n[1]!, n[2] ?? 1];
  if (step == 0) throw raise('ValueError', `${name}() arg 3 must not be zero`);
  return [start, stop, step];
}
const position = (r: PyRange, v: Value): Int | undefined => {
  const n = typeof v === 'object' && v.isInt !== true ? undefined : intValue(v);
  if (n === undefined) return undefined;
  const [a, b, s, x] = [BigInt(r.start), BigInt(r.stop), BigInt(r.step), BigInt(n)];
  if (s > 0n ? x < a || x >= b : x > a || x <= b) return undefined;
  return (x - a) % s === 0n ? whole((x - a) / s) : undefined;
};
/** An xrange says where it really stops. */
function shown(r: PyRange): string {
  if (since(300)) return r.step === 1 ? `range(${r.start}, ${r.stop})` : `range(${r.start}, ${r.stop}, ${r.step})`;
  const stop = BigInt(r.start) + BigInt(rangeLength(r)) * BigInt(r.step);
  return r.step !== 1
    ? `xrange(${r.start}, ${stop}, ${r.step})`
    : r.start !== 0
      ? `xrange(${r.start}, ${stop})`
      : `xrange(${stop})`;
}
const proto = PyRange.prototype as Value;
proto.jsiter = function (this: PyRange): Iterable<Value> {
  return walk(this);
};
proto.truth = function (this: PyRange): boolean {
  return rangeLength(this) != 0;
};
const length = (r: PyRange): Int => {
  const n = rangeLength(r);
  if (n >= 2n ** 63n)
    throw raise(
      'OverflowError',
      since(300) ? 'Python int too large to convert to C ssize_t' : 'Python int too large to convert to C long',
    );
  return n;
};
export const range: PyType = define('range', {
  shape: PyRange,
  final: true,
  statics: {
    '__new__(cls, *args)'(_cls, args: Value[]) {
      const [a, b, c] = bounds(args, range.name);
      return new PyRange(a, b, c);
    },
  },
  methods: {
    '__repr__(self, /)': (r) => shown(r),
    '__len__(self, /)': length,
    '__iter__(self, /)': (r) => rangeIterator(r),
    '__reversed__(self, /)'(r) {
      const n = rangeLength(r);
      if (n == 0) return rangeIterator(new PyRange(0, 0, 1));
      const last = item(r, whole(BigInt(n) - 1n));
      return rangeIterator(new PyRange(last, whole(BigInt(r.start) - BigInt(r.step)), whole(-BigInt(r.step))));
    },
    '__contains__(self, key, /)'(r, v) {
      if (typeof v !== 'object') return typeof v !== 'string' && position(r, v) !== undefined;
      for (const x of walk(r)) if (equal(x, v)) return true;
      return false;
    },
    '__getitem__(self, key, /)'(r, i) {
      if (i instanceof PySlice) {
        const [start, stop, step] = bigSliceIndices(i, BigInt(rangeLength(r)));
        return new PyRange(item(r, whole(start)), item(r, whole(stop)), whole(BigInt(r.step) * step));
      }
      if (intValue(i) === undefined && i.cls.dict.$__index__ === undefined)
        throw raise('TypeError', `range indices must be integers or slices, not ${i.cls.name}`);
      const n = rangeLength(r);
      let at = indexOf(i);
      if (at < 0) at = whole(BigInt(at) + BigInt(n));
      if (at < 0 || at >= n) throw raise('IndexError', `${range.name} object index out of range`);
      return item(r, at);
    },
    '__eq__(self, other, /) @3.3+'(r, o) {
      if (!(o instanceof PyRange)) return NotImplemented;
      const n = rangeLength(r);
      return n === rangeLength(o) && (n == 0 || (r.start === o.start && (n == 1 || r.step === o.step)));
    },
    '__hash__(self, /) @3.3+'(r) {
      const n = rangeLength(r);
      return hashItems([n, n == 0 ? None : r.start, n == 0 || n == 1 ? None : r.step]);
    },
    'index(self, value, /) @3.2+'(r, v) {
      const at = position(r, v);
      if (at !== undefined) return at;
      let i = 0;
      if (typeof v === 'object')
        for (const x of walk(r)) {
          if (equal(x, v)) return i;
          i++;
        }
      throw raise('ValueError', since(314) ? 'range.index(x): x not in range' : `${repr(v)} is not in range`);
    },
    'count(self, value, /) @3.2+'(r, v) {
      if (typeof v !== 'object') return position(r, v) !== undefined ? 1 : 0;
      let n = 0;
      for (const x of walk(r)) if (equal(x, v)) n++;
      return n;
    },
    '__reduce__(self, /)': (r) => new PyTuple([range, new PyTuple([r.start, r.stop, r.step])]),
  },
  attributes: { 'start @3.3+': (r) => r.start, 'stop @3.3+': (r) => r.stop, 'step @3.3+': (r) => r.step },
});
nameInPython2(range, 'xrange');
nameInPython2(rangeIteratorType, 'rangeiterator');

/** Python 2's `range`: a list. */
export const listRange = new Native('range(*args)', (args: Value[]) => {
  const [a, b, c] = bounds(args, 'range');
  const r = new PyRange(a, b, c);
  if (rangeLength(r) > MAX_ITEMS) throw raise('MemoryError');
  return new PyList([...walk(r)]);
});

/** A compiled `for … in range(…)`: counted when `f` is the built-in and all are small ints; else an iterator. */
export interface Counted {
  start: number;
  stop: number;
  step: number;
  it: Iterator<Value> | undefined;
  /** Of a long range, which is counted in parts: where it ends; `stop` is then the end of the part. */
  end?: number;
}
export { isSmall };
