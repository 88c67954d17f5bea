/** The built-in functions and classes that work on iterables. Source: the library reference, "Built-in Functions". */
import { defineFunctions, define } from './define.ts';
import { raise } from './errors.ts';
import { isStop } from './exceptions.ts';
import { PyIterator, SequenceIterator, defineIterator, iterObject, items, iterate, nextOf } from './iteration.ts';
import { B } from './builtins.ts';
import { ended } from './generator-types.ts';
import { sortList } from './list.ts';
import type { NativeJs, Value } from './object.ts';
import { callMethod, special } from './object.ts';
import { $add, $gt, $iadd, $len, $lt, $truth, equal, indexOf, norm } from './operators.ts';
import { None } from './singletons.ts';
import { R, since } from './state.ts';
import { PyFloat, PyList, PyTuple } from './values.ts';

defineIterator('iterator', SequenceIterator);
class CallableIterator extends PyIterator {}
defineIterator('callable_iterator', CallableIterator);

const iterator = (name: string, shape: { prototype: Value }, signature: string, make: NativeJs): Value => {
  const t = define(name, {
    shape,
    statics: { [`__new__(cls, ${signature})`]: make },
    alloc: (cls) => Object.create(cls.proto),
    methods: {
      '__iter__(self, /)': (self) => self,
      '__next__(self, /) @3.0+'(self) {
        const v = self.step();
        if (v === undefined) throw raise('StopIteration');
        return v;
      },
      'next(self, /) @2.7-'(self) {
        const v = self.step();
        if (v === undefined) throw raise('StopIteration');
        return v;
      },
    },
  });
  return t;
};
const withWalk = (cls: Value, g: Iterator<Value>): Value => {
  const it = cls.alloc(cls);
  it.g = g;
  it.left = null;
  return it;
};

class Enumerate extends PyIterator {}
function* enumerateWalk(it: Iterable<Value>, start: Value): Generator<Value> {
  let i = start;
  for (const v of it) {
    yield new PyTuple([i, v]);
    i = typeof i === 'number' && i < 2 ** 52 ? i + 1 : norm(BigInt(i) + 1n);
  }
}
export const enumerate = iterator('enumerate', Enumerate, 'iterable, start=0', (cls, it, start) => withWalk(cls, enumerateWalk(iterate(it), start === undefined ? 0 : indexOf(start))));

class Zip extends PyIterator {}
function* zipWalk(its: Value[], strict: boolean): Generator<Value> {
  if (its.length === 0) return;
  for (;;) {
    const row: Value[] = [];
    for (let i = 0; i < its.length; i++) {
      const v = nextOf(its[i]);
      if (v === undefined) {
        if (strict) checkStrict(its, i, row);
        return;
      }
      row.push(v);
    }
    yield new PyTuple(row);
  }
}
const plural = (n: number): string => (n === 1 ? ' ' : `s 1-`);
function checkStrict(its: Value[], i: number, row: Value[]): void {
  if (row.length > 0) throw raise('ValueError', `zip() argument ${i + 1} is shorter than argument${plural(i)}${i}`);
  for (let j = 1; j < its.length; j++) if (nextOf(its[j]) !== undefined) throw raise('ValueError', `zip() argument ${j + 1} is longer than argument${plural(j)}${j}`);
}
const iterators = (its: Value[], name: string): Value[] =>
  its.map((v, i) => {
    if (special(v, '$__iter__') === undefined && special(v, '$__getitem__') === undefined)
      throw raise('TypeError', name === 'zip' ? (since(310) || !since(300) ? (since(300) ? `'${v.cls.name}' object is not iterable` : `zip argument #${i + 1} must support iteration`) : `zip argument #${i + 1} must support iteration`) : `'${v.cls.name}' object is not iterable`);
    return iterObject(v);
  });
const zip = iterator('zip', Zip, '*iterables, strict=False', (cls, its: Value[], strict) => withWalk(cls, zipWalk(iterators(its, 'zip'), strict !== undefined && $truth(strict))));

class PyMap extends PyIterator {}
function* mapWalk(f: Value, its: Value[]): Generator<Value> {
  for (;;) {
    const args: Value[] = [];
    for (const it of its) {
      const v = nextOf(it);
      if (v === undefined) return;
      args.push(v);
    }
    yield f.tpcall(args, null);
  }
}
/** Steps that may raise must not end the JavaScript generator: an iterator that raised goes on at the next call. */
class Stepping implements Iterator<Value> {
  private again: () => Iterator<Value>;
  private g: Iterator<Value>;
  constructor(again: () => Iterator<Value>) {
    this.again = again;
    this.g = again();
  }
  next(): IteratorResult<Value> {
    try {
      return this.g.next();
    } catch (e) {
      this.g = this.again();
      throw e;
    }
  }
  [Symbol.iterator](): this {
    return this;
  }
}
const map = iterator('map', PyMap, 'function, /, *iterables', (cls, f, its: Value[]) => {
  if (its.length === 0) throw raise('TypeError', 'map() must have at least two arguments.');
  const list = iterators(its, 'map');
  return withWalk(cls, new Stepping(() => mapWalk(f, list)));
});
class Filter extends PyIterator {}
function* filterWalk(f: Value, it: Value): Generator<Value> {
  for (;;) {
    const v = nextOf(it);
    if (v === undefined) return;
    if (f === None ? $truth(v) : $truth(f.tpcall([v], null))) yield v;
  }
}
const filter = iterator('filter', Filter, 'function, iterable, /', (cls, f, it) => {
  const inner = iterObject(it);
  return withWalk(cls, new Stepping(() => filterWalk(f, inner)));
});
class Reversed extends PyIterator {}
function* reversedWalk(v: Value, n: number): Generator<Value> {
  for (let i = n - 1; i >= 0; i--) {
    try {
      yield callMethod(v, '$__getitem__', [i]);
    } catch (e) {
      if (isStop(e, 'IndexError') || isStop(e, 'StopIteration')) return;
      throw e;
    }
  }
}
const reversed = iterator('reversed', Reversed, 'sequence, /', (cls, v) => {
  const f = special(v, '$__reversed__');
  if (f !== undefined) {
    if (f === None) throw raise('TypeError', `'${v.cls.name}' object is not reversible`);
    return callMethod(v, '$__reversed__', []);
  }
  if (special(v, '$__getitem__') === undefined || special(v, '$__len__') === undefined || special(v, '$keys') !== undefined)
    throw raise('TypeError', since(306) ? `'${v.cls.name}' object is not reversible` : 'argument to reversed() must be a sequence');
  return withWalk(cls, reversedWalk(v, $len(v)));
});
export const classes = { enumerate, zip, map, filter, reversed };

function* callWalk(f: Value, sentinel: Value): Generator<Value> {
  for (;;) {
    let v: Value;
    try {
      v = f.tpcall([], null);
    } catch (e) {
      if (isStop(e, 'StopIteration')) return;
      throw e;
    }
    if (equal(v, sentinel)) return;
    yield v;
  }
}
function extreme(name: string, args: Value[], key: Value, fallback: Value, better: (a: Value, b: Value) => boolean): Value {
  if (args.length === 0) throw raise('TypeError', `${name} expected at least 1 argument, got 0`);
  if (args.length > 1 && fallback !== undefined) throw raise('TypeError', `Cannot specify a default for ${name}() with multiple positional arguments`);
  let best: Value;
  let bestKey: Value;
  const by = key === undefined || key === None ? null : key;
  for (const v of args.length === 1 ? iterate(args[0]) : args) {
    const k = by === null ? v : by.tpcall([v], null);
    if (best === undefined || better(k, bestKey)) {
      best = v;
      bestKey = k;
    }
  }
  if (best !== undefined) return best;
  if (fallback !== undefined) return fallback;
  throw raise('ValueError', since(312) ? `${name}() iterable argument is empty` : `${name}() arg is an empty sequence`);
}
function sum(it: Value, start: Value): Value {
  let total: Value = start ?? 0;
  if (typeof total === 'string') throw raise('TypeError', "sum() can't sum strings [use ''.join(seq) instead]");
  if (total.s !== undefined && total.cls.name === 'bytes') throw raise('TypeError', "sum() can't sum bytes [use b''.join(seq) instead]");
  if (total.s !== undefined && total.cls.name === 'bytearray') throw raise('TypeError', "sum() can't sum bytearray [use b''.join(seq) instead]");
  let compensation = 0;
  let floats = false;
  for (const v of iterate(it)) {
    if (typeof total === 'number' && typeof v === 'number') {
      const t = total + v;
      if (Number.isSafeInteger(t)) {
        total = t;
        continue;
      }
    }
    // Neumaier's compensated sum, as CPython's from 3.12 on.
    if (since(312) && total instanceof PyFloat && v instanceof PyFloat && total.cls.heap === false && v.cls.heap === false) {
      floats = true;
      const x = total.v;
      const t = x + v.v;
      compensation += Math.abs(x) >= Math.abs(v.v) ? x - t + v.v : v.v - t + x;
      total = new PyFloat(t);
      continue;
    }
    total = since(300) || !(total instanceof PyList) ? $add(total, v) : $iadd(new PyList(total.a.slice()), v);
  }
  if (floats && total instanceof PyFloat && Number.isFinite(compensation) && compensation !== 0) total = new PyFloat(total.v + compensation);
  return total;
}
export function sorted(it: Value, key: Value = None, reverse: Value = false, cmp: Value = None): PyList {
  const l = new PyList(items(it));
  sortList(l, key, $truth(reverse), cmp);
  return l;
}
const nextFunction: NativeJs = (it, fallback) => {
  if (fallback === undefined && it.kind === 'generator') return ended(it, it.send(None));
  if (special(it, since(300) ? '$__next__' : '$next') === undefined) throw raise('TypeError', `'${it.cls.name}' object is not an iterator`);
  if (fallback === undefined) return callMethod(it, since(300) ? '$__next__' : '$next', []);
  const v = nextOf(it);
  return v === undefined ? fallback : v;
};
defineFunctions(B, {
  'len(obj, /)': (v) => $len(v),
  'iter(object, sentinel=None, /) @2.2+'(v, sentinel) {
    if (sentinel === undefined) return iterObject(v);
    if (special(v, '$__call__') === undefined) throw raise('TypeError', 'iter(v, w): v must be callable');
    return new CallableIterator(callWalk(v, sentinel));
  },
  'next(iterator, default=None, /) @2.6+': nextFunction,
  'all(iterable, /) @2.5+'(it) {
    for (const v of iterate(it)) if (!$truth(v)) return false;
    return true;
  },
  'any(iterable, /) @2.5+'(it) {
    for (const v of iterate(it)) if ($truth(v)) return true;
    return false;
  },
  'sum(iterable, /, start=0) @2.3+': sum,
  'min(*args, key=None, default=None)': (args, key, d) => extreme('min', args, key, d, (a, b) => $truth($lt(a, b))),
  'max(*args, key=None, default=None)': (args, key, d) => extreme('max', args, key, d, (a, b) => $truth($gt(a, b))),
  'sorted(iterable, /, *, key=None, reverse=False) @3.0+': sorted,
  'sorted(iterable, cmp=None, key=None, reverse=False) @2.4-2.7': (it, cmp, key, reverse) => sorted(it, key, reverse, cmp),
  'map(function, *iterables) @2.7-'(f, its: Value[]) {
    const lists = its.map((v) => items(v));
    const n = Math.max(...lists.map((l) => l.length));
    const out: Value[] = [];
    for (let i = 0; i < n; i++) {
      const row = lists.map((l) => (i < l.length ? l[i] : None));
      out.push(f === None ? (row.length === 1 ? row[0] : new PyTuple(row)) : f.tpcall(row, null));
    }
    return new PyList(out);
  },
  'filter(function, iterable, /) @2.7-'(f, it) {
    const kept = items(it).filter((v) => (f === None ? $truth(v) : $truth(f.tpcall([v], null))));
    return typeof it === 'string' ? kept.join('') : it instanceof PyTuple ? new PyTuple(kept) : new PyList(kept);
  },
  'zip(*iterables) @2.0-2.7': (its) => new PyList([...zipWalk(iterators(its, 'zip'), false)]),
  'reduce(function, iterable, initial=None, /) @2.7-'(f, it, initial) {
    let acc = initial;
    for (const v of iterate(it)) acc = acc === undefined ? v : f.tpcall([acc, v], null);
    if (acc === undefined) throw raise('TypeError', 'reduce() of empty sequence with no initial value');
    return acc;
  },
  'cmp(x, y, /) @2.7-': (a, b) => ($truth($lt(a, b)) ? -1 : equal(a, b) ? 0 : 1),
  'apply(function, args=(), kwargs=None, /) @2.7-': (f, args, kw) => f.tpcall(args === undefined ? [] : items(args), kw === undefined ? null : new Map(kw.entries())),
});
void R;
