/** Python 2's text: unicode, and basestring above both strings. Source: the Python 2.7 library reference, "Sequence Types". */
import { encode, decode } from './codecs.ts';
import { define, onActivate } from './define.ts';
import { raise } from './errors.ts';
import { formatText } from './format-spec.ts';
import type { NativeJs, PyType, Value } from './object.ts';
import { callMethod, special } from './object.ts';
import { checkNew } from './class-facts.ts';
import { compareText, comparisonMethods } from './comparison.ts';
import { hashText } from './hash.ts';
import { MAX_TEXT } from './limits.ts';
import { strValue } from './operands.ts';
import { percentUnicode } from './percent.ts';
import { NotImplemented } from './singletons.ts';
import { since } from './state.ts';
import { coerced, decodeArgument, nameOr, str, translateBy, unicodeKind, within } from './str.ts';
import { formatMethod } from './str-format.ts';
import { unicodeCase } from './text-case.ts';
import { textMethods } from './text-methods.ts';
import { quoted } from './text-repr.ts';
import { PyTuple, PyUnicode } from './values.ts';

export const basestring: PyType = define('basestring', {
  statics: {
    '__new__(cls, *args, **kw)'() {
      throw raise('TypeError', 'The basestring type cannot be instantiated');
    },
  },
});
const make = (s: string): PyUnicode => new PyUnicode(s);

/** unicode(x): `__unicode__`, else its str decoded as ASCII. Errors: UnicodeDecodeError, TypeError. */
function toUnicode(v: Value): string {
  if (v instanceof PyUnicode && v.cls.heap === false) return v.v;
  if (special(v, '$__unicode__') !== undefined) return textOf(callMethod(v, '$__unicode__', []));
  if (v instanceof PyUnicode) return v.v;
  if (typeof v === 'string') return decode(v, 'ascii', 'strict');
  const f = special(v, '$__str__');
  return textOf(callMethod(v, f === undefined ? '$__repr__' : '$__str__', []));
}
function textOf(r: Value): string {
  const s = coerced(r);
  if (s === undefined) throw raise('TypeError', `coercing to Unicode: need string or buffer, ${r.cls.name} found`);
  return s;
}
function newUnicode(cls: PyType, v: Value, encoding: Value, errors: Value): Value {
  checkNew(cls, unicode);
  const s =
    v === undefined
      ? ''
      : encoding === undefined && errors === undefined
        ? toUnicode(v)
        : decodeArgument(v, encoding, errors);
  const o = unicode.alloc(cls);
  o.v = s;
  return o;
}
function comparing(): Record<string, NativeJs> {
  return comparisonMethods((test, name) => (self, v) => {
    let s: string | undefined = v instanceof PyUnicode ? v.v : strValue(v);
    if (s === undefined) return NotImplemented;
    // Bytes beyond ASCII equal no text.
    if (!(v instanceof PyUnicode) && /[^\x00-\x7f]/.test(s)) {
      if (name === 'eq' || name === 'ne') return name === 'ne';
      s = decode(s, 'ascii', 'strict');
    }
    return test(compareText(self.v, s));
  });
}
function concat(self: Value, v: Value): Value {
  const s = coerced(v);
  if (s === undefined) throw raise('TypeError', `coercing to Unicode: need string or buffer, ${v.cls.name} found`);
  if (self.v.length + s.length > MAX_TEXT) throw raise('MemoryError');
  return make(self.v + s);
}

export const unicode: PyType = define('unicode', {
  shape: PyUnicode,
  base: basestring,
  alloc: (cls) => {
    if (cls.heap === false) return new PyUnicode('');
    const o = Object.create(cls.proto);
    o.v = '';
    return o;
  },
  statics: { '__new__(cls, string="", encoding=None, errors=None)': newUnicode },
  methods: {
    ...within(textMethods(unicodeKind), false),
    ...within(unicodeCase(unicodeKind), false),
    ...comparing(),
    '__add__(self, value, /)': concat,
    '__radd__(self, value, /)'(self, v) {
      const s = coerced(v);
      return s === undefined ? NotImplemented : make(s + self.v);
    },
    '__contains__(self, key, /)'(self, v) {
      const s = coerced(v);
      if (s === undefined) throw raise('TypeError', `coercing to Unicode: need string or buffer, ${v.cls.name} found`);
      return self.v.includes(s);
    },
    '__mod__(self, value, /)': (self, v) => percentUnicode(self.v, v),
    '__hash__(self, /)': (self) => hashText(self.v),
    '__repr__(self, /)': (self) => `u${quoted(self.v, true)}`,
    '__str__(self, /)': (self) => encode(self.v, 'ascii', 'strict'),
    '__getnewargs__(self, /)': (self) => new PyTuple([make(self.v)]),
    '__format__(self, format_spec, /)'(self, spec) {
      const s = coerced(spec);
      if (s === undefined) throw raise('TypeError', `__format__ arg must be str or unicode, not ${spec.cls.name}`);
      return make(formatText(self.v, s, 'unicode'));
    },
    'format(self, *args, **kwargs) @2.6+': (self, args, kw) => make(formatMethod(self.v, args, kw, true)),
    'encode(self, encoding=None, errors=None)': (self, encoding, errors) =>
      encode(self.v, nameOr(encoding, 'ascii', 'encoding'), nameOr(errors, 'strict', 'errors')),
    'decode(self, encoding=None, errors=None)': (self, encoding, errors) =>
      make(
        decode(
          encode(self.v, 'ascii', 'strict'),
          nameOr(encoding, 'ascii', 'encoding'),
          nameOr(errors, 'strict', 'errors'),
        ),
      ),
    'translate(self, table, /)': (self, table) => make(translateBy(self.v, table, true)),
  },
});
unicode.proto.isSequence = true;
unicode.proto.truth = function (this: PyUnicode): boolean {
  return this.v !== '';
};
unicode.proto.jsiter = function* (this: PyUnicode): Generator<Value> {
  for (const c of this.v) yield make(c);
};
/** A unicode and the str of the same ASCII text are the same dictionary key. */
unicode.proto.plainKey = function (this: PyUnicode): Value {
  return /^[\x00-\x7f]*$/.test(this.v) ? this.v : undefined;
};

/** In Python 2 str stands under basestring. */
onActivate.push(() => {
  if (since(300)) return;
  str.bases = [basestring];
  str.mro = [str, ...basestring.mro];
  Object.setPrototypeOf(str.dict, basestring.dict);
  basestring.subclasses.push(str);
});
