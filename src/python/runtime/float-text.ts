/**
 * Decimal text of floats: the shortest that reads back, and any number of digits, correctly rounded with ties to even.
 * Source: the library reference, "Format Specification Mini-Language" and `float.__repr__` (shortest since Python 2.7 and 3.1).
 */
import { R, since } from './state.ts';

/** The exact decimal value of a finite, non-negative double: value = 0.DIGITS × 10^exponent; '' for zero. */
function exactDigits(x: number): { digits: string; exponent: number } {
  if (x === 0) return { digits: '', exponent: 0 };
  const [m, e] = mantissa(x);
  let digits: string;
  let exponent: number;
  if (e >= 0) {
    digits = (m << BigInt(e)).toString();
    exponent = digits.length;
  } else {
    digits = (m * 5n ** BigInt(-e)).toString();
    exponent = digits.length + e;
  }
  return { digits: digits.replace(/0+$/, ''), exponent };
}
const buffer = new DataView(new ArrayBuffer(8));
/** x = m × 2^e with m odd, x finite, positive and not zero. */
export function mantissa(x: number): [bigint, number] {
  buffer.setFloat64(0, x);
  const high = buffer.getUint32(0);
  const exponent = (high >>> 20) & 0x7ff;
  let m = (BigInt(high & 0xfffff) << 32n) | BigInt(buffer.getUint32(4));
  let e = exponent === 0 ? -1074 : exponent - 1075;
  if (exponent !== 0) m |= 1n << 52n;
  while ((m & 0xffn) === 0n) {
    m >>= 8n;
    e += 8;
  }
  while ((m & 1n) === 0n) {
    m >>= 1n;
    e++;
  }
  return [m, e];
}
/** Cuts exact digits to `n` of them (n may be ≤ 0), rounding half to even or, with `away`, half away from zero. */
function roundDigits(
  d: { digits: string; exponent: number },
  n: number,
  away = false,
): { digits: string; exponent: number } {
  if (n >= d.digits.length) return d;
  if (n < 0) return { digits: '', exponent: 0 };
  const next = d.digits.charCodeAt(n) - 48;
  const tie = next === 5 && n + 1 === d.digits.length;
  const last = n === 0 ? 0 : d.digits.charCodeAt(n - 1) - 48;
  const up = tie ? away || last % 2 === 1 : next >= 5;
  const kept = d.digits.slice(0, n);
  if (!up) return { digits: kept, exponent: d.exponent };
  const raised = n === 0 ? '1' : (BigInt(kept) + 1n).toString().padStart(n, '0');
  return { digits: raised, exponent: d.exponent + (n === 0 ? 1 : raised.length - n) };
}

/** |x| with exactly `precision` decimals; x finite. */
export function fixed(x: number, precision: number, away = false): string {
  const v = Math.abs(x);
  // A tie is only possible where v × 2^(precision + 1) is an integer; there JavaScript would round it up.
  if (v < 1e21 && precision <= 100 && (Number.isInteger(v) || !Number.isInteger(v * 2 ** (precision + 1))))
    return v.toFixed(precision);
  const exact = exactDigits(v);
  const { digits, exponent } = roundDigits(exact, exact.exponent + precision, away);
  const all = exponent < 0 ? '0'.repeat(-exponent) + digits : digits;
  const point = Math.max(exponent, 0);
  const whole = all.slice(0, point).padEnd(point, '0') || '0';
  return precision === 0 ? whole : `${whole}.${all.slice(point, point + precision).padEnd(precision, '0')}`;
}
/** |x| in `precision` + 1 significant digits: the digits, and the power of ten of the first. x finite. */
function scientific(x: number, precision: number): [string, number] {
  const v = Math.abs(x);
  if (v === 0) return ['0'.repeat(precision + 1), 0];
  if (precision <= 80) {
    const text = v.toExponential(precision + 20);
    const e = text.indexOf('e');
    const beyond = text.slice(precision === 0 ? 2 : precision + 2, e);
    // A tie would show as 5000…: only then is JavaScript's "half up" in doubt.
    if (beyond !== '50000000000000000000') {
      const short = v.toExponential(precision);
      const at = short.indexOf('e');
      return [short.slice(0, at).replace('.', ''), Number(short.slice(at + 1))];
    }
  }
  const { digits, exponent } = roundDigits(exactDigits(v), precision + 1);
  return [digits.slice(0, precision + 1).padEnd(precision + 1, '0'), exponent - 1];
}
const exponentText = (e: number): string => `e${e < 0 ? '-' : '+'}${Math.abs(e) < 10 ? '0' : ''}${Math.abs(e)}`;
const withPoint = (digits: string): string => (digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits);

/** `%e` of |x|. */
export function exponential(x: number, precision: number, alternate = false): string {
  const [digits, e] = scientific(x, precision);
  return withPoint(digits) + (alternate && precision === 0 ? '.' : '') + exponentText(e);
}
/**
 * `%g` of |x|: `precision` significant digits, plain when -4 ≤ exponent < `limit` (normally the precision), trailing zeros dropped unless `alternate`.
 * `point` asks for at least one decimal ("1.0"), as repr does.
 */
export function general(
  x: number,
  precision: number,
  alternate = false,
  point = false,
  limit = Math.max(precision, 1),
): string {
  const [digits, e] = scientific(x, Math.max(precision, 1) - 1);
  return layout(digits, e, limit, alternate, point);
}
/** Digits d.ddd × 10^e as `g` writes them. */
function layout(all: string, e: number, limit: number, alternate: boolean, point: boolean): string {
  const digits = alternate ? all : all.replace(/0+$/, '') || '0';
  if (e < -4 || e >= limit) {
    const m = withPoint(digits);
    return (alternate && !m.includes('.') ? `${m}.` : m) + exponentText(e);
  }
  let text: string;
  if (e < 0) text = `0.${'0'.repeat(-e - 1)}${digits}`;
  else if (digits.length <= e + 1) {
    text = digits.padEnd(e + 1, '0');
    if (point) text += '.0';
    else if (alternate) text += '.';
  } else text = `${digits.slice(0, e + 1)}.${digits.slice(e + 1)}`;
  return text;
}
/** The fewest digits that read back as |x|, and the power of ten of the first. */
export function shortest(x: number): [string, number] {
  const v = Math.abs(x);
  const text = v.toExponential();
  const at = text.indexOf('e');
  const e = Number(text.slice(at + 1));
  const digits = text.slice(0, at).replace('.', '');
  // Below a power of two floats lie closer than above it: there QuickJS gives a digit too many.
  if (digits.length === 17)
    for (const part of [Math.round(Number(digits.slice(9)) / 10), Math.ceil(Number(digits.slice(9)) / 10)]) {
      const fewer = digits.slice(0, 9) + String(part).padStart(7, '0');
      if (part < 1e7 && Number(`${fewer}e${e - 15}`) === v) return [fewer.replace(/0+$/, ''), e];
    }
  return [digits, e];
}
/** |x| as repr lays it out, with or without the closing `.0`. */
export function shortText(x: number, point: boolean, limit = 16, alternate = false): string {
  const v = Math.abs(x);
  if (v < 1e16 && v >= 1e-4) {
    const text = String(v);
    if (!Number.isInteger(v)) return text;
    return point ? `${text}.0` : alternate ? `${text}.` : text;
  }
  const [digits, e] = shortest(v);
  return layout(digits, e, limit, alternate, point);
}

/** `repr` of a float in the program's era. */
export function floatRepr(x: number): string {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? 'nan' : x < 0 ? '-inf' : 'inf';
  const text = since(207) ? shortText(x, true) : general(x, 17, false, true);
  return x < 0 || Object.is(x, -0) ? `-${text}` : text;
}
/** `str` of a float: before 3.2 at most 12 digits. */
export function floatStr(x: number): string {
  if (R.version >= 302 || !Number.isFinite(x)) return floatRepr(x);
  const text = general(x, 12, false, true, since(207) ? 11 : 12);
  return x < 0 || Object.is(x, -0) ? `-${text}` : text;
}
/** x rounded to `n` decimals (n may be negative): correctly, ties to even (3.x) or away from zero (2.7). Infinity when it overflows. */
export function roundFloat(x: number, n: number, away: boolean): number {
  if (!Number.isFinite(x) || x === 0 || n > 323) return x;
  if (n < -308) return x < 0 ? -0 : 0;
  const v = Math.abs(x);
  let r: number;
  if (n >= 0) r = Number(fixed(v, n, away));
  else {
    const exact = exactDigits(v);
    const { digits, exponent } = roundDigits(exact, exact.exponent + n, away);
    r = digits === '' ? 0 : Number(`0.${digits}e${exponent}`);
  }
  return x < 0 ? -r : r;
}
