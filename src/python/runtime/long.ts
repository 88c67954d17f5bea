/** Python 2's long: an int of any size that shows an L. Source: the Python 2.7 library reference, "Numeric Types". */
import { define } from './define.ts';
import { raise } from './errors.ts';
import { formatInt } from './format-spec.ts';
import { arithmetic, bitsOf, comparisons, operations, toInt, toIntBase } from './int.ts';
import { integerPower } from './int-arithmetic.ts';
import type { PyType, Value } from './object.ts';
import { checkNew } from './class-facts.ts';
import { hashInt } from './hash.ts';
import { intValue, norm, strValue, toFloat } from './operands.ts';
import { $invert, $neg } from './operators.ts';
import { NotImplemented } from './singletons.ts';
import { PyFloat, PyLong, PyTuple, PyUnicode } from './values.ts';

/** Any int result as a long; other results (a float of `/`) as they are. */
function long(r: Value): Value {
  if (r instanceof PyTuple) return new PyTuple(r.a.map(long));
  const v = typeof r === 'boolean' ? undefined : intValue(r);
  return v === undefined ? r : new PyLong(v);
}
/** A number as an int where it fits into 64 bits: what int() gives. */
const shortened = (v: number | bigint): Value => (typeof v === 'number' ? v : norm(v));
const divisions: typeof operations = {};
for (const name of ['floordiv', 'mod', 'div', 'divmod'])
  divisions[name] = (a, b) => {
    if (b == 0) throw raise('ZeroDivisionError', 'long division or modulo by zero');
    return operations[name]!(a, b);
  };
function newLong(cls: PyType, x: Value, base: Value): Value {
  checkNew(cls, longType);
  const r =
    x === undefined && base === undefined ? 0 : base === undefined ? toInt(x, 'long') : toIntBase(x, base, 'long');
  const o = longType.alloc(cls);
  o.v = intValue(r);
  return o;
}
const plain = (self: Value): Value => new PyLong(self.v);

export const longType: PyType = define('long', {
  shape: PyLong,
  alloc: (cls) => {
    if (cls.heap === false) return new PyLong(0);
    const o = Object.create(cls.proto);
    o.v = 0;
    return o;
  },
  statics: { '__new__(cls, x=0, base=10)': newLong },
  methods: {
    ...arithmetic({ ...operations, ...divisions }, intValue, long),
    ...comparisons(intValue),
    '__pow__(self, value, mod=None, /)'(self, v, mod) {
      const y = intValue(v);
      return y === undefined ? NotImplemented : long(integerPower(self.v, y, mod));
    },
    '__rpow__(self, value, mod=None, /)'(self, v, mod) {
      const y = intValue(v);
      return y === undefined ? NotImplemented : long(integerPower(y, self.v, mod));
    },
    '__coerce__(self, value, /)'(self, v) {
      const y = intValue(v);
      return y === undefined ? NotImplemented : new PyTuple([plain(self), new PyLong(y)]);
    },
    '__neg__(self, /)': (self) => long($neg(self.v)),
    '__pos__(self, /)': plain,
    '__abs__(self, /)': (self) => long(self.v < 0 ? $neg(self.v) : self.v),
    '__invert__(self, /)': (self) => long($invert(self.v)),
    '__nonzero__(self, /)': (self) => self.v != 0,
    '__int__(self, /)': (self) => shortened(self.v),
    '__long__(self, /)': plain,
    '__float__(self, /)': (self) => new PyFloat(toFloat(self.v)),
    '__index__(self, /)': plain,
    '__trunc__(self, /)': plain,
    '__hash__(self, /)': (self) => hashInt(self.v),
    '__repr__(self, /)': (self) => `${self.v}L`,
    '__str__(self, /)': (self) => String(self.v),
    '__oct__(self, /)': (self) =>
      `${self.v < 0 ? '-' : ''}${self.v == 0 ? '' : '0'}${(self.v < 0 ? -self.v : self.v).toString(8)}L`,
    '__hex__(self, /)': (self) => `${self.v < 0 ? '-' : ''}0x${(self.v < 0 ? -self.v : self.v).toString(16)}L`,
    '__getnewargs__(self, /)': (self) => new PyTuple([plain(self)]),
    '__format__(self, format_spec, /)'(self, spec) {
      const s = strValue(spec) ?? (spec instanceof PyUnicode ? spec.v : undefined);
      if (s === undefined) throw raise('TypeError', `__format__ arg must be str or unicode, not ${spec.cls.name}`);
      return s === '' ? String(self.v) : formatInt(self.v, s, 'long');
    },
    'bit_length(self, /)': (self) => bitsOf(self.v),
    'conjugate(self, /)': plain,
  },
  attributes: { real: plain, imag: () => new PyLong(0), numerator: plain, denominator: () => new PyLong(1) },
});
longType.proto.truth = function (this: PyLong): boolean {
  return this.v != 0;
};
