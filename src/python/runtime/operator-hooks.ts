/** What operators ask of modules that they must not import, since those import them. */
import type { Value } from './object.ts';

/** Filled in by those modules as they load. */
export const hooks: {
  negativePow: ((x: number, y: number) => Value) | null;
  /** str % args (percent.ts). */
  strMod: ((s: string, args: Value) => Value) | null;
  /** Repetition of a built-in sequence, or undefined. */
  repeat: ((seq: Value, n: Value) => Value) | null;
  /** Python 2: ordering of values of different types. */
  compare2: ((a: Value, b: Value) => number) | null;
  /** `iter(x)` and friends on old protocols live in iteration.ts. */
  iterate: ((v: Value) => Iterable<Value>) | null;
} = { negativePow: null, strMod: null, repeat: null, compare2: null, iterate: null };
