/** What counts as bytes, and the kinds of bytes and bytearray. Source: the library reference, "Binary Sequence Types"; the buffer protocol, PEP 3118. */
import { encode } from './codecs.ts';
import { raise } from './errors.ts';
import { iterate } from './iteration.ts';
import type { Kind } from './kinds.ts';
import { asciiTests } from './kinds.ts';
import type { Value } from './object.ts';
import { callMethod, special } from './object.ts';
import { MAX_TEXT } from './limits.ts';
import { indexOf, intValue, strValue } from './operands.ts';
import { since } from './state.ts';
import { PyByteArray, PyBytes, PyUnicode } from './values.ts';

/** The content of bytes, a bytearray, a memoryview or anything else with `bufferText()`; undefined for other values. */
export function bufferOf(v: Value): string | undefined {
  if (v instanceof PyBytes || v instanceof PyByteArray) return v.s;
  if (typeof v === 'object' && v.bufferText !== undefined) return v.bufferText();
  return since(300) ? undefined : strValue(v);
}
export function bytesLike(v: Value): string {
  const s = bufferOf(v);
  if (s !== undefined) return s;
  throw raise(
    'TypeError',
    since(305)
      ? `a bytes-like object is required, not '${v.cls.name}'`
      : `'${v.cls.name}' does not support the buffer interface`,
  );
}
/** An int as one byte. Errors: ValueError, TypeError. */
export function byte(v: Value, message = 'byte must be in range(0, 256)'): string {
  const n = typeof v === 'number' ? v : indexOf(v);
  if (n < 0 || n > 255) throw raise('ValueError', message);
  return String.fromCharCode(Number(n));
}
const isIndex = (v: Value): boolean => intValue(v) !== undefined || special(v, '$__index__') !== undefined;

/** bytes(source, encoding, errors) as characters. `name` is bytes or bytearray. Errors: TypeError, ValueError, OverflowError, MemoryError. */
export function construct(name: string, v: Value, encoding: Value, errors: Value): string {
  if (v === undefined) {
    if (encoding !== undefined || errors !== undefined)
      throw raise(
        'TypeError',
        since(308)
          ? encoding !== undefined
            ? 'encoding without a string argument'
            : 'errors without a string argument'
          : 'encoding or errors without sequence argument',
      );
    return '';
  }
  const text = since(300)
    ? strValue(v)
    : v instanceof PyUnicode
      ? v.v
      : encoding !== undefined
        ? strValue(v)
        : undefined;
  if (text !== undefined) {
    if (encoding === undefined) {
      if (since(300)) throw raise('TypeError', 'string argument without an encoding');
      throw raise('TypeError', 'unicode argument without an encoding');
    }
    return encode(
      text,
      argumentName(encoding, name, 'encoding'),
      errors === undefined ? 'strict' : argumentName(errors, name, 'errors'),
      v,
    );
  }
  if (encoding !== undefined || errors !== undefined)
    throw raise(
      'TypeError',
      since(306)
        ? encoding !== undefined
          ? 'encoding without a string argument'
          : 'errors without a string argument'
        : 'encoding or errors without a string argument',
    );
  if (name === 'bytes' && special(v, '$__bytes__') !== undefined) {
    const r = callMethod(v, '$__bytes__', []);
    if (!(r instanceof PyBytes)) throw raise('TypeError', `__bytes__ returned non-bytes (type ${r.cls.name})`);
    return r.s;
  }
  const s = bufferOf(v);
  if (s !== undefined) return s;
  if (isIndex(v) && special(v, '$__iter__') === undefined) {
    const n = indexOf(v);
    if (typeof n === 'bigint') throw raise('OverflowError', "cannot fit 'int' into an index-sized integer");
    if (n < 0) throw raise('ValueError', 'negative count');
    if (n > MAX_TEXT) throw raise('MemoryError');
    return '\0'.repeat(n);
  }
  return bytesFromItems(v, name);
}
function argumentName(v: Value, name: string, what: string): string {
  const s = strValue(v);
  if (s === undefined) throw raise('TypeError', `${name}() argument '${what}' must be str, not ${v.cls.name}`);
  return s;
}
/** The bytes of an iterable of ints. Errors: TypeError, ValueError. */
export function bytesFromItems(v: Value, name: string): string {
  if (special(v, '$__iter__') === undefined && special(v, '$__getitem__') === undefined)
    throw raise(
      'TypeError',
      since(308) || (name === 'bytes' && since(306))
        ? `cannot convert '${v.cls.name}' object to ${name}`
        : `'${v.cls.name}' object is not iterable`,
    );
  let out = '';
  for (const item of iterate(v)) {
    out += byte(item, name === 'bytes' ? 'bytes must be in range(0, 256)' : 'byte must be in range(0, 256)');
    if (out.length > MAX_TEXT) throw raise('MemoryError');
  }
  return out;
}

/** The kind of bytes (and, with another `make`, of bytearray). */
export function bytesKind(name: 'bytes' | 'bytearray', make: (s: string) => Value): Kind {
  const piece = (v: Value, method: string): string => {
    const s = bufferOf(v);
    if (s !== undefined) return s;
    if (method === 'startswith' || method === 'endswith')
      throw raise('TypeError', `${method} first arg must be bytes or a tuple of bytes, not ${v.cls.name}`);
    return bytesLike(v);
  };
  return {
    text: (self) => self.s,
    make,
    piece,
    needle(v) {
      const s = bufferOf(v);
      if (s !== undefined) return s;
      if (isIndex(v)) return byte(v);
      throw raise(
        'TypeError',
        since(308)
          ? `argument should be integer or bytes-like object, not '${v.cls.name}'`
          : since(305)
            ? `a bytes-like object is required, not '${v.cls.name}'`
            : `'${v.cls.name}' does not support the buffer interface`,
      );
    },
    separator: piece,
    fill(v, method) {
      if (
        (v instanceof PyBytes || v instanceof PyByteArray || (!since(300) && typeof v === 'string')) &&
        bufferOf(v)!.length === 1
      )
        return bufferOf(v)!;
      throw raise('TypeError', `${method}() argument 2 must be a byte string of length 1, not ${v.cls.name}`);
    },
    member(v, i) {
      const s = bufferOf(v);
      if (s !== undefined) return s;
      throw raise(
        'TypeError',
        since(300)
          ? `sequence item ${i}: expected a bytes-like object, ${v.cls.name} found`
          : `can only join an iterable of bytes (item ${i} has type '${v.cls.name}')`,
      );
    },
    keeps: (v) => name === 'bytes' && v instanceof PyBytes,
    size: (s) => s.length,
    cut: (s, i, j) => s.slice(i, j),
    unitOf: (_s, i) => i,
    pointOf: (_s, at) => at,
    item: (s, i) => s.charCodeAt(i),
    ...asciiTests,
    name,
    indexName: name === 'bytes' ? 'index' : 'bytearray index',
    notFound: 'subsection not found',
  };
}
/** Content between quotes, for bytes' and bytearray's repr; `always` is escaped whatever the quotes are. */
export function bytesText(s: string, always = ''): string {
  const quote = s.includes("'") && !s.includes('"') ? '"' : "'";
  let out = quote;
  for (let i = 0; i < s.length; i++) {
    const c = s[i]!;
    const code = s.charCodeAt(i);
    if (c === quote || c === '\\' || c === always) out += `\\${c}`;
    else if (c === '\t') out += '\\t';
    else if (c === '\n') out += '\\n';
    else if (c === '\r') out += '\\r';
    else if (code < 0x20 || code >= 0x7f) out += `\\x${code.toString(16).padStart(2, '0')}`;
    else out += c;
  }
  return out + quote;
}
/** `hex(sep, bytes_per_sep)`. Errors: TypeError, ValueError. */
export function hexText(s: string, sep: Value, per: Value): string {
  const parts: string[] = [];
  for (let i = 0; i < s.length; i++) parts.push(s.charCodeAt(i).toString(16).padStart(2, '0'));
  if (sep === undefined || !since(308)) return parts.join('');
  const separator = strValue(sep) ?? bufferOf(sep);
  if (separator === undefined) throw raise('TypeError', 'sep must be str or bytes.');
  if (separator.length !== 1) throw raise('ValueError', 'sep must be length 1.');
  if (separator > '\x7f') throw raise('ValueError', 'sep must be ASCII.');
  const n = per === undefined ? 1 : Number(indexOf(per));
  if (n === 0) return parts.join('');
  const size = Math.abs(n);
  const groups: string[] = [];
  // Groups are counted from the right, or from the left when the number is negative.
  const first = n > 0 ? parts.length % size : 0;
  if (first > 0) groups.push(parts.slice(0, first).join(''));
  for (let i = first; i < parts.length; i += size) groups.push(parts.slice(i, i + size).join(''));
  return groups.join(separator);
}
/** fromhex: pairs of digits, with white space between pairs. Errors: TypeError, ValueError. */
export function fromHexText(v: Value): string {
  const s = strValue(v) ?? (since(314) ? bufferOf(v) : undefined) ?? (v instanceof PyUnicode ? v.v : undefined);
  if (s === undefined)
    throw raise(
      'TypeError',
      since(314)
        ? `fromhex() argument must be str or bytes-like, not ${v.cls.name}`
        : `fromhex() argument must be str, not ${v.cls.name}`,
    );
  let out = '';
  for (let i = 0; i < s.length;) {
    if (s[i] === ' ' || (since(307) && /[\t-\r]/.test(s[i]!))) {
      i++;
      continue;
    }
    for (const at of [i, i + 1])
      if (!/^[0-9a-fA-F]$/.test(s[at] ?? '')) {
        if (at >= s.length && since(314))
          throw raise('ValueError', 'fromhex() arg must contain an even number of hexadecimal digits');
        throw raise('ValueError', `non-hexadecimal number found in fromhex() arg at position ${at}`);
      }
    out += String.fromCharCode(Number.parseInt(s.slice(i, i + 2), 16));
    i += 2;
  }
  return out;
}
