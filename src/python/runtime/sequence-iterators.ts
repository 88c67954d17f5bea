/** The iterators of list and tuple: a position in an array that may grow and shrink meanwhile. */
import { nameInPython2 } from './define.ts';
import type { NativeJs, PyType, Value } from './object.ts';
import { indexOf } from './operands.ts';
import { None } from './singletons.ts';
import { R } from './state.ts';
import { Stepping, iteratorClass } from './stepping.ts';
import { PyList, PyTuple } from './values.ts';

class ArrayIterator extends Stepping {
  /** null once it has come to the end: it stays there, even if the list grows. */
  declare seq: { a: Value[] } | null;
  declare i: number;
  step(): Value {
    if (this.seq === null) return undefined;
    const { a } = this.seq;
    if (this.i < a.length) return a[this.i++];
    this.seq = null;
    return undefined;
  }
}
class TupleIterator extends ArrayIterator {}
class BackwardIterator extends ArrayIterator {
  override step(): Value {
    if (this.seq === null) return undefined;
    if (this.i >= 0 && this.i < this.seq.a.length) return this.seq.a[this.i--];
    this.seq = null;
    return undefined;
  }
}
const ended = (name: string): Value => new PyTuple([R.builtins![`$${name}`], new PyTuple([new PyList([])])]);
const reduce =
  (name: string): NativeJs =>
  (it) =>
    it.seq === null ? ended('iter') : new PyTuple([R.builtins![`$${name}`], new PyTuple([it.seq]), it.i]);
const setstate: NativeJs = (it, state) => {
  const i = Number(indexOf(state));
  if (it.seq !== null) it.i = Math.max(0, Math.min(i, it.seq.a.length));
  return None;
};
const forward = {
  methods: {
    '__length_hint__(self, /)': (it: Value) => (it.seq === null ? 0 : Math.max(0, it.seq.a.length - it.i)),
    '__reduce__(self, /)': reduce('iter'),
    '__setstate__(self, state, /)': setstate,
  },
};
const listIteratorType = iteratorClass('builtins', 'list_iterator', ArrayIterator, null, () => {}, forward);
const tupleIteratorType = iteratorClass('builtins', 'tuple_iterator', TupleIterator, null, () => {}, forward);
const backwardType = iteratorClass('builtins', 'list_reverseiterator', BackwardIterator, null, () => {}, {
  methods: {
    '__length_hint__(self, /)': (it) => (it.seq === null || it.seq.a.length < it.i + 1 ? 0 : it.i + 1),
    '__reduce__(self, /)': reduce('reversed'),
    '__setstate__(self, state, /)'(it, state) {
      const i = Number(indexOf(state));
      if (it.seq !== null) it.i = Math.max(-1, Math.min(i, it.seq.a.length - 1));
      return None;
    },
  },
});
nameInPython2(listIteratorType, 'listiterator');
nameInPython2(tupleIteratorType, 'tupleiterator');
nameInPython2(backwardType, 'listreverseiterator');
function start(t: PyType, seq: Value, i: number): Value {
  return { __proto__: t.proto, seq, i };
}
export const listIterator = (l: PyList): Value => start(listIteratorType, l, 0);
export const tupleIterator = (t: PyTuple): Value => start(tupleIteratorType, t, 0);
export const listReverseIterator = (l: PyList): Value => start(backwardType, l, l.a.length - 1);
