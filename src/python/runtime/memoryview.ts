/** memoryview: a window on the bytes of another object, in one dimension. Source: the library reference, "Memory Views"; PEP 3118. */
import { bufferOf, bytesLike, hexText } from './buffers.ts';
import { define } from './define.ts';
import { raise } from './errors.ts';
import { PyIterator, defineIterator } from './iteration.ts';
import type { PyType, Value } from './object.ts';
import { PyObject, special } from './object.ts';
import { equal } from './comparison.ts';
import { hashText } from './hash.ts';
import { indexOf, intValue, norm, strValue } from './operands.ts';
import { address } from './repr.ts';
import { None, NotImplemented } from './singletons.ts';
import { sliceIndices } from './slicing.ts';
import { since } from './state.ts';
import { PyByteArray, PyBytes, PyFloat, PyList, PySlice, PyTuple } from './values.ts';

const view = new DataView(new ArrayBuffer(8));
/** Native formats: size, and how a value is read from and put into the scratch view. */
interface Format {
  size: number;
  read: () => Value;
  write: (v: Value) => void;
}
const integer = (size: number, low: bigint, high: bigint, get: () => Value, set: (n: bigint) => void): Format => ({
  size,
  read: get,
  write(v) {
    const n = intValue(v) ?? (special(v, '$__index__') !== undefined ? indexOf(v) : undefined);
    if (n === undefined) throw raise('TypeError', 'format');
    if (n < low || n > high) throw raise('ValueError', 'format');
    set(BigInt(n));
  },
});
const real = (size: number, get: () => number, set: (n: number) => void): Format => ({
  size,
  read: () => new PyFloat(get()),
  write(v) {
    const n = v instanceof PyFloat ? v.v : intValue(v);
    if (n === undefined) throw raise('TypeError', 'format');
    set(Number(n));
  },
});
const formats: Record<string, Format> = {
  B: integer(
    1,
    0n,
    255n,
    () => view.getUint8(0),
    (n) => view.setUint8(0, Number(n)),
  ),
  b: integer(
    1,
    -128n,
    127n,
    () => view.getInt8(0),
    (n) => view.setInt8(0, Number(n)),
  ),
  H: integer(
    2,
    0n,
    65535n,
    () => view.getUint16(0, true),
    (n) => view.setUint16(0, Number(n), true),
  ),
  h: integer(
    2,
    -32768n,
    32767n,
    () => view.getInt16(0, true),
    (n) => view.setInt16(0, Number(n), true),
  ),
  I: integer(
    4,
    0n,
    2n ** 32n - 1n,
    () => view.getUint32(0, true),
    (n) => view.setUint32(0, Number(n), true),
  ),
  i: integer(
    4,
    -(2n ** 31n),
    2n ** 31n - 1n,
    () => view.getInt32(0, true),
    (n) => view.setInt32(0, Number(n), true),
  ),
  Q: integer(
    8,
    0n,
    2n ** 64n - 1n,
    () => norm(view.getBigUint64(0, true)),
    (n) => view.setBigUint64(0, n, true),
  ),
  q: integer(
    8,
    -(2n ** 63n),
    2n ** 63n - 1n,
    () => norm(view.getBigInt64(0, true)),
    (n) => view.setBigInt64(0, n, true),
  ),
  f: real(
    4,
    () => view.getFloat32(0, true),
    (n) => view.setFloat32(0, n, true),
  ),
  d: real(
    8,
    () => view.getFloat64(0, true),
    (n) => view.setFloat64(0, n, true),
  ),
  '?': {
    size: 1,
    read: () => view.getUint8(0) !== 0,
    write: (v) => view.setUint8(0, v === true || (intValue(v) ?? 0) != 0 ? 1 : 0),
  },
  c: {
    size: 1,
    read: () => new PyBytes(String.fromCharCode(view.getUint8(0))),
    write(v) {
      if (!(v instanceof PyBytes)) throw raise('TypeError', 'format');
      if (v.s.length !== 1) throw raise('ValueError', 'format');
      view.setUint8(0, v.s.charCodeAt(0));
    },
  },
};
formats.L = formats.Q!;
formats.l = formats.q!;
formats.N = formats.P = formats.Q!;
formats.n = formats.q!;

class PyMemoryView extends PyObject {
  /** The object whose bytes these are; null once released. */
  of: Value;
  /** Where the first item begins, in bytes; from item to item; how many. */
  start: number;
  stride: number;
  count: number;
  format: string;
  readonly: boolean;
  hashed: Value = undefined;
  constructor(of: Value, start: number, stride: number, count: number, format: string, readonly: boolean) {
    super();
    this.of = of;
    this.start = start;
    this.stride = stride;
    this.count = count;
    this.format = format;
    this.readonly = readonly;
    if (of.exports !== undefined) of.exports++;
  }
  get size(): number {
    return formats[this.format]!.size;
  }
  check(): void {
    if (this.of === null) throw raise('ValueError', 'operation forbidden on released memoryview object');
  }
  /** The bytes that are seen, one item after the other. */
  bufferText(): string {
    this.check();
    const s = bufferOf(this.of)!;
    if (this.stride === this.size) return s.slice(this.start, this.start + this.count * this.size);
    let out = '';
    for (let i = 0; i < this.count; i++)
      out += s.slice(this.start + i * this.stride, this.start + i * this.stride + this.size);
    return out;
  }
  item(i: number): Value {
    const s = bufferOf(this.of)!;
    const at = this.start + i * this.stride;
    if (this.format === 'B') return since(300) ? s.charCodeAt(at) : s[at]!;
    for (let n = 0; n < this.size; n++) view.setUint8(n, s.charCodeAt(at + n));
    return formats[this.format]!.read();
  }
  /** Puts bytes at item i. */
  put(i: number, bytes: string): void {
    const at = this.start + i * this.stride;
    if (this.of.putBytes !== undefined) this.of.putBytes(at, bytes);
    else this.of.s = this.of.s.slice(0, at) + bytes + this.of.s.slice(at + bytes.length);
  }
  items(): Value[] {
    this.check();
    const out: Value[] = [];
    for (let i = 0; i < this.count; i++) out.push(this.item(i));
    return out;
  }
  release(): void {
    if (this.of === null) return;
    if (this.of.exports !== undefined) this.of.exports--;
    this.of = null;
  }
}
const at = (m: PyMemoryView, i: Value): number => {
  const n = Number(indexOf(i));
  const k = n < 0 ? n + m.count : n;
  if (k < 0 || k >= m.count) throw raise('IndexError', 'index out of bounds on dimension 1');
  return k;
};
function encoded(m: PyMemoryView, v: Value): string {
  try {
    formats[m.format]!.write(v);
  } catch (e) {
    const kind = (e as Value)?.cls?.name;
    if ((e as Value)?.args?.[0] !== 'format') throw e;
    throw raise(kind, `memoryview: invalid ${kind === 'ValueError' ? 'value' : 'type'} for format '${m.format}'`);
  }
  let out = '';
  for (let n = 0; n < m.size; n++) out += String.fromCharCode(view.getUint8(n));
  return out;
}
function assign(m: PyMemoryView, i: Value, v: Value): void {
  m.check();
  if (m.readonly) throw raise('TypeError', 'cannot modify read-only memory');
  if (i instanceof PySlice) {
    const [start, , step, n] = sliceIndices(i, m.count);
    const s = bytesLike(v);
    const same = v instanceof PyMemoryView ? v.format === m.format : m.format === 'B';
    if (!same || s.length !== n * m.size)
      throw raise('ValueError', 'memoryview assignment: lvalue and rvalue have different structures');
    for (let k = 0; k < n; k++) m.put(start + k * step, s.slice(k * m.size, (k + 1) * m.size));
    return;
  }
  if (intValue(i) === undefined && special(i, '$__index__') === undefined)
    throw raise('TypeError', 'memoryview: invalid slice key');
  m.put(at(m, i), encoded(m, v));
}
function get(m: PyMemoryView, i: Value): Value {
  m.check();
  if (i instanceof PySlice) {
    const [start, , step, n] = sliceIndices(i, m.count);
    return new PyMemoryView(m.of, m.start + start * m.stride, m.stride * step, n, m.format, m.readonly);
  }
  if (i instanceof PyTuple && i.a.length === 1) return get(m, i.a[0]);
  if (intValue(i) === undefined && special(i, '$__index__') === undefined)
    throw raise('TypeError', 'memoryview: invalid slice key');
  return m.item(at(m, i));
}
function cast(m: PyMemoryView, formatValue: Value, shape: Value): Value {
  m.check();
  const text = strValue(formatValue);
  if (text === undefined) throw raise('TypeError', `cast() argument 'format' must be str, not ${formatValue.cls.name}`);
  const format = text.replace(/^@/, '');
  if (formats[format] === undefined)
    throw raise(
      'ValueError',
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    );
  if (m.stride !== m.size) throw raise('TypeError', 'memoryview: casts are restricted to C-contiguous views');
  if (m.size !== 1 && formats[format]!.size !== 1)
    throw raise('TypeError', 'memoryview: cannot cast between two non-byte formats');
  const bytes = m.count * m.size;
  const size = formats[format]!.size;
  if (bytes % size !== 0) throw raise('TypeError', 'memoryview: length is not a multiple of itemsize');
  if (shape !== undefined && shape !== None && (shape.a === undefined || shape.a.length !== 1))
    throw raise('NotImplementedError', 'memoryview.cast(): this Python has memory views of one dimension only');
  return new PyMemoryView(m.of, m.start, size, bytes / size, format, m.readonly);
}
function same(m: PyMemoryView, v: Value): Value {
  if (m === v) return true;
  const s = v instanceof PyMemoryView ? undefined : bufferOf(v);
  if (!(v instanceof PyMemoryView) && s === undefined) return NotImplemented;
  if (m.of === null || (v instanceof PyMemoryView && v.of === null)) return false;
  if (v instanceof PyMemoryView && (v.format !== 'B' || m.format !== 'B')) {
    const [a, b] = [m.items(), v.items()];
    return a.length === b.length && a.every((x, i) => equal(x, b[i]));
  }
  if (m.format !== 'B') {
    const a = m.items();
    return a.length === s!.length && a.every((x, i) => equal(x, s!.charCodeAt(i)));
  }
  return m.bufferText() === (v instanceof PyMemoryView ? v.bufferText() : s);
}

export const memoryview: PyType = define('memoryview', {
  shape: PyMemoryView,
  final: true,
  statics: {
    '__new__(cls, object)'(_cls, v) {
      if (v instanceof PyMemoryView) {
        v.check();
        return new PyMemoryView(v.of, v.start, v.stride, v.count, v.format, v.readonly);
      }
      const s = bufferOf(v);
      if (s === undefined || (typeof v === 'string' && since(300)))
        throw raise(
          'TypeError',
          since(300)
            ? `memoryview: a bytes-like object is required, not '${v.cls.name}'`
            : `cannot make memory view because object does not have the buffer interface`,
        );
      const format: string = v.bufferFormat ?? 'B';
      const size = formats[format]!.size;
      return new PyMemoryView(
        v,
        0,
        size,
        s.length / size,
        format,
        !(v instanceof PyByteArray) && v.putBytes === undefined,
      );
    },
  },
  methods: {
    '__getitem__(self, key, /)': get,
    '__setitem__(self, key, value, /)'(self, i, v) {
      assign(self, i, v);
      return None;
    },
    '__delitem__(self, key, /)'() {
      throw raise('TypeError', 'cannot delete memory');
    },
    '__len__(self, /)'(self) {
      self.check();
      return self.count;
    },
    '__iter__(self, /)'(self) {
      self.check();
      return new MemoryIterator(self.items()[Symbol.iterator]());
    },
    '__eq__(self, value, /)': same,
    '__ne__(self, value, /)'(self, v) {
      const r = same(self, v);
      return r === NotImplemented ? r : !r;
    },
    '__hash__(self, /)'(self) {
      if (self.hashed !== undefined) return self.hashed;
      self.check();
      if (!self.readonly) throw raise('ValueError', 'cannot hash writable memoryview object');
      return (self.hashed = hashText(self.bufferText()));
    },
    '__repr__(self, /)': (self) => `<${self.of === null ? 'released memory' : 'memory'} at ${address(self)}>`,
    '__enter__(self, /) @3.2+'(self) {
      self.check();
      return self;
    },
    '__exit__(self, /, *exc_info) @3.2+'(self) {
      self.release();
      return None;
    },
    'release(self, /) @3.2+'(self) {
      self.release();
      return None;
    },
    'tobytes(self, /, order="C")': (self) => (since(300) ? new PyBytes(self.bufferText()) : self.bufferText()),
    'tolist(self, /)': (self) => new PyList(self.items()),
    'hex(self, /, sep=None, bytes_per_sep=1) @3.8+': (self, sep, per) => hexText(self.bufferText(), sep, per),
    'hex(self, /) @3.5-3.7': (self) => hexText(self.bufferText(), undefined, undefined),
    'cast(self, /, format, shape=None) @3.3+': cast,
    'toreadonly(self, /) @3.8+'(self) {
      self.check();
      return new PyMemoryView(self.of, self.start, self.stride, self.count, self.format, true);
    },
    'count(self, value, /) @3.14+': (self, v) => self.items().filter((x: Value) => equal(x, v)).length,
    'index(self, value, start=0, stop=None, /) @3.14+'(self, v) {
      const i = self.items().findIndex((x: Value) => equal(x, v));
      if (i < 0) throw raise('ValueError', 'memoryview.index(x): x not found');
      return i;
    },
  },
  attributes: {
    'obj @3.3+': (self) => {
      self.check();
      return self.of;
    },
    'nbytes @3.3+': (self) => self.count * self.size,
    itemsize: (self) => self.size,
    format: (self) => {
      self.check();
      return self.format;
    },
    ndim: () => 1,
    shape: (self) => {
      self.check();
      return new PyTuple([self.count]);
    },
    strides: (self) => new PyTuple([self.stride]),
    suboffsets: () => new PyTuple([]),
    readonly: (self) => {
      self.check();
      return self.readonly;
    },
    'contiguous @3.3+': (self) => self.stride === self.size || self.count < 2,
    'c_contiguous @3.3+': (self) => self.stride === self.size || self.count < 2,
    'f_contiguous @3.3+': (self) => self.stride === self.size || self.count < 2,
  },
});
memoryview.proto.truth = function (this: PyMemoryView): boolean {
  this.check();
  return this.count > 0;
};
class MemoryIterator extends PyIterator {}
defineIterator('memory_iterator', MemoryIterator);
