/** The built-in functions and classes that work on iterables. Source: the library reference, "Built-in Functions". */
import { defineFunctions } from './define.ts';
import { raise } from './errors.ts';
import { isStop } from './exceptions.ts';
import { SequenceIterator, iterObject, items, iterate, nextOf } from './iteration.ts';
import { B } from './builtins.ts';
import { ended } from './generator-types.ts';
import { sortList } from './list.ts';
import type { NativeJs, Value } from './object.ts';
import { callMethod, special } from './object.ts';
import { $gt, $lt, equal } from './comparison.ts';
import { $getitem } from './containers.ts';
import { indexOf, norm, strValue } from './operands.ts';
import { hooks } from './operator-hooks.ts';
import { $add, $iadd } from './operators.ts';
import { $len, $truth, lengthOf } from './truth.ts';
import { cramped, elsewhere, gate } from './room.ts';
import { None, NotImplemented } from './singletons.ts';
import { R, since } from './state.ts';
import { Stepping, iteratorClass } from './stepping.ts';
import { $tuple, PyDict, PyFloat, PyList, PyRange, PyTuple, PyUnicode } from './values.ts';

const reduceTo = (name: string, ...args: Value[]): PyTuple => new PyTuple([R.builtins![`$${name}`], new PyTuple(args)]);
iteratorClass('builtins', 'iterator', SequenceIterator, null, () => {}, {
  methods: {
    '__length_hint__(self, /)': (it) =>
      it.seq === null
        ? 0
        : special(it.seq, '$__len__') === undefined
          ? NotImplemented
          : Math.max(0, $len(it.seq) - it.i),
    '__reduce__(self, /)': (it) =>
      it.seq === null ? reduceTo('iter', new PyTuple([])) : new PyTuple([...reduceTo('iter', it.seq).a, it.i]),
    '__setstate__(self, state, /)': (it, i) => ((it.i = Math.max(0, Number(indexOf(i)))), None),
  },
});
class CallableIterator extends Stepping {
  declare f: Value;
  declare sentinel: Value;
  step(): Value {
    if (this.f === null) return undefined;
    let v: Value;
    try {
      v = this.f.tpcall([], null);
    } catch (e) {
      if (!isStop(e, 'StopIteration')) throw e;
      this.f = null;
      return undefined;
    }
    if (this.f === null) return undefined;
    if (!equal(this.sentinel, v)) return v;
    this.f = null;
    return undefined;
  }
}
const callableIterator = iteratorClass('builtins', 'callable_iterator', CallableIterator, null, () => {}, {
  methods: {
    '__reduce__(self, /)': (it) =>
      it.f === null ? reduceTo('iter', new PyTuple([])) : reduceTo('iter', it.f, it.sentinel),
  },
});

class Enumerate extends Stepping {
  declare it: Value;
  declare i: Value;
  step(): Value {
    const v = nextOf(this.it);
    if (v === undefined) return undefined;
    const { i } = this;
    this.i = typeof i === 'number' && i < 2 ** 52 ? i + 1 : norm(BigInt(i) + 1n);
    return $tuple([i, v]);
  }
}
const generic = { '__class_getitem__(cls, item, /) @3.9+': (cls: Value, item: Value) => R.alias!(cls, item) };
export const enumerate = iteratorClass(
  'builtins',
  'enumerate',
  Enumerate,
  'iterable, start=0',
  (it, v, start) => {
    it.it = iterObject(v);
    it.i = start === undefined ? 0 : indexOf(start);
  },
  {
    classMethods: generic,
    methods: { '__reduce__(self, /)': (it) => new PyTuple([it.cls, new PyTuple([it.it, it.i])]) },
  },
);

class Zip extends Stepping {
  declare its: Value[];
  declare strict: boolean;
  step(): Value {
    const { its } = this;
    const n = its.length;
    if (n === 0) return undefined;
    const row: Value[] = [];
    for (let i = 0; i < n; i++) {
      const v = nextOf(its[i]);
      if (v === undefined) {
        if (this.strict) checkStrict(its, i);
        return undefined;
      }
      row.push(v);
    }
    return $tuple(row);
  }
}
/** The iterator at `i` has ended: those before it must not have given anything, those after it must end too. */
function checkStrict(its: Value[], i: number): void {
  const others = (n: number): string => (n === 1 ? 'argument 1' : `arguments 1-${n}`);
  if (i > 0) throw raise('ValueError', `zip() argument ${i + 1} is shorter than ${others(i)}`);
  for (let j = 1; j < its.length; j++)
    if (nextOf(its[j]) !== undefined) throw raise('ValueError', `zip() argument ${j + 1} is longer than ${others(j)}`);
}
const iterators = (its: Value[], name: string): Value[] =>
  its.map((v, i) => {
    if (v.row) return iterObject(v);
    if (special(v, '$__iter__') === undefined && special(v, '$__getitem__') === undefined && !v.cls.oldStyle)
      throw raise(
        'TypeError',
        name === 'zip' && !since(308)
          ? `zip argument #${i + 1} must support iteration`
          : `'${v.cls.name}' object is not iterable`,
      );
    return iterObject(v);
  });
const zip = iteratorClass(
  'builtins',
  'zip',
  Zip,
  '*iterables, strict=False',
  (it, its: Value[], strict) => {
    if (strict !== undefined && !since(310))
      throw raise(
        'TypeError',
        since(307) ? 'zip() takes no keyword arguments' : 'zip() does not take keyword arguments',
      );
    it.its = iterators(its, 'zip');
    it.strict = strict !== undefined && $truth(strict);
  },
  {
    methods: {
      '__reduce__(self, /)': (it) =>
        new PyTuple(it.strict ? [it.cls, new PyTuple(it.its), true] : [it.cls, new PyTuple(it.its)]),
      '__setstate__(self, state, /) @3.10+': (it, state) => ((it.strict = $truth(state)), None),
    },
  },
);

class PyMap extends Stepping {
  declare f: Value;
  declare its: Value[];
  declare strict: boolean;
  step(): Value {
    const { its } = this;
    const args: Value[] = [];
    for (let i = 0; i < its.length; i++) {
      const v = nextOf(its[i]);
      if (v === undefined) {
        if (this.strict) checkStrictMap(its, i);
        return undefined;
      }
      args.push(v);
    }
    return args.length === 1 ? this.f.call1(args[0]) : this.f.tpcall(args, null);
  }
}
function checkStrictMap(its: Value[], i: number): void {
  const others = (n: number): string => (n === 1 ? 'argument 1' : `arguments 1-${n}`);
  if (i > 0) throw raise('ValueError', `map() argument ${i + 1} is shorter than ${others(i)}`);
  for (let j = 1; j < its.length; j++)
    if (nextOf(its[j]) !== undefined) throw raise('ValueError', `map() argument ${j + 1} is longer than ${others(j)}`);
}
const map = iteratorClass(
  'builtins',
  'map',
  PyMap,
  'function, /, *iterables, strict=False',
  (it, f, its: Value[], strict) => {
    if (its.length === 0) throw raise('TypeError', 'map() must have at least two arguments.');
    if (strict !== undefined && !since(314)) throw raise('TypeError', 'map() takes no keyword arguments');
    it.f = f;
    it.its = iterators(its, 'map');
    it.strict = strict !== undefined && $truth(strict);
  },
  { methods: { '__reduce__(self, /)': (it) => new PyTuple([it.cls, new PyTuple([it.f, ...it.its])]) } },
);
class Filter extends Stepping {
  declare f: Value;
  declare it: Value;
  step(): Value {
    for (;;) {
      const v = nextOf(this.it);
      if (v === undefined || $truth(this.f === None ? v : this.f.tpcall([v], null))) return v;
    }
  }
}
const filter = iteratorClass(
  'builtins',
  'filter',
  Filter,
  'function, iterable, /',
  (it, f, v) => {
    it.f = f;
    it.it = iterObject(v);
  },
  { methods: { '__reduce__(self, /)': (it) => new PyTuple([it.cls, new PyTuple([it.f, it.it])]) } },
);

class Reversed extends Stepping {
  declare seq: Value;
  declare i: number;
  step(): Value {
    if (this.seq === null || this.i < 0) return undefined;
    try {
      const v = callMethod(this.seq, '$__getitem__', [this.i]);
      this.i--;
      return v;
    } catch (e) {
      this.i = -1;
      this.seq = null;
      if (isStop(e, 'IndexError') || isStop(e, 'StopIteration')) return undefined;
      throw e;
    }
  }
}
const reversed = iteratorClass(
  'builtins',
  'reversed',
  Reversed,
  'sequence, /',
  (it, v) => {
    // A class with `__reversed__` gives its own iterator.
    const f = special(v, '$__reversed__');
    if (f === None) throw raise('TypeError', `'${v.cls.name}' object is not reversible`);
    if (f !== undefined) return callMethod(v, '$__reversed__', []);
    if (special(v, '$__getitem__') === undefined || special(v, '$__len__') === undefined || v instanceof PyDict)
      throw raise(
        'TypeError',
        since(306) ? `'${v.cls.name}' object is not reversible` : 'argument to reversed() must be a sequence',
      );
    it.seq = v;
    it.i = $len(v) - 1;
  },
  {
    methods: {
      '__length_hint__(self, /)'(it) {
        if (it.seq === null) return 0;
        const n = $len(it.seq);
        return n < it.i + 1 ? 0 : it.i + 1;
      },
      '__reduce__(self, /)': (it) =>
        it.seq === null ? reduceTo('iter', new PyTuple([])) : new PyTuple([it.cls, new PyTuple([it.seq]), it.i]),
      '__setstate__(self, state, /)'(it, state) {
        if (it.seq !== null) it.i = Math.max(-1, Math.min(Number(indexOf(state)), $len(it.seq) - 1));
        return None;
      },
    },
  },
);
export const classes = { enumerate, zip, map, filter, reversed };

function extreme(
  name: string,
  args: Value[],
  key: Value,
  fallback: Value,
  better: (a: Value, b: Value) => boolean,
): Value {
  if (args.length === 0)
    throw raise(
      'TypeError',
      `${name} expected ${since(309) ? 'at least 1 argument' : since(308) ? '1 argument' : '1 arguments'}, got 0`,
    );
  if (args.length > 1 && fallback !== undefined)
    throw raise('TypeError', `Cannot specify a default for ${name}() with multiple positional arguments`);
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
function all(it: Value): boolean {
  if (--gate.left < 0 && cramped()) return elsewhere(all, undefined, [it]);
  for (const v of iterate(it)) if (!$truth(v)) return false;
  return true;
}
function any(it: Value): boolean {
  if (--gate.left < 0 && cramped()) return elsewhere(any, undefined, [it]);
  for (const v of iterate(it)) if ($truth(v)) return true;
  return false;
}
function sum(it: Value, start: Value): Value {
  if (--gate.left < 0 && cramped()) return elsewhere(sum, undefined, [it, start]);
  let total: Value = start ?? 0;
  if (typeof total === 'string') throw raise('TypeError', "sum() can't sum strings [use ''.join(seq) instead]");
  if (total.s !== undefined && total.cls.name === 'bytes')
    throw raise('TypeError', "sum() can't sum bytes [use b''.join(seq) instead]");
  if (total.s !== undefined && total.cls.name === 'bytearray')
    throw raise('TypeError', "sum() can't sum bytearray [use b''.join(seq) instead]");
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
    if (
      since(312) &&
      total instanceof PyFloat &&
      v instanceof PyFloat &&
      total.cls.heap === false &&
      v.cls.heap === false
    ) {
      floats = true;
      const x = total.v;
      const t = x + v.v;
      compensation += Math.abs(x) >= Math.abs(v.v) ? x - t + v.v : v.v - t + x;
      total = new PyFloat(t);
      continue;
    }
    total = since(300) || !(total instanceof PyList) ? $add(total, v) : $iadd(new PyList(total.a.slice()), v);
  }
  if (floats && total instanceof PyFloat && Number.isFinite(compensation) && compensation !== 0)
    total = new PyFloat(total.v + compensation);
  return total;
}
export function sorted(it: Value, key: Value = None, reverse: Value = false, cmp: Value = None): PyList {
  const l = new PyList(items(it));
  sortList(l, key, $truth(reverse), cmp);
  return l;
}
const nextFunction: NativeJs = (it, fallback) => {
  if (fallback === undefined && it.kind === 'generator') return ended(it, it.send(None));
  if (special(it, since(300) ? '$__next__' : '$next') === undefined)
    throw raise('TypeError', `${since(300) ? `'${it.cls.name}'` : it.cls.name} object is not an iterator`);
  if (fallback === undefined) return callMethod(it, since(300) ? '$__next__' : '$next', []);
  const v = nextOf(it);
  return v === undefined ? fallback : v;
};
defineFunctions(B, {
  // Only a range can be longer than the runtime counts.
  'len(obj, /)': (v) => (v.text || !(v instanceof PyRange) ? lengthOf(v) : callMethod(v, '$__len__', [])),
  'iter(object, sentinel=None, /) @2.2+'(v, sentinel) {
    if (sentinel === undefined) return iterObject(v);
    if (special(v, '$__call__') === undefined && v.isType !== true)
      throw raise('TypeError', 'iter(v, w): v must be callable');
    const it = Object.create(callableIterator.proto);
    it.f = v;
    it.sentinel = sentinel;
    return it;
  },
  'next(iterator, default=None, /) @2.6+': nextFunction,
  'all(iterable, /) @2.5+': all,
  'any(iterable, /) @2.5+': any,
  'sum(iterable, /, start=0) @2.3+': sum,
  'min(*args, key=None, default=None)': (args, key, d) => extreme('min', args, key, d, (a, b) => $truth($lt(a, b))),
  'max(*args, key=None, default=None)': (args, key, d) => extreme('max', args, key, d, (a, b) => $truth($gt(a, b))),
  'sorted(iterable, /, *, key=None, reverse=False) @3.0+': sorted,
  'sorted(iterable, cmp=None, key=None, reverse=False) @2.4-2.7': (it, cmp, key, reverse) =>
    sorted(it, key, reverse, cmp),
  'map(function, *iterables) @2.7-'(f, its: Value[]) {
    if (its.length === 0) throw raise('TypeError', 'map() requires at least two args');
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
    // A subclass of str or tuple gives its items by index.
    const all =
      it.cls.heap && (strValue(it) !== undefined || it instanceof PyTuple || it instanceof PyUnicode)
        ? Array.from({ length: $len(it) }, (_, i) => $getitem(it, i))
        : items(it);
    const kept = all.filter((v) => (f === None ? $truth(v) : $truth(f.tpcall([v], null))));
    if (it instanceof PyUnicode) return new PyUnicode(kept.map((c: Value) => c.v).join(''));
    return strValue(it) !== undefined ? kept.join('') : it instanceof PyTuple ? new PyTuple(kept) : new PyList(kept);
  },
  'zip(*iterables) @2.0-2.7': (its) => new PyList(items(zip.tpcall(its, null))),
  'reduce(function, iterable, initial=None, /) @2.7-'(f, it, initial) {
    let acc = initial;
    for (const v of iterate(it)) acc = acc === undefined ? v : f.tpcall([acc, v], null);
    if (acc === undefined) throw raise('TypeError', 'reduce() of empty sequence with no initial value');
    return acc;
  },
  'cmp(x, y, /) @2.7-': (a, b) =>
    a.cls === b.cls && special(a, '$__cmp__') !== undefined
      ? hooks.compare2!(a, b)
      : equal(a, b)
        ? 0
        : $truth($lt(a, b))
          ? -1
          : 1,
  'apply(function, args=(), kwargs=None, /) @2.7-': (f, args, kw) =>
    f.tpcall(args === undefined ? [] : items(args), kw === undefined ? null : new Map(kw.entries())),
});
// What loops are driven with by hand.
(B.$next as Value).call1 = (it: Value): Value => {
  if (it.gen !== true || it.kind !== 'generator') return nextFunction(it);
  const v = it.send(None);
  return v !== undefined ? v : ended(it, v);
};
