/** complex. Source: the library reference, "Numeric Types" and `complex`; C99 Annex G for products of infinities is not followed, as CPython does not. */
import { define } from './define.ts';
import { raise } from './errors.ts';
import { floatRepr, general, shortText } from './float-text.ts';
import { hashFloat, toFloatValue } from './float.ts';
import { numberFormat } from './format-slot.ts';
import { formatComplex } from './format-spec.ts';
import { asciiDigits } from './int-text.ts';
import type { NativeJs, PyType, Value } from './object.ts';
import { callMethod, special } from './object.ts';
import { checkNew } from './class-facts.ts';
import { floatDivmod } from './division.ts';
import { floatValue, intValue, norm, strValue } from './operands.ts';
import { hooks } from './operator-hooks.ts';
import { None, NotImplemented } from './singletons.ts';
import { R, since } from './state.ts';
import { PyComplex, PyFloat, PyTuple, PyUnicode } from './values.ts';

type Pair = [number, number];
const C = (re: number, im: number): PyComplex => new PyComplex(re, im);

/** A number as a pair; undefined for anything else. */
function pair(v: Value): Pair | undefined {
  if (v instanceof PyComplex) return [v.re, v.im];
  const x = floatValue(v);
  return x === undefined ? undefined : [x, 0];
}
const zeroDivision = (): Value =>
  raise('ZeroDivisionError', since(314) ? 'division by zero' : 'complex division by zero');

/** Division that scales by the larger part, so that it neither overflows nor loses. */
function divide([a, b]: Pair, [c, d]: Pair): Pair {
  if (Math.abs(c) >= Math.abs(d)) {
    if (c === 0) throw zeroDivision();
    const ratio = d / c;
    const denominator = c + d * ratio;
    return [(a + b * ratio) / denominator, (b - a * ratio) / denominator];
  }
  if (Math.abs(d) >= Math.abs(c)) {
    const ratio = c / d;
    const denominator = c * ratio + d;
    return [(a * ratio + b) / denominator, (b * ratio - a) / denominator];
  }
  return [NaN, NaN];
}
const multiply = ([a, b]: Pair, [c, d]: Pair): Pair => [a * c - b * d, a * d + b * c];

export function power(x: Pair, y: Pair): Pair {
  const [re, im] = y;
  if (re === 0 && im === 0) return [1, 0];
  if (x[0] === 0 && x[1] === 0) {
    if (im !== 0 || re < 0)
      throw raise(
        'ZeroDivisionError',
        since(314) ? 'zero to a negative or complex power' : '0.0 to a negative or complex power',
      );
    return [0, 0];
  }
  if (im === 0 && Number.isInteger(re) && Math.abs(re) <= 100)
    return re > 0 ? integral(x, re) : divide([1, 0], integral(x, -re));
  const size = Math.hypot(x[0], x[1]);
  const angle = Math.atan2(x[1], x[0]);
  let length = size ** re;
  let phase = angle * re;
  if (im !== 0) {
    length *= Math.exp(-angle * im);
    phase += im * Math.log(size);
  }
  const r: Pair = [length * Math.cos(phase), length * Math.sin(phase)];
  if (!Number.isFinite(r[0]) && !Number.isFinite(r[1]) && [x[0], x[1], re, im].every(Number.isFinite))
    throw raise('OverflowError', 'complex exponentiation');
  return r;
}
function integral(x: Pair, n: number): Pair {
  let r: Pair = [1, 0];
  let p = x;
  for (let mask = 1; mask > 0 && n >= mask; mask <<= 1) {
    if (n & mask) r = multiply(r, p);
    p = multiply(p, p);
  }
  return r;
}
hooks.negativePow = (x, y) => C(...power([x, 0], [y, 0]));

function arithmetic(): Record<string, NativeJs> {
  const methods: Record<string, NativeJs> = {};
  const operations: Record<string, (x: Pair, y: Pair) => Value> = {
    add: ([a, b], [c, d]) => C(a + c, b + d),
    sub: ([a, b], [c, d]) => C(a - c, b - d),
    mul: (x, y) => C(...multiply(x, y)),
    truediv: (x, y) => C(...divide(x, y)),
    div: (x, y) => C(...divide(x, y)),
    pow: (x, y) => C(...power(x, y)),
  };
  for (const [name, f] of Object.entries(operations)) {
    const rest = name === 'pow' ? ', mod=None, /)' : name === 'div' ? ', /) @2.7-' : ', /)';
    methods[`__${name}__(self, value${rest}`] = (self, v, mod) => {
      const y = pair(v);
      if (y === undefined) return NotImplemented;
      if (mod !== undefined && mod !== None) throw raise('ValueError', 'complex modulo');
      return f([self.re, self.im], y);
    };
    methods[`__r${name}__(self, value${rest}`] = (self, v) => {
      const y = pair(v);
      return y === undefined ? NotImplemented : f(y, [self.re, self.im]);
    };
  }
  for (const name of ['floordiv', 'mod', 'divmod']) {
    // Python 2 had them, on the real part of the quotient.
    methods[`__${name}__(self, value, /) @2.7-`] = (self, v) => {
      const y = pair(v);
      return y === undefined ? NotImplemented : oldDivision([self.re, self.im], y, name);
    };
    methods[`__r${name}__(self, value, /) @2.7-`] = (self, v) => {
      const y = pair(v);
      return y === undefined ? NotImplemented : oldDivision(y, [self.re, self.im], name);
    };
  }
  const equal = (self: Value, v: Value): boolean | undefined => {
    if (v instanceof PyComplex) return self.re === v.re && self.im === v.im;
    const i = intValue(v);
    if (i !== undefined) return self.im === 0 && self.re == i;
    return v instanceof PyFloat ? self.im === 0 && self.re === v.v : undefined;
  };
  methods['__eq__(self, value, /)'] = (self, v) => equal(self, v) ?? NotImplemented;
  methods['__ne__(self, value, /)'] = (self, v) => {
    const r = equal(self, v);
    return r === undefined ? NotImplemented : !r;
  };
  for (const name of ['lt', 'le', 'gt', 'ge'])
    methods[`__${name}__(self, value, /)`] = (_self, v) => {
      if (!since(300) && pair(v) !== undefined)
        throw raise('TypeError', 'no ordering relation is defined for complex numbers');
      return NotImplemented;
    };
  return methods;
}
function oldDivision(x: Pair, y: Pair, name: string): Value {
  if (y[0] === 0 && y[1] === 0)
    throw raise('ZeroDivisionError', name === 'mod' ? 'complex remainder' : 'complex divmod()');
  const q = floatDivmod(divide(x, y)[0], 1)[0];
  const product = multiply(y, [q, 0]);
  const rest = C(x[0] - product[0], x[1] - product[1]);
  return name === 'mod' ? rest : name === 'floordiv' ? C(q, 0) : new PyTuple([C(q, 0), rest]);
}

const part = (x: number, precise: boolean): string => {
  if (!Number.isFinite(x)) return floatRepr(x);
  const text = since(302) || (precise && since(207)) ? shortText(x, false) : general(x, precise ? 17 : 12);
  return x < 0 || Object.is(x, -0) ? `-${text}` : text;
};
function complexText(v: PyComplex, precise: boolean): string {
  const im = part(v.im, precise);
  if (v.re === 0 && !Object.is(v.re, -0)) return `${im}j`;
  return `(${part(v.re, precise)}${im[0] === '-' ? '' : '+'}${im}j)`;
}

const number = '(?:\\d(?:_?\\d)*\\.?(?:\\d(?:_?\\d)*)?|\\.\\d(?:_?\\d)*)(?:[eE][+-]?\\d(?:_?\\d)*)?|inf(?:inity)?|nan';
const whole = new RegExp(`^([+-]?(?:${number}))?(?:([+-]?(?:${number})?)[jJ])?$`, 'i');
function parse(text: string): Pair {
  let t = asciiDigits(text).replace(/^[\s\x1c-\x1f\x85]+|[\s\x1c-\x1f\x85]+$/g, '');
  if (t.startsWith('(') && t.endsWith(')')) t = t.slice(1, -1).trim();
  const fail = (): Value => raise('ValueError', 'complex() arg is a malformed string');
  if (t.includes('_') && !since(306)) throw fail();
  const m = whole.exec(t);
  if (m === null || t === '') throw fail();
  const value = (s: string): number => {
    const plain = s.replaceAll('_', '').toLowerCase();
    if (plain === '' || plain === '+') return 1;
    if (plain === '-') return -1;
    if (plain.includes('inf')) return plain[0] === '-' ? -Infinity : Infinity;
    return plain.includes('nan') ? NaN : Number(plain);
  };
  // "5j" is an imaginary part alone: the first group took its number.
  if (/[jJ]$/.test(t)) {
    const imaginary = m[2]!;
    if (m[1] !== undefined && imaginary === '') return [0, value(m[1])];
    if (m[1] !== undefined && imaginary[0] !== '+' && imaginary[0] !== '-') {
      const again = new RegExp(`^([+-]?(?:${number}))[jJ]$`, 'i').exec(t);
      if (again === null) throw fail();
      return [0, value(again[1]!)];
    }
    return [m[1] === undefined ? 0 : value(m[1]), value(imaginary)];
  }
  return [value(m[1]!), 0];
}
/** `__complex__`, `__float__`, `__index__`, or a number. */
function coerce(v: Value, which: 1 | 2): Pair {
  if (v instanceof PyComplex && v.cls.heap === false) return [v.re, v.im];
  if (which === 1 && special(v, '$__complex__') !== undefined) {
    const r = callMethod(v, '$__complex__', []);
    if (!(r instanceof PyComplex))
      throw raise(
        'TypeError',
        since(311)
          ? `${v.cls.name}.__complex__() returned non-complex (type ${r.cls.name})`
          : '__complex__ should return a complex object',
      );
    if (since(307) && r.cls !== complex)
      R.warn?.(
        'DeprecationWarning',
        `${v.cls.name}.__complex__() returned non-complex (type ${r.cls.name}).  The ability to return an instance of a strict subclass of complex is deprecated, and may be removed in a future version of Python.`,
        undefined as never,
        0,
      );
    return [r.re, r.im];
  }
  const p = pair(v);
  if (p !== undefined && v.cls.heap === false) return p;
  if (special(v, '$__float__') === undefined && special(v, '$__index__') === undefined && p === undefined)
    throw raise(
      'TypeError',
      which === 2
        ? since(314)
          ? `complex() argument 'imag' must be a real number, not ${v.cls.name}`
          : `complex() second argument must be a number, not '${v.cls.name}'`
        : since(314)
          ? `complex() argument must be a string or a number, not ${v.cls.name}`
          : `complex() first argument must be a string or a number, not '${v.cls.name}'`,
    );
  if (p !== undefined && v instanceof PyComplex) return p;
  return [toFloatValue(v), 0];
}
function newComplex(cls: PyType, re: Value, im: Value): Value {
  checkNew(cls, complex);
  if (re instanceof PyComplex && re.cls.heap === false && cls === complex && im === undefined) return re;
  const text = re === undefined ? undefined : (strValue(re) ?? (re instanceof PyUnicode ? re.v : undefined));
  let p: Pair;
  if (text !== undefined) {
    if (im !== undefined)
      throw raise(
        'TypeError',
        since(314)
          ? "complex() argument 'real' must be a real number, not str"
          : "complex() can't take second arg if first is a string",
      );
    p = parse(text);
  } else {
    if (im !== undefined && (strValue(im) !== undefined || im instanceof PyUnicode))
      throw raise(
        'TypeError',
        since(314)
          ? "complex() argument 'imag' must be a real number, not str"
          : "complex() second arg can't be a string",
      );
    const a = re === undefined ? ([0, 0] as Pair) : coerce(re, 1);
    p = a;
    if (im !== undefined) {
      const b = coerce(im, 2);
      p = [im instanceof PyComplex ? a[0] - b[1] : a[0], re instanceof PyComplex ? b[0] + a[1] : b[0]];
    }
  }
  const o = complex.alloc(cls);
  o.re = p[0];
  o.im = p[1];
  return o;
}

export const complex: PyType = define('complex', {
  shape: PyComplex,
  alloc: (cls) => {
    if (cls.heap === false) return new PyComplex(0, 0);
    const o = Object.create(cls.proto);
    o.re = 0;
    o.im = 0;
    return o;
  },
  statics: { '__new__(cls, real=0, imag=0)': newComplex },
  methods: {
    ...arithmetic(),
    '__neg__(self, /)': (self) => C(-self.re, -self.im),
    '__pos__(self, /)': (self) => C(self.re, self.im),
    '__abs__(self, /)'(self) {
      const r = Math.hypot(self.re, self.im);
      if (!Number.isFinite(r) && Number.isFinite(self.re) && Number.isFinite(self.im))
        throw raise('OverflowError', 'absolute value too large');
      return new PyFloat(r);
    },
    '__bool__(self, /) @3.0+': (self) => self.re !== 0 || self.im !== 0,
    '__nonzero__(self, /) @2.7-': (self) => self.re !== 0 || self.im !== 0,
    '__complex__(self, /) @3.11+': (self) => C(self.re, self.im),
    '__int__(self, /) @3.9-'() {
      throw raise('TypeError', "can't convert complex to int");
    },
    '__float__(self, /) @3.9-'() {
      throw raise('TypeError', "can't convert complex to float");
    },
    '__long__(self, /) @2.7-'() {
      throw raise('TypeError', "can't convert complex to long");
    },
    '__coerce__(self, value, /) @2.7-'(self, v) {
      const p = pair(v);
      return p === undefined ? NotImplemented : new PyTuple([self, C(...p)]);
    },
    '__hash__(self, /)'(self) {
      const re = BigInt(hashFloat(self.re));
      const im = BigInt(hashFloat(self.im));
      const h = BigInt.asIntN(64, re + 1000003n * im);
      return h === -1n ? -2 : norm(h);
    },
    '__repr__(self, /)': (self) => complexText(self, true),
    '__str__(self, /) @3.1-': (self) => complexText(self, false),
    '__format__(self, format_spec, /) @2.6+': numberFormat((self, spec) => formatComplex(self.re, self.im, spec)),
    '__getnewargs__(self, /)': (self) => new PyTuple([new PyFloat(self.re), new PyFloat(self.im)]),
    'conjugate(self, /)': (self) => C(self.re, -self.im),
  },
  classMethods: {
    'from_number(cls, number, /) @3.14+'(cls, v) {
      const [re, im] = coerce(v, 1);
      return cls === complex ? C(re, im) : cls.tpcall([C(re, im)], null);
    },
  },
  attributes: { real: (self) => new PyFloat(self.re), imag: (self) => new PyFloat(self.im) },
});
complex.proto.truth = function (this: PyComplex): boolean {
  return this.re !== 0 || this.im !== 0;
};
