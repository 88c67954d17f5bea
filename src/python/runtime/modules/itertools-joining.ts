/** Iterators that make new items of those they take: sums, batches, rows, chains. Source: the library reference, "itertools". */
import { raise } from '../errors.ts';
import { iterObject, nextOf } from '../iteration.ts';
import type { PyType, Value } from '../object.ts';
import { special } from '../object.ts';
import { indexOf } from '../operands.ts';
import { $add } from '../operators.ts';
import { None } from '../singletons.ts';
import { R, since } from '../state.ts';
import { Stepping, iteratorClass } from '../stepping.ts';
import { $truth } from '../truth.ts';
import { PyTuple } from '../values.ts';

const iteratorsOf = (vs: Value[]): Value[] => vs.map((v) => iterObject(v));
const generic = { '__class_getitem__(cls, item, /) @3.9+': (cls: Value, item: Value) => R.alias!(cls, item) };

class Accumulate extends Stepping {
  declare it: Value;
  declare f: Value;
  declare total: Value;
  declare initial: Value;
  step(): Value {
    if (this.initial !== undefined) {
      this.total = this.initial;
      this.initial = undefined;
      return this.total;
    }
    const v = nextOf(this.it);
    if (v === undefined) return undefined;
    if (this.total === undefined) this.total = v;
    else this.total = this.f === null ? $add(this.total, v) : this.f.tpcall([this.total, v], null);
    return this.total;
  }
}
export const accumulate = iteratorClass(
  'itertools',
  'accumulate',
  Accumulate,
  'iterable, func=None, *, initial=None',
  (it, v, f = None, initial = None) => {
    it.it = iterObject(v);
    it.f = f === None ? null : f;
    it.total = undefined;
    it.initial = initial === None ? undefined : initial;
  },
);

class Batched extends Stepping {
  declare it: Value;
  declare size: number;
  declare strict: boolean;
  step(): Value {
    if (this.it === null) return undefined;
    const batch: Value[] = [];
    while (batch.length < this.size) {
      const v = nextOf(this.it);
      if (v === undefined) {
        this.it = null;
        if (batch.length === 0) return undefined;
        if (this.strict) throw raise('ValueError', 'batched(): incomplete batch');
        break;
      }
      batch.push(v);
    }
    return new PyTuple(batch);
  }
}
export const batched = iteratorClass(
  'itertools',
  'batched',
  Batched,
  'iterable, n, *, strict=False',
  (it, v, n, strict = false) => {
    it.size = indexOf(n);
    if (it.size < 1) throw raise('ValueError', 'n must be at least one');
    it.it = iterObject(v);
    it.strict = $truth(strict);
  },
);

class Chain extends Stepping {
  declare source: Value;
  declare active: Value;
  step(): Value {
    while (this.source !== null) {
      if (this.active === null) {
        const inner = nextOf(this.source);
        if (inner === undefined) {
          this.source = null;
          return undefined;
        }
        this.active = iterObject(inner);
      }
      const v = nextOf(this.active);
      if (v !== undefined) return v;
      this.active = null;
    }
    return undefined;
  }
}
export const chain = iteratorClass(
  'itertools',
  'chain',
  Chain,
  '*iterables',
  (it, vs: Value[]) => {
    it.source = iterObject(new PyTuple(vs));
    it.active = null;
  },
  {
    classMethods: {
      'from_iterable(cls, iterable, /) @2.6+'(cls: PyType, v: Value) {
        const it = cls.alloc(cls);
        it.source = iterObject(v);
        it.active = null;
        return it;
      },
      ...generic,
    },
  },
);

class Starmap extends Stepping {
  declare it: Value;
  declare f: Value;
  step(): Value {
    const v = nextOf(this.it);
    return v === undefined ? undefined : this.f.tpcall(R.items!(v), null);
  }
}
export const starmap = iteratorClass('itertools', 'starmap', Starmap, 'function, iterable, /', (it, f, v) => {
  it.it = iterObject(v);
  it.f = f;
});
class OldMap extends Stepping {
  declare its: Value[];
  declare f: Value;
  step(): Value {
    const row: Value[] = [];
    for (const it of this.its) {
      const v = nextOf(it);
      if (v === undefined) return undefined;
      row.push(v);
    }
    return this.f === null ? new PyTuple(row) : this.f.tpcall(row, null);
  }
}
class OldZip extends OldMap {}
export const imap = iteratorClass('itertools', 'imap', OldMap, 'function, /, *iterables', (it, f, vs: Value[]) => {
  if (vs.length === 0) throw raise('TypeError', 'imap() must have at least two arguments.');
  it.its = iteratorsOf(vs);
  it.f = f === None ? null : f;
});
export const izip = iteratorClass('itertools', 'izip', OldZip, '*iterables', (it, vs: Value[]) => {
  it.its = vs.map((v, i) => {
    if (special(v, '$__iter__') === undefined && special(v, '$__getitem__') === undefined)
      throw raise('TypeError', `izip argument #${i + 1} must support iteration`);
    return iterObject(v);
  });
  it.f = null;
  if (vs.length === 0) it.step = () => undefined;
});

class ZipLongest extends Stepping {
  declare its: Value[];
  declare fill: Value;
  declare active: number;
  step(): Value {
    if (this.active === 0) return undefined;
    const row: Value[] = [];
    for (let i = 0; i < this.its.length; i++) {
      const it = this.its[i];
      let v = it === null ? undefined : nextOf(it);
      if (v === undefined) {
        if (it !== null) {
          this.its[i] = null;
          this.active--;
          if (this.active === 0) return undefined;
        }
        v = this.fill;
      }
      row.push(v);
    }
    return new PyTuple(row);
  }
}
class OldZipLongest extends ZipLongest {}
const longest =
  (name: string) =>
  (it: Value, vs: Value[], fill: Value): void => {
    it.its = vs.map((v, i) => {
      if (!since(300) && special(v, '$__iter__') === undefined && special(v, '$__getitem__') === undefined)
        throw raise('TypeError', `${name} argument #${i + 1} must support iteration`);
      return iterObject(v);
    });
    it.fill = fill ?? None;
    it.active = vs.length;
  };
export const zip_longest = iteratorClass(
  'itertools',
  'zip_longest',
  ZipLongest,
  '*iterables, fillvalue=None',
  longest('zip_longest'),
);
export const izip_longest = iteratorClass(
  'itertools',
  'izip_longest',
  OldZipLongest,
  '*iterables, fillvalue=None',
  longest('izip_longest'),
);

class Pairwise extends Stepping {
  declare it: Value;
  declare last: Value;
  step(): Value {
    const { it } = this;
    if (it === null) return undefined;
    if (this.last === undefined) {
      this.last = nextOf(it);
      // The iterator may have come back here meanwhile, and ended this.
      if (this.it === null) return undefined;
    }
    const before = this.last;
    const v = before === undefined ? undefined : nextOf(it);
    if (v === undefined) {
      this.it = null;
      return undefined;
    }
    this.last = v;
    return new PyTuple([before, v]);
  }
}
export const pairwise = iteratorClass('itertools', 'pairwise', Pairwise, 'iterable, /', (it, v) => {
  it.it = iterObject(v);
  it.last = undefined;
});
