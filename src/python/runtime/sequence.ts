/** What list and tuple share: indices, slices, concatenation, repetition, comparison; and `slice` itself. */
import { define } from './define.ts';
import { raise } from './errors.ts';
import { items } from './iteration.ts';
import type { NativeJs, Value } from './object.ts';
import { special } from './object.ts';
import { $ge, $gt, $le, $lt, equal } from './comparison.ts';
import { hash } from './hash.ts';
import { MAX_ITEMS, MAX_TEXT } from './limits.ts';
import { indexOf, intValue, norm, strValue } from './operands.ts';
import { hooks } from './operator-hooks.ts';
import { $truth } from './truth.ts';
import { repr } from './repr.ts';
import { None, NotImplemented } from './singletons.ts';
import { bigSliceIndices, sliceIndices } from './slicing.ts';
import { since } from './state.ts';
import { PyBytes, PyList, PySlice, PyTuple, PyUnicode } from './values.ts';

/** An index as a position in 0…length-1. Errors: TypeError, IndexError. */
export function indexOrRaise(i: Value, length: number, what: string, text = `${what} index out of range`): number {
  const n = intValue(i);
  if (n === undefined && special(i, '$__index__') === undefined)
    throw raise('TypeError', `${what} indices must be integers${since(300) ? ' or slices' : ''}, not ${i.cls.name}`);
  const raw = n ?? indexOf(i);
  if (typeof raw === 'bigint') throw raise('IndexError', `cannot fit '${i.cls.name}' into an index-sized integer`);
  const at = raw < 0 ? raw + length : raw;
  if (at < 0 || at >= length) throw raise('IndexError', text);
  return at;
}
/** What a slice takes, as an array of its own. Errors: TypeError, ValueError. */
export function slicedItems(a: Value[], s: PySlice): Value[] {
  const [start, , step, n] = sliceIndices(s, a.length);
  if (step === 1) return a.slice(start, start + n);
  const out = new Array(n);
  for (let i = 0, at = start; i < n; i++, at += step) out[i] = a[at];
  return out;
}
/** `a[start:stop:step] = v`. Errors: TypeError, ValueError. */
export function assignSlice(a: Value[], s: PySlice, v: Value): void {
  if (special(v, '$__iter__') === undefined && special(v, '$__getitem__') === undefined)
    throw raise(
      'TypeError',
      s.step === None || s.step === 1 ? 'can only assign an iterable' : 'must assign iterable to extended slice',
    );
  const values = items(v);
  const [start, , step, n] = sliceIndices(s, a.length);
  if (step === 1) {
    const tail = a.slice(start + n);
    a.length = start;
    for (const x of values) a.push(x);
    for (const x of tail) a.push(x);
    return;
  }
  if (n !== values.length)
    throw raise('ValueError', `attempt to assign sequence of size ${values.length} to extended slice of size ${n}`);
  for (let i = 0, at = start; i < n; i++, at += step) a[at] = values[i];
}
/** `del a[start:stop:step]`. Errors: TypeError, ValueError. */
export function deleteSlice(a: Value[], s: PySlice): void {
  const [start, , step, n] = sliceIndices(s, a.length);
  if (step === 1) {
    a.splice(start, n);
    return;
  }
  const gone = new Set<number>();
  for (let i = 0, at = start; i < n; i++, at += step) gone.add(at);
  let k = 0;
  for (let i = 0; i < a.length; i++) if (!gone.has(i)) a[k++] = a[i];
  a.length = k;
}
/** `a + b`. Errors: MemoryError. */
export function listConcat(a: Value[], b: Value[]): Value[] {
  if (a.length + b.length > MAX_ITEMS) throw raise('MemoryError');
  return a.concat(b);
}
/** Whether `seq * v` is a repetition. */
export const isCount = (v: Value): boolean => intValue(v) !== undefined || special(v, '$__index__') !== undefined;
/** How often, from 0 on. Errors: OverflowError beyond a C size. */
function times(count: Value): number {
  const n = indexOf(count);
  if (n >= 2n ** 63n || n < -(2n ** 63n))
    throw raise('OverflowError', `cannot fit '${count.cls.name}' into an index-sized integer`);
  return Math.max(0, Number(n));
}
export function repeatItems(a: Value[], count: Value): Value[] {
  const n = times(count);
  if (n * a.length > MAX_ITEMS) throw raise('MemoryError');
  const out: Value[] = [];
  if (a.length > 0) for (let i = 0; i < n; i++) for (const v of a) out.push(v);
  return out;
}
hooks.repeat = (seq, count) => {
  if (seq.text && count.int && count * seq.length <= MAX_TEXT) return seq.repeat(count < 0 ? 0 : count);
  if (seq instanceof PyList) return new PyList(repeatItems(seq.a, count));
  if (seq instanceof PyTuple) return new PyTuple(repeatItems(seq.a, count));
  const n = times(count);
  const s: string = strValue(seq) ?? seq.s ?? seq.v;
  if (n * s.length > MAX_TEXT) throw raise('MemoryError');
  const text = s.repeat(n);
  return seq instanceof PyBytes ? new PyBytes(text) : seq instanceof PyUnicode ? new PyUnicode(text) : text;
};

/** Lexicographic comparison methods for a class whose instances have items in `a`. */
export function sequenceCompare(shape: { new (a: Value[]): Value }): Record<string, NativeJs> {
  const order =
    (op: (a: Value, b: Value) => Value, lengths: (a: number, b: number) => boolean): NativeJs =>
    (self, other) => {
      if (!(other instanceof shape)) return NotImplemented;
      const [a, b] = [self.a, other.a];
      for (let i = 0; i < a.length && i < b.length; i++)
        // The comparison may have changed the lists.
        if (!equal(a[i], b[i])) return i < a.length && i < b.length ? op(a[i], b[i]) : lengths(a.length, b.length);
      return lengths(a.length, b.length);
    };
  const same: NativeJs = (self, other) => {
    if (!(other instanceof shape)) return NotImplemented;
    const [a, b] = [self.a, other.a];
    if (a.length !== b.length) return false;
    for (let i = 0; i < a.length && i < b.length; i++)
      if (!equal(a[i], b[i])) return i < a.length && i < b.length ? false : a.length === b.length;
    return a.length === b.length;
  };
  return {
    '__eq__(self, value, /)': same,
    '__ne__(self, value, /)'(self, other) {
      const r = same(self, other);
      return r === NotImplemented ? r : !r;
    },
    '__lt__(self, value, /)': order($lt, (a, b) => a < b),
    '__le__(self, value, /)': order($le, (a, b) => a <= b),
    '__gt__(self, value, /)': order($gt, (a, b) => a > b),
    '__ge__(self, value, /)': order($ge, (a, b) => a >= b),
  };
}

export const slice = define('slice', {
  shape: PySlice,
  final: true,
  statics: {
    '__new__(cls, *args)'(_cls, args: Value[]) {
      if (args.length === 0) throw raise('TypeError', 'slice expected at least 1 argument, got 0');
      if (args.length > 3) throw raise('TypeError', `slice expected at most 3 arguments, got ${args.length}`);
      return args.length === 1 ? new PySlice(None, args[0], None) : new PySlice(args[0], args[1], args[2] ?? None);
    },
  },
  methods: {
    '__repr__(self, /)': (s) => `slice(${repr(s.start)}, ${repr(s.stop)}, ${repr(s.step)})`,
    '__eq__(self, other, /)': (s, o) =>
      o instanceof PySlice ? equal(s.start, o.start) && equal(s.stop, o.stop) && equal(s.step, o.step) : NotImplemented,
    '__lt__(self, other, /)': (s, o) =>
      o instanceof PySlice
        ? $truth($lt(new PyTuple([s.start, s.stop, s.step]), new PyTuple([o.start, o.stop, o.step])))
        : NotImplemented,
    '__hash__(self, /)'(s) {
      if (!since(312)) throw raise('TypeError', "unhashable type: 'slice'");
      return norm(
        BigInt.asUintN(61, BigInt(hash(s.start)) * 31n + BigInt(hash(s.stop)) * 37n + BigInt(hash(s.step)) * 41n + 7n),
      );
    },
    'indices(self, length, /)'(s, n) {
      const length = BigInt(indexOf(n));
      if (!since(300) && length >= 2n ** 63n)
        throw raise('OverflowError', "cannot fit 'long' into an index-sized integer");
      if (length < 0n) throw raise('ValueError', 'length should not be negative');
      return new PyTuple(bigSliceIndices(s, length).map((i) => norm(i)));
    },
    '__reduce__(self, /)': (s) => new PyTuple([slice, new PyTuple([s.start, s.stop, s.step])]),
  },
  attributes: { start: (s) => s.start, stop: (s) => s.stop, step: (s) => s.step },
});
