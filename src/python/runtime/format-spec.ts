/**
 * The format mini-language: `format(v, spec)`, f-strings and `str.format` for ints, floats, complex numbers and text.
 * Source: the library reference, "Format Specification Mini-Language"; PEP 3101, 378 (`,`), 515 (`_`), 682 (`z`).
 */
import { pointAt, size } from './codepoints.ts';
import { raise } from './errors.ts';
import { exponential, fixed, general, shortText } from './float-text.ts';
import type { Value } from './object.ts';
import { MAX_TEXT } from './limits.ts';
import { toFloat } from './operands.ts';
import { R, since } from './state.ts';

export interface Spec {
  fill: string;
  align: string;
  sign: string;
  noNegativeZero: boolean;
  alternate: boolean;
  /** Written as `0` before the width. */
  zero: boolean;
  width: number;
  group: string;
  /** 3.14: separator of the digits after the point. */
  groupAfter: string;
  precision: number;
  type: string;
}
const bad = (text: string): Value => raise('ValueError', text);

function invalid(spec: string, typeName: string): Value {
  if (since(311)) return bad(`Invalid format specifier '${spec}' for object of type '${typeName}'`);
  return bad(since(300) ? 'Invalid format specifier' : 'Invalid conversion specification');
}
const isAlign = (c: string | undefined): boolean => c === '<' || c === '>' || c === '=' || c === '^';
const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9';

/** Specifications read before: a loop formats by the same one again and again. A Spec is never changed. */
const read: Record<string, Map<string, Spec>> = { '<': new Map(), '>': new Map() };

/** Reads a specification; `align` is the one for values without. Errors: ValueError. */
function parseSpec(text: string, typeName: string, align: '<' | '>'): Spec {
  const known = read[align]!;
  let s = known.get(text);
  if (s === undefined) {
    s = readSpec(text, typeName, align);
    if (known.size > 200) known.clear();
    known.set(text, s);
  }
  return s;
}
function readSpec(text: string, typeName: string, align: string): Spec {
  const s: Spec = {
    fill: ' ',
    align,
    sign: '',
    noNegativeZero: false,
    alternate: false,
    zero: false,
    width: -1,
    group: '',
    groupAfter: '',
    precision: -1,
    type: '',
  };
  let i = 0;
  let fillGiven = false;
  let alignGiven = false;
  if (text === '') return s;
  const first = pointAt(text, 0);
  if (isAlign(text[first.length])) {
    s.fill = first;
    s.align = text[first.length]!;
    fillGiven = alignGiven = true;
    i = first.length + 1;
  } else if (isAlign(first)) {
    s.align = first;
    alignGiven = true;
    i = 1;
  }
  if (text[i] === '+' || text[i] === '-' || text[i] === ' ') s.sign = text[i++]!;
  if (text[i] === 'z' && since(311)) {
    s.noNegativeZero = true;
    i++;
  }
  if (text[i] === '#' && since(207)) {
    s.alternate = true;
    i++;
  }
  if (!fillGiven && text[i] === '0') {
    s.fill = '0';
    s.zero = true;
    if (!alignGiven && (align === '>' || !since(310))) s.align = '=';
    i++;
  }
  [s.width, i] = digits(text, i);
  if (text[i] === ',' && since(207)) {
    s.group = ',';
    i++;
  }
  if (text[i] === '_' && since(306)) {
    if (s.group !== '') throw bad("Cannot specify both ',' and '_'.");
    s.group = '_';
    i++;
  }
  if (text[i] === ',' && s.group === '_') throw bad("Cannot specify both ',' and '_'.");
  if (text[i] === ',' && s.group === ',' && since(300) && !since(310)) throw bad("Cannot specify both ',' and '_'.");
  if (text[i] === '.') {
    i++;
    [s.precision, i] = digits(text, i);
    if (since(314) && (text[i] === ',' || text[i] === '_')) s.groupAfter = text[i++]!;
    if (s.precision === -1 && s.groupAfter === '') throw bad('Format specifier missing precision');
  }
  const rest = text.slice(i);
  if (rest !== '' && size(rest) > 1) throw invalid(text, typeName);
  s.type = rest;
  if (
    s.group !== '' &&
    s.type !== '' &&
    !'deEfFgG%'.includes(s.type) &&
    !(s.group === '_' && 'boxX'.includes(s.type))
  ) {
    const c = s.type > ' ' && s.type < '\x80' ? s.type : `\\x${s.type.charCodeAt(0).toString(16)}`;
    throw bad(`Cannot specify '${s.group}' with '${c}'.`);
  }
  return s;
}
function digits(text: string, from: number): [number, number] {
  let i = from;
  while (isDigit(text[i])) i++;
  if (i === from) return [-1, i];
  const n = Number(text.slice(from, i));
  if (n > Number.MAX_SAFE_INTEGER) throw bad('Too many decimal digits in format string');
  return [n, i];
}
function unknown(type: string, typeName: string): Value {
  const c = type > ' ' && type < '\x80' ? type : `\\x${type.codePointAt(0)!.toString(16)}`;
  return bad(`Unknown format code '${c}' for object of type '${typeName}'`);
}

/** Pads text to the width. */
function pad(text: string, s: Spec, align = s.align): string {
  if (s.width < 0) return text;
  const missing = s.width - size(text);
  if (missing <= 0) return text;
  if (missing > MAX_TEXT) throw raise('MemoryError');
  if (align === '<') return text + s.fill.repeat(missing);
  if (align === '^') {
    const left = missing >> 1;
    return s.fill.repeat(left) + text + s.fill.repeat(missing - left);
  }
  return s.fill.repeat(missing) + text;
}

/** Errors: ValueError. */
export function formatText(v: string, text: string, typeName = 'str'): string {
  if (text === '') return v;
  const s = parseSpec(text, typeName, '<');
  if (s.type !== '' && s.type !== 's') throw unknown(s.type, typeName);
  if (s.sign === ' ' && since(311)) throw bad('Space not allowed in string format specifier');
  if (s.sign !== '') throw bad('Sign not allowed in string format specifier');
  if (s.noNegativeZero) throw bad('Negative zero coercion (z) not allowed in string format specifier');
  if (s.alternate) throw bad('Alternate form (#) not allowed in string format specifier');
  if (s.group !== '') throw bad(`Cannot specify '${s.group}' with 's'.`);
  if (s.align === '=') throw bad("'=' alignment not allowed in string format specifier");
  return pad(s.precision >= 0 && s.precision < size(v) ? Array.from(v).slice(0, s.precision).join('') : v, s);
}

/** Sign, prefix and digits put together: grouping, zero padding between sign and digits, alignment. */
function number(negative: boolean, prefix: string, whole: string, rest: string, s: Spec): string {
  const sign = negative ? '-' : s.sign === '+' || s.sign === ' ' ? s.sign : '';
  const every = 'boxX'.includes(s.type) && s.type !== '' ? 4 : 3;
  const head = sign + prefix;
  if (s.align === '=') {
    // Zeros that fill are grouped too; any other fill is not.
    const room = Math.max(0, s.width) - head.length - rest.length;
    if (room > MAX_TEXT) throw raise('MemoryError');
    if (s.fill === '0' && s.group !== '') return head + grouped(whole, s.group, every, room) + rest;
    const body = s.group === '' ? whole : grouped(whole, s.group, every, 0);
    return head + (body.length < room ? s.fill.repeat(room - body.length) + body : body) + rest;
  }
  return pad(head + (s.group === '' ? whole : grouped(whole, s.group, every, 0)) + rest, s);
}
/** Separators between groups; leading zeros up to at least `room` characters, never beginning with a separator. */
function grouped(whole: string, separator: string, every: number, room: number): string {
  let text = '';
  let n = 0;
  let i = whole.length - 1;
  while (i >= 0 || text.length < room) {
    if (n > 0 && n % every === 0) text = separator + text;
    text = (i >= 0 ? whole[i]! : '0') + text;
    i--;
    n++;
  }
  return text;
}

/** An int (or bool). Errors: ValueError, OverflowError. */
export function formatInt(v: number | bigint, text: string, typeName = 'int'): string {
  const s = parseSpec(text, typeName, '>');
  const t = s.type;
  if (t !== '' && 'eEfFgG%'.includes(t)) return floatSpec(toFloat(v), s);
  if (t !== '' && !'bcdoxXn'.includes(t)) throw unknown(t, typeName);
  if (s.precision >= 0 || s.groupAfter !== '') throw bad('Precision not allowed in integer format specifier');
  if (s.noNegativeZero) throw bad('Negative zero coercion (z) not allowed in integer format specifier');
  if (t === 'c') {
    if (s.sign !== '') throw bad("Sign not allowed with integer format specifier 'c'");
    if (s.alternate && since(300)) throw bad("Alternate form (#) not allowed with integer format specifier 'c'");
    const limit = since(300) ? 0x110000 : 0x100;
    if (v < 0 || v >= limit) throw raise('OverflowError', `%c arg not in range(0x${limit.toString(16)})`);
    return number(false, '', String.fromCodePoint(Number(v)), '', s);
  }
  const base = t === 'b' ? 2 : t === 'o' ? 8 : t === 'x' || t === 'X' ? 16 : 10;
  let whole = intText(v < 0 ? -v : v, base);
  if (t === 'X') whole = whole.toUpperCase();
  const prefix = s.alternate && base !== 10 ? `0${t}` : '';
  return number(v < 0, prefix, whole, '', s);
}
/** Digits of a non-negative int. Errors: ValueError beyond the limit on decimal digits. */
export function intText(v: number | bigint, base: number): string {
  if (typeof v === 'bigint' && base === 10) checkDigits(v);
  return v.toString(base);
}
/** `sys.set_int_max_str_digits`: 0 is no limit. */
export const intDigits = { max: 4300 };
export function checkDigits(v: bigint): void {
  const n = v < 0n ? -v : v;
  // Three bits are less than a digit: the exact count only matters near the limit.
  if (intDigits.max > 0 && since(307) && n >> BigInt(intDigits.max * 3) > 0n && n >= 10n ** BigInt(intDigits.max))
    throw bad(
      since(311)
        ? `Exceeds the limit (${intDigits.max} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`
        : `Exceeds the limit (${intDigits.max}) for integer string conversion`,
    );
}

/** Errors: ValueError. */
export function formatFloat(v: number, text: string, typeName = 'float'): string {
  const s = parseSpec(text, typeName, '>');
  if (s.type !== '' && !'eEfFgG%n'.includes(s.type)) throw unknown(s.type, typeName);
  return floatSpec(v, s);
}
function floatSpec(x: number, s: Spec): string {
  if (s.alternate && !since(300)) throw bad('Alternate form (#) not allowed in float format specifier');
  if (s.precision > 0x7fffffff - 1) throw bad('precision too big');
  const percent = s.type === '%';
  const text = floatDigits(percent ? x * 100 : x, s.type, s.precision, s.alternate, false) + (percent ? '%' : '');
  let negative = x < 0 || Object.is(x, -0);
  if (s.noNegativeZero && negative && !/[1-9n]/.test(text.replace(/e.*$/i, ''))) negative = false;
  const [whole, rest] = splitNumber(text);
  return number(negative, '', whole, s.groupAfter === '' ? rest : groupRest(rest, s.groupAfter), s);
}
function groupRest(rest: string, separator: string): string {
  const m = /^\.(\d+)(.*)$/.exec(rest);
  return m === null ? rest : `.${m[1]!.replace(/\d{3}(?=\d)/g, `$&${separator}`)}${m[2]}`;
}
function splitNumber(text: string): [string, string] {
  const m = /^\d+/.exec(text);
  return m === null ? [text, ''] : [m[0], text.slice(m[0].length)];
}
/** |x| by one of the float presentation types; with '' as type, like repr or (given a precision) like `g` with a decimal point. */
export function floatDigits(x: number, type: string, given: number, alternate: boolean, bare: boolean): string {
  const upper = type !== '' && type >= 'A' && type <= 'Z';
  if (!Number.isFinite(x)) {
    const text = Number.isNaN(x) ? 'nan' : 'inf';
    return upper ? text.toUpperCase() : text;
  }
  if (given > MAX_TEXT) throw raise('MemoryError');
  const precision = given < 0 ? 6 : given;
  let text: string;
  switch (type) {
    case 'e':
    case 'E':
      text = exponential(x, precision, alternate);
      break;
    case 'f':
    case 'F':
    case '%':
      text = fixed(x, precision) + (alternate && precision === 0 ? '.' : '');
      break;
    case '':
      if (given < 0 && R.version >= 302) text = shortText(x, !bare, 16, alternate);
      else {
        const n = given < 0 ? 12 : Math.max(given, 1);
        // Where ".0" may be added it takes the place of a digit.
        text = general(x, n, alternate, !bare, bare || R.version < 207 ? n : n - 1);
      }
      break;
    default:
      text = general(x, precision, alternate);
  }
  return upper ? text.toUpperCase() : text;
}

/** Errors: ValueError. */
export function formatComplex(re: number, im: number, text: string): string {
  const s = parseSpec(text, 'complex', '>');
  if (s.type !== '' && !'eEfFgGn'.includes(s.type)) throw unknown(s.type, 'complex');
  if (s.alternate && !since(300)) throw bad('Alternate form (#) not allowed in complex format specifier');
  if (s.zero || s.fill === '0') throw bad('Zero padding is not allowed in complex format specifier');
  if (s.align === '=') throw bad("'=' alignment flag is not allowed in complex format specifier");
  const type = s.type;
  // Without a type it looks like str(): no real part when it is +0, and parentheses around both.
  const plain = type === '';
  const skipReal = plain && re === 0 && !Object.is(re, -0);
  const one = (x: number, sign: string): string => {
    const [whole, rest] = splitNumber(floatDigits(x, type, s.precision, s.alternate, plain));
    const negative = x < 0 || Object.is(x, -0);
    return (
      (negative ? '-' : sign === '-' ? '' : sign) + (s.group === '' ? whole : grouped(whole, s.group, 3, 0)) + rest
    );
  };
  const body = (skipReal ? '' : one(re, s.sign)) + one(im, skipReal ? s.sign : '+') + 'j';
  return pad(plain && !skipReal ? `(${body})` : body, s);
}
