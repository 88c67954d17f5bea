/** What `start:stop:step` means for a sequence of a given length. Source: the library reference, "Common Sequence Operations", notes 3–5. */
import { raise } from './errors.ts';
import type { Value } from './object.ts';
import { indexOf } from './operands.ts';
import { None } from './singletons.ts';
import { R, since } from './state.ts';
import type { PySlice } from './values.ts';

/** A bound as a number; bigints are beyond every length. Errors: TypeError. */
function whole(v: Value, none = 'None or '): number | bigint {
  if (v.isInt !== true && v.cls.dict.$__index__ === undefined)
    throw raise('TypeError', `slice indices must be integers or ${none}have an __index__ method`);
  return indexOf(v);
}
/** A bound of a slice or of `find(sub, start, end)`, cut to ±2⁵³. Errors: TypeError. */
export function bound(v: Value, fallback: number): number {
  if (typeof v === 'number') return v;
  if (v === undefined || v === None) return fallback;
  const i = whole(v);
  return typeof i === 'number' ? i : i > 0n ? Number.MAX_SAFE_INTEGER : -Number.MAX_SAFE_INTEGER;
}
/** `find`'s and its like's start and end within a length: both between 0 and it (start may lie beyond). */
export function clampStart(v: Value, length: number): number {
  const i = bound(v, 0);
  return i < 0 ? Math.max(0, i + length) : i;
}
export function clampEnd(v: Value, length: number): number {
  const i = bound(v, length);
  return i < 0 ? Math.max(0, i + length) : Math.min(i, length);
}

/** `index`'s start and stop, cut to 0…length. Errors: TypeError, for None too. */
export function clampBound(v: Value, length: number): number {
  const i = whole(v, '');
  if (typeof i === 'bigint') return i < 0n ? 0 : length;
  return i < 0 ? Math.max(0, i + length) : Math.min(i, length);
}
/** An index that a method takes as C's ssize_t. Errors: TypeError, OverflowError. */
export function sized(v: Value): number {
  const i = indexOf(v);
  if (typeof i === 'bigint' && BigInt.asIntN(64, i) !== i)
    throw raise('OverflowError', `Python int too large to convert to C ${since(300) ? 'ssize_t' : 'long'}`);
  return Number(i);
}
/** An index cut to 0…length, as `insert` does. Errors: TypeError, OverflowError. */
export function clampIndex(v: Value, length: number): number {
  const i = sized(v);
  return i < 0 ? Math.max(0, i + length) : Math.min(i, length);
}

/** [start, stop, step, count]: `slice.indices(length)`, and how many items that is. Errors: TypeError, ValueError. */
export function sliceIndices(s: PySlice, length: number): [number, number, number, number] {
  const step = bound(s.step, 1);
  if (step === 0) throw raise('ValueError', 'slice step cannot be zero');
  const low = step < 0 ? -1 : 0;
  const high = step < 0 ? length - 1 : length;
  let start = bound(s.start, step < 0 ? high : low);
  if (s.start !== None) start = start < 0 ? Math.max(start + length, low) : Math.min(start, high);
  let stop = bound(s.stop, step < 0 ? low : high);
  if (s.stop !== None) stop = stop < 0 ? Math.max(stop + length, low) : Math.min(stop, high);
  const count =
    step > 0
      ? start < stop
        ? Math.ceil((stop - start) / step)
        : 0
      : stop < start
        ? Math.ceil((stop - start) / step)
        : 0;
  return [start, stop, step, count];
}

/** [start, stop, step] for a sequence of any length, as `slice.indices` and ranges have it. Errors: TypeError, ValueError. */
export function bigSliceIndices(s: PySlice, length: bigint): [bigint, bigint, bigint] {
  const step = s.step === None ? 1n : BigInt(whole(s.step));
  if (step === 0n) throw raise('ValueError', 'slice step cannot be zero');
  const [low, high] = step > 0n ? [0n, length] : [-1n, length - 1n];
  const clamp = (v: Value, absent: bigint): bigint => {
    if (v === None) return absent;
    let i = BigInt(whole(v));
    if (i < 0n) i += length;
    return i < low ? low : i > high ? high : i;
  };
  return [clamp(s.start, step > 0n ? low : high), clamp(s.stop, step > 0n ? high : low), step];
}

/** The position that `seq[i]` means. `what` as CPython words it: `string index`. Errors: IndexError. */
export function position(i: Value, length: number, what: string): number {
  const n = typeof i === 'number' ? i : indexOf(i);
  if (typeof n === 'bigint')
    throw raise(
      'IndexError',
      since(300) || R.version >= 205
        ? `cannot fit '${i.cls.name}' into an index-sized integer`
        : `${what} out of range`,
    );
  const at = n < 0 ? n + length : n;
  if (at < 0 || at >= length) throw raise('IndexError', `${what} out of range`);
  return at;
}
