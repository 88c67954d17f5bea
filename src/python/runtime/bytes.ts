/** bytes and bytearray. Source: the library reference, "Bytes and Bytearray Operations". */
import { objectState } from './instances.ts';
import {
  bufferOf,
  byte,
  bytesFromItems,
  bytesKind,
  bytesLike,
  bytesText,
  construct,
  fromHexText,
  hexText,
} from './buffers.ts';
import { decode } from './codecs.ts';
import { define, extend } from './define.ts';
import { raise } from './errors.ts';
import { hooks as intHooks } from './int.ts';
import { PyIterator, defineIterator } from './iteration.ts';
import type { NativeJs, PyType, Value } from './object.ts';
import { callMethod, special } from './object.ts';
import { checkNew } from './class-facts.ts';
import { comparisonMethods } from './comparison.ts';
import { hashText } from './hash.ts';
import { MAX_TEXT } from './limits.ts';
import { indexOf, intValue, strValue } from './operands.ts';
import { percentBytes } from './percent.ts';
import { None, NotImplemented } from './singletons.ts';
import { position, sliceIndices } from './slicing.ts';
import { R, since } from './state.ts';
import { nameOr } from './str.ts';
import { asciiCase } from './text-case.ts';
import { repeatText, textMethods } from './text-methods.ts';
import { PyByteArray, PyBytes, PySlice, PyTuple, PyUnicode } from './values.ts';

const makeBytes = (s: string): PyBytes => new PyBytes(s);
const makeArray = (s: string): PyByteArray => new PyByteArray(s);
const bytesKind3 = bytesKind('bytes', makeBytes);
const arrayKind = bytesKind('bytearray', makeArray);

function shared(make: (s: string) => Value): Record<string, NativeJs> {
  return {
    ...comparisonMethods((test) => (self, v) => {
      const s = bufferOf(v) ?? (!since(300) ? strValue(v) : undefined);
      return s === undefined ? NotImplemented : test(self.s < s ? -1 : self.s > s ? 1 : 0);
    }),
    '__add__(self, value, /)'(self, v) {
      const s = bufferOf(v);
      if (s === undefined)
        throw raise(
          'TypeError',
          since(306)
            ? `can't concat ${v.cls.name} to ${self.cls.name}`
            : `can't concat ${self.cls.name} to ${v.cls.name}`,
        );
      if (self.s.length + s.length > MAX_TEXT) throw raise('MemoryError');
      return make(self.s + s);
    },
    '__contains__(self, key, /)'(self, v) {
      if (intValue(v) !== undefined || special(v, '$__index__') !== undefined) return self.s.includes(byte(v));
      return self.s.includes(bytesLike(v));
    },
    '__mod__(self, value, /) @3.5+': (self, v) => make(percentBytes(self.s, v)),
    '__rmod__(self, value, /) @3.5+': (self, v) => {
      const s = bufferOf(v);
      return s === undefined ? NotImplemented : make(percentBytes(s, self));
    },
    'hex(self, /, sep=None, bytes_per_sep=1) @3.8+': (self, sep, per) => hexText(self.s, sep, per),
    'hex(self, /) @3.5-3.7': (self) => hexText(self.s, undefined, undefined),
    'decode(self, /, encoding="utf-8", errors="strict")': (self, encoding, errors) => {
      const text = decode(
        self.s,
        nameOr(encoding, since(300) ? 'utf-8' : 'ascii', 'encoding', 'decode'),
        nameOr(errors, 'strict', 'errors', 'decode'),
      );
      return since(300) ? text : new PyUnicode(text);
    },
    'translate(self, table, /, delete=b"")'(self, table, drop) {
      const t = table === None ? undefined : bytesLike(table);
      if (t !== undefined && t.length !== 256)
        throw raise('ValueError', 'translation table must be 256 characters long');
      const without = drop === undefined ? '' : bytesLike(drop);
      let out = '';
      for (const c of self.s) if (!without.includes(c)) out += t === undefined ? c : t[c.charCodeAt(0)]!;
      return make(out);
    },
  };
}
const makeTrans = (a: Value, b: Value): PyBytes => {
  const [from, to] = [bytesLike(a), bytesLike(b)];
  if (from.length !== to.length) throw raise('ValueError', 'maketrans arguments must have same length');
  const table = Array.from({ length: 256 }, (_, i) => String.fromCharCode(i));
  for (let i = 0; i < from.length; i++) table[from.charCodeAt(i)] = to[i]!;
  return new PyBytes(table.join(''));
};
function newBytes(cls: PyType, v: Value, encoding: Value, errors: Value): Value {
  checkNew(cls, bytes);
  if (cls === bytes && v instanceof PyBytes && v.cls === bytes && encoding === undefined && errors === undefined)
    return v;
  // What __bytes__ returned is kept, be it of a subclass.
  if (
    cls === bytes &&
    v !== undefined &&
    encoding === undefined &&
    errors === undefined &&
    special(v, '$__bytes__') !== undefined &&
    !(v instanceof PyBytes && v.cls.heap === false)
  ) {
    const r = callMethod(v, '$__bytes__', []);
    if (!(r instanceof PyBytes)) throw raise('TypeError', `__bytes__ returned non-bytes (type ${r.cls.name})`);
    return r;
  }
  const o = bytes.alloc(cls);
  o.s = construct('bytes', v, encoding, errors);
  return o;
}

export const bytes: PyType = define('bytes', {
  shape: PyBytes,
  alloc: (cls) => {
    if (cls.heap === false) return new PyBytes('');
    const o = Object.create(cls.proto);
    o.s = '';
    return o;
  },
  statics: {
    '__new__(cls, source=b"", encoding=None, errors=None)': newBytes,
    'maketrans(frm, to, /)': makeTrans,
  },
  methods: {
    ...textMethods(bytesKind3),
    ...asciiCase(bytesKind3),
    ...shared(makeBytes),
    '__hash__(self, /)': (self) => hashText(self.s),
    '__repr__(self, /)': (self) => `b${bytesText(self.s)}`,
    '__str__(self, /)': (self) => `b${bytesText(self.s)}`,
    '__bytes__(self, /) @3.11+': (self) => (self.cls.heap ? new PyBytes(self.s) : self),
    '__iter__(self, /)': (self) => new BytesIterator(self),
    '__getnewargs__(self, /)': (self) => new PyTuple([new PyBytes(self.s)]),
    '__sizeof__(self, /)': (self) => 33 + self.s.length,
  },
  classMethods: {
    'fromhex(cls, string, /)': (cls, text) =>
      cls === bytes ? new PyBytes(fromHexText(text)) : cls.tpcall([new PyBytes(fromHexText(text))], null),
  },
});
bytes.proto.isSequence = true;
bytes.proto.truth = function (this: PyBytes): boolean {
  return this.s !== '' || (this.cls.heap && R.genericTruth !== undefined ? R.genericTruth(this) : false);
};

/** Walks bytes or a bytearray, whose length may change meanwhile. */
class BytesIterator extends PyIterator {
  of: Value;
  at = 0;
  constructor(of: Value) {
    super(undefined as unknown as Iterator<Value>);
    this.of = of;
    this.left = () => (this.of === null ? 0 : Math.max(0, this.of.s.length - this.at));
  }
  override step(): Value {
    if (this.of === null) return undefined;
    if (this.at < this.of.s.length) return this.of.s.charCodeAt(this.at++);
    this.of = null;
    return undefined;
  }
  override *jsiter(): Generator<Value> {
    for (let c = this.step(); c !== undefined; c = this.step()) yield c;
  }
}
class ByteArrayIterator extends BytesIterator {}
defineIterator('bytes_iterator', BytesIterator);
defineIterator('bytearray_iterator', ByteArrayIterator);
for (const shape of [BytesIterator, ByteArrayIterator])
  extend((shape.prototype as Value).cls, {
    methods: {
      '__reduce__(self, /)': (self) =>
        new PyTuple(
          self.of === null
            ? [R.builtins!.$iter, new PyTuple([new PyTuple([])])]
            : [R.builtins!.$iter, new PyTuple([self.of]), self.at],
        ),
      '__setstate__(self, state, /)'(self, state) {
        if (self.of !== null) self.at = Math.max(0, Math.min(Number(indexOf(state)), self.of.s.length));
        return None;
      },
    },
  });

/* ---- bytearray ---- */

/** Replaces the content; a memoryview on it forbids another length. Errors: BufferError. */
function setContent(self: PyByteArray, s: string): void {
  if (self.exports > 0 && s.length !== self.s.length)
    throw raise('BufferError', 'Existing exports of data: object cannot be re-sized');
  if (s.length > MAX_TEXT) throw raise('MemoryError');
  self.s = s;
}
const arrayByte = (v: Value): string => {
  if (!since(300)) {
    const s = strValue(v);
    if (s !== undefined) {
      if (s.length !== 1) throw raise('ValueError', 'string must be of size 1');
      return s;
    }
  }
  return byte(v);
};
function assignSlice(self: PyByteArray, by: PySlice, v: Value): void {
  let s = bufferOf(v);
  if (s === undefined) {
    if (
      strValue(v) !== undefined ||
      intValue(v) !== undefined ||
      (special(v, '$__iter__') === undefined && special(v, '$__getitem__') === undefined)
    )
      throw raise('TypeError', 'can assign only bytes, buffers, or iterables of ints in range(0, 256)');
    s = bytesFromItems(v, 'bytearray');
  }
  const [start, stop, step, n] = sliceIndices(by, self.s.length);
  if (step === 1) {
    setContent(self, self.s.slice(0, start) + s + self.s.slice(Math.max(start, stop)));
    return;
  }
  if (s.length !== n)
    throw raise('ValueError', `attempt to assign bytes of size ${s.length} to extended slice of size ${n}`);
  const chars = self.s.split('');
  for (let i = 0; i < n; i++) chars[start + i * step] = s[i]!;
  self.s = chars.join('');
}
function deleteSlice(self: PyByteArray, by: PySlice): void {
  const [start, stop, step, n] = sliceIndices(by, self.s.length);
  if (step === 1) {
    setContent(self, self.s.slice(0, start) + self.s.slice(Math.max(start, stop)));
    return;
  }
  const gone = new Set<number>();
  for (let i = 0; i < n; i++) gone.add(start + i * step);
  setContent(
    self,
    self.s
      .split('')
      .filter((_, i) => !gone.has(i))
      .join(''),
  );
}
const badArrayIndex = (i: Value): Value =>
  raise('TypeError', `bytearray indices must be integers or slices, not ${i.cls.name}`);
const isIndex = (v: Value): boolean => intValue(v) !== undefined || special(v, '$__index__') !== undefined;

/** What else than its bytes an instance of a subclass has. */
const stateOf = (self: Value): Value => (self.cls.heap ? objectState(self) : None);
export const bytearray: PyType = define('bytearray', {
  shape: PyByteArray,
  alloc: (cls) => {
    if (cls.heap === false) return new PyByteArray('');
    const o = Object.create(cls.proto);
    o.s = '';
    o.exports = 0;
    return o;
  },
  statics: {
    '__new__(cls, *args, **kw)': (cls) => (checkNew(cls, bytearray), bytearray.alloc(cls)),
    'maketrans(frm, to, /) @3.0+': makeTrans,
  },
  methods: {
    ...textMethods(arrayKind),
    ...asciiCase(arrayKind),
    ...shared(makeArray),
    '__init__(self, source=b"", encoding=None, errors=None)'(self, v, encoding, errors) {
      setContent(self, construct('bytearray', v, encoding, errors));
      return None;
    },
    '__repr__(self, /)': (self) => `${since(300) ? self.cls.name : 'bytearray'}(b${bytesText(self.s, "'")})`,
    '__str__(self, /)': (self) => (since(300) ? `${self.cls.name}(b${bytesText(self.s, "'")})` : self.s),
    '__iter__(self, /)': (self) => new ByteArrayIterator(self),
    '__setitem__(self, key, value, /)'(self, i, v) {
      if (i instanceof PySlice) assignSlice(self, i, v);
      else {
        if (!isIndex(i)) throw badArrayIndex(i);
        const at = position(i, self.s.length, 'bytearray index');
        const c = arrayByte(v);
        self.s = self.s.slice(0, at) + c + self.s.slice(at + 1);
      }
      return None;
    },
    '__delitem__(self, key, /)'(self, i) {
      if (i instanceof PySlice) deleteSlice(self, i);
      else {
        if (!isIndex(i)) throw badArrayIndex(i);
        const at = position(i, self.s.length, 'bytearray index');
        setContent(self, self.s.slice(0, at) + self.s.slice(at + 1));
      }
      return None;
    },
    '__iadd__(self, value, /)'(self, v) {
      const s = bufferOf(v);
      if (s === undefined)
        throw raise(
          'TypeError',
          since(306) ? `can't concat ${v.cls.name} to ${self.cls.name}` : `can't concat ${v.cls.name} to bytearray`,
        );
      setContent(self, self.s + s);
      return self;
    },
    '__imul__(self, value, /)'(self, n) {
      if (!isIndex(n)) throw raise('TypeError', `can't multiply sequence by non-int of type '${n.cls.name}'`);
      setContent(self, repeatText(self.s, indexOf(n)));
      return self;
    },
    'append(self, item, /)'(self, v) {
      setContent(self, self.s + arrayByte(v));
      return None;
    },
    'extend(self, iterable_of_ints, /)'(self, v) {
      const s = bufferOf(v);
      if (s === undefined && since(300) && strValue(v) !== undefined)
        throw raise(
          'TypeError',
          since(313) ? "expected iterable of integers; got: 'str'" : "'str' object cannot be interpreted as an integer",
        );
      if (s === undefined && special(v, '$__iter__') === undefined && special(v, '$__getitem__') === undefined)
        throw raise(
          'TypeError',
          since(307) ? `can't extend bytearray with ${v.cls.name}` : `'${v.cls.name}' object is not iterable`,
        );
      setContent(self, self.s + (s ?? bytesFromItems(v, 'bytearray')));
      return None;
    },
    'insert(self, index, item, /)'(self, i, v) {
      const n = Number(indexOf(i));
      const at = n < 0 ? Math.max(0, n + self.s.length) : Math.min(n, self.s.length);
      setContent(self, self.s.slice(0, at) + arrayByte(v) + self.s.slice(at));
      return None;
    },
    'pop(self, index=-1, /)'(self, i) {
      const size = self.s.length;
      if (size === 0) throw raise('IndexError', 'pop from empty bytearray');
      const n = i === undefined ? -1 : Number(indexOf(i));
      const at = n < 0 ? n + size : n;
      if (at < 0 || at >= size) throw raise('IndexError', 'pop index out of range');
      const c = self.s.charCodeAt(at);
      setContent(self, self.s.slice(0, at) + self.s.slice(at + 1));
      return c;
    },
    'remove(self, value, /)'(self, v) {
      const at = self.s.indexOf(arrayByte(v));
      if (at < 0) throw raise('ValueError', 'value not found in bytearray');
      setContent(self, self.s.slice(0, at) + self.s.slice(at + 1));
      return None;
    },
    'reverse(self, /)'(self) {
      self.s = self.s.split('').reverse().join('');
      return None;
    },
    'clear(self, /) @3.3+'(self) {
      setContent(self, '');
      return None;
    },
    'copy(self, /) @3.3+': (self) => new PyByteArray(self.s),
    'resize(self, size, /) @3.14+'(self, size) {
      const n = Number(indexOf(size));
      if (n < 0) throw raise('ValueError', `bytearray.resize(): new size must be >= 0, got ${n}`);
      if (n > MAX_TEXT) throw raise('MemoryError');
      setContent(self, self.s.slice(0, n).padEnd(n, '\0'));
      return None;
    },
    '__reduce__(self, /)': (self) =>
      new PyTuple([
        self.cls,
        new PyTuple(self.s === '' ? [] : [since(300) ? new PyBytes(self.s) : self.s]),
        stateOf(self),
      ]),
    '__reduce_ex__(self, protocol=0, /)': (self) =>
      new PyTuple([
        self.cls,
        new PyTuple(self.s === '' ? [] : [since(300) ? new PyBytes(self.s) : self.s]),
        stateOf(self),
      ]),
    '__alloc__(self, /)': (self) => self.s.length + 1,
    '__sizeof__(self, /)': (self) => 57 + self.s.length,
  },
  classMethods: {
    'fromhex(cls, string, /)': (cls, text) =>
      cls === bytearray ? new PyByteArray(fromHexText(text)) : cls.tpcall([new PyBytes(fromHexText(text))], null),
  },
  values: { __hash__: None },
});
bytearray.proto.isSequence = true;
bytearray.proto.truth = function (this: PyByteArray): boolean {
  return this.s !== '';
};

/** What int.from_bytes takes besides bytes. */
intHooks.bytesOf = (v) => {
  if (strValue(v) !== undefined) throw raise('TypeError', `cannot convert '${v.cls.name}' object to bytes`);
  return construct('bytes', v, undefined, undefined);
};
