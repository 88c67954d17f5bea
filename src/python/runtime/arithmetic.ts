/** Arithmetic on the built-in numbers: in JavaScript's while the result is safe, else in bigints; a float on either side makes both floats. */
import type { Value } from './object.ts';
import { floatValue, intValue, safe } from './operands.ts';
import type { Binary } from './operator-protocol.ts';
import { PyFloat } from './values.ts';

/** Python's float formatting of inf and nan needs no help: both are JavaScript's. */
export const F = (v: number): PyFloat => new PyFloat(v);

/** Both as floats when at least one is a float and the other a number; else undefined. */
export function floats(a: Value, b: Value): [number, number] | undefined {
  if (a instanceof PyFloat) {
    const y = floatValue(b);
    return y === undefined ? undefined : [a.v, y];
  }
  if (b instanceof PyFloat) {
    const x = floatValue(a);
    return x === undefined ? undefined : [x, b.v];
  }
  return undefined;
}
/** Exact built-in numbers only: subclasses go through their special methods, which may be overridden. */
export const plainNumber = (v: Value): boolean =>
  typeof v !== 'object' || (v instanceof PyFloat && v.cls.heap === false);

/** Arithmetic on exact built-in numbers, as the fast part of an operator; undefined for others. */
export function arithmetic(
  onNumbers: (a: number, b: number) => number | undefined,
  onBigs: (a: bigint, b: bigint) => Value,
  onFloats: (a: number, b: number) => Value,
): Binary {
  return (a, b) => {
    if (!plainNumber(a) || !plainNumber(b)) return undefined;
    return numeric(a, b, onNumbers, onBigs, onFloats);
  };
}
/** Arithmetic on ints and floats, instances of subclasses too; undefined for others. */
export function numeric(
  a: Value,
  b: Value,
  onNumbers: (a: number, b: number) => number | undefined,
  onBigs: (a: bigint, b: bigint) => Value,
  onFloats: (a: number, b: number) => Value,
): Value {
  const x = intValue(a);
  const y = intValue(b);
  if (x !== undefined && y !== undefined) {
    if (typeof x === 'number' && typeof y === 'number') {
      const r = onNumbers(x, y);
      if (r !== undefined && safe(r)) return r + 0;
    }
    return onBigs(BigInt(x), BigInt(y));
  }
  const f = floats(a, b);
  return f === undefined ? undefined : onFloats(f[0], f[1]);
}
