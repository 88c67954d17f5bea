/** math: what C's library computes, with Python's errors. Whole numbers are in math-integers.ts. Source: the library reference, "math"; PEP 485 (isclose). */
import { defineFunctions, defineNames } from '../define.ts';
import { raise } from '../errors.ts';
import { toFloatValue } from '../float.ts';
import { iterate } from '../iteration.ts';
import { natives } from '../modules.ts';
import type { NativeJs, Value } from '../object.ts';
import { callMethod, special } from '../object.ts';
import { bitLength } from '../bits.ts';
import { indexOf, intValue } from '../operands.ts';
import { floatPower } from '../power.ts';
import { repr } from '../repr.ts';
import { R, since } from '../state.ts';
import { PyFloat, PyTuple } from '../values.ts';
import { exact, exactSum, fromExact, integerFunctions, integral, rounding } from './math-integers.ts';

const F = (v: number): PyFloat => new PyFloat(v);
/** An argument as a float. Errors: TypeError. */
export function real(v: Value): number {
  if (typeof v === 'number') return v;
  if (v instanceof PyFloat) return v.v;
  if (
    special(v, '$__float__') === undefined &&
    !(since(308) && special(v, '$__index__') !== undefined) &&
    !v.cls.oldStyle
  )
    throw raise('TypeError', since(300) ? `must be real number, not ${v.cls.name}` : 'a float is required');
  return toFloatValue(v);
}
const domain = (): Value => raise('ValueError', 'math domain error');
/** What JavaScript does not have, stdlib/_special.py works out. */
const rare =
  (name: string) =>
  (x: number): number =>
    R.importModule!('_special').ns[name].tpcall([F(x)], null).v;
const [erf, erfc, gamma, lgamma] = [rare('$erf'), rare('$erfc'), rare('$gamma'), rare('$lgamma')];
const rangeError = (): Value => raise('OverflowError', 'math range error');
/** From 3.14 on the errors say what was expected. */
const expected = (text: string, x: number): Value =>
  since(314) ? raise('ValueError', `expected ${text}, got ${repr(F(x))}`) : domain();

/** A function of one float: a nan or infinity that was not there before is an error. */
function unary(f: (x: number) => number, mayOverflow = false, what = 'a finite number'): NativeJs {
  return (v) => {
    const x = real(v);
    const r = f(x);
    if (r !== r && x === x) throw Number.isFinite(x) ? (since(314) ? expected(what, x) : domain()) : expected(what, x);
    if (!Number.isFinite(r) && r === r && Number.isFinite(x)) throw mayOverflow ? rangeError() : domain();
    return F(r);
  };
}
/** log of any int, which may be beyond a float. */
function logOf(v: Value, f: (x: number) => number, perBit: number): number {
  const i =
    intValue(v) ??
    (since(300) &&
    !(v instanceof PyFloat) &&
    special(v, '$__float__') === undefined &&
    special(v, '$__index__') !== undefined
      ? indexOf(v)
      : undefined);
  if (i !== undefined) {
    if (i <= 0) throw since(314) ? raise('ValueError', 'expected a positive input') : domain();
    if (typeof i === 'number') return f(i);
    const e = bitLength(i) - 64;
    if (e <= 0) return f(Number(i));
    return f(Number(i >> BigInt(e))) + perBit * e;
  }
  const x = real(v);
  if (x !== x) return x;
  if (x <= 0) throw since(314) ? raise('ValueError', `expected a positive input, got ${repr(F(x))}`) : domain();
  return f(x);
}
function hypot(values: number[]): number {
  let largest = 0;
  let nan = false;
  for (const v of values) {
    const a = Math.abs(v);
    if (a !== a) nan = true;
    else if (a > largest) largest = a;
  }
  if (largest === Infinity) return Infinity;
  if (nan) return NaN;
  if (largest === 0) return 0;
  // Exact sum of squares, then one rounding of the root.
  return rootOf(
    values.map((v): [bigint, number] => {
      const [m, e] = exact(v);
      return [m * m, 2 * e];
    }),
  );
}
function rootOf(terms: [bigint, number][]): number {
  let e = 0;
  for (const t of terms) if (t[1] < e) e = t[1];
  let total = 0n;
  for (const [m, x] of terms) total += m << BigInt(x - e);
  // e is even: 2·ulp exponents.
  if (e % 2 !== 0) {
    total <<= 1n;
    e -= 1;
  }
  let shift = Math.max(0, 130 - bitLength(total));
  if (shift % 2 !== 0) shift++;
  const scaled = total << BigInt(shift);
  let x = 1n << BigInt(Math.ceil(bitLength(scaled) / 2));
  for (;;) {
    const y = (x + scaled / x) >> 1n;
    if (y >= x) break;
    x = y;
  }
  // A remainder means that the root lies above: one more bit says so to the rounding.
  const sticky = x * x === scaled ? x << 1n : (x << 1n) | 1n;
  return fromExact(sticky, (e - shift) / 2 - 1);
}
function fsum(it: Value): PyFloat {
  const terms: [bigint, number][] = [];
  let special = 0;
  let infinities = false;
  for (const v of iterate(it)) {
    const x = real(v);
    if (Number.isFinite(x)) {
      if (x !== 0) terms.push(exact(x));
    } else {
      if (x === x) infinities = true;
      special += x;
    }
  }
  if (infinities && special !== special) throw raise('ValueError', '-inf + inf in fsum');
  if (special !== 0) return F(special);
  return F(exactSum(terms));
}
function frexp(x: number): [number, number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  let e = Math.max(-1023, Math.floor(Math.log2(Math.abs(x))) + 1);
  let m = x * 2 ** -e;
  if (!Number.isFinite(m) || e < -1000) {
    m = x * 2 ** 60;
    const [f, k] = frexp(m);
    return [f, k - 60];
  }
  while (Math.abs(m) < 0.5) {
    m *= 2;
    e--;
  }
  while (Math.abs(m) >= 1) {
    m /= 2;
    e++;
  }
  return [m, e];
}
function ldexp(v: Value, i: Value): PyFloat {
  const x = real(v);
  if (intValue(i) === undefined && special(i, '$__index__') === undefined)
    throw raise('TypeError', 'Expected an int as second argument to ldexp.');
  const e = indexOf(i);
  if (x === 0 || !Number.isFinite(x)) return F(x);
  if (e > 3000) throw rangeError();
  if (e < -3000) return F(x < 0 ? -0 : 0);
  const [m, k] = exact(x);
  try {
    return F(fromExact(m, k + Number(e)) || (x < 0 ? -0 : 0));
  } catch {
    throw rangeError();
  }
}
const bits = new DataView(new ArrayBuffer(8));
function nextAfter(x: number, y: number): number {
  if (x !== x || y !== y) return NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? 5e-324 : -5e-324;
  bits.setFloat64(0, x);
  const n = bits.getBigInt64(0);
  bits.setBigInt64(0, n + (y > x === x > 0 ? 1n : -1n));
  return bits.getFloat64(0);
}
function manyAfter(x: number, y: number, steps: Value): number {
  const n = BigInt(indexOf(steps));
  if (n < 0n) throw raise('ValueError', 'steps must be a non-negative integer');
  if (n === 0n) return x;
  if (x !== x || y !== y) return NaN;
  const place = (v: number): bigint => {
    bits.setFloat64(0, v);
    const b = bits.getBigInt64(0);
    return b < 0n ? -(b & 0x7fffffffffffffffn) : b;
  };
  const [from, to] = [place(x), place(y)];
  const far = to > from ? to - from : from - to;
  if (far <= n) return y;
  const at = to > from ? from + n : from - n;
  bits.setBigInt64(0, at < 0n ? -at : at);
  const v = bits.getFloat64(0);
  return at < 0n || (at === 0n && from < 0n) ? -v : v;
}
function pow(xv: Value, yv: Value): PyFloat {
  const [x, y] = [real(xv), real(yv)];
  // JavaScript says nan to these two.
  if (x === 1 || y === 0) return F(1);
  if (x === -1 && (y === Infinity || y === -Infinity)) return F(1);
  const r = floatPower(x, y);
  if (Number.isFinite(x) && Number.isFinite(y)) {
    if (r !== r) throw domain();
    if (!Number.isFinite(r)) throw x === 0 ? domain() : rangeError();
  }
  return F(r);
}
function fmod(x: number, y: number): number {
  if ((!Number.isFinite(x) && x === x && y === y) || (y === 0 && x === x)) throw domain();
  return Number.isFinite(x) && !Number.isFinite(y) && y === y ? x : x % y;
}
/** IEEE 754 remainder: to the nearest, ties to even. */
function remainder(x: number, y: number): number {
  if (x !== x) return x;
  if (y !== y) return y;
  if (!Number.isFinite(x) || y === 0) throw domain();
  if (!Number.isFinite(y)) return x;
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  const m = ax % ay;
  const c = ay - m;
  let r = m < c ? m : m > c ? -c : m - 2 * ((0.5 * (ax - m)) % ay);
  if (r === 0) r = 0;
  return x < 0 || Object.is(x, -0) ? -r : r;
}
function isclose(a: Value, b: Value, rel: Value, abs: Value): boolean {
  const [x, y] = [real(a), real(b)];
  const r = rel === undefined ? 1e-9 : real(rel);
  const t = abs === undefined ? 0 : real(abs);
  if (r < 0 || t < 0) throw raise('ValueError', 'tolerances must be non-negative');
  if (x === y) return true;
  if (!Number.isFinite(x) || !Number.isFinite(y)) return false;
  const d = Math.abs(y - x);
  return d <= Math.abs(r * y) || d <= Math.abs(r * x) || d <= t;
}
function fma(x: number, y: number, z: number): number {
  if (![x, y, z].every(Number.isFinite)) {
    // With finite factors their product has a finite place, however large: only z decides.
    if (Number.isFinite(x) && Number.isFinite(y)) return z;
    const r = x * y + z;
    if (r !== r && x === x && y === y && z === z) throw raise('ValueError', 'invalid operation in fma');
    return r;
  }
  const [m, e] = exact(x);
  const [n, f] = exact(y);
  const sum: [bigint, number][] = [[m * n, e + f], exact(z)];
  let r: number;
  try {
    r = exactSum(sum);
  } catch {
    throw raise('OverflowError', 'overflow in fma');
  }
  return r === 0 ? (m * n !== 0n && z === 0 && r === 0 ? (x < 0 !== y < 0 ? -0 : 0) : x * y + z) : r;
}
function log(v: Value, base: Value): PyFloat {
  const x = logOf(v, Math.log, Math.LN2);
  if (base === undefined) return F(x);
  const b = logOf(base, Math.log, Math.LN2);
  if (b === 0)
    throw raise(
      'ZeroDivisionError',
      since(314) ? 'division by zero' : since(300) ? 'float division by zero' : 'float division by zero',
    );
  return F(x / b);
}
const both =
  (f: (x: number, y: number) => number): NativeJs =>
  (x, y) =>
    F(f(real(x), real(y)));
const power2 = (x: number): number => {
  const r = 2 ** x;
  return r;
};
function trunc(v: Value): Value {
  if (v instanceof PyFloat && !(v as Value).cls.heap) return integral(Math.trunc(v.v));
  const f = special(v, '$__trunc__');
  if (f === undefined) throw raise('TypeError', `type ${v.cls.name} doesn't define __trunc__ method`);
  return callMethod(v, '$__trunc__', []);
}
const sinh = unary(Math.sinh, true);
const gammaFunction: NativeJs = (v) => {
  const x = real(v);
  if (x === -Infinity || (x <= 0 && Number.isInteger(x)))
    throw since(314) ? raise('ValueError', `expected a noninteger or positive integer, got ${repr(F(x))}`) : domain();
  const r = gamma(x);
  if (!Number.isFinite(r) && Number.isFinite(x)) throw rangeError();
  return F(r);
};
const lgammaFunction: NativeJs = (v) => {
  const x = real(v);
  if (x <= 0 && Number.isInteger(x))
    throw since(314) ? raise('ValueError', `expected a noninteger or positive integer, got ${repr(F(x))}`) : domain();
  const r = lgamma(x);
  if (!Number.isFinite(r) && Number.isFinite(x)) throw rangeError();
  return F(r);
};

natives.set('math', (ns) => {
  defineNames(ns, {
    pi: F(Math.PI),
    e: F(Math.E),
    'tau @3.6+': F(2 * Math.PI),
    'inf @3.5+': F(Infinity),
    'nan @3.5+': F(NaN),
  });
  defineFunctions(ns, {
    'sqrt(x, /)': unary(Math.sqrt, false, 'a nonnegative input'),
    'exp(x, /)': unary(Math.exp, true),
    'expm1(x, /) @2.7+': unary(Math.expm1, true),
    'exp2(x, /) @3.11+': unary(power2, true),
    'cbrt(x, /) @3.11+': unary(Math.cbrt),
    'sin(x, /)': unary(Math.sin),
    'cos(x, /)': unary(Math.cos),
    'tan(x, /)': unary(Math.tan),
    'asin(x, /)': unary(Math.asin, false, 'a number in range from -1 up to 1'),
    'acos(x, /)': unary(Math.acos, false, 'a number in range from -1 up to 1'),
    'atan(x, /)': unary(Math.atan),
    'sinh(x, /)': sinh,
    'cosh(x, /)': unary(Math.cosh, true),
    'tanh(x, /)': unary(Math.tanh),
    'asinh(x, /) @2.6+': unary(Math.asinh),
    'acosh(x, /) @2.6+': unary(Math.acosh, false, 'argument value not less than 1'),
    'atanh(x, /) @2.6+': unary(Math.atanh, false, 'a number between -1 and 1'),
    'fabs(x, /)': (v) => F(Math.abs(real(v))),
    'degrees(x, /) @2.3+': (v) => F(real(v) * (180 / Math.PI)),
    'radians(x, /) @2.3+': (v) => F(real(v) * (Math.PI / 180)),
    'erf(x, /) @2.7+': (v) => F(erf(real(v))),
    'erfc(x, /) @2.7+': (v) => F(erfc(real(v))),
    'gamma(x, /) @2.7+': gammaFunction,
    'lgamma(x, /) @2.7+': lgammaFunction,
    'atan2(y, x, /)': both(Math.atan2),
    'copysign(x, y, /) @2.6+': both((x, y) => (y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x))),
    'fmod(x, y, /)': both(fmod),
    'remainder(x, y, /) @3.7+': both(remainder),
    'pow(x, y, /)': pow,
    'fma(x, y, z, /) @3.13+': (x, y, z) => F(fma(real(x), real(y), real(z))),
    'hypot(x, y, /) @1.5-3.7': (x, y) => F(overflowing(hypot([real(x), real(y)]), [real(x), real(y)])),
    'hypot(*coordinates) @3.8+': (vs: Value[]) => F(hypot(vs.map(real))),
    'dist(p, q, /) @3.8+'(p, q) {
      const [a, b] = [R.items!(p).map(real), R.items!(q).map(real)];
      if (a.length !== b.length) throw raise('ValueError', 'both points must have the same number of dimensions');
      return F(hypot(a.map((x, i) => x - b[i]!)));
    },
    'fsum(seq, /) @2.6+': fsum,
    'frexp(x, /)'(v) {
      const [m, e] = frexp(real(v));
      return new PyTuple([F(m), e]);
    },
    'ldexp(x, i, /)': ldexp,
    'modf(x, /)'(v) {
      const x = real(v);
      if (!Number.isFinite(x)) return new PyTuple([F(x !== x ? x : x > 0 ? 0 : -0), F(x)]);
      const whole = Math.trunc(x);
      const part = x - whole;
      return new PyTuple([F(part === 0 && (x < 0 || Object.is(x, -0)) ? -0 : part), F(whole)]);
    },
    'log(x, base=None, /)': log,
    'log2(x, /) @3.3+': (v) => F(logOf(v, log2, 1)),
    'log10(x, /)': (v) => F(logOf(v, Math.log10, Math.log10(2))),
    'log1p(x, /) @2.6+': unary(Math.log1p, false, 'argument value > -1'),
    'isnan(x, /) @2.6+': (v) => Number.isNaN(real(v)),
    'isinf(x, /) @2.6+'(v) {
      const x = real(v);
      return x === Infinity || x === -Infinity;
    },
    'isfinite(x, /) @3.2+': (v) => Number.isFinite(real(v)),
    'isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0) @3.5+': isclose,
    'nextafter(x, y, /) @3.9-3.11': both(nextAfter),
    'nextafter(x, y, /, *, steps=None) @3.12+': (x, y, steps) =>
      F(
        steps === undefined || steps === R.builtins!.$None
          ? nextAfter(real(x), real(y))
          : manyAfter(real(x), real(y), steps),
      ),
    'ulp(x, /) @3.9+'(v) {
      const x = Math.abs(real(v));
      if (!Number.isFinite(x)) return F(x);
      const up = nextAfter(x, Infinity);
      return F(up === Infinity ? x - nextAfter(x, -Infinity) : up - x);
    },
    'floor(x, /)': rounding('floor', Math.floor, real),
    'ceil(x, /)': rounding('ceil', Math.ceil, real),
    'trunc(x, /) @2.6+': trunc,
    ...integerFunctions,
  });
});
function overflowing(r: number, from: number[]): number {
  if (!Number.isFinite(r) && from.every(Number.isFinite)) throw rangeError();
  return r;
}
/** Exact for powers of two. */
function log2(x: number): number {
  const [m, e] = frexp(x);
  return m === 0.5 ? e - 1 : Math.log2(x);
}
