/** `groupby`: runs of items with one key; a group is read only while it is the current one. Source: the library reference, "itertools.groupby". */
import { equal } from '../comparison.ts';
import { iterObject, nextOf } from '../iteration.ts';
import type { Value } from '../object.ts';
import { None } from '../singletons.ts';
import { Stepping, iteratorClass } from '../stepping.ts';
import { PyTuple } from '../values.ts';

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
export const grouper = iteratorClass('itertools', '_grouper', Grouper, null, () => {});
export const groupby = iteratorClass('itertools', 'groupby', Groupby, 'iterable, key=None', (it, v, f = None) => {
  it.it = iterObject(v);
  it.f = f === None ? null : f;
  it.target = it.key = it.value = undefined;
  it.current = null;
});
