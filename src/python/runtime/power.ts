/** Powers of the built-in numbers. */
import { F, floats, plainNumber } from './arithmetic.ts';
import { bitLength } from './bits.ts';
import { raise } from './errors.ts';
import { MAX_BITS } from './limits.ts';
import type { Value } from './object.ts';
import { intValue, norm, safe, toFloat } from './operands.ts';
import { hooks } from './operator-hooks.ts';
import { since } from './state.ts';

/** `a ** b` for exact built-in numbers; undefined for others. */
export function power(a: Value, b: Value): Value {
  if (!plainNumber(a) || !plainNumber(b)) return undefined;
  return powNumbers(a, b);
}
/** a ** b for ints (or subclasses) and floats; undefined for others. */
export function powNumbers(a: Value, b: Value): Value {
  const x = intValue(a);
  const y = intValue(b);
  if (x !== undefined && y !== undefined) {
    if (y < 0) {
      if (x == 0)
        throw raise(
          'ZeroDivisionError',
          since(314) ? 'zero to a negative power' : '0.0 cannot be raised to a negative power',
        );
      return floatPow(toFloat(x), toFloat(y));
    }
    if (typeof x === 'number' && typeof y === 'number') {
      const r = x ** y;
      if (safe(r)) return r + 0;
    }
    const base = BigInt(x);
    if (base !== 0n && base !== 1n && base !== -1n && Number(y) * bitLength(base < 0n ? -base : base) > MAX_BITS)
      throw raise('MemoryError');
    return norm(base ** BigInt(y));
  }
  const f = floats(a, b);
  return f === undefined ? undefined : floatPow(f[0], f[1]);
}
/**
 * x ** y as C's library has it. QuickJS's own is off by one in the last place for a tenth of whole exponents: those are multiplied out here with twice the
 * digits, each number as a sum of two. Source: T. J. Dekker, "A floating-point technique for extending the available precision" (1971).
 */
export function floatPower(x: number, y: number): number {
  if (y === 2) return x * x;
  const plain = x ** y;
  const size = Math.abs(plain);
  if (!Number.isInteger(y) || y === 1 || size > 1e290 || !(size > 1e-270)) return plain;
  const n = Math.abs(y);
  if (n > 2 ** 40) return plain;
  let high = x;
  let low = 0;
  for (let bit = 2 ** (Math.floor(Math.log2(n)) - 1); bit >= 1; bit /= 2) {
    const square = high * high;
    low = rest(high, high, square) + 2 * high * low;
    high = square + low;
    low -= high - square;
    if (Math.floor(n / bit) % 2 === 0) continue;
    const product = high * x;
    low = rest(high, x, product) + low * x;
    high = product + low;
    low -= high - product;
  }
  if (y > 0) return high;
  const q = 1 / high;
  const p = q * high;
  return q + (1 - p - rest(q, high, p) - q * low) / high;
}
/** What a product lost when it was rounded to p. */
function rest(a: number, b: number, p: number): number {
  const c = 134217729 * a;
  const d = 134217729 * b;
  const a1 = c - (c - a);
  const b1 = d - (d - b);
  return a1 * b1 - p + a1 * (b - b1) + (a - a1) * b1 + (a - a1) * (b - b1);
}

/** Errors: ZeroDivisionError, OverflowError. A negative base with a fractional exponent gives a complex (Python 3) or a ValueError: complex.ts sets `negativePow`. */
export function floatPow(x: number, y: number): Value {
  if (x === 1 || y === 0) return F(1);
  if (x === 0 && y < 0)
    throw raise(
      'ZeroDivisionError',
      since(314) ? 'zero to a negative power' : '0.0 cannot be raised to a negative power',
    );
  if (x === -1 && !Number.isFinite(y) && !Number.isNaN(y)) return F(1);
  if (x < 0 && Number.isFinite(x) && Number.isFinite(y) && !Number.isInteger(y)) {
    if (since(300)) return hooks.negativePow!(x, y);
    throw raise('ValueError', 'negative number cannot be raised to a fractional power');
  }
  const r = floatPower(x, y);
  if (!Number.isFinite(r) && Number.isFinite(x) && Number.isFinite(y))
    throw raise('OverflowError', 34, 'Numerical result out of range');
  return F(r);
}
