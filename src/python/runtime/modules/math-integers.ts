/** The functions of math on whole numbers, however large. Source: the library reference, "math", "Number-theoretic functions". */
import { raise } from '../errors.ts';
import { bitLength } from '../bits.ts';
import { MAX_BITS } from '../limits.ts';
import { indexOf, intValue, norm, toFloat } from '../operands.ts';
import { $add, $mul } from '../operators.ts';
import type { NativeJs, Value } from '../object.ts';
import { callMethod, special } from '../object.ts';
import { None } from '../singletons.ts';
import { R, since } from '../state.ts';
import { PyFloat } from '../values.ts';

/** factorial and, before 3.9, gcd took floats of integral value: until 3.10 with a warning, from then on not at all. */
function whole(v: Value): number | bigint {
  if (v instanceof PyFloat && !since(310)) {
    if (since(309))
      R.warn?.('DeprecationWarning', 'Using factorial() with floats is deprecated', undefined as never, 0);
    if (!Number.isInteger(v.v)) throw raise('ValueError', 'factorial() only accepts integral values');
    return norm(BigInt(v.v));
  }
  return indexOf(v);
}
/** The product of lo…hi, halved as long as it is long: multiplying equals is cheaper. */
function rangeProduct(lo: bigint, hi: bigint): bigint {
  if (hi < lo) return 1n;
  if (hi - lo < 8n) {
    let p = lo;
    for (let i = lo + 1n; i <= hi; i++) p *= i;
    return p;
  }
  const mid = (lo + hi) >> 1n;
  return rangeProduct(lo, mid) * rangeProduct(mid + 1n, hi);
}
/** Refuses a product of `count` factors of up to `bits` bits each that would not fit. */
function fits(count: number, bits: number): void {
  if (count * bits > MAX_BITS) throw raise('MemoryError');
}
function gcd2(a: bigint, b: bigint): bigint {
  a = a < 0n ? -a : a;
  b = b < 0n ? -b : b;
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
function gcd(vs: Value[]): Value {
  let small = 0;
  let i = 0;
  for (; i < vs.length; i++) {
    const v = indexOf(vs[i]);
    if (typeof v !== 'number') break;
    let [a, b] = [Math.abs(small), Math.abs(v)];
    while (b !== 0) [a, b] = [b, a % b];
    small = a;
  }
  let big = BigInt(small);
  for (; i < vs.length; i++) big = gcd2(big, BigInt(indexOf(vs[i])));
  return norm(big);
}
/** The integer square root, by Newton's steps from above. */
function isqrt(n: bigint): bigint {
  if (n < 2n) return n;
  let x = 1n << BigInt(Math.ceil(bitLength(n) / 2));
  for (;;) {
    const y = (x + n / x) >> 1n;
    if (y >= x) return x;
    x = y;
  }
}
function nonNegative(v: Value, name: string): bigint {
  const n = BigInt(indexOf(v));
  if (n < 0n) throw raise('ValueError', `${name} must be a non-negative integer`);
  return n;
}
const tooLarge = (name: string): Value => raise('OverflowError', `${name} must not exceed 9223372036854775807`);

/** floor, ceil and trunc of a float as an int. */
export function integral(v: number): Value {
  if (v !== v) throw raise('ValueError', 'cannot convert float NaN to integer');
  if (!Number.isFinite(v)) throw raise('OverflowError', 'cannot convert float infinity to integer');
  return Number.isSafeInteger(v) ? v + 0 : norm(BigInt(v));
}
export function rounding(name: string, f: (v: number) => number, toFloatOf: (v: Value) => number): NativeJs {
  const k = `$__${name}__`;
  return (v) => {
    if (v instanceof PyFloat && !(v as Value).cls.heap) return since(300) ? integral(f(v.v)) : new PyFloat(f(v.v));
    if (!since(300)) return new PyFloat(f(toFloatOf(v)));
    if (special(v, k) !== undefined) return callMethod(v, k, []);
    return integral(f(toFloatOf(v)));
  };
}

export const integerFunctions: Record<string, NativeJs> = {
  'factorial(n, /) @2.6+'(v) {
    const n = whole(v);
    if (n < 0) throw raise('ValueError', 'factorial() not defined for negative values');
    if (n > 2 ** 62) throw raise('OverflowError', 'factorial() argument should not exceed 9223372036854775807');
    const k = Number(n);
    fits(k, bitLength(BigInt(k || 1)));
    return norm(rangeProduct(1n, BigInt(k)));
  },
  'gcd(x, y, /) @3.5-3.8': (a, b) => gcd([a, b]),
  'gcd(*integers) @3.9+': gcd,
  'lcm(*integers) @3.9+'(vs: Value[]) {
    let out = 1n;
    for (const v of vs) {
      const n = BigInt(indexOf(v));
      if (n === 0n) out = 0n;
      else if (out !== 0n) out = (out / gcd2(out, n)) * n;
    }
    return norm(out < 0n ? -out : out);
  },
  'isqrt(n, /) @3.8+'(v) {
    const n = BigInt(indexOf(v));
    if (n < 0n) throw raise('ValueError', 'isqrt() argument must be nonnegative');
    return norm(isqrt(n));
  },
  'comb(n, k, /) @3.8+'(nv, kv) {
    const n = nonNegative(nv, 'n');
    let k = nonNegative(kv, 'k');
    if (k > n) return 0;
    if (n - k < k) k = n - k;
    if (k > 2n ** 62n) throw raise('OverflowError', 'min(n - k, k) must not exceed 9223372036854775807');
    fits(Number(k), bitLength(n || 1n));
    return norm(rangeProduct(n - k + 1n, n) / rangeProduct(1n, k));
  },
  'perm(n, k=None, /) @3.8+'(nv, kv = None) {
    const n = nonNegative(nv, 'n');
    const k = kv === None ? n : nonNegative(kv, 'k');
    if (k > n) return 0;
    if (k > 2n ** 62n) throw tooLarge('k');
    fits(Number(k), bitLength(n || 1n));
    return norm(rangeProduct(n - k + 1n, n));
  },
  'prod(iterable, /, *, start=1) @3.8+'(it, start = 1) {
    let out = start;
    for (const v of R.items!(it)) out = $mul(out, v);
    return out;
  },
  'sumprod(p, q, /) @3.12+'(p, q) {
    const [a, b] = [R.items!(p), R.items!(q)];
    if (a.length !== b.length) throw raise('ValueError', 'Inputs are not the same length');
    return sumOfProducts(a, b);
  },
};

/** A float as an exact fraction m·2^e. */
function exact(x: number): [bigint, number] {
  let e = 0;
  let m = x;
  while (!Number.isInteger(m)) {
    m *= 2;
    e--;
    if (e < -1100) break;
  }
  return [BigInt(m), e];
}
/** Correctly rounded m·2^e. */
export function fromExact(m: bigint, e: number): number {
  if (m === 0n) return 0;
  if (e >= 0) return toFloat(m << BigInt(e));
  const negative = m < 0n;
  let n = negative ? -m : m;
  const bits = bitLength(n);
  // Keep 53 bits, fewer where the result is subnormal; round half to even.
  const keep = Math.min(53, bits + e + 1074);
  const drop = bits - keep;
  if (drop > 0) {
    if (keep < 0) return negative ? -0 : 0;
    const d = BigInt(drop);
    const low = n & ((1n << d) - 1n);
    const half = 1n << (d - 1n);
    n >>= d;
    if (low > half || (low === half && (n & 1n) === 1n)) n += 1n;
    e += drop;
  }
  let v = Number(n);
  for (; e < -1000; e += 500) v *= 2 ** -500;
  for (; e > 1000; e -= 500) v *= 2 ** 500;
  v *= 2 ** e;
  if (!Number.isFinite(v)) throw raise('OverflowError', 'intermediate overflow in fsum');
  return negative ? -v : v;
}
/** The exact sum of finite floats, times a product for each pair. */
export function exactSum(terms: [bigint, number][]): number {
  let e = 0;
  for (const [, x] of terms) if (x < e) e = x;
  let total = 0n;
  for (const [m, x] of terms) total += m << BigInt(x - e);
  return fromExact(total, e);
}
export { exact };

function sumOfProducts(a: Value[], b: Value[]): Value {
  const isFloat = (v: Value): boolean => v instanceof PyFloat;
  const isPlain = (v: Value): boolean => intValue(v) !== undefined || isFloat(v);
  if (a.every(isPlain) && b.every(isPlain) && (a.some(isFloat) || b.some(isFloat))) {
    const number = (v: Value): number => (v instanceof PyFloat ? v.v : toFloat(intValue(v)!));
    const x = a.map(number);
    const y = b.map(number);
    if (x.every(Number.isFinite) && y.every(Number.isFinite))
      return new PyFloat(
        exactSum(
          x.map((p, i): [bigint, number] => {
            const [m, e] = exact(p);
            const [n, f] = exact(y[i]!);
            return [m * n, e + f];
          }),
        ),
      );
  }
  let total: Value = 0;
  for (let i = 0; i < a.length; i++) total = $add(total, $mul(a[i], b[i]));
  return total;
}
