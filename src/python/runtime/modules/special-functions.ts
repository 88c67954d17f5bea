/** erf, erfc, gamma and lgamma, which JavaScript does not have. Source: Abramowitz and Stegun, "Handbook of Mathematical Functions", 6.1 and 7.1; Lanczos (1964). */
import { exact, fromExact } from './math-integers.ts';

/* Near zero the series is summed in whole numbers of 2⁻²⁵⁶: its terms cancel, and a double would lose the digits. */
const PLACES = 256n;
const ONE = 1n << PLACES;
function root(n: bigint): bigint {
  let x = ONE << 1n;
  for (;;) {
    const y = (x + n / x) >> 1n;
    if (y >= x) return x;
    x = y;
  }
}
/** π by Machin's formula. */
function pi(): bigint {
  const arctan = (q: bigint): bigint => {
    let sum = 0n;
    let power = ONE / q;
    for (let k = 1n; power !== 0n; k += 2n) {
      sum += k % 4n === 1n ? power / k : -(power / k);
      power /= q * q;
    }
    return sum;
  };
  return 16n * arctan(5n) - 4n * arctan(239n);
}
let factor: bigint | null = null;
/** erf(x) in whole numbers of 2⁻²⁵⁶. */
function erfWhole(x: number): bigint {
  factor ??= (2n * ONE * ONE) / root(pi() << PLACES);
  const [m, e] = exact(x);
  const v = e < 0 ? (m << PLACES) >> BigInt(-e) : m << (PLACES + BigInt(e));
  const square = (v * v) >> PLACES;
  let sum = v;
  let term = v;
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    term = -((term * square) >> PLACES) / n;
    sum += term / (2n * n + 1n);
  }
  return (sum * factor) >> PLACES;
}
const NEAR = 5.5;
/** e^(-x²), with the square's lost digits made up for. */
function expSquare(x: number): number {
  const high = Math.round(x * 1024) / 1024;
  return Math.exp(-high * high) * Math.exp((high - x) * (high + x));
}
/** The continued fraction of erfc, for large x. */
function erfcFraction(x: number): number {
  if (x >= 30) return 0;
  const x2 = x * x;
  let a = 0;
  let da = 0.5;
  let p = 1;
  let p1 = 0;
  let q = da + x2;
  let q1 = 1;
  for (let i = 0; i < 50; i++) {
    a += da;
    da += 2;
    const b = da + x2;
    [p, p1] = [b * p - a * p1, p];
    [q, q1] = [b * q - a * q1, q];
  }
  return ((p / q) * x * expSquare(x)) / Math.sqrt(Math.PI);
}
export function erf(x: number): number {
  if (x !== x) return x;
  const a = Math.abs(x);
  if (a < 1e-30) return x * 1.1283791670955126;
  if (a < NEAR) return fromExact(erfWhole(x), -256);
  const c = erfcFraction(a);
  return x > 0 ? 1 - c : c - 1;
}
export function erfc(x: number): number {
  if (x !== x) return x;
  const a = Math.abs(x);
  if (a < NEAR) return fromExact(ONE - erfWhole(x), -256);
  const c = erfcFraction(a);
  return x > 0 ? c : 2 - c;
}

/** Lanczos's approximation with g = 6.0246…, thirteen terms as a quotient of two polynomials. */
const G = 6.024680040776729583740234375;
const UPPER = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028, 1439720407.3117216,
  248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.26539522348, 8071.672002365816, 210.82427775157936,
  2.5066282746310002,
];
const LOWER = [0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1];
function lanczos(x: number): number {
  let a = 0;
  let b = 0;
  if (x < 5) for (let i = 12; i >= 0; i--) [a, b] = [a * x + UPPER[i]!, b * x + LOWER[i]!];
  else for (let i = 0; i < 13; i++) [a, b] = [a / x + UPPER[i]!, b / x + LOWER[i]!];
  return a / b;
}
function sinPi(x: number): number {
  const y = Math.abs(x) % 2;
  const n = Math.round(2 * y);
  let r: number;
  if (n === 0) r = Math.sin(Math.PI * y);
  else if (n === 1) r = Math.cos(Math.PI * (y - 0.5));
  else if (n === 2) r = Math.sin(Math.PI * (1 - y));
  else if (n === 3) r = -Math.cos(Math.PI * (y - 1.5));
  else r = Math.sin(Math.PI * (y - 2));
  return x < 0 ? -r : r;
}
const factorials = [1];
for (let i = 1; i < 23; i++) factorials.push(factorials[i - 1]! * i);

/** Γ(x); ±Infinity where it overflows. The caller refuses the poles. */
export function gamma(x: number): number {
  if (!Number.isFinite(x)) return x;
  if (Number.isInteger(x) && x >= 1 && x <= 23) return factorials[x - 1]!;
  const a = Math.abs(x);
  if (a < 1e-20) return 1 / x;
  // Far below zero the value is a zero with the sign of the sine.
  if (a > 200) {
    if (x > 0) return Infinity;
    return sinPi(x) < 0 ? -0 : 0;
  }
  const y = a + G - 0.5;
  // What was lost in y, to correct the power below.
  let z = a > G - 0.5 ? y - a - (G - 0.5) : y - (G - 0.5) - a;
  z = (z * G) / y;
  let r: number;
  if (x < 0) {
    r = ((-Math.PI / sinPi(a) / a) * Math.exp(y)) / lanczos(a);
    r -= z * r;
    if (a < 140) r /= y ** (a - 0.5);
    else {
      const root = y ** (a / 2 - 0.25);
      r = r / root / root;
    }
  } else {
    r = lanczos(a) / Math.exp(y);
    r += z * r;
    if (a < 140) r *= y ** (a - 0.5);
    else {
      const root = y ** (a / 2 - 0.25);
      r = r * root * root;
    }
  }
  return r;
}
/** ln |Γ(x)|. */
export function lgamma(x: number): number {
  if (x !== x) return x;
  if (!Number.isFinite(x)) return Infinity;
  if (x === 1 || x === 2) return 0;
  const a = Math.abs(x);
  if (a < 1e-20) return -Math.log(a);
  // Σ of the quotient with e^g divided out keeps the digits.
  let r = Math.log(lanczos(a)) - G + (a - 0.5) * (Math.log(a + G - 0.5) - 1);
  if (x < 0) r = Math.log(Math.PI) - Math.log(Math.abs(sinPi(a))) - Math.log(a) - r;
  return r;
}
