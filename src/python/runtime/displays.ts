/** Displays, unpacking and counted loops, as compiled code asks for them. */
import { raise } from './errors.ts';
import { table } from './code.ts';
import { update } from './dict.ts';
import { $iter, $js, items } from './iteration.ts';
import type { Value } from './object.ts';
import { special } from './object.ts';
import { $delitem, $getitem, $setitem } from './containers.ts';
import type { Counted } from './range.ts';
import { isSmall, range, listRange } from './range.ts';
import { deliver } from './interrupt.ts';
import { None } from './singletons.ts';
import { R, since } from './state.ts';
import { PyDict, PyList, PySet, PySlice, PyTuple } from './values.ts';

function $dictmore(d: PyDict, pairs: Value[]): PyDict {
  for (let i = 0; i < pairs.length; i += 2) d.set(pairs[i], pairs[i + 1]);
  return d;
}
function $set_(a: Value[]): PySet {
  const s = new PySet();
  for (const v of a) s.add(v);
  return s;
}
function $dictstar(d: PyDict, m: Value): PyDict {
  if (special(m, '$keys') === undefined) throw raise('TypeError', `'${m.cls.name}' object is not a mapping`);
  update(d, m);
  return d;
}

/** Errors: TypeError (not iterable), ValueError (too many, too few). */
function $unpack(v: Value, n: number): Value[] {
  if (v.row) {
    // A tuple's own items; a list's may change while they are assigned.
    if (v.a.length === n) return v.tuple ? v.a : v.a.slice();
    throw wrongCount(v.a.length, n, v);
  }
  if (special(v, '$__iter__') === undefined && special(v, '$__getitem__') === undefined) throw notIterable(v);
  const out: Value[] = [];
  for (const x of $js($iter(v))) {
    if (out.length === n) throw wrongCount(n + 1, n, v);
    out.push(x);
  }
  if (out.length < n) throw wrongCount(out.length, n, v);
  return out;
}
const notIterable = (v: Value): Value =>
  raise(
    'TypeError',
    since(307)
      ? `cannot unpack non-iterable ${v.cls.name} object`
      : since(205)
        ? `'${v.cls.name}' object is not iterable`
        : 'unpack non-sequence',
  );
function wrongCount(got: number, n: number, v: Value): Value {
  if (got > n) {
    const known = since(314) && (v instanceof PyTuple || v instanceof PyList || v instanceof PyDict);
    return raise(
      'ValueError',
      since(300)
        ? `too many values to unpack (expected ${n}${known ? `, got ${got}` : ''})`
        : 'too many values to unpack',
    );
  }
  return raise(
    'ValueError',
    since(300)
      ? since(304)
        ? `not enough values to unpack (expected ${n}, got ${got})`
        : `need more than ${got} value${got === 1 ? '' : 's'} to unpack`
      : `need more than ${got} value${got === 1 ? '' : 's'} to unpack`,
  );
}
function $unpackex(v: Value, before: number, after: number): Value[] {
  if (special(v, '$__iter__') === undefined && special(v, '$__getitem__') === undefined) throw notIterable(v);
  const all = items(v);
  if (all.length < before + after)
    throw raise('ValueError', `not enough values to unpack (expected at least ${before + after}, got ${all.length})`);
  const end = all.length - after;
  return [...all.slice(0, before), new PyList(all.slice(before, end)), ...all.slice(end)];
}

/** Items of a range that a loop counts before it asks again: so often a signal is heard. */
const PART = 65_536;

function $range(f: Value, args: Value[]): Counted {
  if (R.signals !== 0) deliver();
  const only = args[0];
  if (f === range && args.length === 1 && only.int && only <= PART)
    return { start: 0, stop: only, step: 1, it: undefined };
  if (f === range || f === listRange) {
    if (args.length > 0 && args.length < 4 && args.every((v) => typeof v === 'number') && isSmall(...args)) {
      const [start, stop, step] = (args.length === 1 ? [0, args[0], 1] : [args[0], args[1], args[2] ?? 1]) as [
        number,
        number,
        number,
      ];
      if (step !== 0 && Math.abs(stop - start) <= PART) return { start, stop, step, it: undefined };
      if (step !== 0) return { start, stop: partEnd(start, stop, step), step, it: LONG, end: stop };
    }
  }
  const seq = f.tpcall(args, null);
  const keep = $iter(seq);
  return { start: 0, stop: 0, step: 0, it: $js(keep)[Symbol.iterator](), keep } as Counted;
}
const LONG: Iterator<Value> = [][Symbol.iterator]();
/** Where the part that begins at `start` ends. */
function partEnd(start: number, end: number, step: number): number {
  const far = start + PART * step;
  return step > 0 ? Math.min(far, end) : Math.max(far, end);
}
function $rangenext(r: Counted): Value {
  if (r.end !== undefined) {
    if (r.stop === r.end) return undefined;
    if (R.signals !== 0) deliver();
    r.start = r.stop;
    r.stop = partEnd(r.start, r.end, r.step);
    return r.start;
  }
  const s = r.it!.next();
  return s.done === true ? undefined : s.value;
}

/* Python 2's simple slices, for classes that define __getslice__. */
const MAXINT = 9223372036854775807n;
const bounds = (i: Value, j: Value): [Value, Value] => [i ?? 0, j ?? MAXINT];
/** The class's own method for simple slices; a bound that is no index (None) makes any slice an extended one. */
function own2(o: Value, k: string, i: Value, j: Value): Value {
  if (i === None || j === None) return undefined;
  return special(o, k)?.native === true ? undefined : special(o, k);
}
function adjust(o: Value, i: Value): Value {
  return typeof i === 'number' && i < 0 && special(o, '$__len__') !== undefined
    ? i + (R.builtins!.$len.tpcall([o], null) as number)
    : i;
}
function $getslice(o: Value, i: Value, j: Value): Value {
  const f = own2(o, '$__getslice__', i, j);
  if (f !== undefined) return f.tpget(o, o.cls).tpcall(bounds(adjust(o, i), adjust(o, j)), null);
  return $getitem(o, new PySlice(i ?? None, j ?? None, None));
}
function $setslice(o: Value, i: Value, j: Value, v: Value): void {
  const f = own2(o, '$__setslice__', i, j);
  if (f !== undefined) f.tpget(o, o.cls).tpcall([...bounds(adjust(o, i), adjust(o, j)), v], null);
  else $setitem(o, new PySlice(i ?? None, j ?? None, None), v);
}
function $delslice(o: Value, i: Value, j: Value): void {
  const f = own2(o, '$__delslice__', i, j);
  if (f !== undefined) f.tpget(o, o.cls).tpcall(bounds(adjust(o, i), adjust(o, j)), null);
  else $delitem(o, new PySlice(i ?? None, j ?? None, None));
}
Object.assign(table, {
  $dict: (pairs: Value[]) => $dictmore(new PyDict(), pairs),
  $dictmore,
  $set_,
  $dictstar,
  $unpack,
  $unpackex,
  $range,
  $rangenext,
  $getslice,
  $setslice,
  $delslice,
});
