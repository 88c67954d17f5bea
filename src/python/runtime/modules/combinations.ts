/** The combinatoric iterators of itertools: each keeps the indices of its last answer and turns them into the next. Source: the library reference, "itertools". */
import { raise } from '../errors.ts';
import { items } from '../iteration.ts';
import type { Value } from '../object.ts';
import { MAX_ITEMS } from '../limits.ts';
import { indexOf, intValue } from '../operands.ts';
import { None } from '../singletons.ts';
import { Stepping, iteratorClass } from '../stepping.ts';
import { PyTuple } from '../values.ts';

/** The fields that all of them have. */
abstract class Picking extends Stepping {
  declare pool: Value[];
  /** null when there is nothing (more) to give. */
  declare at: number[] | null;
  declare r: number;
  declare begun: boolean;
  /** Moves on to the next indices; false at the end. */
  abstract turn(at: number[]): boolean;
  item(at: number[], i: number): Value {
    return this.pool[at[i]!];
  }
  step(): Value {
    const { at } = this;
    if (at === null) return undefined;
    if (!this.begun) this.begun = true;
    else if (!this.turn(at)) {
      this.at = null;
      return undefined;
    }
    const out = new Array(this.r);
    for (let i = 0; i < this.r; i++) out[i] = this.item(at, i);
    return new PyTuple(out);
  }
}
function howMany(r: Value, n: number): number {
  if (r === None || r === undefined) return n;
  const k = Number(indexOf(r));
  if (k < 0) throw raise('ValueError', 'r must be non-negative');
  return k;
}
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

class Combinations extends Picking {
  turn(at: number[]): boolean {
    const n = this.pool.length;
    const { r } = this;
    let i = r - 1;
    while (i >= 0 && at[i] === i + n - r) i--;
    if (i < 0) return false;
    at[i]!++;
    for (let j = i + 1; j < r; j++) at[j] = at[j - 1]! + 1;
    return true;
  }
}
const combinations = iteratorClass('itertools', 'combinations', Combinations, 'iterable, r', (it, v, r) => {
  it.pool = items(v);
  it.r = howMany(r, 0);
  it.at = it.r > it.pool.length ? null : upTo(it.r);
  it.begun = false;
});

class WithReplacement extends Picking {
  turn(at: number[]): boolean {
    const last = this.pool.length - 1;
    let i = this.r - 1;
    while (i >= 0 && at[i] === last) i--;
    if (i < 0) return false;
    const v = at[i]! + 1;
    for (let j = i; j < this.r; j++) at[j] = v;
    return true;
  }
}
const withReplacement = iteratorClass(
  'itertools',
  'combinations_with_replacement',
  WithReplacement,
  'iterable, r',
  (it, v, r) => {
    it.pool = items(v);
    it.r = howMany(r, 0);
    if (it.r > MAX_ITEMS) throw raise('MemoryError');
    it.at = it.r > 0 && it.pool.length === 0 ? null : new Array(it.r).fill(0);
    it.begun = false;
  },
);

class Permutations extends Picking {
  declare cycles: number[];
  turn(at: number[]): boolean {
    const n = this.pool.length;
    const { cycles, r } = this;
    for (let i = r - 1; i >= 0; i--) {
      cycles[i]!--;
      if (cycles[i] === 0) {
        const v = at[i]!;
        for (let j = i; j < n - 1; j++) at[j] = at[j + 1]!;
        at[n - 1] = v;
        cycles[i] = n - i;
      } else {
        const j = n - cycles[i]!;
        const v = at[i]!;
        at[i] = at[j]!;
        at[j] = v;
        return true;
      }
    }
    return false;
  }
}
const permutations = iteratorClass('itertools', 'permutations', Permutations, 'iterable, r=None', (it, v, r) => {
  it.pool = items(v);
  if (r !== undefined && r !== None && intValue(r) === undefined) throw raise('TypeError', 'Expected int as r');
  const n = it.pool.length;
  it.r = howMany(r, n);
  it.at = it.r > n ? null : upTo(n);
  it.cycles = it.r > n ? [] : upTo(it.r).map((i) => n - i);
  it.begun = false;
});

class Product extends Picking {
  declare pools: Value[][];
  turn(at: number[]): boolean {
    for (let i = this.r - 1; i >= 0; i--) {
      if (++at[i]! < this.pools[i]!.length) return true;
      at[i] = 0;
    }
    return false;
  }
  override item(at: number[], i: number): Value {
    return this.pools[i]![at[i]!];
  }
}
const product = iteratorClass('itertools', 'product', Product, '*iterables, repeat=1', (it, vs: Value[], repeat) => {
  const n = repeat === undefined ? 1 : Number(indexOf(repeat));
  if (n < 0) throw raise('ValueError', 'repeat argument cannot be negative');
  if (vs.length * n > MAX_ITEMS)
    throw raise(n > 2 ** 53 ? 'OverflowError' : 'MemoryError', ...(n > 2 ** 53 ? ['repeat argument too large'] : []));
  const once = n === 0 ? [] : vs.map((v) => items(v));
  it.pools = [];
  for (let i = 0; i < n; i++) it.pools.push(...once);
  it.r = it.pools.length;
  it.at = it.pools.some((p: Value[]) => p.length === 0) ? null : new Array(it.r).fill(0);
  it.begun = false;
});

export const combinatorics = {
  'combinations @2.6+': combinations,
  'combinations_with_replacement @2.7+': withReplacement,
  'permutations @2.6+': permutations,
  'product @2.6+': product,
};
