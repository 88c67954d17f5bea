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
  const r = x ** y;
  if (!Number.isFinite(r) && Number.isFinite(x) && Number.isFinite(y))
    throw raise('OverflowError', 34, 'Numerical result out of range');
  return F(r);
}
