/** `tee`: several iterators over one, which keep what the slowest has yet to see. Source: the library reference, "itertools.tee". */
import { raise } from '../errors.ts';
import { iterObject, nextOf } from '../iteration.ts';
import type { Value } from '../object.ts';
import { special } from '../object.ts';
import { indexOf } from '../operands.ts';
import { R, since } from '../state.ts';
import { Stepping, iteratorClass } from '../stepping.ts';
import { PyTuple } from '../values.ts';

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
export const teeType = iteratorClass('itertools', '_tee', Tee, 'iterable, /', startTee, {
  methods: { '__copy__(self, /)': copyTee },
});
/** `tee(iterable, n)`: the copies, in a tuple. Errors: TypeError, ValueError. */
export function tee(v: Value, n: Value): PyTuple {
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
