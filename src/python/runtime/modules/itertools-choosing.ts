/** Iterators that hand on some of the items they take. Source: the library reference, "itertools". */
import { raise } from '../errors.ts';
import { iterObject, nextOf } from '../iteration.ts';
import type { Value } from '../object.ts';
import { special } from '../object.ts';
import { indexOf, intValue } from '../operands.ts';
import { None } from '../singletons.ts';
import { R, since } from '../state.ts';
import { Stepping, iteratorClass } from '../stepping.ts';
import { $truth } from '../truth.ts';

class Compress extends Stepping {
  declare it: Value;
  declare selectors: Value;
  step(): Value {
    for (;;) {
      const v = nextOf(this.it);
      if (v === undefined) return undefined;
      const s = nextOf(this.selectors);
      if (s === undefined) return undefined;
      if ($truth(s)) return v;
    }
  }
}
export const compress = iteratorClass('itertools', 'compress', Compress, 'data, selectors', (it, v, s) => {
  it.it = iterObject(v);
  it.selectors = iterObject(s);
});

class Dropwhile extends Stepping {
  declare it: Value;
  declare f: Value;
  declare begun: boolean;
  step(): Value {
    for (;;) {
      const v = nextOf(this.it);
      if (v === undefined || this.begun) return v;
      if (!$truth(this.f.tpcall([v], null))) {
        this.begun = true;
        return v;
      }
    }
  }
}
export const dropwhile = iteratorClass('itertools', 'dropwhile', Dropwhile, 'predicate, iterable, /', (it, f, v) => {
  it.it = iterObject(v);
  it.f = f;
  it.begun = false;
});
class Takewhile extends Stepping {
  declare it: Value;
  declare f: Value;
  step(): Value {
    if (this.it === null) return undefined;
    const v = nextOf(this.it);
    if (v === undefined || $truth(this.f.tpcall([v], null))) return v;
    this.it = null;
    return undefined;
  }
}
export const takewhile = iteratorClass('itertools', 'takewhile', Takewhile, 'predicate, iterable, /', (it, f, v) => {
  it.it = iterObject(v);
  it.f = f;
});
class Filterfalse extends Stepping {
  declare it: Value;
  declare f: Value;
  declare wanted: boolean;
  step(): Value {
    for (;;) {
      const v = nextOf(this.it);
      if (v === undefined) return undefined;
      if ($truth(this.f === null ? v : this.f.tpcall([v], null)) === this.wanted) return v;
    }
  }
}
const filtering =
  (wanted: boolean) =>
  (it: Value, f: Value, v: Value): void => {
    it.it = iterObject(v);
    it.f = f === None || (typeof f === 'object' && f === R.builtins?.$bool) ? null : f;
    it.wanted = wanted;
  };
export const filterfalse = iteratorClass(
  'itertools',
  'filterfalse',
  Filterfalse,
  'function, iterable, /',
  filtering(false),
);
class OldFilterfalse extends Filterfalse {}
class OldFilter extends Filterfalse {}
export const ifilterfalse = iteratorClass(
  'itertools',
  'ifilterfalse',
  OldFilterfalse,
  'function, iterable, /',
  filtering(false),
);
export const ifilter = iteratorClass('itertools', 'ifilter', OldFilter, 'function, iterable, /', filtering(true));

class Islice extends Stepping {
  declare it: Value;
  /** Index of the next item to hand out, and how many have been taken from the iterator. */
  declare at: number;
  declare taken: number;
  declare stop: number;
  declare by: number;
  step(): Value {
    if (this.it === null) return undefined;
    const until = this.at < this.stop ? this.at : this.stop;
    while (this.taken < until) {
      if (nextOf(this.it) === undefined) {
        this.it = null;
        return undefined;
      }
      this.taken++;
    }
    if (this.taken >= this.stop) {
      this.it = null;
      return undefined;
    }
    const v = nextOf(this.it);
    if (v === undefined) {
      this.it = null;
      return undefined;
    }
    this.taken++;
    this.at = Math.min(this.at + this.by, this.stop);
    return v;
  }
}
const MAXSIZE = 2n ** 63n - 1n;
function cut(v: Value, absent: number, text: string): number {
  if (v === None) return absent;
  const n = intValue(v) ?? (since(300) && special(v, '$__index__') !== undefined ? indexOf(v) : undefined);
  if (n === undefined || n < 0 || n > MAXSIZE) throw raise('ValueError', text);
  return Number(n);
}
const sizes = (): string => (since(207) ? 'sys.maxsize' : 'sys.maxint');
export const islice = iteratorClass('itertools', 'islice', Islice, 'iterable, /, *args', (it, v, args: Value[]) => {
  if (args.length === 0) throw raise('TypeError', 'islice expected at least 2 arguments, got 1');
  if (args.length > 3) throw raise('TypeError', `islice expected at most 4 arguments, got ${args.length + 1}`);
  const indices = `Indices for islice() must be None or an integer: 0 <= x <= ${sizes()}.`;
  if (args.length === 1) {
    it.at = 0;
    it.stop = cut(args[0], Infinity, `Stop argument for islice() must be None or an integer: 0 <= x <= ${sizes()}.`);
  } else {
    it.at = cut(args[0], 0, indices);
    it.stop = cut(
      args[1],
      Infinity,
      since(300) ? `Stop argument for islice() must be None or an integer: 0 <= x <= ${sizes()}.` : indices,
    );
  }
  it.by = args.length === 3 ? cut(args[2], 1, 'Step for islice() must be a positive integer or None.') : 1;
  if (it.by < 1) throw raise('ValueError', 'Step for islice() must be a positive integer or None.');
  it.taken = 0;
  it.it = iterObject(v);
});
