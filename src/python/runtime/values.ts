/** The JavaScript shapes of Python's built-in values (see ../README.md). Their classes and methods live in one module each. */
import { raise } from './errors.ts';
import type { PyType, Value } from './object.ts';
import { OwnFunction, PyObject, missingAttribute, wrapOwn } from './object.ts';
import { tableOrder } from './set-order.ts';
import { equal } from './comparison.ts';
import { hash } from './hash.ts';
import { since } from './state.ts';

// The commonest shapes are classes without `extends`, joined to PyObject below: in QuickJS an instance then costs half as much.
export interface PyFloat extends PyObject {}
export class PyFloat {
  declare v: number;
  declare float: boolean;
  constructor(v: number) {
    this.v = v;
  }
}

export class PyComplex extends PyObject {
  re: number;
  im: number;
  constructor(re: number, im: number) {
    super();
    this.re = re;
    this.im = im;
  }
}

export interface PyList extends PyObject {}
export class PyList {
  /** Changed in place, never replaced: a loop over the list holds on to it. */
  declare a: Value[];
  constructor(a: Value[]) {
    this.a = a;
  }
}
export interface PyTuple extends PyObject {}
export class PyTuple {
  declare a: Value[];
  constructor(a: Value[]) {
    this.a = a;
  }
}
for (const shape of [PyFloat, PyList, PyTuple]) Object.setPrototypeOf(shape.prototype, PyObject.prototype);
// What quick paths ask for: in QuickJS much cheaper than `instanceof`. Subclasses say no (object.ts).
Object.assign(PyFloat.prototype, { float: true });
Object.assign(PyList.prototype, { row: true });
Object.assign(PyTuple.prototype, { row: true, tuple: true });
const floats = PyFloat.prototype;
const lists = PyList.prototype;
const tuples = PyTuple.prototype;
export const $float = (v: number): PyFloat => ({ __proto__: floats, v }) as unknown as PyFloat;
export const $list = (a: Value[]): PyList => ({ __proto__: lists, a }) as unknown as PyList;
export const $tuple = (a: Value[]): PyTuple => ({ __proto__: tuples, a }) as unknown as PyTuple;

/** Python 2's long: every int beyond ±2⁶³, and smaller ones that were made as long. */
export class PyLong extends PyObject {
  v: number | bigint;
  constructor(v: number | bigint) {
    super();
    this.v = v;
  }
}
(PyLong.prototype as Value).isInt = true;

/** bytes: one character (0–255) per byte. */
export class PyBytes extends PyObject {
  s: string;
  constructor(s: string) {
    super();
    this.s = s;
  }
}
/** bytearray: its content changes, as a string that is replaced. */
export class PyByteArray extends PyObject {
  s: string;
  /** How many memoryviews look at it: while there are any, it cannot change its size. */
  exports = 0;
  constructor(s: string) {
    super();
    this.s = s;
  }
}
/** Python 2's unicode. */
export class PyUnicode extends PyObject {
  v: string;
  constructor(v: string) {
    super();
    this.v = v;
  }
}
export class PySlice extends PyObject {
  start: Value;
  stop: Value;
  step: Value;
  constructor(start: Value, stop: Value, step: Value) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}
export class PyRange extends PyObject {
  /** Numbers or bigints, as any int. */
  start: Value;
  stop: Value;
  step: Value;
  constructor(start: Value, stop: Value, step: Value) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}
/** `globals()` of a module is a dict whose storage is the namespace object; the module is the door to it. */
export class PyModule extends PyObject {
  ns: Record<string, Value>;
  constructor(ns: Record<string, Value>) {
    super();
    this.ns = ns;
  }
}

/** A key that JavaScript's Map cannot compare as Python does: kept under its hash, compared with `==`. */
class HashedKey {
  key: Value;
  hash: Value;
  constructor(key: Value, h: Value) {
    this.key = key;
    this.hash = h;
  }
}

/**
 * What dict and set are made of: a JavaScript Map in insertion order. Strings and ints are their own keys; a bool or an integral float counts as the
 * int it equals; objects with inherited `__eq__` are compared by identity; everything else is found by its Python hash.
 * Source of the rules: https://docs.python.org/3/library/stdtypes.html#mapping-types-dict.
 */
export class HashMap {
  m = new Map<Value, Value>();
  /** Original keys of those stored under an equal number: True, 1.0. */
  declare odd: Map<Value, Value> | null;
  declare byHash: Map<Value, HashedKey[]> | null;
  /** The strings among the keys by their hash, and perhaps some that were: for objects that may equal one. Kept from the first such object on. */
  declare texts: Map<Value, string[]> | null;
  /** The Map's keys in order, while nothing but `last` and `delete` of the last has happened since: popping from the end again and again stays cheap. */
  declare order: Value[] | null;

  get size(): number {
    return this.m.size;
  }
  /** The Map key under which `k` is, or would be, stored; undefined when it must be hashed and is not there. Errors: TypeError when unhashable, and whatever `__eq__` raises. */
  private find(k: Value, make: boolean): Value {
    if (k.ownKey) return k;
    if (typeof k === 'boolean') {
      const n = k ? 1 : 0;
      if (make && !this.m.has(n)) (this.odd ??= new Map()).set(n, k);
      return n;
    }
    if (typeof k === 'bigint') return k;
    if (k instanceof PyFloat && k.cls === floatType.cls) {
      const v = k.v;
      if (v !== v) return this.hashed(k, make);
      const n = Number.isInteger(v) && !Number.isSafeInteger(v) ? BigInt(v) : v + 0;
      if (make && !this.m.has(n)) (this.odd ??= new Map()).set(n, k);
      return n;
    }
    if (k.identityHash) return k;
    return k instanceof HashedKey ? this.hashed(k.key, make, k.hash) : this.hashed(k, make);
  }
  private hashed(k: Value, make: boolean, h: Value = hash(k)): Value {
    const bucket = this.byHash?.get(h);
    if (bucket !== undefined)
      for (const entry of bucket.slice()) if (entry.key === k || equal(entry.key, k)) return entry;
    // A number or string may equal a value of another class with the same hash (Fraction(1) == 1, a str subclass).
    if (this.m.size > 0 && k.plainKey !== undefined) {
      const plain = k.plainKey();
      if (plain !== undefined && this.m.has(plain)) return plain;
    } else if (this.m.has(h) && !(this.m.get(h) instanceof HashedKey) && equal(this.keyOf(h), k)) return h;
    else if (this.m.size > 0 && k.cls?.heap === true) {
      for (const text of this.textsOf(h)) if (this.m.has(text) && equal(text, k)) return text;
    }
    if (!make) return undefined;
    const entry = new HashedKey(k, h);
    this.byHash ??= new Map();
    if (bucket === undefined) this.byHash.set(h, [entry]);
    else bucket.push(entry);
    return entry;
  }
  private textsOf(h: Value): readonly string[] {
    if (this.texts === null) {
      this.texts = new Map();
      // From here on `set` sees every new key.
      this.byHash ??= new Map();
      for (const mk of this.m.keys()) if (typeof mk === 'string') this.noteText(mk);
    }
    return this.texts.get(h) ?? [];
  }
  private noteText(text: string): void {
    const h = hash(text);
    const known = this.texts!.get(h);
    if (known === undefined) this.texts!.set(h, [text]);
    else if (!known.includes(text)) known.push(text);
  }
  /** For a plain key that is not stored as itself: perhaps an equal value of another class is. */
  private alias(k: Value): Value {
    if (this.byHash === null) return undefined;
    const bucket = this.byHash.get(hash(k));
    if (bucket !== undefined) for (const entry of bucket.slice()) if (equal(entry.key, k)) return entry;
    return undefined;
  }
  /** The Python key for a Map key. */
  keyOf(mk: Value): Value {
    if (mk instanceof HashedKey) return mk.key;
    if (this.odd !== null && typeof mk !== 'string' && typeof mk !== 'object') {
      const original = this.odd.get(mk);
      if (original !== undefined) return original;
    }
    return mk;
  }
  get(k: Value): Value {
    if (k.ownKey && this.byHash === null) return this.m.get(k);
    const mk = this.find(k, false);
    if (mk === undefined) return undefined;
    const v = this.m.get(mk);
    if (v === undefined && this.byHash !== null && !(mk instanceof HashedKey)) {
      const other = this.alias(k);
      if (other !== undefined) return this.m.get(other);
    }
    return v;
  }
  has(k: Value): boolean {
    return this.get(k) !== undefined;
  }
  /** The newest key and its value; undefined when empty. */
  last(): [Value, Value] | undefined {
    if (this.m.size === 0) return undefined;
    this.order ??= [...this.m.keys()];
    const mk = this.order.at(-1);
    return [this.keyOf(mk), this.m.get(mk)];
  }
  /** The oldest key and its value; undefined when empty. */
  first(): [Value, Value] | undefined {
    for (const [mk, v] of this.m) return [this.keyOf(mk), v];
    return undefined;
  }
  /** Makes a key that is there the newest. */
  renew(k: Value): void {
    let mk = this.find(k, false);
    if (!this.m.has(mk)) mk = this.alias(k);
    const v = this.m.get(mk);
    this.order = null;
    this.m.delete(mk);
    this.m.set(mk, v);
  }
  set(k: Value, v: Value): void {
    if (this.order !== null) this.order = null;
    if (k.ownKey && this.byHash === null) {
      this.m.set(k, v);
      return;
    }
    if (this.byHash !== null && typeof k !== 'object' && !this.m.has(k)) {
      const other = this.alias(k);
      if (other !== undefined) {
        this.m.set(other, v);
        return;
      }
      if (this.texts !== null && typeof k === 'string') this.noteText(k);
    }
    this.m.set(this.find(k, true), v);
  }
  /** Removes and returns the value; undefined when absent. */
  delete(k: Value): Value {
    let mk = this.find(k, false);
    if (mk === undefined) return undefined;
    if (!this.m.has(mk)) {
      mk = this.alias(k);
      if (mk === undefined) return undefined;
    }
    const v = this.m.get(mk);
    this.m.delete(mk);
    if (this.order !== null && this.order.pop() !== mk) this.order = null;
    if (mk instanceof HashedKey) {
      const bucket = this.byHash!.get(mk.hash)!;
      bucket.splice(bucket.indexOf(mk), 1);
      if (bucket.length === 0) this.byHash!.delete(mk.hash);
    } else if (this.odd !== null) this.odd.delete(mk);
    return v;
  }
  clear(): void {
    this.m.clear();
    this.order = null;
    this.odd = null;
    this.byHash = null;
    this.texts = null;
  }
  keys(): Value[] {
    const out: Value[] = [];
    for (const mk of this.m.keys()) out.push(this.keyOf(mk));
    return out;
  }
  /** The keys for another HashMap to take, ask for or delete: those that were hashed bring their hash along. */
  tokens(): Value[] {
    const out: Value[] = [];
    for (const mk of this.m.keys()) out.push(this.tokenOf(mk));
    return out;
  }
  tokenOf(mk: Value): Value {
    return mk instanceof HashedKey ? mk : this.keyOf(mk);
  }
  values(): Value[] {
    return [...this.m.values()];
  }
  entries(): [Value, Value][] {
    const out: [Value, Value][] = [];
    for (const [mk, v] of this.m) out.push([this.keyOf(mk), v]);
    return out;
  }
  /** Takes the keys of another, all for the value true: how a set is made of a dict. */
  takeKeys(other: HashMap): void {
    this.copyFrom(other);
    for (const mk of other.m.keys()) this.m.set(mk, true);
  }
  copyFrom(other: HashMap): void {
    this.m = new Map(other.m);
    this.order = null;
    this.odd = other.odd === null ? null : new Map(other.odd);
    this.byHash = null;
    this.texts = null;
    if (other.byHash !== null) {
      this.byHash = new Map();
      for (const [h, bucket] of other.byHash) this.byHash.set(h, bucket.slice());
    }
  }
}
// Most maps need none of these.
Object.assign(HashMap.prototype, { odd: null, byHash: null, texts: null, order: null });
/** float's class, known once float.ts has defined it. */
export const floatType: { cls: PyType | null } = { cls: null };

/** dict. The storage is behind methods, because a namespace (a module's, an instance's, a class's) is a dict too. */
export class PyDict extends PyObject {
  declare h: HashMap;
  constructor() {
    super();
    this.h = new HashMap();
  }
  get size(): number {
    return this.h.size;
  }
  get(k: Value): Value {
    return this.h.get(k);
  }
  has(k: Value): boolean {
    return this.h.get(k) !== undefined;
  }
  set(k: Value, v: Value): void {
    this.h.set(k, v);
  }
  delete(k: Value): Value {
    return this.h.delete(k);
  }
  clear(): void {
    this.h.clear();
  }
  /** The newest item, the oldest; undefined when empty. */
  last(): [Value, Value] | undefined {
    return this.h.last();
  }
  first(): [Value, Value] | undefined {
    return this.h.first();
  }
  keys(): Value[] {
    return this.h.keys();
  }
  values(): Value[] {
    return this.h.values();
  }
  entries(): [Value, Value][] {
    return this.h.entries();
  }
  /** A live walk over the keys, for loops. Errors: RuntimeError when the size changes meanwhile. */
  *walk(what: 'keys' | 'values' | 'items' = 'keys'): Generator<Value> {
    const size = this.size;
    const h = this.h;
    let n = 0;
    for (const [mk, v] of h.m) {
      if (n++ === size) throw raise('RuntimeError', 'dictionary keys changed during iteration');
      yield what === 'values' ? v : what === 'keys' ? h.keyOf(mk) : new PyTuple([h.keyOf(mk), v]);
      if (this.size !== size) throw raise('RuntimeError', 'dictionary changed size during iteration');
    }
  }
}

Object.assign(PyDict.prototype, { table: true });

/** Properties `$x` of a JavaScript object, seen as a dict: what `globals()`, `vars(instance)` and `__dict__` return. Live in both directions. */
export class NamespaceDict extends PyDict {
  ns: Record<string, Value>;
  constructor(ns: Record<string, Value>) {
    super();
    this.ns = ns;
  }
  private names(): string[] {
    return Object.keys(this.ns).filter((k) => k[0] === '$');
  }
  private key(k: Value): string | undefined {
    if (typeof k === 'string') return `$${k}`;
    return typeof k === 'object' && typeof k.v === 'string' ? `$${k.v}` : undefined;
  }
  override get size(): number {
    return this.names().length + this.h.size;
  }
  override get(k: Value): Value {
    const key = this.key(k);
    if (key === undefined) return this.h.get(k);
    if (!Object.hasOwn(this.ns, key)) return undefined;
    const v = this.ns[key];
    return v instanceof OwnFunction ? v.f : v;
  }
  override has(k: Value): boolean {
    return this.get(k) !== undefined;
  }
  override set(k: Value, v: Value): void {
    const key = this.key(k);
    if (key === undefined) this.h.set(k, v);
    else this.ns[key] = this.ns instanceof PyObject ? wrapOwn(v) : v;
  }
  override delete(k: Value): Value {
    const key = this.key(k);
    if (key === undefined) return this.h.delete(k);
    const v = this.get(k);
    if (v !== undefined) delete this.ns[key];
    return v;
  }
  override clear(): void {
    for (const k of this.names()) delete this.ns[k];
    this.h.clear();
  }
  override last(): [Value, Value] | undefined {
    return this.entries().at(-1);
  }
  override first(): [Value, Value] | undefined {
    return this.entries()[0];
  }
  override keys(): Value[] {
    return [...this.names().map((k) => k.slice(1)), ...this.h.keys()];
  }
  override values(): Value[] {
    return this.entries().map((e) => e[1]);
  }
  override entries(): [Value, Value][] {
    const plain = this.names().map((k): [Value, Value] => {
      const v = this.ns[k];
      return [k.slice(1), v instanceof OwnFunction ? v.f : v];
    });
    return [...plain, ...this.h.entries()];
  }
  override *walk(what: 'keys' | 'values' | 'items' = 'keys'): Generator<Value> {
    const size = this.size;
    for (const [k, v] of this.entries()) {
      yield what === 'values' ? v : what === 'keys' ? k : new PyTuple([k, v]);
      if (this.size !== size) throw raise('RuntimeError', 'dictionary changed size during iteration');
    }
  }
}
Object.assign(NamespaceDict.prototype, { table: false });

export class PySet extends PyObject {
  h = new HashMap();
  /** frozenset only: its hash, once asked for. */
  hash: Value = undefined;
  get size(): number {
    return this.h.size;
  }
  has(k: Value): boolean {
    return this.h.get(k) !== undefined;
  }
  add(k: Value): void {
    if (this.h.get(k) === undefined) this.h.set(k, true);
  }
  delete(k: Value): boolean {
    return this.h.delete(k) !== undefined;
  }
  /** In CPython's order where that is fixed (set-order.ts). */
  keys(): Value[] {
    return tableOrder(this.h.keys()).slice();
  }
  tokens(): Value[] {
    return this.h.tokens();
  }
  *walk(): Generator<Value> {
    const size = this.size;
    for (const k of this.keys()) {
      yield k;
      if (this.size !== size) throw raise('RuntimeError', 'Set changed size during iteration');
    }
  }
}
/** frozenset: no subclass of set in Python, so not one here either; the storage methods are the same. */
export class PyFrozenSet extends PyObject {
  h = new HashMap();
  hash: Value = undefined;
}
export interface PyFrozenSet extends Pick<PySet, 'size' | 'has' | 'add' | 'delete' | 'keys' | 'tokens' | 'walk'> {}
for (const k of ['size', 'has', 'add', 'delete', 'keys', 'tokens', 'walk'])
  Object.defineProperty(PyFrozenSet.prototype, k, Object.getOwnPropertyDescriptor(PySet.prototype, k)!);
export const isAnySet = (o: Value): o is PySet => o instanceof PySet || o instanceof PyFrozenSet;

/** A getter or setter of a native class: `getset_descriptor`, `member_descriptor`. */
/** What CPython reads from a field of its own, and says so when it is set. */
const FIELDS =
  /^(im_|func_|co_|tb_frame|f(get|set|del)$|st(art|op|ep)$|__(self|self_class|thisclass|func|globals|closure|builtins|objclass|base|flags|basicsize|itemsize)__)/;
export class GetSet extends PyObject {
  name: string;
  owner: PyType;
  read: (o: Value) => Value;
  write: ((o: Value, v: Value) => void) | null;
  constructor(name: string, owner: PyType, read: (o: Value) => Value, write: ((o: Value, v: Value) => void) | null) {
    super();
    this.name = name;
    this.owner = owner;
    this.read = read;
    this.write = write;
  }
  tpget(o: Value, _cls: PyType): Value {
    if (o === undefined) return this;
    this.check(o);
    const v = this.read(o);
    if (v === undefined) throw missingAttribute(o, `$${this.name}`);
    return v;
  }
  tpset(o: Value, v: Value): void {
    this.check(o);
    if (this.write === null) {
      const field = FIELDS.test(this.name);
      throw raise(
        field && !since(300) ? 'TypeError' : 'AttributeError',
        field ? 'readonly attribute' : `attribute '${this.name}' of '${this.owner.name}' objects is not writable`,
      );
    }
    this.write(o, v);
  }
  private check(o: Value): void {
    if (!o.cls.mro.includes(this.owner))
      throw raise(
        'TypeError',
        `descriptor '${this.name}' for '${this.owner.name}' objects doesn't apply to ${since(308) ? 'a ' : ''}'${o.cls.name}' object`,
      );
  }
}
(GetSet.prototype as Value).desc = 2;
