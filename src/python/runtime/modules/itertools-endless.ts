/**
 * Iterators that need not end: count, cycle, repeat. Where nothing else would, they hear a signal: `sum(count())` can be interrupted. Source: the library reference, "itertools".
 */
import { raise } from '../errors.ts';
import { deliver } from '../interrupt.ts';
import { iterObject, nextOf } from '../iteration.ts';
import type { Value } from '../object.ts';
import { special } from '../object.ts';
import { indexOf, intValue, norm } from '../operands.ts';
import { $add } from '../operators.ts';
import { repr } from '../repr.ts';
import { R } from '../state.ts';
import { Stepping, iteratorClass } from '../stepping.ts';
import { PyFloat, PyTuple } from '../values.ts';

const tuple = (...a: Value[]): PyTuple => new PyTuple(a);

class Count extends Stepping {
  declare at: Value;
  declare by: Value;
  step(): Value {
    const v = this.at;
    const { by } = this;
    if (R.signals !== 0) deliver();
    this.at = typeof v === 'number' && typeof by === 'number' && Number.isSafeInteger(v + by) ? v + by : $add(v, by);
    return v;
  }
}
const isNumber = (v: Value): boolean =>
  intValue(v) !== undefined ||
  v instanceof PyFloat ||
  special(v, '$__float__') !== undefined ||
  special(v, '$__index__') !== undefined ||
  special(v, '$__complex__') !== undefined;
export const count = iteratorClass(
  'itertools',
  'count',
  Count,
  'start=0, step=1',
  (it, start = 0, by = 1) => {
    if (!isNumber(start) || !isNumber(by) || typeof start === 'string')
      throw raise('TypeError', 'a number is required');
    it.at = start;
    it.by = by;
  },
  {
    methods: {
      '__repr__(self, /)': (it) => (it.by === 1 ? `count(${repr(it.at)})` : `count(${repr(it.at)}, ${repr(it.by)})`),
      '__reduce__(self, /)': (it) => tuple(count, it.by === 1 ? tuple(it.at) : tuple(it.at, it.by)),
    },
  },
);

class Cycle extends Stepping {
  declare it: Value;
  declare saved: Value[];
  declare at: number;
  step(): Value {
    if (this.it !== null) {
      const v = nextOf(this.it);
      if (v !== undefined) {
        this.saved.push(v);
        return v;
      }
      this.it = null;
    }
    if (this.saved.length === 0) return undefined;
    if (R.signals !== 0) deliver();
    const v = this.saved[this.at];
    this.at = this.at + 1 === this.saved.length ? 0 : this.at + 1;
    return v;
  }
}
export const cycle = iteratorClass('itertools', 'cycle', Cycle, 'iterable, /', (it, v) => {
  it.it = iterObject(v);
  it.saved = [];
  it.at = 0;
});

class Repeat extends Stepping {
  declare item: Value;
  declare left: Value;
  step(): Value {
    if (R.signals !== 0) deliver();
    if (this.left === null) return this.item;
    if (this.left <= 0) return undefined;
    this.left = typeof this.left === 'number' ? this.left - 1 : norm(this.left - 1n);
    return this.item;
  }
}
export const repeat = iteratorClass(
  'itertools',
  'repeat',
  Repeat,
  'object, times=inf',
  (it, item, times) => {
    it.item = item;
    it.left = times === undefined ? null : indexOf(times);
    if (it.left !== null && it.left < 0) it.left = 0;
  },
  {
    methods: {
      '__repr__(self, /)': (it) =>
        it.left === null ? `repeat(${repr(it.item)})` : `repeat(${repr(it.item)}, ${it.left})`,
      '__length_hint__(self, /)'(it) {
        if (it.left === null) throw raise('TypeError', 'len() of unsized object');
        return it.left;
      },
      '__reduce__(self, /)': (it) => tuple(repeat, it.left === null ? tuple(it.item) : tuple(it.item, it.left)),
    },
  },
);
