/** float. Source: the library reference, "Numeric Types" and "Additional Methods on Float". */
import { define } from './define.ts';
import { raise } from './errors.ts';
import { floatRepr, floatStr, mantissa, roundFloat } from './float-text.ts';
import { numberFormat } from './format-slot.ts';
import { formatFloat } from './format-spec.ts';
import { numeral, truncate } from './int.ts';
import { parseFloatText } from './int-text.ts';
import type { NativeJs, PyType, Value } from './object.ts';
import { callMethod, special } from './object.ts';
import { checkNew } from './class-facts.ts';
import { compareNumbers } from './comparison.ts';
import { floatDivmod } from './division.ts';
import { floatValue, indexOf, norm, strValue } from './operands.ts';
import { floatPow } from './power.ts';
import { None, NotImplemented } from './singletons.ts';
import { R, since } from './state.ts';
import { PyFloat, PyTuple, PyUnicode, floatType } from './values.ts';

const F = (v: number): PyFloat => new PyFloat(v);
const zero = (kind: 'division' | 'modulo' | 'divmod'): Value =>
  raise(
    'ZeroDivisionError',
    since(314)
      ? 'division by zero'
      : kind === 'division'
        ? 'float division by zero'
        : kind === 'divmod'
          ? 'float divmod()'
          : since(311)
            ? 'float modulo by zero'
            : 'float modulo',
  );
const operations: Record<string, (x: number, y: number) => Value> = {
  add: (x, y) => F(x + y),
  sub: (x, y) => F(x - y),
  mul: (x, y) => F(x * y),
  truediv: divide,
  div: divide,
  floordiv(x, y) {
    if (y === 0)
      throw since(309) && !since(314) ? raise('ZeroDivisionError', 'float floor division by zero') : zero('divmod');
    return F(floatDivmod(x, y)[0]);
  },
  mod(x, y) {
    if (y === 0) throw zero('modulo');
    return F(floatDivmod(x, y)[1]);
  },
  divmod(x, y) {
    if (y === 0) throw zero('divmod');
    return new PyTuple(floatDivmod(x, y).map(F));
  },
  pow: floatPow,
};
function divide(x: number, y: number): Value {
  if (y === 0) throw zero('division');
  return F(x / y);
}
function arithmetic(): Record<string, NativeJs> {
  const methods: Record<string, NativeJs> = {};
  for (const [name, f] of Object.entries(operations)) {
    const rest = name === 'pow' ? ', mod=None, /)' : name === 'div' ? ', /) @2.7-' : ', /)';
    methods[`__${name}__(self, value${rest}`] = (self, v, mod) => {
      const y = floatValue(v);
      if (mod !== undefined && mod !== None)
        throw raise('TypeError', 'pow() 3rd argument not allowed unless all arguments are integers');
      return y === undefined ? NotImplemented : f(self.v, y);
    };
    methods[`__r${name}__(self, value${rest}`] = (self, v) => {
      const y = floatValue(v);
      return y === undefined ? NotImplemented : f(y, self.v);
    };
  }
  const tests: Record<string, (c: number | undefined) => boolean> = {
    lt: (c) => c === -1,
    le: (c) => c === -1 || c === 0,
    eq: (c) => c === 0,
    ne: (c) => c !== 0,
    gt: (c) => c === 1,
    ge: (c) => c === 1 || c === 0,
  };
  for (const [name, test] of Object.entries(tests))
    methods[`__${name}__(self, value, /)`] = (self, v) => {
      const c = compareNumbers(self, v);
      return c === null ? NotImplemented : test(c);
    };
  return methods;
}

/** float(x). Errors: TypeError, ValueError, OverflowError. */
export function toFloatValue(x: Value): number {
  if (x instanceof PyFloat && x.cls.heap === false) return x.v;
  if (special(x, '$__float__') !== undefined) {
    const r = callMethod(x, '$__float__', []);
    if (!(r instanceof PyFloat))
      throw raise(
        'TypeError',
        since(306)
          ? `${x.cls.name}.__float__ returned non-float (type ${r.cls.name})`
          : `__float__ returned non-float (type ${r.cls.name})`,
      );
    if (since(307) && r.cls !== float)
      R.warn?.(
        'DeprecationWarning',
        `${x.cls.name}.__float__ returned non-float (type ${r.cls.name}).  The ability to return an instance of a strict subclass of float is deprecated, and may be removed in a future version of Python.`,
        undefined as never,
        0,
      );
    return r.v;
  }
  if (since(308) && special(x, '$__index__') !== undefined) return floatValue(indexOf(x))!;
  const text = numeral(x);
  if (text !== undefined) return parseFloatOrRaise(text, x);
  if (x.cls.oldStyle) throw raise('AttributeError', `${x.cls.name} instance has no attribute '__float__'`);
  throw raise(
    'TypeError',
    since(300)
      ? `float() argument must be a string or a ${since(310) ? 'real ' : ''}number, not '${x.cls.name}'`
      : 'float() argument must be a string or a number',
  );
}
function parseFloatOrRaise(text: string, x: Value): number {
  const v = parseFloatText(text);
  if (v !== undefined) return v;
  if (since(300))
    throw raise(
      'ValueError',
      `could not convert string to float: ${since(307) || text !== '' ? callMethod(x, '$__repr__', []) : ''}`,
    );
  // Python 2 tells a text that begins with a number from one that does not.
  const begins = /^\s*[+-]?(\d|\.\d|inf|nan)/i.test(text);
  throw raise(
    'ValueError',
    begins
      ? `invalid literal for float(): ${text.split('\0')[0]}`
      : text === ''
        ? 'could not convert string to float: '
        : `could not convert string to float: ${text}`,
  );
}
function newFloat(cls: PyType, x: Value): Value {
  checkNew(cls, float);
  // Python 2 hands on what __float__ returned, be it of a subclass.
  if (cls === float && !since(300) && x !== undefined && x.cls.heap && special(x, '$__float__') !== undefined) {
    const r = callMethod(x, '$__float__', []);
    if (r instanceof PyFloat) return r;
  }
  const v = x === undefined ? 0 : toFloatValue(x);
  const o = float.alloc(cls);
  o.v = v;
  return o;
}
function ratio(v: number): Value {
  if (!Number.isFinite(v)) {
    const what = since(300)
      ? Number.isNaN(v)
        ? 'cannot convert NaN to integer ratio'
        : 'cannot convert Infinity to integer ratio'
      : `Cannot pass ${Number.isNaN(v) ? 'NaN' : 'infinity'} to float.as_integer_ratio.`;
    throw raise(Number.isNaN(v) ? 'ValueError' : 'OverflowError', what);
  }
  if (v === 0) return new PyTuple([0, 1]);
  const [m, e] = mantissa(Math.abs(v));
  const n = v < 0 ? -m : m;
  return new PyTuple(e >= 0 ? [norm(n << BigInt(e)), 1] : [norm(n), norm(1n << BigInt(-e))]);
}
/** The same number for equal numbers of any type: the value modulo 2⁶¹ - 1. */
export function hashFloat(v: number): Value {
  if (Number.isNaN(v)) return 0;
  if (!Number.isFinite(v)) return v > 0 ? 314159 : since(300) ? -314159 : -271828;
  if (v === 0) return 0;
  const prime = 2n ** 61n - 1n;
  const [m, e] = mantissa(Math.abs(v));
  // Multiplying by 2 modulo 2⁶¹ - 1 is a rotation of 61 bits.
  const shift = BigInt(((e % 61) + 61) % 61);
  const h = (m << shift) % prime;
  const r = v < 0 ? -h : h;
  return r === -1n ? -2 : norm(r);
}

/** `float.hex` and `float.fromhex` are in stdlib/_float_hex.py: few programs need them. */
const inHex = (name: string, v: Value): Value => R.importModule!('_float_hex').ns[name].call1(v);

export const float: PyType = define('float', {
  shape: PyFloat,
  alloc: (cls) => {
    if (cls.heap === false) return new PyFloat(0);
    const o = Object.create(cls.proto);
    o.v = 0;
    return o;
  },
  statics: {
    '__new__(cls, x=0, /) @3.7+': newFloat,
    '__new__(cls, x=0) @3.6-': newFloat,
  },
  methods: {
    ...arithmetic(),
    '__coerce__(self, value, /) @2.7-'(self, v) {
      const y = floatValue(v);
      return y === undefined ? NotImplemented : new PyTuple([self, F(y)]);
    },
    '__neg__(self, /)': (self) => F(-self.v),
    '__pos__(self, /)': (self) => F(self.v),
    '__abs__(self, /)': (self) => F(Math.abs(self.v)),
    '__bool__(self, /) @3.0+': (self) => self.v !== 0,
    '__nonzero__(self, /) @2.7-': (self) => self.v !== 0,
    '__int__(self, /)': (self) => truncate(self.v),
    '__long__(self, /) @2.7-': (self) => callMethod(truncate(self.v), '$__long__', []),
    '__float__(self, /)': (self) => F(self.v),
    '__trunc__(self, /) @2.6+': (self) => truncate(self.v),
    '__floor__(self, /) @3.9+': (self) => truncate(Math.floor(self.v)),
    '__ceil__(self, /) @3.9+': (self) => truncate(Math.ceil(self.v)),
    '__round__(self, ndigits=None, /) @3.0+'(self, digits) {
      if (digits === undefined || digits === None) {
        const low = Math.floor(self.v);
        const rest = self.v - low;
        return truncate(
          rest < 0.5 || (rest === 0.5 && low % 2 === 0) || Number.isNaN(rest)
            ? Number.isNaN(rest)
              ? self.v
              : low
            : low + 1,
        );
      }
      const n = indexOf(digits);
      const r = roundFloat(self.v, typeof n === 'bigint' ? (n > 0n ? 1e6 : -1e6) : n, false);
      if (!Number.isFinite(r) && Number.isFinite(self.v))
        throw raise('OverflowError', 'rounded value too large to represent');
      return F(r);
    },
    '__hash__(self, /)': (self) => hashFloat(self.v),
    '__repr__(self, /)': (self) => floatRepr(self.v),
    '__str__(self, /) @3.1-': (self) => floatStr(self.v),
    '__format__(self, format_spec, /) @2.6+': numberFormat((self, spec) =>
      formatFloat(self.v, spec, self.cls.heap ? self.cls.name : 'float'),
    ),
    '__getnewargs__(self, /)': (self) => new PyTuple([F(self.v)]),
    'is_integer(self, /) @2.6+': (self) => Number.isInteger(self.v),
    'as_integer_ratio(self, /) @2.6+': (self) => ratio(self.v),
    'conjugate(self, /) @2.6+': (self) => F(self.v),
    'hex(self, /) @2.6+': (self) => inHex('$to_hex', F(self.v)),
  },
  classMethods: {
    'fromhex(cls, string, /) @2.6+'(cls, text) {
      const s = strValue(text) ?? (text instanceof PyUnicode ? text.v : undefined);
      if (s === undefined)
        throw raise(
          'TypeError',
          since(300)
            ? 'bad argument type for built-in operation'
            : 'expected string or Unicode object, ' + text.cls.name + ' found',
        );
      const v = inHex('$from_hex', s);
      if (v === None) throw raise('ValueError', 'invalid hexadecimal floating-point string');
      if (v === true) throw raise('OverflowError', 'hexadecimal value too large to represent as a float');
      return cls === float ? v : cls.tpcall([v], null);
    },
    'from_number(cls, number, /) @3.14+'(cls, number) {
      if (numeral(number) !== undefined) throw raise('TypeError', `must be real number, not ${number.cls.name}`);
      const v = F(toFloatValue(number));
      return cls === float ? v : cls.tpcall([v], null);
    },
    '__getformat__(cls, typestr, /) @2.4+'(_cls, name) {
      const s = strValue(name);
      if (s === undefined)
        throw raise(
          'TypeError',
          `__getformat__() argument must be ${since(300) ? 'str' : 'string'}, not ${name.cls.name}`,
        );
      if (s !== 'double' && s !== 'float')
        throw raise('ValueError', "__getformat__() argument 1 must be 'double' or 'float'");
      return 'IEEE, little-endian';
    },
  },
  attributes: {
    'real @2.6+': (self) => F(self.v),
    'imag @2.6+': () => F(0),
  },
});
floatType.cls = float;
float.proto.truth = function (this: PyFloat): boolean {
  return this.v !== 0;
};
