/** Reading ints and floats from text: `int('0x1f', 16)`, `float(' 1_000.5 ')`. Source: the library reference, `int` and `float`; PEP 515 for underscores. */
import { raise } from './errors.ts';
import { intDigits } from './format-spec.ts';
import type { Value } from './object.ts';
import { norm } from './operands.ts';
import { R, since } from './state.ts';

/** White space at the ends, as `str.strip` sees it. */
const edges = /^[\s\x1c-\x1f\x85]+|[\s\x1c-\x1f\x85]+$/g;

/** Other scripts' decimal digits as ASCII ones. */
export function asciiDigits(text: string): string {
  return /[^\x00-\x7f]/.test(text) ? text.replace(/\p{Nd}/gu, (c) => String(decimalValue(c))) : text;
}
/** The value of a decimal digit of any script, or -1: digits of one script stand in a row of ten. */
function decimalValue(c: string): number {
  const code = c.codePointAt(0)!;
  if (code < 0x80) return code >= 48 && code <= 57 ? code - 48 : -1;
  if (!/^\p{Nd}/u.test(c)) return -1;
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  // Rows may touch; all others begin at a multiple of 16 or six after one.
  return (code - zero) % 10;
}

const literal = /^([+-]?)(0[xXoObB])?(\w+)$/;
/** Python 2 let space stand after the sign. */
const oldLiteral = /^([+-]?)\s*(0[xXoObB])?(\w+)$/;

/** The int that `text` writes in `base` (0: by its prefix), or undefined when it writes none. */
export function parseInteger(text: string, base: number): Value {
  const m = (since(300) ? literal : oldLiteral).exec(asciiDigits(text).replace(edges, ''));
  if (m === null) return undefined;
  const negative = m[1] === '-';
  let digits = m[3]!;
  let radix = base;
  const prefix = m[2]?.[1]!.toLowerCase();
  const of = prefix === 'x' ? 16 : prefix === 'o' ? 8 : prefix === 'b' ? 2 : 0;
  if (prefix !== undefined && (base === of || base === 0)) {
    if (of !== 16 && R.version < 206) return undefined;
    radix = of;
    if (digits[0] === '_' && since(306)) digits = digits.slice(1);
    if (digits === '') return undefined;
  } else if (prefix !== undefined) digits = m[2]! + digits;
  if (radix === 0) {
    radix = 10;
    if (digits[0] === '0' && /[^0_]/.test(digits)) {
      if (since(300)) return undefined;
      radix = 8;
    }
  }
  if (digits.includes('_')) {
    if (!since(306) || !/^[^_]+(_[^_]+)*$/.test(digits)) return undefined;
    digits = digits.replaceAll('_', '');
  }
  for (let i = 0; i < digits.length; i++) {
    const c = digits.charCodeAt(i);
    const d = c <= 57 ? c - 48 : c >= 97 ? c - 87 : c >= 65 ? c - 55 : -1;
    if (d < 0 || d >= radix) return undefined;
  }
  if (digits.length <= 10) {
    const n = Number.parseInt(digits, radix);
    return negative ? 0 - n : n;
  }
  return negateIf(bigFrom(digits, radix), negative);
}
const negateIf = (n: bigint, negative: boolean): Value => norm(negative ? -n : n);

function bigFrom(digits: string, radix: number): bigint {
  if ((radix & (radix - 1)) !== 0 && intDigits.max > 0 && since(307) && digits.length > intDigits.max)
    throw raise(
      'ValueError',
      since(311)
        ? `Exceeds the limit (${intDigits.max} digits) for integer string conversion: value has ${digits.length} digits; use sys.set_int_max_str_digits() to increase the limit`
        : `Exceeds the limit (${intDigits.max}) for integer string conversion: value has ${digits.length} digits`,
    );
  if (radix === 10) return BigInt(digits);
  if (radix === 16) return BigInt(`0x${digits}`);
  if (radix === 8) return BigInt(`0o${digits}`);
  if (radix === 2) return BigInt(`0b${digits}`);
  let n = 0n;
  const big = BigInt(radix);
  for (const c of digits) n = n * big + BigInt(Number.parseInt(c, radix));
  return n;
}

/** The float that `text` writes, or undefined. */
export function parseFloatText(text: string): number | undefined {
  let t = asciiDigits(text).replace(edges, '');
  if (t.includes('_')) {
    if (!since(306) || !/^[^_]/.test(t) || /_(?!\d)|(?<!\d)_/.test(t)) return undefined;
    t = t.replaceAll('_', '');
  }
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(t)) return Number(t);
  const m = /^([+-]?)(inf|infinity|nan)$/i.exec(t);
  if (m === null) return undefined;
  if (m[2]!.toLowerCase() === 'nan') return NaN;
  return m[1] === '-' ? -Infinity : Infinity;
}
