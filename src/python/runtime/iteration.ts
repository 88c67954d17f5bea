/**
 * Iteration: how a `for` walks any Python iterable at the speed of JavaScript's own loop.
 * `$iter` finds the iterator (PEP 234), `$js` gives what `for…of` can walk: an array, an inner generator, or a generator that calls `__next__`.
 */
import { raise } from './errors.ts';
import { isStop } from './exceptions.ts';
import type { Value } from './object.ts';
import { PyObject, callMethod } from './object.ts';
import { intValue } from './operands.ts';
import { hooks } from './operator-hooks.ts';
import { None, NotImplemented } from './singletons.ts';
import { define } from './define.ts';
import { R, since } from './state.ts';
import { Stepping } from './stepping.ts';
import { PyList, PyTuple } from './values.ts';

/** An iterator written in TypeScript, around a JavaScript iterator. Subclasses give Python's name to it. */
export class PyIterator extends PyObject {
  g: Iterator<Value>;
  /** How many items are left, for `__length_hint__`; null when nobody knows. */
  left: (() => number) | null;
  constructor(g: Iterator<Value>, left: (() => number) | null = null) {
    super();
    this.g = g;
    this.left = left;
  }
  /** The next item; undefined at the end, and ever after. */
  step(): Value {
    const r = this.g.next();
    return r.done === true ? undefined : r.value;
  }
  jsiter(): Iterable<Value> {
    return this.g as unknown as Iterable<Value>;
  }
}
/** Defines an iterator class of Python's name, for instances made with `new`. */
export function defineIterator(name: string, shape: { prototype: Value }): void {
  define(name, {
    shape,
    abstract: true,
    methods: {
      '__iter__(self, /)': (self) => self,
      '__next__(self, /) @3.0+'(self: PyIterator) {
        const v = self.step();
        if (v === undefined) throw raise('StopIteration');
        return v;
      },
      'next(self, /) @2.7-'(self: PyIterator) {
        const v = self.step();
        if (v === undefined) throw raise('StopIteration');
        return v;
      },
      '__length_hint__(self, /)': (self: PyIterator) => self.left?.() ?? 0,
    },
  });
}

export const nextName = (): string => (since(300) ? '$__next__' : '$next');

/** The iterator of `v`, or `v` itself where `$js` can walk it directly. Errors: TypeError. */
export function $iter(v: Value): Value {
  const f = v.cls.dict.$__iter__;
  if (f === undefined) return sequenceIterator(v);
  return f.native && v.jsiter !== undefined ? v : iteratorFrom(v, f);
}
function iteratorFrom(v: Value, f: Value): Value {
  if (f.cls.name === 'NoneType') throw notIterable(v);
  const it = callMethod(v, '$__iter__', []);
  if (it.step !== undefined && it.cls.heap === false) return it;
  if (it.cls.dict[nextName()] === undefined && !it.cls.oldStyle)
    throw raise('TypeError', `iter() returned non-iterator of type '${it.cls.name}'`);
  return it;
}
function sequenceIterator(v: Value): Value {
  if (v.cls.dict.$__getitem__ === undefined) {
    if (v.isType && v.cls.dict.$__iter__ === undefined) throw notIterable(v);
    throw notIterable(v);
  }
  return new SequenceIterator(v);
}
const notIterable = (v: Value): Value =>
  v.cls.oldStyle
    ? raise('TypeError', 'iteration over non-sequence')
    : raise('TypeError', R.version < 205 ? 'iteration over non-sequence' : `'${v.cls.name}' object is not iterable`);

/** A real iterator object, as `iter(v)` returns it. */
export function iterObject(v: Value): Value {
  const f = v.cls.dict.$__iter__;
  return f === undefined ? sequenceIterator(v) : iteratorFrom(v, f);
}

/** The old protocol: `__getitem__` with 0, 1, 2 … until IndexError. */
export class SequenceIterator extends Stepping {
  seq: Value;
  i = 0;
  constructor(seq: Value) {
    super();
    this.seq = seq;
  }
  step(): Value {
    if (this.seq === null) return undefined;
    try {
      const v = callMethod(this.seq, '$__getitem__', [this.i]);
      this.i++;
      return v;
    } catch (e) {
      if (!isStop(e, 'IndexError') && !isStop(e, 'StopIteration')) throw e;
      this.seq = null;
      return undefined;
    }
  }
}

/** Something `for…of` can walk, for what `$iter` returned. */
export function $js(it: Value): Iterable<Value> {
  if (
    it.jsiter !== undefined &&
    (it.cls.heap === false || it.cls.dict[nextName()]?.native === true || it.cls.dict[nextName()] === undefined)
  )
    return it.jsiter();
  return walkUser(it);
}
function* walkUser(it: Value): Generator<Value> {
  const k = nextName();
  if (it.cls.dict[k] === undefined) throw raise('TypeError', 'instance has no next() method');
  for (;;) {
    let v: Value;
    if (it.cls.dict[k] === undefined) throw raise('TypeError', `'${it.cls.name}' object is not an iterator`);
    try {
      v = callMethod(it, k, []);
    } catch (e) {
      if (isStop(e, 'StopIteration')) return;
      throw e;
    }
    yield v;
  }
}

/** Any Python iterable, for the runtime's own loops. Errors: TypeError, and whatever the iterator raises. */
export function iterate(v: Value): Iterable<Value> {
  const it = $iter(v);
  // A generator must stay alive while it is walked: compiled loops hold it, this walk does so itself.
  return it.gen === true ? it.walk() : $js(it);
}
hooks.iterate = iterate;
R.iterObject = iterObject;

/** All items, in a new array. */
export function items(v: Value): Value[] {
  if ((v instanceof PyList || v instanceof PyTuple) && v.cls.dict.$__iter__.native === true) return v.a.slice();
  const out: Value[] = [];
  if (v.kind === 'generator' && v.gen) {
    for (let item = v.send(None); item !== undefined; item = v.send(None)) out.push(item);
    return out;
  }
  if (v.cls.heap) return measured(v, out);
  for (const item of iterate(v)) out.push(item);
  return out;
}
/** A class of the program's own is asked how long it is, as CPython does to reserve the room: what that raises is heard. Errors: TypeError, ValueError. */
function measured(v: Value, out: Value[]): Value[] {
  const walk = iterate(v);
  askLength(v);
  for (const item of walk) out.push(item);
  return out;
}

/** Errors: ValueError for a negative length, TypeError for a hint that is no int, and what the class's own methods raise, but for TypeError. */
export function askLength(v: Value): void {
  const d = v.cls.dict;
  const name = d.$__len__ !== undefined ? '__len__' : '__length_hint__';
  if (d[`$${name}`] === undefined) return;
  let n: Value;
  try {
    n = callMethod(v, `$${name}`, []);
  } catch (e) {
    if (!isStop(e, 'TypeError')) throw e;
    return;
  }
  if (n === NotImplemented) return;
  const i = intValue(n);
  if (i === undefined) {
    if (name === '__len__') return;
    throw raise('TypeError', `__length_hint__ must be an integer, not ${n.cls.name}`);
  }
  if (i < 0) throw raise('ValueError', `${name}() should return >= 0`);
}

R.items = items;

/** `next(it)`: undefined at the end. Errors: TypeError when it is no iterator. */
export function nextOf(it: Value): Value {
  if (it.step !== undefined && it.cls.heap === false) return it.step();
  const k = nextName();
  const f = it.cls.dict[k];
  if (f === undefined)
    throw raise(
      'TypeError',
      it.cls.oldStyle ? 'instance has no next() method' : `'${it.cls.name}' object is not an iterator`,
    );
  if (f.native && it.step !== undefined) return it.step();
  try {
    return callMethod(it, k, []);
  } catch (e) {
    if (isStop(e, 'StopIteration')) return undefined;
    throw e;
  }
}
