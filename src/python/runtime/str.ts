/** str: text in Python 3, bytes in Python 2 (where unicode.ts has the text). Source: the library reference, "Text Sequence Type". */
import * as codepoints from './codepoints.ts';
import { decode, encode } from './codecs.ts';
import { define, extend } from './define.ts';
import { E, raise } from './errors.ts';
import { formatText } from './format-spec.ts';
import { PyIterator, defineIterator } from './iteration.ts';
import type { Kind } from './kinds.ts';
import { asciiTests, unicodeTests } from './kinds.ts';
import type { NativeJs, PyType, Value } from './object.ts';
import { callMethod, isInstance, special } from './object.ts';
import { checkNew } from './class-facts.ts';
import { compareText, comparisonMethods } from './comparison.ts';
import { hashText } from './hash.ts';
import { MAX_TEXT } from './limits.ts';
import { intValue, strValue, typeName } from './operands.ts';
import { hooks } from './operator-hooks.ts';
import { percentFormat } from './percent.ts';
import { str as textOf } from './repr.ts';
import { None, NotImplemented } from './singletons.ts';
import { R, since } from './state.ts';
import { formatMap, formatMethod } from './str-format.ts';
import { asciiCase, unicodeCase } from './text-case.ts';
import { identity, textMethods } from './text-methods.ts';
import { quoted } from './text-repr.ts';
import { PyByteArray, PyBytes, PyDict, PyTuple, PyUnicode } from './values.ts';

const text = (self: Value): string => (typeof self === 'string' ? self : self.v);

/** Thrown by a str's method in Python 2 when it meets unicode: the whole call is done again as unicode's. */
const PROMOTE = { promote: true };

function argumentText(v: Value, method: string, nth: number): Value {
  const to = v.cls.name;
  switch (method) {
    case 'startswith':
    case 'endswith':
      return raise('TypeError', `${method} first arg must be str or a tuple of str, not ${to}`);
    case 'startswith tuple':
    case 'endswith tuple':
      return raise('TypeError', `tuple for ${method.split(' ')[0]} must only contain str, not ${to}`);
    case 'replace':
      return raise('TypeError', `replace() argument ${nth} must be str, not ${to}`);
    case 'removeprefix':
    case 'removesuffix':
      return raise('TypeError', `${method}() argument must be str, not ${to}`);
    case 'strip':
    case 'lstrip':
    case 'rstrip':
      return raise('TypeError', `${method} arg must be None or str${since(314) ? `, not ${to}` : ''}`);
    case 'split':
    case 'rsplit':
      return raise(
        'TypeError',
        since(300) ? `must be str or None, not ${to}` : 'expected a string or other character buffer object',
      );
    case 'find':
    case 'rfind':
    case 'index':
    case 'rindex':
    case 'count':
      return raise(
        'TypeError',
        since(313) ? `${method}() argument 1 must be str, not ${to}` : `must be str, not ${to}`,
      );
    default:
      return raise('TypeError', `must be str, not ${to}`);
  }
}
/** str of Python 3. */
const kind3: Kind = {
  text,
  make: identity,
  piece(v, method, nth) {
    if (typeof v === 'string') return v;
    const s = strValue(v);
    if (s === undefined) throw argumentText(v, method, nth);
    return s;
  },
  needle: (v, method) => kind3.piece(v, method, 0),
  separator: (v, method) => kind3.piece(v, method, 0),
  fill(v) {
    const s = strValue(v);
    if (s === undefined) throw raise('TypeError', `The fill character must be a unicode character, not ${v.cls.name}`);
    if (codepoints.size(s) !== 1) throw raise('TypeError', 'The fill character must be exactly one character long');
    return s;
  },
  member(v, i) {
    if (typeof v === 'string') return v;
    const s = strValue(v);
    if (s === undefined) throw raise('TypeError', `sequence item ${i}: expected str instance, ${v.cls.name} found`);
    return s;
  },
  keeps: (v) => typeof v === 'string',
  size: codepoints.size,
  cut: codepoints.cut,
  unitOf: codepoints.unitOf,
  pointOf: codepoints.pointOf,
  item: codepoints.pointAt,
  ...unicodeTests,
  name: 'str',
  indexName: 'string index',
  notFound: 'substring not found',
};
function bytePiece(v: Value, method: string): string {
  if (typeof v === 'string') return v;
  const s = strValue(v) ?? (v instanceof PyByteArray ? v.s : v.bufferText?.());
  if (s !== undefined) return s;
  if (v instanceof PyUnicode) throw PROMOTE;
  if (method === 'startswith' || method === 'endswith')
    throw raise('TypeError', `${method} first arg must be str, unicode, or tuple, not ${v.cls.name}`);
  if (method.endsWith('strip')) throw raise('TypeError', `${method} arg must be None, str or unicode`);
  throw raise('TypeError', 'expected a string or other character buffer object');
}
/** str of Python 2. */
export const kind2: Kind = {
  ...kind3,
  piece: bytePiece,
  needle: bytePiece,
  separator: bytePiece,
  fill(v, method) {
    const s = strValue(v);
    if (s === undefined || s.length !== 1)
      throw raise('TypeError', `${method}() argument 2 must be char, not ${v.cls.name}`);
    return s;
  },
  member(v, i) {
    const s = strValue(v);
    if (s !== undefined) return s;
    if (v instanceof PyUnicode) throw PROMOTE;
    throw raise('TypeError', `sequence item ${i}: expected string, ${v.cls.name} found`);
  },
  size: (s) => s.length,
  cut: (s, i, j) => s.slice(i, j),
  unitOf: (_s, i) => i,
  pointOf: (_s, at) => at,
  item: (s, i) => s[i]!,
  ...asciiTests,
};

/** The text of a str or unicode as Python 2 coerces: bytes must be ASCII. Undefined for other types. Errors: UnicodeDecodeError. */
export function coerced(v: Value): string | undefined {
  if (v instanceof PyUnicode) return v.v;
  const s = strValue(v) ?? (v instanceof PyByteArray ? v.s : undefined);
  return s === undefined ? undefined : decode(s, 'ascii', 'strict');
}
function unicodePiece(v: Value, method: string): string {
  const s = coerced(v);
  if (s !== undefined) return s;
  if (method === 'startswith' || method === 'endswith')
    throw raise('TypeError', `${method} first arg must be str, unicode, or tuple, not ${v.cls.name}`);
  if (method.endsWith('strip')) throw raise('TypeError', `${method} arg must be None, unicode or str`);
  throw raise('TypeError', `coercing to Unicode: need string or buffer, ${v.cls.name} found`);
}
/** unicode of Python 2. */
export const unicodeKind: Kind = {
  ...kind3,
  text: (self) => self.v,
  make: (s) => new PyUnicode(s),
  piece: unicodePiece,
  needle: unicodePiece,
  separator: unicodePiece,
  fill(v) {
    const s = coerced(v);
    if (s === undefined) throw raise('TypeError', 'The fill character cannot be converted to Unicode');
    if (codepoints.size(s) !== 1) throw raise('TypeError', 'The fill character must be exactly one character long');
    return s;
  },
  member(v, i) {
    const s = coerced(v);
    if (s === undefined)
      throw raise('TypeError', `sequence item ${i}: expected string or Unicode, ${v.cls.name} found`);
    return s;
  },
  keeps: (v) => v instanceof PyUnicode,
  name: 'unicode',
  item: (s, i) => new PyUnicode(codepoints.pointAt(s, i)),
};

/** Python 2: where a str's method meets unicode, unicode's method takes over. */
function promoting(methods: Record<string, NativeJs>): Record<string, NativeJs> {
  const out: Record<string, NativeJs> = {};
  for (const [key, f] of Object.entries(methods)) {
    const k = `$${key.slice(0, key.indexOf('('))}`;
    out[key] = (self, a, b, c) => {
      try {
        return f(self, a, b, c);
      } catch (e) {
        if (e !== PROMOTE) throw e;
        const args = [a, b, c].filter((v) => v !== undefined);
        return callMethod(new PyUnicode(decode(text(self), 'ascii', 'strict')), k, args);
      }
    };
  }
  return out;
}
/** Limits the era of methods (strings had none before 2.0): those without a mark get this one, those with another are kept where both hold. */
export function within(methods: Record<string, NativeJs>, three: boolean): Record<string, NativeJs> {
  const out: Record<string, NativeJs> = {};
  for (const [key, f] of Object.entries(methods)) {
    const at = key.lastIndexOf(' @');
    const mark = at < 0 ? '' : key.slice(at + 2);
    const plain = at < 0 ? key : key.slice(0, at);
    if (three) {
      if (mark === '') out[`${plain} @3.0+`] = f;
      else if (mark.startsWith('3') && mark.endsWith('+')) out[key] = f;
      else if (mark.startsWith('3')) out[mark.endsWith('-') ? `${plain} @3.0-${mark.slice(0, -1)}` : key] = f;
      else if (mark.endsWith('+')) out[`${plain} @3.0+`] = f;
    } else if (mark === '' || mark === '2.7-' || mark === '3.12-')
      out[plain.startsWith('__') ? `${plain} @2.7-` : `${plain} @2.0-2.7`] = f;
    else if (mark.startsWith('2')) out[mark.endsWith('+') ? `${plain} @${mark.slice(0, -1)}-2.7` : key] = f;
  }
  return out;
}

function comparing(): Record<string, NativeJs> {
  return comparisonMethods((test) => (self, v) => {
    const s = strValue(v);
    return s === undefined ? NotImplemented : test(compareText(text(self), s));
  });
}
function concat(self: Value, v: Value): Value {
  const s = strValue(v);
  if (s === undefined) {
    if (!since(300) && v instanceof PyUnicode) return new PyUnicode(decode(text(self), 'ascii', 'strict') + v.v);
    if (!since(300) && v instanceof PyByteArray) return new PyByteArray(text(self) + v.s);
    throw cannotConcatenate(self, v);
  }
  const a = text(self);
  if (a.length + s.length > MAX_TEXT) throw raise('MemoryError');
  return a + s;
}
function cannotConcatenate(self: Value, v: Value): Value {
  const to = typeName(v);
  if (!since(300)) return raise('TypeError', `cannot concatenate '${self.cls.name}' and '${to}' objects`);
  return raise(
    'TypeError',
    since(307)
      ? `can only concatenate str (not "${to}") to str`
      : since(306)
        ? `must be str, not ${to}`
        : `Can't convert '${to}' object to str implicitly`,
  );
}
function contains(self: Value, v: Value): boolean {
  const s = strValue(v);
  if (s !== undefined) {
    if (R.version < 203 && s.length !== 1)
      throw raise(
        'TypeError',
        R.version < 200
          ? 'string member test needs char left operand'
          : "'in <string>' requires character as left operand",
      );
    return text(self).includes(s);
  }
  if (!since(300) && v instanceof PyUnicode) return decode(text(self), 'ascii', 'strict').includes(v.v);
  throw raise('TypeError', `'in <string>' requires string as left operand, not ${v.cls.name}`);
}
/** str(x), str(bytes, encoding, errors). Errors: TypeError, UnicodeDecodeError. */
function newStr(cls: PyType, v: Value, encoding: Value, errors: Value): Value {
  checkNew(cls, str);
  let r: Value;
  if (encoding === undefined && errors === undefined) r = v === undefined ? '' : strOf(v);
  else r = decodeArgument(v, encoding, errors);
  if (cls === str) return r;
  const o = cls.alloc(cls);
  o.v = strValue(r) ?? '';
  return o;
}
/** str(v), keeping an instance of a subclass that `__str__` returned. */
function strOf(v: Value): Value {
  if (typeof v === 'string') return v;
  if (v instanceof PyUnicode && v.cls.heap === false) return encode(v.v, 'ascii', 'strict');
  const f = special(v, '$__str__');
  const r = callMethod(v, f === undefined ? '$__repr__' : '$__str__', []);
  if (strValue(r) !== undefined) return r;
  if (r instanceof PyUnicode) return encode(r.v, 'ascii', 'strict');
  throw raise('TypeError', `${f === undefined ? '__repr__' : '__str__'} returned non-string (type ${r.cls.name})`);
}
export function decodeArgument(v: Value, encoding: Value, errors: Value): string {
  if (v === undefined) return '';
  if (since(300) && strValue(v) !== undefined) throw raise('TypeError', 'decoding str is not supported');
  const s =
    v instanceof PyBytes || v instanceof PyByteArray
      ? v.s
      : (v.bufferText?.() ?? (since(300) ? undefined : strValue(v)));
  if (s === undefined)
    throw raise(
      'TypeError',
      since(300)
        ? `decoding to str: need a bytes-like object, ${v.cls.name} found`
        : v instanceof PyUnicode
          ? 'decoding Unicode is not supported'
          : `coercing to Unicode: need string or buffer, ${v.cls.name} found`,
    );
  return decode(
    s,
    nameOr(encoding, since(300) ? 'utf-8' : 'ascii', 'encoding', since(300) ? 'str' : 'unicode'),
    nameOr(errors, 'strict', 'errors', since(300) ? 'str' : 'unicode'),
  );
}
/** An encoding's or error handler's name; `of` is the function, for the message. */
export function nameOr(v: Value, fallback: string, what: string, of = 'encode'): string {
  if (v === undefined) return fallback;
  const s = strValue(v) ?? (v instanceof PyUnicode ? v.v : undefined);
  if (s === undefined)
    throw raise(
      'TypeError',
      since(300)
        ? `${of}() argument '${what}' must be str, not ${v.cls.name}`
        : `${of}() argument ${what === 'encoding' ? 1 : 2} must be string, not ${v.cls.name}`,
    );
  return s;
}
/** `translate`: a table from code points to code points, text or None. */
export function translateBy(s: string, table: Value, unicode2: boolean): string {
  let out = '';
  for (const c of s) {
    const code = c.codePointAt(0)!;
    const to = lookUp(table, code);
    if (to === undefined) out += c;
    else if (to === None) continue;
    else {
      const n = intValue(to);
      if (n !== undefined) {
        if (n < 0 || n > 0x10ffff) throw raise('ValueError', 'character mapping must be in range(0x110000)');
        out += String.fromCodePoint(Number(n));
      } else {
        const t = strValue(to) ?? (to instanceof PyUnicode ? to.v : undefined);
        if (t === undefined)
          throw raise(
            'TypeError',
            unicode2
              ? 'character mapping must return integer, None or unicode'
              : 'character mapping must return integer, None or str',
          );
        out += t;
      }
    }
    if (out.length > MAX_TEXT) throw raise('MemoryError');
  }
  return out;
}
function lookUp(table: Value, code: number): Value {
  if (table instanceof PyDict && table.cls.heap === false) return table.get(code);
  if (special(table, '$__getitem__') === undefined)
    throw raise('TypeError', `'${table.cls.name}' object is not subscriptable`);
  try {
    return callMethod(table, '$__getitem__', [code]);
  } catch (e) {
    if (e !== null && typeof e === 'object' && (e as Value).cls !== undefined && isInstance(e, E.LookupError!))
      return undefined;
    throw e;
  }
}
function makeTrans(x: Value, y: Value, z: Value): PyDict {
  const d = new PyDict();
  if (y === undefined) {
    if (!(x instanceof PyDict))
      throw raise('TypeError', 'if you give only one argument to maketrans it must be a dict');
    for (const [key, v] of x.entries()) {
      const s = strValue(key);
      if (s === undefined && intValue(key) === undefined)
        throw raise('TypeError', 'keys in translate table must be strings or integers');
      if (s !== undefined && codepoints.size(s) !== 1)
        throw raise('ValueError', 'string keys in translate table must be of length 1');
      d.set(s === undefined ? key : s.codePointAt(0)!, v);
    }
    return d;
  }
  const from = strValue(x);
  if (from === undefined)
    throw raise('TypeError', 'first maketrans argument must be a string if there is a second argument');
  const to = kind3.piece(y, 'maketrans', 2);
  const [a, b] = [Array.from(from), Array.from(to)];
  if (a.length !== b.length) throw raise('ValueError', 'the first two maketrans arguments must have equal length');
  a.forEach((c, i) => d.set(c.codePointAt(0)!, b[i]!.codePointAt(0)!));
  if (z !== undefined) for (const c of kind3.piece(z, 'maketrans', 3)) d.set(c.codePointAt(0)!, None);
  return d;
}
/** Python 2's str.translate: a table of 256 bytes, or None. */
export function translateBytes2(self: Value, table: Value, drop: Value): Value {
  if (table instanceof PyUnicode) return new PyUnicode(translateBy(decode(text(self), 'ascii', 'strict'), table, true));
  const t = table === None ? undefined : bytePiece(table, 'translate');
  if (t !== undefined && t.length !== 256) throw raise('ValueError', 'translation table must be 256 characters long');
  const without = drop === undefined ? '' : bytePiece(drop, 'translate');
  let out = '';
  for (const c of text(self)) if (!without.includes(c)) out += t === undefined ? c : t[c.charCodeAt(0)]!;
  return out;
}

export const str: PyType = define('str', {
  shape: String,
  alloc: (cls) => {
    const o = Object.create(cls.proto);
    o.v = '';
    return o;
  },
  statics: {
    '__new__(cls, object="", encoding=None, errors=None) @3.0+': newStr,
    '__new__(cls, object="") @2.7-': newStr,
    'maketrans(x, y=None, z=None, /) @3.0+': makeTrans,
  },
  methods: {
    ...within(textMethods(kind3), true),
    ...within(promoting(textMethods(kind2)), false),
    ...within(unicodeCase(kind3), true),
    ...within(asciiCase(kind2), false),
    ...comparing(),
    '__add__(self, value, /)': concat,
    '__contains__(self, key, /)': contains,
    '__mod__(self, value, /)': (self, v) => percentFormat(text(self), v),
    '__rmod__(self, value, /)'(self, v) {
      const s = strValue(v);
      return s === undefined ? NotImplemented : percentFormat(s, self);
    },
    '__hash__(self, /)': (self) => hashText(text(self)),
    '__repr__(self, /)': (self) => quoted(text(self), !since(300)),
    '__str__(self, /)': text,
    '__iter__(self, /) @3.0+'(self) {
      const s = text(self);
      return since(311) && /^[\x00-\x7f]*$/.test(s) ? new AsciiIterator(s) : new StrIterator(s);
    },
    '__getnewargs__(self, /)': (self) => new PyTuple([text(self)]),
    '__format__(self, format_spec, /) @2.6+'(self, spec) {
      const s = strValue(spec) ?? (spec instanceof PyUnicode ? spec.v : undefined);
      if (s === undefined) throw raise('TypeError', `__format__() argument must be str, not ${spec.cls.name}`);
      return formatText(
        s === '' && typeof self !== 'string' ? textOf(self) : text(self),
        s,
        since(300) ? self.cls.name : 'str',
      );
    },
    '__sizeof__(self, /)': (self) =>
      (since(300) ? (/^[\x00-\x7f]*$/.test(text(self)) ? (since(312) ? 41 : 49) : 73) : 37) + text(self).length,
    'format(self, /, *args, **kwargs) @2.6+': (self, args, kw) => formatMethod(text(self), args, kw, false),
    'format_map(self, mapping, /) @3.2+': (self, mapping) => formatMap(text(self), mapping),
    'encode(self, /, encoding="utf-8", errors="strict") @3.0+': (self, encoding, errors) =>
      new PyBytes(encode(text(self), nameOr(encoding, 'utf-8', 'encoding'), nameOr(errors, 'strict', 'errors'), self)),
    'encode(self, encoding=None, errors=None) @2.0-2.7'(self, encoding, errors) {
      const name = nameOr(encoding, 'ascii', 'encoding');
      const other = hooks2.encodeBytes?.(text(self), name);
      if (other !== undefined) return other;
      return encode(decode(text(self), 'ascii', 'strict'), name, nameOr(errors, 'strict', 'errors'));
    },
    'decode(self, encoding=None, errors=None) @2.2-2.7'(self, encoding, errors) {
      const name = nameOr(encoding, 'ascii', 'encoding', 'decode');
      const other = hooks2.decodeBytes?.(text(self), name);
      if (other !== undefined) return other;
      return new PyUnicode(decode(text(self), name, nameOr(errors, 'strict', 'errors')));
    },
    'translate(self, table, /) @3.0+': (self, table) => translateBy(text(self), table, false),
    'translate(self, table, deletechars="", /) @2.0-2.7': translateBytes2,
  },
});
str.proto.isStr = true;
str.proto.isSequence = true;
/** for…of walks text by code points, as Python does. */
str.proto.jsiter = function (this: Value): Iterable<Value> {
  return typeof this === 'string' ? this : this.v;
};
/** Codecs of Python 2 from bytes to bytes ('hex', 'base64', 'rot13'): a module may add them. */
const hooks2: {
  encodeBytes: ((s: string, name: string) => Value) | null;
  decodeBytes: ((s: string, name: string) => Value) | null;
} = { encodeBytes: null, decodeBytes: null };

class StrIterator extends PyIterator {
  s: string;
  at = 0;
  constructor(s: string) {
    super(undefined as unknown as Iterator<Value>);
    this.s = s;
    this.left = () => codepoints.size(this.s.slice(this.at));
  }
  override step(): Value {
    if (this.at >= this.s.length) return undefined;
    const c = this.s.codePointAt(this.at)!;
    const text = c > 0xffff ? String.fromCodePoint(c) : this.s[this.at]!;
    this.at += text.length;
    return text;
  }
  override *jsiter(): Generator<Value> {
    for (let c = this.step(); c !== undefined; c = this.step()) yield c;
  }
}
/** Its name says what CPython knows of the text. */
class AsciiIterator extends StrIterator {}
defineIterator('str_ascii_iterator', AsciiIterator);
defineIterator('str_iterator', StrIterator);
for (const shape of [StrIterator, AsciiIterator])
  extend(shape.prototype.cls, {
    methods: {
      '__reduce__(self, /)': (self) => new PyTuple([R.builtins!.$iter, new PyTuple([self.s.slice(self.at)])]),
    },
  });

hooks.strMod = percentFormat;
str.make = (args) => {
  const v = args[0];
  return args.length !== 1 ? undefined : typeof v === 'string' ? v : typeof v === 'number' ? String(v) : undefined;
};
(str as Value).call1 = (v: Value): Value => (v.text === true ? v : v.int === true ? String(v) : str.tpcall([v], null));
