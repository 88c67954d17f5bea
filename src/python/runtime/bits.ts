/** Bits of ints: and, or, xor, shifts, length. */
import { raise } from './errors.ts';
import { MAX_BITS } from './limits.ts';
import type { Value } from './object.ts';
import { intValue, norm } from './operands.ts';
import type { Binary } from './operator-protocol.ts';
import { since } from './state.ts';

export function bitLength(n: bigint): number {
  const h = n.toString(16);
  return (h.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(h[0]!, 16)));
}

/** A bitwise operator for exact ints; undefined for others. */
export function bits(onNumbers: (a: number, b: number) => number, onBigs: (a: bigint, b: bigint) => bigint): Binary {
  return (a, b) => {
    if (typeof a === 'object' || typeof b === 'object' || typeof a === 'string' || typeof b === 'string')
      return undefined;
    return bitNumbers(a, b, onNumbers, onBigs);
  };
}
function bitNumbers(
  a: Value,
  b: Value,
  onNumbers: (a: number, b: number) => number,
  onBigs: (a: bigint, b: bigint) => bigint,
): Value {
  const x = intValue(a);
  const y = intValue(b);
  if (x === undefined || y === undefined) return undefined;
  if (typeof a === 'boolean' && typeof b === 'boolean') return onNumbers(a ? 1 : 0, b ? 1 : 0) === 1;
  if (typeof x === 'number' && typeof y === 'number' && x === (x | 0) && y === (y | 0)) return onNumbers(x, y);
  return norm(onBigs(BigInt(x), BigInt(y)));
}
export const andBits = [(a: number, b: number) => a & b, (a: bigint, b: bigint) => a & b] as const;
export const orBits = [(a: number, b: number) => a | b, (a: bigint, b: bigint) => a | b] as const;
export const xorBits = [(a: number, b: number) => a ^ b, (a: bigint, b: bigint) => a ^ b] as const;

/** Errors: ValueError (negative count), MemoryError. */
export function shift(a: Value, b: Value, left: boolean): Value {
  const x = intValue(a);
  const y = intValue(b);
  if (x === undefined || y === undefined) return undefined;
  if (y < 0) throw raise('ValueError', 'negative shift count');
  if (left) {
    if (x == 0) return 0;
    if (y > MAX_BITS)
      throw y > 2 ** 53
        ? raise('OverflowError', since(300) ? 'too many digits in integer' : 'long int too large to convert to int')
        : raise('MemoryError');
    if (typeof x === 'number' && y < 22 && Math.abs(x) < 2 ** 31) return x * 2 ** Number(y);
    return norm(BigInt(x) << BigInt(y));
  }
  if (y > MAX_BITS) return x < 0 ? -1 : 0;
  if (typeof x === 'number' && x === (x | 0)) return y > 31 ? (x < 0 ? -1 : 0) : x >> Number(y);
  return norm(BigInt(x) >> BigInt(y));
}
/** An int or a bool, no instance of a subclass. */
export const plainInt = (v: Value): boolean => typeof v !== 'object' && typeof v !== 'string';
