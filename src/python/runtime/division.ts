/**
 * Division of the built-in numbers: true, floor and remainder, with Python's signs and CPython's messages.
 * Source: https://docs.python.org/3/reference/expressions.html#binary-arithmetic-operations.
 */
import { F, floats, numeric } from './arithmetic.ts';
import { bitLength } from './bits.ts';
import { raise } from './errors.ts';
import type { Value } from './object.ts';
import { intValue, norm } from './operands.ts';
import { R, since } from './state.ts';

/** The error in the words of the era, which differ by what was divided. */
function zeroDivision(kind: 'int' | 'modulo' | 'float' | 'floatmod' | 'floor' | 'floatfloor'): Value {
  const v = R.version;
  const text = {
    int: v >= 300 ? 'division by zero' : 'integer division or modulo by zero',
    floor:
      v >= 300
        ? v >= 314
          ? 'division by zero'
          : 'integer division or modulo by zero'
        : 'integer division or modulo by zero',
    modulo: v >= 314 ? 'division by zero' : v >= 311 ? 'integer modulo by zero' : 'integer division or modulo by zero',
    float: v >= 314 ? 'division by zero' : 'float division by zero',
    floatfloor: v >= 314 ? 'division by zero' : v >= 309 ? 'float floor division by zero' : 'float divmod()',
    floatmod: v >= 314 ? 'division by zero' : v >= 311 ? 'float modulo by zero' : 'float modulo',
  }[kind];
  return raise('ZeroDivisionError', text);
}
/** floor(a / b) for floats, with Python's rules for signs. Source: the language reference, "binary arithmetic operations". */
export function floatDivmod(x: number, y: number): [number, number] {
  if (y === 0) throw zeroDivision('floatmod');
  let mod = x % y;
  let div = (x - mod) / y;
  if (mod !== 0) {
    if (y < 0 !== mod < 0) {
      mod += y;
      div -= 1;
    }
  } else mod = y < 0 || Object.is(y, -0) ? -0 : 0;
  let floor: number;
  if (div !== 0) {
    floor = Math.floor(div);
    if (div - floor > 0.5) floor += 1;
  } else floor = x / y < 0 || Object.is(x / y, -0) ? -0 : 0;
  return [floor, mod];
}
function floorBig(a: bigint, b: bigint): bigint {
  const q = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? q - 1n : q;
}
export function modBig(a: bigint, b: bigint): bigint {
  const r = a % b;
  return r !== 0n && r < 0n !== b < 0n ? r + b : r;
}
/** a / b of two ints, correctly rounded. Errors: OverflowError, ZeroDivisionError. */
function trueDivide(x: number | bigint, y: number | bigint): Value {
  if (y == 0) throw zeroDivision('int');
  if (typeof x === 'number' && typeof y === 'number') return F((x + 0) / (y + 0));
  return F(divideBig(BigInt(x), BigInt(y)));
}
function divideBig(a: bigint, b: bigint): number {
  const negative = a < 0n !== b < 0n;
  const x = a < 0n ? -a : a;
  const y = b < 0n ? -b : b;
  if (x === 0n) return negative ? -0 : 0;
  // Enough quotient bits that rounding once more, to 53, is right: the sticky bit stands for the rest.
  const shift = bitLength(x) - bitLength(y) - 66;
  let q = shift > 0 ? x / (y << BigInt(shift)) : (x << BigInt(-shift)) / y;
  const exact = shift > 0 ? q * (y << BigInt(shift)) === x : q * y === x << BigInt(-shift);
  if (!exact) q |= 1n;
  if (shift > 0) {
    const n = Number(q << BigInt(shift));
    if (!Number.isFinite(n))
      throw raise(
        'OverflowError',
        since(300) ? 'integer division result too large for a float' : 'long/long too large for a float',
      );
    return negative ? -n : n;
  }
  let n = Number(q);
  let s = shift;
  // Scaling down in steps that stay exact; only the last may round (subnormals).
  while (s < -1000) {
    n *= 2 ** -1000;
    s += 1000;
  }
  n *= 2 ** s;
  return negative ? -n : n;
}
/** Division of ints or floats (or subclasses); undefined for others. */
export function trueDivideAny(a: Value, b: Value): Value {
  const x = intValue(a);
  const y = intValue(b);
  if (x !== undefined && y !== undefined) return trueDivide(x, y);
  const f = floats(a, b);
  if (f === undefined) return undefined;
  if (f[1] === 0) throw zeroDivision('float');
  return F(f[0] / f[1]);
}
const intFloorDiv = (a: number, b: number): number | undefined => {
  if (b === 0) throw zeroDivision('floor');
  // Exact: for safe integers the quotient's distance from an integer is larger than its rounding error.
  return Math.floor(a / b);
};
export function floorDivNumbers(a: Value, b: Value): Value {
  return numeric(
    a,
    b,
    intFloorDiv,
    (x, y) => {
      if (y === 0n) throw zeroDivision('floor');
      return norm(floorBig(x, y));
    },
    (x, y) => {
      if (y === 0) throw zeroDivision('floatfloor');
      return F(floatDivmod(x, y)[0]);
    },
  );
}
export function modNumbers(a: Value, b: Value): Value {
  return numeric(
    a,
    b,
    (x, y) => {
      if (y === 0) throw zeroDivision('modulo');
      const r = x % y;
      return r !== 0 && r < 0 !== y < 0 ? r + y : r;
    },
    (x, y) => {
      if (y === 0n) throw zeroDivision('modulo');
      return norm(modBig(x, y));
    },
    (x, y) => F(floatDivmod(x, y)[1]),
  );
}
