/** itertools: the iterators that take things from iterators. The combinatoric ones are in combinations.ts. Source: the library reference, "itertools". */
import { defineFunctions, defineNames } from '../define.ts';
import { raise } from '../errors.ts';
import { iterObject, nextOf } from '../iteration.ts';
import { nativeModule } from '../modules.ts';
import type { PyType, Value } from '../object.ts';
import { special } from '../object.ts';
import { equal } from '../comparison.ts';
import { indexOf, intValue, norm } from '../operands.ts';
import { $add } from '../operators.ts';
import { $truth } from '../truth.ts';
import { repr } from '../repr.ts';
import { None } from '../singletons.ts';
import { R, since } from '../state.ts';
import { Stepping, iteratorClass } from '../stepping.ts';
import { PyFloat, PyTuple } from '../values.ts';
import { combinatorics } from './combinations.ts';

const iteratorsOf = (vs: Value[]): Value[] => vs.map((v) => iterObject(v));
const generic = { '__class_getitem__(cls, item, /) @3.9+': (cls: Value, item: Value) => R.alias!(cls, item) };
const tuple = (...a: Value[]): PyTuple => new PyTuple(a);

class Count extends Stepping {
  declare at: Value;
  declare by: Value;
  step(): Value {
    const v = this.at;
    const { by } = this;
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
const count = iteratorClass(
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
    const v = this.saved[this.at];
    this.at = this.at + 1 === this.saved.length ? 0 : this.at + 1;
    return v;
  }
}
const cycle = iteratorClass('itertools', 'cycle', Cycle, 'iterable, /', (it, v) => {
  it.it = iterObject(v);
  it.saved = [];
  it.at = 0;
});

class Repeat extends Stepping {
  declare item: Value;
  declare left: Value;
  step(): Value {
    if (this.left === null) return this.item;
    if (this.left <= 0) return undefined;
    this.left = typeof this.left === 'number' ? this.left - 1 : norm(this.left - 1n);
    return this.item;
  }
}
const repeat = iteratorClass(
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
const accumulate = iteratorClass(
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
const batched = iteratorClass(
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
const chain = iteratorClass(
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
const compress = iteratorClass('itertools', 'compress', Compress, 'data, selectors', (it, v, s) => {
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
const dropwhile = iteratorClass('itertools', 'dropwhile', Dropwhile, 'predicate, iterable, /', (it, f, v) => {
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
const takewhile = iteratorClass('itertools', 'takewhile', Takewhile, 'predicate, iterable, /', (it, f, v) => {
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
const filterfalse = iteratorClass('itertools', 'filterfalse', Filterfalse, 'function, iterable, /', filtering(false));
class OldFilterfalse extends Filterfalse {}
class OldFilter extends Filterfalse {}
const ifilterfalse = iteratorClass(
  'itertools',
  'ifilterfalse',
  OldFilterfalse,
  'function, iterable, /',
  filtering(false),
);
const ifilter = iteratorClass('itertools', 'ifilter', OldFilter, 'function, iterable, /', filtering(true));

class Starmap extends Stepping {
  declare it: Value;
  declare f: Value;
  step(): Value {
    const v = nextOf(this.it);
    return v === undefined ? undefined : this.f.tpcall(R.items!(v), null);
  }
}
const starmap = iteratorClass('itertools', 'starmap', Starmap, 'function, iterable, /', (it, f, v) => {
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
const imap = iteratorClass('itertools', 'imap', OldMap, 'function, /, *iterables', (it, f, vs: Value[]) => {
  if (vs.length === 0) throw raise('TypeError', 'imap() must have at least two arguments.');
  it.its = iteratorsOf(vs);
  it.f = f === None ? null : f;
});
const izip = iteratorClass('itertools', 'izip', OldZip, '*iterables', (it, vs: Value[]) => {
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
const zip_longest = iteratorClass(
  'itertools',
  'zip_longest',
  ZipLongest,
  '*iterables, fillvalue=None',
  longest('zip_longest'),
);
const izip_longest = iteratorClass(
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
const pairwise = iteratorClass('itertools', 'pairwise', Pairwise, 'iterable, /', (it, v) => {
  it.it = iterObject(v);
  it.last = undefined;
});

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
const islice = iteratorClass('itertools', 'islice', Islice, 'iterable, /, *args', (it, v, args: Value[]) => {
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

/** What the copies of a `tee` share: a chain of items that grows when the foremost asks for more. */
interface Link {
  value: Value;
  next: Link | null;
}
class Source {
  it: Value;
  running = false;
  constructor(it: Value) {
    this.it = it;
  }
}
class Tee extends Stepping {
  declare source: Source;
  declare link: Link;
  step(): Value {
    const { link, source } = this;
    if (link.next === null) {
      if (source.running) throw raise('RuntimeError', 'cannot re-enter the tee iterator');
      source.running = true;
      let v: Value;
      try {
        v = nextOf(source.it);
      } finally {
        source.running = false;
      }
      if (v === undefined) return undefined;
      link.next ??= { value: v, next: null };
    }
    this.link = link.next!;
    return this.link.value;
  }
}
function copyTee(t: Tee): Tee {
  const c = teeType.alloc(teeType);
  c.source = t.source;
  c.link = t.link;
  return c;
}
const startTee = (t: Value, v: Value): void => {
  if (v instanceof Tee) {
    t.source = v.source;
    t.link = v.link;
  } else {
    t.source = new Source(iterObject(v));
    t.link = { value: undefined, next: null };
  }
};
const teeType = iteratorClass('itertools', '_tee', Tee, 'iterable, /', startTee, {
  methods: { '__copy__(self, /)': copyTee },
});
function tee(v: Value, n: Value): PyTuple {
  const copies = n === undefined ? 2 : Number(indexOf(n));
  if (copies < 0) throw raise('ValueError', 'n must be >= 0');
  if (copies === 0) return new PyTuple([]);
  const out: Value[] = [];
  const it = iterObject(v);
  let first: Value;
  if (special(it, '$__copy__') !== undefined && !(it instanceof Tee)) {
    first = it;
    out.push(first);
    for (let i = 1; i < copies; i++) out.push(R.tryGet!(it, '$__copy__').tpcall([], null));
    return new PyTuple(out);
  }
  first = teeType.alloc(teeType);
  startTee(first, it);
  // From 3.13 on a tee of a tee leaves the original as it is; before, the original was itself one of the copies.
  if (it instanceof Tee && !since(313)) first = it;
  out.push(first);
  for (let i = 1; i < copies; i++) out.push(copyTee(first));
  return new PyTuple(out);
}

class Groupby extends Stepping {
  declare it: Value;
  declare f: Value;
  /** Key of the group that is being given, key and value that were read last. */
  declare target: Value;
  declare key: Value;
  declare value: Value;
  declare current: Grouper | null;
  advance(): boolean {
    const v = nextOf(this.it);
    if (v === undefined) return false;
    const k = this.f === null ? v : this.f.tpcall([v], null);
    this.value = v;
    this.key = k;
    return true;
  }
  step(): Value {
    this.current = null;
    while (this.key === undefined || (this.target !== undefined && equal(this.target, this.key)))
      if (!this.advance()) return undefined;
    this.target = this.key;
    const g: Grouper = Object.create(grouper.proto);
    g.parent = this;
    g.key = this.target;
    this.current = g;
    return new PyTuple([this.key, g]);
  }
}
class Grouper extends Stepping {
  declare parent: Groupby;
  declare key: Value;
  step(): Value {
    const p = this.parent;
    if (p.current !== this) return undefined;
    if (p.value === undefined && !p.advance()) return undefined;
    if (!equal(this.key, p.key)) return undefined;
    const v = p.value;
    p.value = undefined;
    return v;
  }
}
const grouper = iteratorClass('itertools', '_grouper', Grouper, null, () => {});
const groupby = iteratorClass('itertools', 'groupby', Groupby, 'iterable, key=None', (it, v, f = None) => {
  it.it = iterObject(v);
  it.f = f === None ? null : f;
  it.target = it.key = it.value = undefined;
  it.current = null;
});

nativeModule('itertools', 203, 9999, (ns) => {
  defineNames(ns, {
    count,
    cycle,
    repeat,
    chain,
    dropwhile,
    takewhile,
    starmap,
    islice,
    'groupby @2.4+': groupby,
    '_grouper @2.4+': grouper,
    '_tee @3.0+': teeType,
    'accumulate @3.2+': accumulate,
    'batched @3.12+': batched,
    'compress @2.7+': compress,
    'filterfalse @3.0+': filterfalse,
    'pairwise @3.10+': pairwise,
    'zip_longest @3.0+': zip_longest,
    'ifilterfalse @2.7-': ifilterfalse,
    'ifilter @2.7-': ifilter,
    'imap @2.7-': imap,
    'izip @2.7-': izip,
    'izip_longest @2.6-2.7': izip_longest,
    ...combinatorics,
  });
  defineFunctions(ns, { 'tee(iterable, n=2, /) @2.4+': tee });
});
