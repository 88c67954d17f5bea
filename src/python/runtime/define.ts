/**
 * How the runtime's own classes are written: one call of `define` with the methods' signatures as keys.
 *
 *     export const list = define('list', { shape: PyList, alloc: …, methods: { 'append(self, value, /)'(self, value) { … } } });
 *
 * A key may end in `@3.9+`, `@2.7-` or `@2.2-2.7`: the Python versions that have it (both ends included). `activate` removes the others for a program's era.
 */
import { Native, NativeMethod, NativeNew } from './native.ts';
import type { NativeJs, PyType, Value } from './object.ts';
import { PyObject, makeClass, object, opaqueRoot, type } from './object.ts';
import { GetSet } from './values.ts';
import { versionNumber } from './state.ts';

export interface Definition {
  /** The JavaScript class of the instances: its prototype becomes the class's `proto`. Number, String and Boolean may stand here too. */
  shape?: { prototype: Value };
  base?: PyType;
  module?: string;
  doc?: string;
  /** Makes a bare instance of `cls` (the class itself or a subclass). */
  alloc?: (cls: PyType) => Value;
  /** Cannot be a base class: `type 'bool' is not an acceptable base type`. */
  final?: boolean;
  /** Cannot be instantiated: `cannot create 'generator' instances`. */
  abstract?: boolean;
  hasDict?: boolean;
  /** Instances equal nothing but themselves: a dict need not ask them. */
  identity?: boolean;
  /** Instances find no attribute by `o.$x`: the class decides (`super`, modules). */
  opaque?: boolean;
  methods?: Record<string, NativeJs>;
  /** `__new__` and other static methods. */
  statics?: Record<string, NativeJs>;
  classMethods?: Record<string, NativeJs>;
  /** Read-only attributes, by getter; with a setter as a pair. */
  attributes?: Record<string, ((o: Value) => Value) | [(o: Value) => Value, (o: Value, v: Value) => void]>;
  /** Plain class attributes. */
  values?: Record<string, Value>;
}

/** Attributes that only some eras have: where they are, and from when to when. */
interface EraRule {
  holder: Record<string, Value>;
  key: string;
  value: Value;
  from: number;
  to: number;
}
const rules: EraRule[] = [];
/** The version that is running, once `activate` has chosen it: what is defined later (a module's names, when it is imported) is chosen at once. */
let active = 0;

function eraOf(key: string): { key: string; from: number; to: number } {
  const at = key.lastIndexOf(' @');
  if (at < 0) return { key, from: 0, to: 9999 };
  const text = key.slice(at + 2);
  const plain = key.slice(0, at);
  if (text.endsWith('+')) return { key: plain, from: versionNumber(text.slice(0, -1)), to: 9999 };
  if (text.endsWith('-')) return { key: plain, from: 0, to: versionNumber(text.slice(0, -1)) };
  const [from, to] = text.split('-');
  return { key: plain, from: versionNumber(from!), to: versionNumber(to!) };
}
function put(holder: Record<string, Value>, text: string, value: Value, era: { from: number; to: number }): void {
  const key = `$${text}`;
  if (active > 0 && (active < era.from || active > era.to)) return;
  if (active === 0 && (era.from > 0 || era.to < 9999)) {
    rules.push({ holder, key, value, from: era.from, to: era.to });
    if (holder[key] !== undefined && Object.hasOwn(holder, key)) return;
  }
  holder[key] = value;
}

/** classmethod of a native class. */
export class NativeClassMethod extends PyObject {
  f: Native;
  constructor(f: Native) {
    super();
    this.f = f;
  }
  tpget(_o: Value, cls: PyType): Value {
    return new BoundToClass(this.f, cls);
  }
}
(NativeClassMethod.prototype as Value).desc = 1;
/** A native class method bound to its class: `<built-in method fromkeys of type object at 0x…>`. */
export class BoundToClass extends PyObject {
  f: Native;
  self: PyType;
  constructor(f: Native, self: PyType) {
    super();
    this.f = f;
    this.self = self;
  }
  tpcall(args: Value[], kw: Value): Value {
    const all = [this.self, ...args];
    return kw === null ? this.f.direct(all, 1) : this.f.tpcall(all, kw);
  }
}
/** `__new__` and other static methods of a native class: found on the class, never bound. */
export class NativeStatic extends PyObject {
  f: Native;
  constructor(f: Native) {
    super();
    this.f = f;
  }
  tpget(): Value {
    return this.f;
  }
}
(NativeStatic.prototype as Value).desc = 1;

const methodKey = (text: string): string => text.slice(0, text.indexOf('('));

/** Defines (or, for `object` and `type`, completes) a native class. */
export function define(name: string, d: Definition, existing?: PyType): PyType {
  const base = d.base ?? object;
  let t: PyType;
  if (existing) t = existing;
  else {
    t = makeClass(type, name, [base], {}, object, d.hasDict ?? false);
    t.layout = t;
    t.heap = false;
    t.module = d.module ?? 'builtins';
    t.alloc = d.alloc ?? base.alloc;
    if (d.shape && d.opaque) {
      t.opaque = true;
      t.hideAttributes = true;
      t.proto = d.shape.prototype;
      Object.setPrototypeOf(t.proto, opaqueRoot);
      t.proto.cls = t;
    } else if (d.shape) {
      const proto = d.shape.prototype;
      inheritInternals(proto);
      Object.setPrototypeOf(proto, Object.getPrototypeOf(t.dict));
      t.dict = proto;
      if (!t.opaque) t.proto = proto;
      t.proto.cls = t;
    }
  }
  if (d.base !== undefined) Object.assign(t.proto, { row: false, tuple: false, table: false, float: false });
  t.final = d.final ?? false;
  t.abstract = d.abstract ?? false;
  if (!existing) t.proto.identityHash = d.identity ?? false;
  extend(t, d);
  if (d.doc !== undefined) t.dict.$__doc__ = d.doc;
  return t;
}

/** A shape that extends another in TypeScript need not be its subclass in Python: it keeps the methods, not the parent (nor `instanceof`). */
function inheritInternals(proto: Value): void {
  for (
    let p = Object.getPrototypeOf(proto);
    p !== null && p !== PyObject.prototype && p !== Object.prototype;
    p = Object.getPrototypeOf(p)
  )
    for (const key of Object.getOwnPropertyNames(p))
      if (key[0] !== '$' && key !== 'cls' && key !== 'constructor' && !Object.hasOwn(proto, key))
        Object.defineProperty(proto, key, Object.getOwnPropertyDescriptor(p, key)!);
}

/** Adds methods and attributes to a native class. */
export function extend(t: PyType, d: Definition): void {
  for (const [text, js] of Object.entries(d.methods ?? {})) {
    const era = eraOf(text);
    put(t.dict, methodKey(era.key), new NativeMethod(era.key, js, t), era);
  }
  for (const [text, js] of Object.entries(d.statics ?? {})) {
    const era = eraOf(text);
    const isNew = methodKey(era.key) === '__new__';
    const f = isNew ? new NativeNew(era.key, js, t) : new Native(era.key, js, t);
    f.isStatic = true;
    put(t.dict, methodKey(era.key), new NativeStatic(f), era);
  }
  for (const [text, js] of Object.entries(d.classMethods ?? {})) {
    const era = eraOf(text);
    put(t.dict, methodKey(era.key), new NativeClassMethod(new Native(era.key, js, t)), era);
  }
  for (const [text, f] of Object.entries(d.attributes ?? {})) {
    const era = eraOf(text);
    const [read, write] = typeof f === 'function' ? [f, null] : f;
    put(t.dict, era.key, new GetSet(era.key, t, read, write), era);
  }
  for (const [text, v] of Object.entries(d.values ?? {})) {
    const era = eraOf(text);
    put(t.dict, era.key, v, era);
  }
  if (t.dict.$__get__ !== undefined && t.dict.desc === 0) t.dict.desc = 1;
}

/** Functions of a module, written like methods; era marks hold. */
export function defineFunctions(ns: Record<string, Value>, functions: Record<string, NativeJs>): void {
  for (const [text, js] of Object.entries(functions)) {
    const era = eraOf(text);
    put(ns, methodKey(era.key), new Native(era.key, js), era);
  }
}
/** Names of a module with their values; era marks hold: `'unicode @2.7-'`. */
export function defineNames(ns: Record<string, Value>, names: Record<string, Value>): void {
  for (const [text, value] of Object.entries(names)) {
    const era = eraOf(text);
    put(ns, era.key, value, era);
  }
}

/** What else depends on the era: called at the end of `activate`. */
export const onActivate: (() => void)[] = [];

/** Classes that had another name in Python 2: `xrange`, `listiterator`. */
const oldNames = new Map<PyType, string>();
export function nameInPython2(t: PyType, name: string): void {
  oldNames.set(t, name);
}

/** Of a holder's names, those that arrived only after the version that is running. */
export const later = (holder: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(
    rules
      .filter((r) => r.holder === holder && active < r.from && !(r.key in holder))
      .map(({ key, value }) => [key, value]),
  );

/** Leaves each holder with exactly what Python `version` had. Called once per sandbox, before any program runs. */
export function activate(version: number): void {
  active = version;
  if (version < 300) for (const [t, name] of oldNames) t.name = t.qualname = name;
  for (const r of rules)
    if (r.holder[r.key] === r.value && (version < r.from || version > r.to)) delete r.holder[r.key];
  for (const r of rules) if (version >= r.from && version <= r.to) r.holder[r.key] = r.value;
  for (const f of onActivate) f();
}
