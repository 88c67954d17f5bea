/**
 * Text to bytes and back: utf-8, ascii, latin-1, utf-16, utf-32, the escapes, cp1252, utf-7, and the error handlers.
 * Bytes are JavaScript strings of characters 0–255. Source: the library reference, "codecs".
 */
import { E, raise } from './errors.ts';
import type { Value } from './object.ts';
import { intValue, strValue } from './operands.ts';
import { since } from './state.ts';
import { PyBytes, PyTuple, PyUnicode } from './values.ts';

const aliases: Record<string, string> = {
  u8: 'utf-8',
  utf: 'utf-8',
  utf8: 'utf-8',
  cp65001: 'utf-8',
  utf_8: 'utf-8',
  'us-ascii': 'ascii',
  us_ascii: 'ascii',
  '646': 'ascii',
  ansi_x3_4_1968: 'ascii',
  'iso646-us': 'ascii',
  latin1: 'latin-1',
  latin_1: 'latin-1',
  latin: 'latin-1',
  l1: 'latin-1',
  iso_8859_1: 'latin-1',
  'iso-8859-1': 'latin-1',
  'iso8859-1': 'latin-1',
  iso8859_1: 'latin-1',
  '8859': 'latin-1',
  cp819: 'latin-1',
  utf16: 'utf-16',
  utf_16: 'utf-16',
  u16: 'utf-16',
  utf_16_le: 'utf-16-le',
  utf_16le: 'utf-16-le',
  'utf-16le': 'utf-16-le',
  utf_16_be: 'utf-16-be',
  utf_16be: 'utf-16-be',
  'utf-16be': 'utf-16-be',
  utf32: 'utf-32',
  utf_32: 'utf-32',
  u32: 'utf-32',
  utf_32_le: 'utf-32-le',
  'utf-32le': 'utf-32-le',
  utf_32_be: 'utf-32-be',
  'utf-32be': 'utf-32-be',
  utf_8_sig: 'utf-8-sig',
  unicode_escape: 'unicode_escape',
  raw_unicode_escape: 'raw_unicode_escape',
  windows_1252: 'cp1252',
  'windows-1252': 'cp1252',
  utf7: 'utf-7',
  utf_7: 'utf-7',
  iso8859_15: 'iso8859-15',
  'iso-8859-15': 'iso8859-15',
  latin9: 'iso8859-15',
  'latin-9': 'iso8859-15',
};
const known = new Set([
  'utf-8',
  'ascii',
  'latin-1',
  'utf-16',
  'utf-16-le',
  'utf-16-be',
  'utf-32',
  'utf-32-le',
  'utf-32-be',
  'utf-8-sig',
  'unicode_escape',
  'raw_unicode_escape',
  'cp1252',
  'utf-7',
  'iso8859-15',
]);
/** The codec's own name for a spelling of it, or undefined. */
export function codecName(encoding: string): string | undefined {
  const n = encoding.toLowerCase().replaceAll(' ', '-');
  const found = aliases[n] ?? aliases[n.replaceAll('-', '_')] ?? n;
  if (known.has(found)) return found;
  const other = found.replaceAll('_', '-');
  return known.has(other)
    ? other
    : found === 'unicode-escape'
      ? 'unicode_escape'
      : found === 'raw-unicode-escape'
        ? 'raw_unicode_escape'
        : undefined;
}
/** Codecs that a program or a module registered: both directions, as Python callables' wrappers. */
export const codecs: {
  find:
    | ((
        name: string,
      ) => { encode: (v: Value, errors: string) => Value; decode: (v: Value, errors: string) => Value } | undefined)
    | null;
} = { find: null };
/** `codecs.register_error`. */
export const errorHandlers = new Map<string, Value>();

const text = (v: string): Value => (since(300) ? v : new PyUnicode(v));
const bytesOf = (s: string): Value => (since(300) ? new PyBytes(s) : s);
function codecError(
  kind: 'UnicodeEncodeError' | 'UnicodeDecodeError',
  encoding: string,
  object: Value,
  start: number,
  end: number,
  reason: string,
): Value {
  const e = raise(kind, encoding, object, start, end, reason);
  e['@encoding'] = encoding;
  e['@object'] = object;
  e['@start'] = start;
  e['@end'] = end;
  e['@reason'] = reason;
  return e;
}
/** Asks a registered handler: [replacement, position to go on from]. Errors: LookupError, TypeError, IndexError. */
function askHandler(name: string, e: Value, size: number): [Value, number] {
  const f = errorHandlers.get(name);
  if (f === undefined) throw raise('LookupError', `unknown error handler name '${name}'`);
  const r = f.tpcall([e], null);
  if (!(r instanceof PyTuple) || r.a.length !== 2 || intValue(r.a[1]) === undefined)
    throw raise(
      'TypeError',
      e.cls === E.UnicodeDecodeError
        ? 'decoding error handler must return (str, int) tuple'
        : 'encoding error handler must return (str/bytes, int) tuple',
    );
  let at = Number(intValue(r.a[1]));
  if (at < 0) at += size;
  if (at < 0 || at > size)
    throw raise('IndexError', `position ${Number(intValue(r.a[1]))} from error handler out of bounds`);
  return [r.a[0], at];
}
const hex = (n: number, width: number): string => n.toString(16).padStart(width, '0');
const backslash = (code: number): string =>
  code <= 0xff ? `\\x${hex(code, 2)}` : code <= 0xffff ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;

function unknownEncoding(encoding: string): Value {
  return raise('LookupError', `unknown encoding: ${encoding}`);
}

/** Bytes of a text. `object` is the Python value, for the exception. Errors: UnicodeEncodeError, LookupError. */
export function encode(s: string, encoding: string, errors: string, object?: Value): string {
  const name = codecName(encoding);
  if (name === undefined) {
    const other = codecs.find?.(encoding);
    if (other === undefined) throw unknownEncoding(encoding);
    const r = other.encode(object ?? text(s), errors);
    return r.s ?? strValue(r) ?? '';
  }
  if (
    name !== 'utf-7' &&
    name !== 'unicode_escape' &&
    name !== 'raw_unicode_escape' &&
    /^[\x00-\x7f]*$/.test(s) &&
    !name.startsWith('utf-16') &&
    !name.startsWith('utf-32') &&
    name !== 'utf-8-sig'
  )
    return s;
  switch (name) {
    case 'utf-8':
      return encodeEach(s, errors, 'utf-8', utf8Of, object);
    case 'utf-8-sig':
      return `\xef\xbb\xbf${encodeEach(s, errors, 'utf-8', utf8Of, object)}`;
    case 'ascii':
      return encodeEach(
        s,
        errors,
        'ascii',
        (c) => (c < 0x80 ? String.fromCharCode(c) : undefined),
        object,
        'ordinal not in range(128)',
      );
    case 'latin-1':
      return encodeEach(
        s,
        errors,
        'latin-1',
        (c) => (c < 0x100 ? String.fromCharCode(c) : undefined),
        object,
        'ordinal not in range(256)',
      );
    case 'cp1252':
    case 'iso8859-15': {
      const table = charmap(name);
      return encodeEach(s, errors, 'charmap', (c) => table.encode.get(c), object, 'character maps to <undefined>');
    }
    case 'unicode_escape':
      return escapeText(s, true);
    case 'raw_unicode_escape':
      return escapeText(s, false);
    case 'utf-7':
      return utf7(s);
    default: {
      const wide = name.startsWith('utf-32');
      const big = name.endsWith('be');
      const body = encodeEach(
        s,
        errors,
        name,
        (c) => (c >= 0xd800 && c < 0xe000 ? undefined : wide ? word32(c, big) : units16(c, big)),
        object,
      );
      return (name === 'utf-16' ? '\xff\xfe' : name === 'utf-32' ? '\xff\xfe\0\0' : '') + body;
    }
  }
}
const word16 = (n: number, big: boolean): string =>
  big ? String.fromCharCode(n >> 8, n & 255) : String.fromCharCode(n & 255, n >> 8);
const word32 = (n: number, big: boolean): string => {
  const b = [(n >>> 24) & 255, (n >> 16) & 255, (n >> 8) & 255, n & 255];
  return String.fromCharCode(...(big ? b : b.reverse()));
};
const units16 = (c: number, big: boolean): string =>
  c > 0xffff
    ? word16(0xd800 + ((c - 0x10000) >> 10), big) + word16(0xdc00 + ((c - 0x10000) & 0x3ff), big)
    : word16(c, big);
const utf8Raw = (c: number): string =>
  c < 0x80
    ? String.fromCharCode(c)
    : c < 0x800
      ? String.fromCharCode(0xc0 | (c >> 6), 0x80 | (c & 63))
      : c < 0x10000
        ? String.fromCharCode(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63))
        : String.fromCharCode(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
/** Python 2 lets surrogates through. */
const utf8Of = (c: number): string | undefined => (c >= 0xd800 && c < 0xe000 && since(300) ? undefined : utf8Raw(c));

function encodeEach(
  s: string,
  errors: string,
  encoding: string,
  one: (c: number) => string | undefined,
  object?: Value,
  reason = 'surrogates not allowed',
): string {
  const chars = Array.from(s);
  let out = '';
  for (let i = 0; i < chars.length;) {
    const code = chars[i]!.codePointAt(0)!;
    const bytes = one(code);
    if (bytes !== undefined) {
      out += bytes;
      i++;
      continue;
    }
    let end = i + 1;
    while (end < chars.length && one(chars[end]!.codePointAt(0)!) === undefined) end++;
    [out, i] = onEncodeError(out, chars, i, end, errors, encoding, one, object ?? text(s), reason);
  }
  return out;
}
function onEncodeError(
  before: string,
  chars: string[],
  start: number,
  end: number,
  errors: string,
  encoding: string,
  one: (c: number) => string | undefined,
  object: Value,
  reason: string,
): [string, number] {
  const part = chars.slice(start, end).map((c) => c.codePointAt(0)!);
  const plain = (t: string): string => {
    let out = '';
    for (const c of t) {
      const b = one(c.codePointAt(0)!);
      if (b === undefined) throw codecError('UnicodeEncodeError', encoding, object, start, end, reason);
      out += b;
    }
    return out;
  };
  switch (errors) {
    case 'strict':
      break;
    case 'ignore':
      return [before, end];
    case 'replace':
      return [before + plain('?'.repeat(end - start)), end];
    case 'backslashreplace':
      return [before + plain(part.map(backslash).join('')), end];
    case 'xmlcharrefreplace':
      return [before + plain(part.map((c) => `&#${c};`).join('')), end];
    case 'namereplace':
      return [before + plain(part.map(backslash).join('')), end];
    case 'surrogateescape':
      if (part[0]! >= 0xdc80 && part[0]! <= 0xdcff) return [before + String.fromCharCode(part[0]! - 0xdc00), start + 1];
      break;
    case 'surrogatepass':
      if (part[0]! >= 0xd800 && part[0]! < 0xe000 && encoding.startsWith('utf')) {
        const big = encoding.endsWith('be');
        const bytes = encoding.startsWith('utf-8')
          ? utf8Raw(part[0]!)
          : encoding.startsWith('utf-16')
            ? word16(part[0]!, big)
            : word32(part[0]!, big);
        return [before + bytes, start + 1];
      }
      break;
    default: {
      const [r, at] = askHandler(
        errors,
        codecError('UnicodeEncodeError', encoding, object, start, end, reason),
        chars.length,
      );
      if (r instanceof PyBytes) return [before + r.s, at];
      const t = strValue(r) ?? (r instanceof PyUnicode ? r.v : undefined);
      if (t === undefined) throw raise('TypeError', 'encoding error handler must return (str/bytes, int) tuple');
      return [before + plain(t), at];
    }
  }
  throw codecError('UnicodeEncodeError', encoding, object, start, end, reason);
}
function escapeText(s: string, all: boolean): string {
  let out = '';
  for (const c of s) {
    const code = c.codePointAt(0)!;
    if (all && c === '\\') out += '\\\\';
    else if (all && c === '\n') out += '\\n';
    else if (all && c === '\r') out += '\\r';
    else if (all && c === '\t') out += '\\t';
    else if (code > 0xff || (all && (code < 0x20 || code > 0x7e))) out += backslash(code);
    else out += c;
  }
  return out;
}
const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
function utf7(s: string): string {
  return s.replace(/\+|[^\t\n\r\x20-\x2a\x2c-\x5b\x5d-\x7d]+/g, (run, at: number) => {
    if (run === '+') return '+-';
    let bits = '';
    for (let i = 0; i < run.length; i++) bits += run.charCodeAt(i).toString(2).padStart(16, '0');
    let out = '+';
    for (let i = 0; i < bits.length; i += 6) out += base64[Number.parseInt(bits.slice(i, i + 6).padEnd(6, '0'), 2)]!;
    const next = s[at + run.length];
    return next === undefined || next === '-' || base64.includes(next) ? `${out}-` : out;
  });
}
interface Charmap {
  encode: Map<number, string>;
  decode: (number | undefined)[];
}
const charmaps: Record<string, Charmap> = {};
const differences: Record<string, [number, string][]> = {
  cp1252: [[0x80, '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ']],
  'iso8859-15': [
    [0xa4, '€'],
    [0xa6, 'Š'],
    [0xa8, 'š'],
    [0xb4, 'Ž'],
    [0xb8, 'ž'],
    [0xbc, 'ŒœŸ'],
  ],
};
function charmap(name: string): Charmap {
  if (charmaps[name] !== undefined) return charmaps[name]!;
  const decodeTable: (number | undefined)[] = Array.from({ length: 256 }, (_, i) => i);
  for (const [at, chars] of differences[name]!)
    for (let i = 0; i < chars.length; i++) {
      const c = chars.charCodeAt(i);
      decodeTable[at + i] = name === 'cp1252' && c === at + i ? undefined : c;
    }
  const table: Charmap = { encode: new Map(), decode: decodeTable };
  decodeTable.forEach((c, i) => c !== undefined && table.encode.set(c, String.fromCharCode(i)));
  return (charmaps[name] = table);
}

/** Text of bytes. Errors: UnicodeDecodeError, LookupError. */
export function decode(s: string, encoding: string, errors: string): string {
  const name = codecName(encoding);
  if (name === undefined) {
    const other = codecs.find?.(encoding);
    if (other === undefined) throw unknownEncoding(encoding);
    const r = other.decode(bytesOf(s), errors);
    return strValue(r) ?? (r instanceof PyUnicode ? r.v : '');
  }
  switch (name) {
    case 'latin-1':
      return s;
    case 'utf-8':
    case 'ascii':
      if (/^[\x00-\x7f]*$/.test(s)) return s;
      return name === 'utf-8'
        ? decodeEach(s, errors, since(300) ? name : 'utf8', utf8Step)
        : decodeEach(s, errors, name, asciiStep);
    case 'utf-8-sig':
      return decode(s.startsWith('\xef\xbb\xbf') ? s.slice(3) : s, 'utf-8', errors);
    case 'cp1252':
    case 'iso8859-15': {
      const table = charmap(name).decode;
      return decodeEach(s, errors, 'charmap', (t, i) => {
        const c = table[t.charCodeAt(i)];
        return c === undefined
          ? { bad: 1, reason: 'character maps to <undefined>' }
          : { text: String.fromCharCode(c), used: 1 };
      });
    }
    case 'unicode_escape':
      return decodeEach(s, errors, 'unicodeescape', escapeStep(true));
    case 'raw_unicode_escape':
      return decodeEach(s, errors, 'rawunicodeescape', escapeStep(false));
    case 'utf-7':
      return fromUtf7(s);
    default: {
      const wide = name.startsWith('utf-32');
      let big = name.endsWith('be');
      let body = s;
      if (name === 'utf-16' || name === 'utf-32') {
        const mark = wide ? 4 : 2;
        const head = s.slice(0, mark);
        if (head === (wide ? '\xff\xfe\0\0' : '\xff\xfe')) body = s.slice(mark);
        else if (head === (wide ? '\0\0\xfe\xff' : '\xfe\xff')) {
          body = s.slice(mark);
          big = true;
        }
      }
      return decodeEach(body, errors, name, wide ? step32(big) : step16(big));
    }
  }
}
type Step = (s: string, i: number) => { text: string; used: number } | { bad: number; reason: string };
const asciiStep: Step = (s, i) =>
  s.charCodeAt(i) < 0x80 ? { text: s[i]!, used: 1 } : { bad: 1, reason: 'ordinal not in range(128)' };
/** One character of UTF-8. Faulty parts end as Unicode's table 3-7 has it, so that each is replaced by one U+FFFD. */
const utf8Step: Step = (s, i) => {
  const a = s.charCodeAt(i);
  if (a < 0x80) return { text: s[i]!, used: 1 };
  if (a < 0xc2 || a > 0xf4) return { bad: 1, reason: 'invalid start byte' };
  const more = a < 0xe0 ? 1 : a < 0xf0 ? 2 : 3;
  const surrogates = !since(300);
  const low = a === 0xe0 ? 0xa0 : a === 0xf0 ? 0x90 : 0x80;
  const high = a === 0xed && !surrogates ? 0x9f : a === 0xf4 ? 0x8f : 0xbf;
  let c = a & (more === 1 ? 31 : more === 2 ? 15 : 7);
  for (let n = 1; n <= more; n++) {
    if (i + n >= s.length) return { bad: n, reason: 'unexpected end of data' };
    const b = s.charCodeAt(i + n);
    if (b < (n === 1 ? low : 0x80) || b > (n === 1 ? high : 0xbf))
      return { bad: n, reason: 'invalid continuation byte' };
    c = (c << 6) | (b & 63);
  }
  return { text: String.fromCodePoint(c), used: more + 1 };
};
const step16 = (big: boolean): Step => {
  const unit = (s: string, i: number): number =>
    big ? (s.charCodeAt(i) << 8) | s.charCodeAt(i + 1) : s.charCodeAt(i) | (s.charCodeAt(i + 1) << 8);
  return (s, i) => {
    if (i + 1 >= s.length) return { bad: 1, reason: 'truncated data' };
    const u = unit(s, i);
    if (u < 0xd800 || u > 0xdfff) return { text: String.fromCharCode(u), used: 2 };
    if (u > 0xdbff) return { bad: 2, reason: 'illegal encoding' };
    if (i + 3 >= s.length) return { bad: s.length - i, reason: 'unexpected end of data' };
    const v = unit(s, i + 2);
    if (v < 0xdc00 || v > 0xdfff) return { bad: 2, reason: 'illegal UTF-16 surrogate' };
    return { text: String.fromCharCode(u, v), used: 4 };
  };
};
const step32 =
  (big: boolean): Step =>
  (s, i) => {
    if (i + 3 >= s.length) return { bad: s.length - i, reason: 'truncated data' };
    let c = 0;
    for (let n = 0; n < 4; n++) c = c * 256 + s.charCodeAt(i + (big ? n : 3 - n));
    if (c > 0x10ffff) return { bad: 4, reason: 'code point not in range(0x110000)' };
    if (c >= 0xd800 && c < 0xe000)
      return { bad: 4, reason: 'code point in surrogate code point range(0xd800, 0xe000)' };
    return { text: String.fromCodePoint(c), used: 4 };
  };
const simpleEscapes: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
};
const escapeStep =
  (all: boolean): Step =>
  (s, i) => {
    if (s[i] !== '\\') return { text: s[i]!, used: 1 };
    const c = s[i + 1];
    if (c === undefined) return all ? { bad: 1, reason: '\\ at end of string' } : { text: '\\', used: 1 };
    if (all && simpleEscapes[c] !== undefined) return { text: simpleEscapes[c]!, used: 2 };
    const octal = all ? /^[0-7]{1,3}/.exec(s.slice(i + 1, i + 4)) : null;
    if (octal !== null) return { text: String.fromCharCode(Number.parseInt(octal[0], 8)), used: 1 + octal[0].length };
    const width = c === 'u' ? 4 : c === 'U' ? 8 : c === 'x' && all ? 2 : 0;
    if (width === 0) return { text: all ? `\\${c}` : '\\', used: all ? 2 : 1 };
    const m = new RegExp(`^[0-9a-fA-F]{${width}}`).exec(s.slice(i + 2, i + 2 + width));
    if (m === null)
      return {
        bad: 2 + /^[0-9a-fA-F]*/.exec(s.slice(i + 2, i + 2 + width))![0].length,
        reason: `truncated \\${c}${'X'.repeat(width)} escape`,
      };
    const code = Number.parseInt(m[0], 16);
    if (code > 0x10ffff) return { bad: 2 + width, reason: 'illegal Unicode character' };
    return { text: String.fromCodePoint(code), used: 2 + width };
  };
function fromUtf7(s: string): string {
  return s.replace(/\+([A-Za-z0-9+/]*)-?/g, (whole, run: string) => {
    if (whole === '+-') return '+';
    let bits = '';
    for (const c of run) bits += base64.indexOf(c).toString(2).padStart(6, '0');
    let out = '';
    for (let i = 0; i + 16 <= bits.length; i += 16)
      out += String.fromCharCode(Number.parseInt(bits.slice(i, i + 16), 2));
    return out;
  });
}
/** The surrogate that stands at byte i, and its length in bytes; 0 when there is none. */
function surrogateAt(s: string, i: number, encoding: string): [number, number] {
  const at = (n: number): number => s.charCodeAt(i + n);
  if (encoding === 'utf-8')
    return /^\xed[\xa0-\xbf][\x80-\xbf]/.test(s.slice(i, i + 3))
      ? [0xd000 | ((at(1) & 63) << 6) | (at(2) & 63), 3]
      : [0, 0];
  const big = encoding.endsWith('be');
  const wide = encoding.startsWith('utf-32');
  const size = wide ? 4 : 2;
  if (!encoding.startsWith('utf') || i + size > s.length) return [0, 0];
  const code = big ? (at(size - 2) << 8) | at(size - 1) : at(0) | (at(1) << 8);
  const rest = wide ? (big ? at(0) | at(1) : at(2) | at(3)) : 0;
  return rest === 0 && code >= 0xd800 && code < 0xe000 ? [code, size] : [0, 0];
}
function decodeEach(s: string, errors: string, encoding: string, step: Step): string {
  let out = '';
  let body = s;
  for (let i = 0; i < body.length;) {
    const r = step(body, i);
    if ('used' in r) {
      out += r.text;
      i += r.used;
      continue;
    }
    const end = i + r.bad;
    switch (errors) {
      case 'ignore':
        i = end;
        break;
      case 'replace':
        out += '\ufffd';
        i = end;
        break;
      case 'backslashreplace':
        for (let n = i; n < end; n++) out += `\\x${hex(body.charCodeAt(n), 2)}`;
        i = end;
        break;
      case 'surrogateescape': {
        let n = i;
        while (n < end && body.charCodeAt(n) >= 0x80) out += String.fromCharCode(0xdc00 + body.charCodeAt(n++));
        if (n === i) throw codecError('UnicodeDecodeError', encoding, bytesOf(body), i, end, r.reason);
        i = n;
        break;
      }
      case 'surrogatepass': {
        const [code, used] = surrogateAt(body, i, encoding);
        if (used === 0) throw codecError('UnicodeDecodeError', encoding, bytesOf(body), i, end, r.reason);
        out += String.fromCharCode(code);
        i += used;
        break;
      }
      case 'strict':
        throw codecError('UnicodeDecodeError', encoding, bytesOf(body), i, end, r.reason);
      default: {
        const e = codecError('UnicodeDecodeError', encoding, bytesOf(body), i, end, r.reason);
        const [t, at] = askHandler(errors, e, body.length);
        const t2 = strValue(t) ?? (t instanceof PyUnicode ? t.v : undefined);
        if (t2 === undefined) throw raise('TypeError', 'decoding error handler must return (str, int) tuple');
        out += t2;
        if (e['@object'] instanceof PyBytes) body = e['@object'].s;
        i = at;
      }
    }
  }
  return out;
}
