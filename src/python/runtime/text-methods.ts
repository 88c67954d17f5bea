/** The methods that all types of text share: see kinds.ts. Source: the library reference, "String Methods" and "Bytes and Bytearray Operations". */
import { raise } from './errors.ts';
import type { Kind } from './kinds.ts';
import { items } from './iteration.ts';
import type { NativeJs, Value } from './object.ts';
import { MAX_TEXT } from './limits.ts';
import { indexOf, intValue } from './operands.ts';
import { $truth } from './truth.ts';
import { None, NotImplemented } from './singletons.ts';
import { clampEnd, clampStart, position, sliceIndices } from './slicing.ts';
import { since } from './state.ts';
import * as search from './text-search.ts';
import { PyList, PySlice, PyTuple } from './values.ts';

const count = (v: Value): number => {
  if (v === undefined) return -1;
  if (typeof v === 'number') return v;
  const n = indexOf(v);
  if (typeof n === 'number') return n;
  if (n >= 2n ** 63n || n < -(2n ** 63n)) throw raise('OverflowError', 'Python int too large to convert to C ssize_t');
  return n > 0n ? Number.MAX_SAFE_INTEGER : -Number.MAX_SAFE_INTEGER;
};
function checkSize(n: number): void {
  if (n > MAX_TEXT) throw raise('MemoryError');
}

/** The shared methods, for one kind. Keys are signatures as define() wants them. */
export function textMethods(k: Kind): Record<string, NativeJs> {
  /** [text, needle, from, to] in JavaScript's positions; from > to when nothing can be found. */
  function range(self: Value, from: Value, to: Value): [string, number, number] {
    const s = k.text(self);
    if (from === undefined && to === undefined) return [s, 0, s.length];
    const n = k.size(s);
    const i = clampStart(from, n);
    const j = clampEnd(to, n);
    if (i > n || i > j) return [s, 1, 0];
    return n === s.length ? [s, i, j] : [s, k.unitOf(s, i), k.unitOf(s, j)];
  }
  const found = (s: string, at: number): number => (at < 0 ? -1 : k.pointOf(s, at));
  const index = (self: Value, v: Value, from: Value, to: Value, method: string, f: typeof search.find): number => {
    const sub = k.needle(v, method);
    const [s, i, j] = range(self, from, to);
    return found(s, f(s, sub, i, j));
  };
  function must(n: number): number {
    if (n < 0) throw raise('ValueError', k.notFound);
    return n;
  }
  function affix(self: Value, v: Value, from: Value, to: Value, method: 'startswith' | 'endswith'): boolean {
    if (v.text && self.text && from === undefined)
      return method === 'startswith' ? self.startsWith(v) : self.endsWith(v);
    const [s, i, j] = range(self, from, to);
    if (v instanceof PyTuple) {
      for (const one of v.a) if (matches(s, k.piece(one, `${method} tuple`, 0), i, j, method)) return true;
      return false;
    }
    return matches(s, k.piece(v, method, 0), i, j, method);
  }
  const matches = (s: string, sub: string, i: number, j: number, method: string): boolean => {
    if (i > j || i + sub.length > j) return false;
    return method === 'startswith' ? s.startsWith(sub, i) : s.endsWith(sub, j);
  };
  const dropper = (v: Value, method: string): ((c: string) => boolean) => {
    if (v === undefined || v === None) return (c) => k.spaces.test(c);
    const set = k.separator(v, method);
    return (c) => set.includes(c);
  };
  const list = (parts: string[]): PyList => new PyList(parts.map(k.make));
  const make = k.make === identity ? (parts: string[]): PyList => new PyList(parts) : list;
  function nonEmpty(sep: string): string {
    if (sep === '') throw raise('ValueError', 'empty separator');
    return sep;
  }
  function partition(self: Value, v: Value, last: boolean): PyTuple {
    const s = k.text(self);
    const sep = nonEmpty(k.piece(v, last ? 'rpartition' : 'partition', 0));
    const i = last ? s.lastIndexOf(sep) : s.indexOf(sep);
    if (i < 0) return new PyTuple((last ? ['', '', s] : [s, '', '']).map(k.make));
    return new PyTuple([s.slice(0, i), sep, s.slice(i + sep.length)].map(k.make));
  }
  function justified(self: Value, width: Value, fill: Value, method: string): Value {
    const s = k.text(self);
    const n = count(width);
    const c = fill === undefined ? ' ' : k.fill(fill, method);
    const missing = n - k.size(s);
    if (missing <= 0) return k.make(s);
    checkSize(n);
    if (method === 'ljust') return k.make(s + c.repeat(missing));
    if (method === 'rjust') return k.make(c.repeat(missing) + s);
    const left = (missing >> 1) + (missing & n & 1);
    return k.make(c.repeat(left) + s + c.repeat(missing - left));
  }
  return {
    'find(self, sub, start=None, end=None, /)': (self, v, i, j) => index(self, v, i, j, 'find', search.find),
    'rfind(self, sub, start=None, end=None, /)': (self, v, i, j) => index(self, v, i, j, 'rfind', search.findLast),
    'index(self, sub, start=None, end=None, /)': (self, v, i, j) => must(index(self, v, i, j, 'index', search.find)),
    'rindex(self, sub, start=None, end=None, /)': (self, v, i, j) =>
      must(index(self, v, i, j, 'rindex', search.findLast)),
    'count(self, sub, start=None, end=None, /)'(self, v, from, to) {
      const sub = k.needle(v, 'count');
      const [s, i, j] = range(self, from, to);
      if (sub === '') return i > j ? 0 : k.pointOf(s, j) - k.pointOf(s, i) + 1;
      return search.count(s, sub, i, j);
    },
    'startswith(self, prefix, start=None, end=None, /)': (self, v, i, j) => affix(self, v, i, j, 'startswith'),
    'endswith(self, suffix, start=None, end=None, /)': (self, v, i, j) => affix(self, v, i, j, 'endswith'),
    'replace(self, old, new, /, count=-1) @3.13+': replace,
    'replace(self, old, new, count=-1, /) @3.12-': replace,
    'split(self, /, sep=None, maxsplit=-1) @3.3+': split,
    'split(self, sep=None, maxsplit=-1, /) @2.7-': split,
    'rsplit(self, /, sep=None, maxsplit=-1) @3.3+': splitRight,
    'rsplit(self, sep=None, maxsplit=-1, /) @2.4-2.7': splitRight,
    'strip(self, chars=None, /)': (self, v) => k.make(search.strip(k.text(self), dropper(v, 'strip'), true, true)),
    'lstrip(self, chars=None, /)': (self, v) => k.make(search.strip(k.text(self), dropper(v, 'lstrip'), true, false)),
    'rstrip(self, chars=None, /)': (self, v) => k.make(search.strip(k.text(self), dropper(v, 'rstrip'), false, true)),
    'partition(self, sep, /) @2.5+': (self, v) => partition(self, v, false),
    'rpartition(self, sep, /) @2.5+': (self, v) => partition(self, v, true),
    'removeprefix(self, prefix, /) @3.9+'(self, v) {
      const s = k.text(self);
      const p = k.piece(v, 'removeprefix', 0);
      return k.make(p !== '' && s.startsWith(p) ? s.slice(p.length) : s);
    },
    'removesuffix(self, suffix, /) @3.9+'(self, v) {
      const s = k.text(self);
      const p = k.piece(v, 'removesuffix', 0);
      return k.make(p !== '' && s.endsWith(p) ? s.slice(0, -p.length) : s);
    },
    'splitlines(self, /, keepends=False) @3.0+': splitLines,
    'splitlines(self, keepends=False, /) @2.7-': splitLines,
    'expandtabs(self, /, tabsize=8) @3.0+': expandTabs,
    'expandtabs(self, tabsize=8, /) @2.7-': expandTabs,
    'center(self, width, fillchar=" ", /)': (self, w, c) => justified(self, w, c, 'center'),
    'ljust(self, width, fillchar=" ", /)': (self, w, c) => justified(self, w, c, 'ljust'),
    'rjust(self, width, fillchar=" ", /)': (self, w, c) => justified(self, w, c, 'rjust'),
    'zfill(self, width, /)'(self, width) {
      const s = k.text(self);
      const n = count(width);
      const missing = n - k.size(s);
      if (missing <= 0) return k.make(s);
      checkSize(n);
      const sign = s[0] === '+' || s[0] === '-' ? s[0] : '';
      return k.make(sign + '0'.repeat(missing) + s.slice(sign.length));
    },
    'join(self, iterable, /)'(self, iterable) {
      const sep = k.text(self);
      if (iterable.row && self.text && allText(iterable.a, sep.length)) return iterable.a.join(sep);
      const parts = joinable(iterable);
      if (parts.length === 1 && parts[0].cls.heap === false && k.keeps(parts[0])) return parts[0];
      let total = sep.length * parts.length;
      let out = '';
      for (let i = 0; i < parts.length; i++) {
        const s = k.member(parts[i], i);
        total += s.length;
        checkSize(total);
        out = i === 0 ? s : out + sep + s;
      }
      return k.make(out);
    },
    '__len__(self, /)': (self) => k.size(k.text(self)),
    '__getitem__(self, key, /)'(self, i) {
      const s = k.text(self);
      if (i instanceof PySlice) return k.make(slice(s, i));
      if (typeof i !== 'number' && intValue(i) === undefined && i.cls.dict.$__index__ === undefined)
        throw badIndex(i, k);
      return k.item(s, position(i, k.size(s), k.indexName));
    },
    '__getslice__(self, start, stop, /) @2.7-': (self, i, j) => k.make(slice(k.text(self), new PySlice(i, j, None))),
    '__mul__(self, value, /)': repeat,
    '__rmul__(self, value, /)': repeat,
  };

  /** Nothing but plain text, and not too much of it. Errors: MemoryError. */
  function allText(parts: Value[], between: number): boolean {
    let total = between * parts.length;
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i];
      if (part.text !== true) return false;
      total += part.length;
    }
    checkSize(total);
    return true;
  }
  function joinable(v: Value): Value[] {
    if (v.cls.dict.$__iter__ === undefined && v.cls.dict.$__getitem__ === undefined)
      throw raise('TypeError', 'can only join an iterable');
    return items(v);
  }
  function slice(s: string, by: PySlice): string {
    const [start, stop, step, n] = sliceIndices(by, k.size(s));
    if (step === 1) return start < stop ? k.cut(s, start, stop) : '';
    let out = '';
    for (let i = start, left = n; left > 0; i += step, left--) out += k.cut(s, i, i + 1);
    return out;
  }
  function replace(self: Value, a: Value, b: Value, n: Value): Value {
    const s = k.text(self);
    const old = k.piece(a, 'replace', 1);
    const by = k.piece(b, 'replace', 2);
    const limit = count(n);
    if (by.length > old.length && s.length * (by.length + 1) > MAX_TEXT) {
      const times = old === '' ? s.length + 1 : search.count(s, old, 0, s.length);
      checkSize(s.length + (limit < 0 ? times : Math.min(times, limit)) * (by.length - old.length));
    }
    return k.make(search.replace(s, old, by, limit, () => (k.size(s) === s.length ? s.split('') : Array.from(s))));
  }
  function split(self: Value, sep: Value, limit: Value): Value {
    const s = k.text(self);
    const n = limit === undefined ? -1 : count(limit);
    if (sep === undefined || sep === None) return make(search.splitWords(s, k.words, n));
    return make(search.split(s, nonEmpty(k.separator(sep, 'split')), n));
  }
  function splitRight(self: Value, sep: Value, limit: Value): Value {
    const s = k.text(self);
    const n = limit === undefined ? -1 : count(limit);
    if (sep === undefined || sep === None) return make(search.splitWordsRight(s, k.words, n));
    return make(search.splitRight(s, nonEmpty(k.separator(sep, 'rsplit')), n));
  }
  function splitLines(self: Value, keep: Value): Value {
    return make(search.splitLines(k.text(self), k.lines, keep !== undefined && $truth(keep)));
  }
  function expandTabs(self: Value, size: Value): Value {
    const n = size === undefined ? 8 : count(size);
    const s = k.text(self);
    if (n > 0 && s.includes('\t')) checkSize(s.length + n * (s.split('\t').length - 1));
    return k.make(search.expandTabs(s, n));
  }
  function repeat(self: Value, v: Value): Value {
    if (intValue(v) === undefined && v.cls.dict.$__index__ === undefined) return NotImplemented;
    const s = k.text(self);
    return k.make(repeatText(s, indexOf(v)));
  }
}
/** s × n. Errors: MemoryError, OverflowError. */
export function repeatText(s: string, n: number | bigint): string {
  if (n <= 0 || s === '') return '';
  if (typeof n === 'bigint') {
    if (n < 2n ** 63n) throw raise('MemoryError');
    throw raise('OverflowError', "cannot fit 'int' into an index-sized integer");
  }
  checkSize(s.length * n);
  return s.repeat(n);
}
export const identity = (s: string): Value => s;

function badIndex(i: Value, k: Kind): Value {
  if (k.name === 'str' && since(300))
    return raise(
      'TypeError',
      since(311) ? `string indices must be integers, not '${i.cls.name}'` : 'string indices must be integers',
    );
  if (k.name === 'unicode') return raise('TypeError', 'string indices must be integers');
  if (k.name === 'bytes') return raise('TypeError', `byte indices must be integers or slices, not ${i.cls.name}`);
  if (k.name === 'bytearray')
    return raise('TypeError', `bytearray indices must be integers or slices, not ${i.cls.name}`);
  return raise('TypeError', `string indices must be integers, not ${i.cls.name}`);
}
