/** printf-style formatting: `'%5.2f' % x`. Source: the library reference, "printf-style String Formatting"; PEP 461 for bytes. */
import { size } from './codepoints.ts';
import { raise } from './errors.ts';
import { floatDigits, intText } from './format-spec.ts';
import { toFloatValue } from './float.ts';
import { truncate } from './int.ts';
import type { Value } from './object.ts';
import { callMethod, special } from './object.ts';
import { $getitem } from './containers.ts';
import { MAX_TEXT } from './limits.ts';
import { intValue, strValue } from './operands.ts';
import { decode } from './codecs.ts';
import { repr, str } from './repr.ts';
import { since } from './state.ts';
import { quoted } from './text-repr.ts';
import { PyByteArray, PyBytes, PyFloat, PyTuple, PyUnicode } from './values.ts';

/** What is being formatted: text, bytes, or one of Python 2's two. */
type Mode = 'str' | 'bytes' | 'unicode';

/** In Python 2 a unicode argument turns the result into unicode: everything is done again. */
const promote = { promote: true };

interface Conversion {
  minus: boolean;
  plus: boolean;
  space: boolean;
  alternate: boolean;
  zero: boolean;
  width: number;
  precision: number;
  type: string;
}

/** `text % args` of a str. */
export function percentFormat(text: string, args: Value): Value {
  if (since(300)) return new Formatter(text, args, 'str').run();
  try {
    return new Formatter(text, args, 'str').run();
  } catch (e) {
    if (e !== promote) throw e;
    return new PyUnicode(new Formatter(decode(text, 'ascii', 'strict'), args, 'unicode').run());
  }
}
/** `text % args` of bytes (3.5+); the result is the bytes' characters. */
export const percentBytes = (text: string, args: Value): string => new Formatter(text, args, 'bytes').run();
/** `text % args` of Python 2's unicode. */
export const percentUnicode = (text: string, args: Value): Value =>
  new PyUnicode(new Formatter(text, args, 'unicode').run());

const isMapping = (v: Value): boolean =>
  special(v, '$__getitem__') !== undefined &&
  !(v instanceof PyTuple) &&
  strValue(v) === undefined &&
  !(v instanceof PyUnicode) &&
  (since(300) ? true : !(v instanceof PyByteArray));

class Formatter {
  text: string;
  mode: Mode;
  args: Value[];
  one: Value;
  next = 0;
  at = 0;
  mapping: Value;
  /** A `%(name)` was used: then unused arguments are no error. */
  usedKey = false;
  constructor(text: string, args: Value, mode: Mode) {
    this.text = text;
    this.mode = mode;
    this.one = args;
    this.args = args instanceof PyTuple ? args.a : [args];
    this.mapping = isMapping(args) ? args : undefined;
  }
  take(): Value {
    if (this.next >= this.args.length || this.usedKey)
      throw raise('TypeError', 'not enough arguments for format string');
    return this.args[this.next++];
  }
  run(): string {
    const text = this.text;
    let out = '';
    let from = 0;
    for (;;) {
      const i = text.indexOf('%', from);
      if (i < 0) break;
      out += text.slice(from, i);
      this.at = i + 1;
      out += this.conversion();
      if (out.length > MAX_TEXT) throw raise('MemoryError');
      from = this.at;
    }
    out += text.slice(from);
    if (this.next < this.args.length && this.mapping === undefined && !this.usedKey)
      throw raise(
        'TypeError',
        `not all arguments converted during ${this.mode === 'bytes' ? 'bytes' : 'string'} formatting`,
      );
    return out;
  }
  private number(what: string): number {
    const text = this.text;
    if (text[this.at] === '*') {
      this.at++;
      const v = this.take();
      const n = intValue(v);
      if (n === undefined) throw raise('TypeError', '* wants int');
      if (n > 0x7fffffff || n < -0x7fffffff) throw raise('OverflowError', 'Python int too large to convert to C int');
      return Number(n);
    }
    const from = this.at;
    let n = -1;
    for (let c = text.charCodeAt(this.at) - 48; c >= 0 && c <= 9; c = text.charCodeAt(++this.at) - 48)
      n = (n < 0 ? 0 : n) * 10 + c;
    if (this.at === from) return -1;
    if (n > 0x7fffffff) throw raise('ValueError', `${what} too big`);
    return n;
  }
  private conversion(): string {
    const text = this.text;
    const c: Conversion = {
      minus: false,
      plus: false,
      space: false,
      alternate: false,
      zero: false,
      width: -1,
      precision: -1,
      type: '',
    };
    const from = this.at;
    let value: Value;
    if (text[this.at] === '(') {
      if (this.mapping === undefined) throw raise('TypeError', 'format requires a mapping');
      let depth = 1;
      let i = this.at + 1;
      for (; i < text.length && depth > 0; i++) {
        if (text[i] === ')') depth--;
        else if (text[i] === '(') depth++;
      }
      if (depth > 0) throw raise('ValueError', 'incomplete format key');
      const key = text.slice(this.at + 1, i - 1);
      this.at = i;
      this.usedKey = true;
      value = $getitem(
        this.mapping,
        this.mode === 'bytes' ? new PyBytes(key) : this.mode === 'unicode' ? new PyUnicode(key) : key,
      );
    }
    for (; ; this.at++) {
      const flag = text[this.at];
      if (flag === '-') c.minus = true;
      else if (flag === '+') c.plus = true;
      else if (flag === ' ') c.space = true;
      else if (flag === '#') c.alternate = true;
      else if (flag === '0') c.zero = true;
      else break;
    }
    c.width = this.number('width');
    if (c.width < -1) {
      c.minus = true;
      c.width = -c.width;
    }
    if (text[this.at] === '.') {
      this.at++;
      c.precision = Math.max(0, this.number('precision'));
    }
    while (text[this.at] === 'l' || text[this.at] === 'h' || text[this.at] === 'L') this.at++;
    if (this.at >= text.length) throw raise('ValueError', 'incomplete format');
    c.type = String.fromCodePoint(text.codePointAt(this.at)!);
    this.at += c.type.length;
    if (c.type === '%') {
      // With flags or a width it takes an argument, and drops it.
      if (this.at - from > 1 && value === undefined && since(307)) this.take();
      return '%';
    }
    if (value === undefined) value = this.take();
    return this.convert(c, value);
  }
  private convert(c: Conversion, v: Value): string {
    if (c.type === 's' && typeof v === 'string' && this.mode === 'str' && c.precision < 0) return this.padded(v, c);
    switch (c.type) {
      case 's':
      case 'r':
      case 'a':
      case 'b': {
        const s = this.textual(c.type, v);
        if (s === undefined) break;
        return this.padded(
          c.precision >= 0 && c.precision < size(s) ? Array.from(s).slice(0, c.precision).join('') : s,
          c,
        );
      }
      case 'c':
        return this.padded(this.character(v), c);
      case 'd':
      case 'i':
      case 'u':
        return this.integer(v, c, 10);
      case 'o':
        return this.integer(v, c, 8);
      case 'x':
      case 'X':
        return this.integer(v, c, 16);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G': {
        const x = this.real(v);
        const digits = floatDigits(x, c.type, c.precision, c.alternate, false);
        return this.signed(x < 0 || Object.is(x, -0), '', digits, c);
      }
    }
    const code = c.type.codePointAt(0)!;
    const shown = code > 31 && code < 127 ? c.type : '?';
    const at = this.at - c.type.length;
    throw raise('ValueError', `unsupported format character '${shown}' (0x${code.toString(16)}) at index ${at}`);
  }
  /** %s, %r, %a, %b; undefined where the mode does not have it. */
  private textual(type: string, v: Value): string | undefined {
    if (this.mode === 'bytes') {
      if (type === 's' || type === 'b') return bytesText(v);
      return type === 'r' || type === 'a' ? asciiRepr(v) : undefined;
    }
    if (type === 'b' || (type === 'a' && !since(300))) return undefined;
    if (type === 'a') return asciiRepr(v);
    if (type === 'r') return repr(v);
    if (since(300)) return str(v);
    if (v instanceof PyUnicode) {
      if (this.mode === 'str') throw promote;
      return v.v;
    }
    if (this.mode === 'unicode' && special(v, '$__unicode__') !== undefined)
      return asText(callMethod(v, '$__unicode__', []));
    const f = special(v, '$__str__');
    const r =
      strValue(v) !== undefined && v.cls.heap === false
        ? v
        : callMethod(v, f === undefined ? '$__repr__' : '$__str__', []);
    if (r instanceof PyUnicode && this.mode === 'str') throw promote;
    return this.mode === 'unicode' ? asText(r) : str(r);
  }
  private character(v: Value): string {
    const n = intValue(v);
    if (this.mode === 'bytes') {
      if (n !== undefined) {
        if (n < 0 || n > 255) throw raise('OverflowError', '%c arg not in range(256)');
        return String.fromCharCode(Number(n));
      }
      if ((v instanceof PyBytes || v instanceof PyByteArray) && v.s.length === 1) return v.s;
      throw raise(
        'TypeError',
        since(314)
          ? `%c requires an integer in range(256) or a single byte, not ${v.cls.name}`
          : '%c requires an integer in range(256) or a single byte',
      );
    }
    if (v instanceof PyUnicode) {
      if (this.mode === 'str') throw promote;
      if (size(v.v) === 1) return v.v;
      throw raise('TypeError', '%c requires int or char');
    }
    const s = strValue(v);
    if (s !== undefined) {
      if (size(s) !== 1)
        throw raise(
          'TypeError',
          since(314)
            ? `%c requires an int or a unicode character, not a string of length ${size(s)}`
            : '%c requires int or char',
        );
      return this.mode === 'unicode' ? decode(s, 'ascii', 'strict') : s;
    }
    let code = n;
    if (code === undefined && special(v, '$__index__') !== undefined) code = intValue(callMethod(v, '$__index__', []));
    if (code === undefined)
      throw raise(
        'TypeError',
        since(314) ? `%c requires an int or a unicode character, not ${v.cls.name}` : '%c requires int or char',
      );
    const limit = since(300) || this.mode === 'unicode' ? 0x110000 : 256;
    if (code < 0 || code >= limit)
      throw raise(
        'OverflowError',
        limit === 256
          ? `unsigned byte integer is ${code < 0 ? 'less than minimum' : 'greater than maximum'}`
          : '%c arg not in range(0x110000)',
      );
    return String.fromCodePoint(Number(code));
  }
  private integer(v: Value, c: Conversion, base: number): string {
    let n = intValue(v);
    if (n === undefined) {
      const k = c.type;
      if (v instanceof PyFloat && (base === 10 || !since(305))) n = intValue(truncate(v.v));
      else if (base === 10 || !since(305)) {
        const r =
          special(v, '$__index__') !== undefined && since(300)
            ? callMethod(v, '$__index__', [])
            : special(v, '$__int__') !== undefined
              ? callMethod(v, '$__int__', [])
              : undefined;
        n = r === undefined ? undefined : intValue(r);
        if (n === undefined || strValue(v) !== undefined)
          throw raise(
            'TypeError',
            `%${k} format: ${since(310) ? 'a real number' : 'a number'} is required, not ${v.cls.name}`,
          );
      } else {
        if (special(v, '$__index__') === undefined)
          throw raise('TypeError', `%${k} format: an integer is required, not ${v.cls.name}`);
        n = intValue(callMethod(v, '$__index__', []))!;
      }
    } else if (v.cls.heap && typeof v === 'object' && special(v, '$__int__').native !== true && base === 10)
      n = intValue(callMethod(v, '$__int__', [])) ?? n;
    let digits = intText(n! < 0 ? -n! : n!, base);
    if (c.type === 'X') digits = digits.toUpperCase();
    if (c.precision >= 0) {
      if (c.precision > MAX_TEXT) throw raise('MemoryError');
      digits = digits.padStart(c.precision, '0');
    }
    const prefix =
      !c.alternate || base === 10 ? '' : base === 8 ? (since(300) ? '0o' : digits[0] === '0' ? '' : '0') : `0${c.type}`;
    return this.signed(n! < 0, prefix, digits, c);
  }
  private real(v: Value): number {
    if (v instanceof PyFloat) return v.v;
    if (
      strValue(v) !== undefined ||
      v instanceof PyUnicode ||
      (special(v, '$__float__') === undefined && special(v, '$__index__') === undefined)
    )
      throw raise(
        'TypeError',
        since(300)
          ? this.mode === 'bytes'
            ? `float argument required, not ${v.cls.name}`
            : `must be real number, not ${v.cls.name}`
          : 'float argument required, not ' + v.cls.name,
      );
    return toFloatValue(v);
  }
  private signed(negative: boolean, prefix: string, digits: string, c: Conversion): string {
    const sign = negative ? '-' : c.plus ? '+' : c.space ? ' ' : '';
    const missing = c.width - sign.length - prefix.length - digits.length;
    if (missing > MAX_TEXT) throw raise('MemoryError');
    if (missing <= 0) return sign + prefix + digits;
    if (c.minus) return sign + prefix + digits + ' '.repeat(missing);
    if (c.zero) return sign + prefix + '0'.repeat(missing) + digits;
    return ' '.repeat(missing) + sign + prefix + digits;
  }
  private padded(s: string, c: Conversion): string {
    if (c.width <= 0) return s;
    const missing = c.width - size(s);
    if (missing <= 0) return s;
    if (missing > MAX_TEXT) throw raise('MemoryError');
    return c.minus ? s + ' '.repeat(missing) : ' '.repeat(missing) + s;
  }
}
const asText = (v: Value): string => (v instanceof PyUnicode ? v.v : decode(strValue(v) ?? str(v), 'ascii', 'strict'));
/** repr with everything beyond ASCII escaped. */
export function asciiRepr(v: Value): string {
  const s = repr(v);
  return /^[\x00-\x7f]*$/.test(s) ? s : Array.from(s, (c) => (c < '\x80' ? c : quoted(c, true).slice(1, -1))).join('');
}
function bytesText(v: Value): string {
  if (v instanceof PyBytes || v instanceof PyByteArray) return v.s;
  if (v.bufferText !== undefined) return v.bufferText();
  if (special(v, '$__bytes__') !== undefined) {
    const r = callMethod(v, '$__bytes__', []);
    if (!(r instanceof PyBytes)) throw raise('TypeError', `__bytes__ returned non-bytes (type ${r.cls.name})`);
    return r.s;
  }
  throw raise(
    'TypeError',
    `%b requires a bytes-like object, or an object that implements __bytes__, not '${v.cls.name}'`,
  );
}
