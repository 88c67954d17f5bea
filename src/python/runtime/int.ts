/** int and bool. Source: the library reference, "Numeric Types" and "Boolean Type". */
import { define } from './define.ts';
import { raise } from './errors.ts';
import { callMethod, special } from './object.ts';
import type { NativeJs, PyType, Value } from './object.ts';
import { checkNew } from './class-facts.ts';
import { compareNumbers, comparisonMethods } from './comparison.ts';
import { floorDivNumbers, modNumbers } from './division.ts';
import { hashInt } from './hash.ts';
import { indexOf, intValue, norm, notStrictly, strValue, toFloat } from './operands.ts';
import {
  $add,
  $and,
  $floordiv,
  $invert,
  $lshift,
  $mod,
  $mul,
  $neg,
  $or,
  $rshift,
  $sub,
  $truediv,
  $xor,
} from './operators.ts';
import { $truth } from './truth.ts';
import { bitLength } from './bits.ts';
import { numberFormat } from './format-slot.ts';
import { checkDigits, formatInt, intText } from './format-spec.ts';
import { parseInteger } from './int-text.ts';
import { integerPower, roundInt } from './int-arithmetic.ts';
import { repr } from './repr.ts';
import { NotImplemented } from './singletons.ts';
import { R, since } from './state.ts';
import { PyBytes, PyByteArray, PyFloat, PyLong, PyTuple, PyUnicode } from './values.ts';

const isLong = (v: Value): v is PyLong => v instanceof PyLong;
/** Only ints meet in an int's operators; in Python 2 a long is not one: its own operators come next. */
const other = (v: Value): Value => (isLong(v) ? undefined : intValue(v));

/** `__op__` and `__rop__` of int, from the operator for plain ints. */
export function arithmetic(
  names: Record<string, (a: Value, b: Value) => Value>,
  value: (v: Value) => Value,
  make: (r: Value) => Value,
  era = '',
): Record<string, NativeJs> {
  const methods: Record<string, NativeJs> = {};
  for (const [name, f] of Object.entries(names)) {
    const mark = name === 'div' ? ' @2.7-' : era;
    methods[`__${name}__(self, value, /)${mark}`] = (self, v) => {
      const y = value(v);
      return y === undefined ? NotImplemented : make(f(intValue(self), y));
    };
    methods[`__r${name}__(self, value, /)${mark}`] = (self, v) => {
      const y = value(v);
      return y === undefined ? NotImplemented : make(f(y, intValue(self)));
    };
  }
  return methods;
}
export const operations: Record<string, (a: Value, b: Value) => Value> = {
  add: $add,
  sub: $sub,
  mul: $mul,
  floordiv: $floordiv,
  mod: $mod,
  div: floorDivNumbers,
  truediv: $truediv,
  lshift: $lshift,
  rshift: $rshift,
  and: $and,
  or: $or,
  xor: $xor,
  divmod: (a, b) => new PyTuple([divide(a, b), modNumbers(a, b)]),
};
/** divmod()'s own wording for a zero divisor. */
function divide(a: Value, b: Value): Value {
  return floorDivNumbers(a, b);
}
export function comparisons(value: (v: Value) => Value): Record<string, NativeJs> {
  return comparisonMethods((test) => (self, v) => {
    const y = value(v);
    if (y === undefined) return NotImplemented;
    return test(compareNumbers(intValue(self)!, y)!);
  });
}
/** `base` as a number. Errors: TypeError, ValueError. */
function baseOf(v: Value): number {
  if (!since(300) && intValue(v) === undefined) throw raise('TypeError', 'an integer is required');
  const base = indexOf(v);
  if (base !== 0 && (base < 2 || base > 36))
    throw raise(
      'ValueError',
      since(207) ? 'int() base must be >= 2 and <= 36, or 0' : 'int() base must be >= 2 and <= 36',
    );
  return Number(base);
}
const badLiteral = (name: string, base: number, shown: Value): Value =>
  raise('ValueError', `invalid literal for ${name}() with base ${base}: ${repr(shown)}`);

/** Text of a bytes-like or text argument of a number's constructor; undefined for other values. */
export function numeral(v: Value): string | undefined {
  const s = strValue(v);
  if (s !== undefined) return s;
  if (v instanceof PyBytes || v instanceof PyByteArray) return /[^\x00-\x7f]/.test(v.s) ? '?' : v.s;
  if (v instanceof PyUnicode) return v.v;
  if (v.bufferText !== undefined) return v.bufferText();
  return undefined;
}
const buffers = (): string =>
  since(310)
    ? 'a string, a bytes-like object or a real number'
    : since(300)
      ? 'a string, a bytes-like object or a number'
      : 'a string or a number';

/** int(x): truncation, `__int__`, `__index__`, `__trunc__`, or a literal. `name` is int or long. Errors: TypeError, ValueError, OverflowError. */
export function toInt(x: Value, name: string): Value {
  if (typeof x === 'number') return x;
  if (x instanceof PyFloat && x.cls.heap === false) return truncate(x.v);
  if (special(x, '$__int__') !== undefined) {
    if (x.cls.heap === false && intValue(x) !== undefined) return shortened(intValue(x)!);
    const r = callMethod(x, '$__int__', []);
    const i = intValue(r);
    if (i === undefined) throw raise('TypeError', `__int__ returned non-int (type ${r.cls.name})`);
    if (since(304) && r.cls !== int) notStrictly('__int__', r);
    // Python 2 hands on what a class said: an instance of a subclass stays one.
    return since(300) ? i : r;
  }
  if (since(308) && special(x, '$__index__') !== undefined) return indexOf(x);
  if (special(x, '$__trunc__') !== undefined && !since(314)) {
    if (since(311))
      R.warn?.('DeprecationWarning', 'The delegation of int() to __trunc__ is deprecated.', undefined as never, 0);
    const r = callMethod(x, '$__trunc__', []);
    const i = intValue(r);
    if (i !== undefined) return since(300) ? i : r;
    if (special(r, '$__index__') !== undefined) return indexOf(r);
    if (special(r, '$__int__') !== undefined && (!since(300) || since(308))) return toInt(r, name);
    throw raise('TypeError', `__trunc__ returned non-Integral (type ${r.cls.name})`);
  }
  const text = numeral(x);
  if (text !== undefined) {
    const n = parseInteger(name === 'long' ? text.replace(/[lL]\s*$/, '') : text, 10);
    if (n === undefined) throw badLiteral(name, 10, x);
    return n;
  }
  if (x.cls.oldStyle) throw raise('AttributeError', `${x.cls.name} instance has no attribute '__trunc__'`);
  throw raise('TypeError', `${name}() argument must be ${buffers()}, not '${x.cls.name}'`);
}
/** An int's value: in Python 2 one beyond 64 bits is a long again. */
const shortened = (v: number | bigint): Value => (typeof v === 'number' ? v : norm(v));
/** A float cut to an int. Errors: OverflowError, ValueError. */
export function truncate(v: number): Value {
  if (Number.isNaN(v)) throw raise('ValueError', 'cannot convert float NaN to integer');
  if (!Number.isFinite(v)) throw raise('OverflowError', 'cannot convert float infinity to integer');
  const t = Math.trunc(v);
  return Number.isSafeInteger(t) ? t + 0 : norm(BigInt(t));
}
/** int(text, base). */
export function toIntBase(x: Value, baseValue: Value, name: string): Value {
  if (x === undefined)
    throw raise('TypeError', since(300) ? 'int() missing string argument' : `${name}() missing string argument`);
  const base = baseOf(baseValue);
  const text = x.bufferText === undefined && (since(300) || !(x instanceof PyByteArray)) ? numeral(x) : undefined;
  if (text === undefined) throw raise('TypeError', `${name}() can't convert non-string with explicit base`);
  const n = parseInteger(name === 'long' ? text.replace(/[lL]\s*$/, '') : text, base);
  if (n === undefined) throw badLiteral(name, base, x);
  return n;
}
function newInt(cls: PyType, x: Value, base: Value): Value {
  checkNew(cls, int);
  const n =
    x === undefined && base === undefined ? 0 : base === undefined ? toInt(x, 'int') : toIntBase(x, base, 'int');
  if (cls === int) return n;
  const o = cls.alloc(cls);
  o.v = intValue(n);
  return o;
}
/** repr of an int; a long's ends in L. */
const text = (self: Value): string => {
  const v = intValue(self)!;
  if (typeof v === 'bigint') checkDigits(v);
  return v.toString();
};
const plain = (self: Value): Value => intValue(self);
const signed = (v: number | bigint, base: number, prefix: string): string =>
  (v < 0 ? '-' : '') + prefix + intText(v < 0 ? -v : v, base);
/** How many bits |v| has. */
export function bitsOf(v: number | bigint): number {
  if (typeof v === 'bigint') return bitLength(v < 0n ? -v : v);
  const n = Math.abs(v);
  return n < 4294967296 ? 32 - Math.clz32(n) : 64 - Math.clz32(Math.floor(n / 4294967296));
}
const ones = '0112122312232334';
function bitCount(v: number | bigint): number {
  const hex = (v < 0 ? -v : v).toString(16);
  let n = 0;
  for (let i = 0; i < hex.length; i++) n += Number(ones[Number.parseInt(hex[i]!, 16)]);
  return n;
}

export const int: PyType = define('int', {
  shape: Number,
  alloc: (cls) => {
    const o = Object.create(cls.proto);
    o.v = 0;
    return o;
  },
  statics: {
    '__new__(cls, x=0, /, base=10) @3.7+': newInt,
    '__new__(cls, x=0, base=10) @3.6-': newInt,
  },
  methods: {
    ...arithmetic(operations, other, (r) => r),
    ...comparisons(other),
    '__cmp__(self, value, /) @2.7-'(self, v) {
      const y = other(v);
      if (y === undefined) return NotImplemented;
      return compareNumbers(intValue(self)!, y)!;
    },
    '__coerce__(self, value, /) @2.7-'(self, v) {
      const y = other(v);
      return y === undefined ? NotImplemented : new PyTuple([self, v]);
    },
    '__pow__(self, value, mod=None, /)'(self, v, mod) {
      const y = other(v);
      if (y === undefined) return NotImplemented;
      const r = integerPower(intValue(self), y, mod);
      return isLong(mod) ? new PyLong(intValue(r)!) : r;
    },
    '__rpow__(self, value, mod=None, /)'(self, v, mod) {
      const y = other(v);
      return y === undefined ? NotImplemented : integerPower(y, intValue(self), mod);
    },
    '__neg__(self, /)': (self) => $neg(intValue(self)),
    '__pos__(self, /)': plain,
    '__abs__(self, /)'(self) {
      const v = intValue(self)!;
      return v < 0 ? $neg(v) : v;
    },
    '__invert__(self, /)': (self) => $invert(intValue(self)),
    '__bool__(self, /) @3.0+': (self) => intValue(self) != 0,
    '__nonzero__(self, /) @2.7-': (self) => intValue(self) != 0,
    '__int__(self, /)': plain,
    '__long__(self, /) @2.7-': (self) => new PyLong(intValue(self)!),
    '__float__(self, /)': (self) => new PyFloat(toFloat(intValue(self)!)),
    '__index__(self, /) @2.5+': plain,
    '__trunc__(self, /) @2.6+': plain,
    '__floor__(self, /) @3.0+': plain,
    '__ceil__(self, /) @3.0+': plain,
    '__round__(self, ndigits=None, /) @3.0+': (self, n) => roundInt(intValue(self)!, n),
    '__hash__(self, /)': (self) => hashInt(intValue(self)!),
    '__repr__(self, /)': text,
    '__str__(self, /) @2.7-': text,
    '__format__(self, format_spec, /) @2.6+': numberFormat((self, spec) =>
      formatInt(intValue(self)!, spec, self.cls.name),
    ),
    '__getnewargs__(self, /)': (self) => new PyTuple([intValue(self)]),
    '__oct__(self, /) @2.7-': (self) => signed(intValue(self)!, 8, intValue(self) == 0 ? '' : '0'),
    '__hex__(self, /) @2.7-': (self) => signed(intValue(self)!, 16, '0x'),
    '__sizeof__(self, /)': (self) =>
      since(300) ? 24 + 4 * Math.max(since(312) ? 1 : 0, Math.ceil(bitsOf(intValue(self)!) / 30)) : 24,
    'bit_length(self, /) @2.7+': (self) => bitsOf(intValue(self)!),
    'bit_count(self, /) @3.10+': (self) => bitCount(intValue(self)!),
    'conjugate(self, /) @2.6+': plain,
    'is_integer(self, /) @3.12+': () => true,
    'as_integer_ratio(self, /) @3.8+': (self) => new PyTuple([intValue(self), 1]),
    'to_bytes(self, /, length=1, byteorder="big", *, signed=False) @3.11+': toBytes,
    'to_bytes(self, /, length, byteorder, *, signed=False) @3.2-3.10': toBytes,
  },
  classMethods: {
    'from_bytes(cls, /, bytes, byteorder="big", *, signed=False) @3.11+': fromBytes,
    'from_bytes(cls, /, bytes, byteorder, *, signed=False) @3.2-3.10': fromBytes,
  },
  attributes: {
    'real @2.6+': plain,
    'imag @2.6+': () => 0,
    'numerator @2.6+': plain,
    'denominator @2.6+': () => 1,
  },
});
int.proto.isInt = true;
Object.setPrototypeOf(BigInt.prototype, Number.prototype);

function toBytes(self: Value, lengthValue: Value, order: Value, signedValue: Value): Value {
  const length = lengthValue === undefined ? 1 : Number(indexOf(lengthValue));
  const little = isLittle(order);
  const isSigned = signedValue !== undefined && $truth(signedValue);
  if (length < 0) throw raise('ValueError', 'length argument must be non-negative');
  const v = BigInt(intValue(self)!);
  if (v < 0n && !isSigned) throw raise('OverflowError', "can't convert negative int to unsigned");
  const bits = BigInt(length * 8);
  const fits = isSigned
    ? length === 0
      ? v === 0n
      : v >= -(1n << (bits - 1n)) && v < 1n << (bits - 1n)
    : v < 1n << bits;
  if (!fits) throw raise('OverflowError', 'int too big to convert');
  // Not BigInt.asUintN, which QuickJS gets wrong for negative numbers.
  const hex = length === 0 ? '' : (v < 0n ? v + (1n << bits) : v).toString(16).padStart(length * 2, '0');
  let s = '';
  for (let i = 0; i < length; i++) {
    const c = String.fromCharCode(Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
    s = little ? c + s : s + c;
  }
  return new PyBytes(s);
}
function isLittle(order: Value): boolean {
  if (order === undefined) return false;
  const s = strValue(order);
  if (s === undefined) throw raise('TypeError', `argument 'byteorder' must be str, not ${order.cls.name}`);
  if (s !== 'little' && s !== 'big') throw raise('ValueError', "byteorder must be either 'little' or 'big'");
  return s === 'little';
}
function fromBytes(cls: PyType, source: Value, order: Value, signedValue: Value): Value {
  const little = isLittle(order);
  const s: string = toByteString(source);
  let hex = '';
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i).toString(16).padStart(2, '0');
    hex = little ? c + hex : hex + c;
  }
  let n = hex === '' ? 0n : BigInt(`0x${hex}`);
  if (signedValue !== undefined && $truth(signedValue)) n = BigInt.asIntN(s.length * 8, n);
  return cls === int ? norm(n) : cls.tpcall([norm(n)], null);
}
/** The bytes of anything bytes() accepts except ints and text; bytes.ts knows how. */
export const hooks: { bytesOf: ((v: Value) => string) | null } = { bytesOf: null };
const toByteString = (v: Value): string => (v instanceof PyBytes ? v.s : hooks.bytesOf!(v));

export const bool: PyType = define('bool', {
  shape: Boolean,
  base: int,
  final: true,
  statics: {
    '__new__(cls, x=False, /) @3.7+': newBool,
    '__new__(cls, x=False) @3.6-': newBool,
  },
  methods: {
    '__repr__(self, /)': (self) => (self ? 'True' : 'False'),
    '__str__(self, /) @2.7-': (self) => (self ? 'True' : 'False'),
    '__and__(self, value, /)': (self, v) => logic(self, v, $and),
    '__rand__(self, value, /)': (self, v) => logic(self, v, $and),
    '__or__(self, value, /)': (self, v) => logic(self, v, $or),
    '__ror__(self, value, /)': (self, v) => logic(self, v, $or),
    '__xor__(self, value, /)': (self, v) => logic(self, v, $xor),
    '__rxor__(self, value, /)': (self, v) => logic(self, v, $xor),
  },
});
function newBool(cls: PyType, x: Value): Value {
  checkNew(cls, bool);
  return x !== undefined && $truth(x);
}
function logic(a: Value, b: Value, f: (x: Value, y: Value) => Value): Value {
  const y = typeof b === 'boolean' ? b : other(b);
  return y === undefined ? NotImplemented : f(a, y);
}
