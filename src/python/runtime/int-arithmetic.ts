/** Powers with a modulus, and rounding of ints. Source: the library reference, `pow` and `round`. */
import { raise } from './errors.ts';
import type { Value } from './object.ts';
import { bitLength } from './bits.ts';
import { modBig } from './division.ts';
import { MAX_BITS } from './limits.ts';
import { indexOf, intValue, norm } from './operands.ts';
import { powNumbers } from './power.ts';
import { None, NotImplemented } from './singletons.ts';
import { since } from './state.ts';

/** x ** y, or pow(x, y, mod). Errors: ValueError, TypeError, ZeroDivisionError, MemoryError. */
export function integerPower(x: Value, y: Value, mod: Value): Value {
  if (mod === undefined || mod === None) return powNumbers(x, y);
  const m = intValue(mod);
  if (m === undefined) return NotImplemented;
  if (m == 0) throw raise('ValueError', 'pow() 3rd argument cannot be 0');
  let base = BigInt(x);
  let exponent = BigInt(y);
  const modulus = BigInt(m);
  const size = modulus < 0n ? -modulus : modulus;
  if (exponent < 0n) {
    if (!since(308))
      throw raise(
        since(300) ? 'ValueError' : 'TypeError',
        `pow() 2nd argument cannot be negative when 3rd argument specified`,
      );
    const inverse = inverseOf(modBig(base, size), size);
    if (inverse === undefined) throw raise('ValueError', 'base is not invertible for the given modulus');
    base = inverse;
    exponent = -exponent;
  }
  if (bitLength(exponent) > 100_000 || bitLength(size) > MAX_BITS) throw raise('MemoryError');
  base = modBig(base, size);
  let result = 1n % size;
  while (exponent > 0n) {
    if (exponent & 1n) result = (result * base) % size;
    exponent >>= 1n;
    if (exponent > 0n) base = (base * base) % size;
  }
  return norm(modBig(result, modulus));
}
function inverseOf(a: bigint, m: bigint): bigint | undefined {
  let [r, newR] = [m, a];
  let [t, newT] = [0n, 1n];
  while (newR !== 0n) {
    const q = r / newR;
    [r, newR] = [newR, r - q * newR];
    [t, newT] = [newT, t - q * newT];
  }
  return r === 1n ? modBig(t, m) : m === 1n ? 0n : undefined;
}

/** round(v, digits): negative digits round to tens, ties to even. */
export function roundInt(v: number | bigint, digits: Value): Value {
  if (digits === undefined || digits === None) return v;
  const n = indexOf(digits);
  if (n >= 0) return v;
  const places = -Number(n);
  const text = v.toString();
  // Beyond twice the number's own size it is nothing: no huge power of ten is needed to know that.
  if (places > text.length + 1) return 0;
  const unit = 10n ** BigInt(places);
  const big = BigInt(v);
  const rest = modBig(big, unit);
  const down = big - rest;
  const twice = rest * 2n;
  const up = twice > unit || (twice === unit && ((down / unit) & 1n) === 1n);
  return norm(up ? down + unit : down);
}
