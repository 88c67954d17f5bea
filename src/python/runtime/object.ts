/**
 * Objects and classes: how a Python value finds its class, a class its attributes, an attribute its meaning.
 *
 * The law of this file: an attribute `x` is the property `$x`; a class keeps its attributes on `cls.dict`, whose prototype chain follows the
 * method resolution order; `cls.proto` is the JavaScript prototype of its instances. Normally the two are one object, so `o.$x` finds an instance's or a
 * class's attribute in one step. Classes that decide for themselves what an attribute is (`type`, modules, anything with `__getattribute__`) are *opaque*:
 * their instances have a bare prototype, find nothing by `o.$x`, and come here.
 * Source: https://docs.python.org/3/reference/datamodel.html#customizing-attribute-access and PEP 253.
 */
import { c3, follows } from './class-order.ts';
import { E, raise } from './errors.ts';
import { mortal } from './mortal.ts';
import { cramped, elsewhere, gate } from './room.ts';
import { None } from './singletons.ts';
import { R } from './state.ts';

/**
 * A Python value, in the representation that ../README.md lays down. The object model is dynamic by nature: its static types live in Python.
 */
// oxlint-disable-next-line typescript/no-explicit-any
export type Value = any;
export type Kw = Map<string, Value> | null;
// oxlint-disable-next-line typescript/no-explicit-any
export type NativeJs = (...args: any[]) => Value;

export interface PyType {
  name: string;
  qualname: string;
  module: string | null;
  bases: PyType[];
  mro: PyType[];
  /** Prototype of the instances. */
  proto: Record<string, Value>;
  /** Attributes: own properties are the class's `__dict__`, inherited ones those of its bases. */
  dict: Record<string, Value>;
  /** Makes a bare instance. */
  alloc: (cls: PyType) => Value;
  /** Of a built-in class: answers a call with positional arguments, or undefined when that takes `__new__` and `__init__`. */
  make: ((args: Value[]) => Value) | null;
  opaque: boolean;
  hasDict: boolean;
  /** The built-in class whose layout the instances have: what `__class__` assignment and multiple inheritance must agree on. */
  layout: PyType;
  heap: boolean;
  final: boolean;
  abstract: boolean;
  slots: string[] | null;
  subclasses: PyType[];
  mirrored: boolean;
  /** Attributes of what comes after it in its own method resolution order; and whether that is so for every class of the order. */
  above: Record<string, Value>;
  linear: boolean;
  /** Instances come from `object.__new__`. */
  plainNew: boolean;
  /** True when `o.x = v` needs no look at `__setattr__`. */
  plainSet: boolean;
  cls: PyType;
  isType: true;
  [field: string]: Value;
}

/** The root of all instances' prototypes. Fields here are the defaults of every Python object. */
export class PyObject {
  declare cls: PyType;
  declare desc: 0 | 1 | 2;
  declare isType: boolean;
  /** True when setting a plain attribute is setting a property: see `quicken`. */
  declare quick: boolean;
  declare call0: () => Value;
  declare call1: (a: Value) => Value;
  declare call2: (a: Value, b: Value) => Value;
  declare call3: (a: Value, b: Value, c: Value) => Value;
  declare callNamed: (args: Value[], names: readonly string[]) => Value;
}
const root = PyObject.prototype as Record<string, Value>;
root.desc = 0;
root.quick = false;
root.identityHash = false;
root.isType = false;
/** Where the attributes are, when that is not the object itself: see `mortal`. */
root.hid = undefined;

const hasOwn = Object.prototype.hasOwnProperty;
export const own = (o: object, k: string): boolean => hasOwn.call(o, k);
export const isType = (o: Value): o is PyType => o.isType === true;

function bare(meta: Record<string, Value> | null): PyType {
  return Object.create(meta) as PyType;
}

/* `object` and `type` are each other's beginning: both are made by hand, then meet. */
const opaqueRoot: Record<string, Value> = Object.create(null);
export const object: PyType = bare(null);
export const type: PyType = bare(null);

function fill(
  t: PyType,
  name: string,
  bases: PyType[],
  proto: Record<string, Value>,
  dict: Record<string, Value>,
): void {
  t.name = name;
  t.qualname = name;
  t.module = 'builtins';
  t.bases = bases;
  t.mro = [t, ...(bases[0]?.mro ?? [])];
  t.proto = proto;
  t.dict = dict;
  t.opaque = proto !== dict;
  t.hasDict = false;
  t.layout = t;
  t.heap = false;
  t.final = false;
  t.abstract = false;
  t.slots = null;
  t.make = null;
  t.subclasses = [];
  t.mirrored = false;
  t.plainSet = true;
  proto.cls = t;
}
fill(object, 'object', [], root, root);
const typeProto: Record<string, Value> = Object.create(opaqueRoot);
const typeDict: Record<string, Value> = Object.create(root);
fill(type, 'type', [object], typeProto, typeDict);
typeProto.isType = true;
// Classes are found in a dict by identity, as long as their metaclass has no opinion.
typeProto.identityHash = true;
Object.setPrototypeOf(object, typeProto);
Object.setPrototypeOf(type, typeProto);
object.subclasses.push(type);
// A literal with a prototype is what QuickJS makes fastest.
object.alloc = (cls) => ({ __proto__: cls.proto });
type.alloc = (cls) => Object.create(cls.proto);
type.hasDict = true;

/** Fields that an opaque prototype needs although it shows no attributes: everything on the chain that is not a Python attribute. */
function copyInternals(from: Record<string, Value>, to: Record<string, Value>): void {
  const chain: Record<string, Value>[] = [];
  for (let p: Record<string, Value> | null = from; p !== null && p !== Object.prototype; p = Object.getPrototypeOf(p))
    chain.push(p);
  for (const p of chain.reverse()) copyOwnInternals(p, to);
}
function copyOwnInternals(from: Record<string, Value>, to: Record<string, Value>): void {
  for (const key of Object.getOwnPropertyNames(from))
    if (key[0] !== '$' && key !== 'cls' && key !== 'constructor')
      Object.defineProperty(to, key, Object.getOwnPropertyDescriptor(from, key)!);
}

/** The prototype of all opaque prototypes. */
export { opaqueRoot };
/** Called when the root's own fields are complete. */
export function refreshOpaqueRoot(): void {
  copyInternals(root, opaqueRoot);
}

/** All that a call may come in by: whoever has a `tpcall` of another meaning has them all. */
const CALLS = ['tpcall', 'call0', 'call1', 'call2', 'call3', 'callNamed'];

/** Rebuilds what a class derives from its bases: prototype chain, layout and flags. `mro` must be set. */
function derive(t: PyType, ownAttributes: Record<string, Value>): void {
  const first = t.mro[1]!;
  const linear = follows(t.mro, first.mro);
  let chain: Record<string, Value>;
  if (linear) {
    chain = first.dict;
    t.mirrored = false;
  } else {
    // Behind the mirror stands the built-in layout, so that an instance is still `instanceof` its JavaScript shape.
    chain = Object.create(t.layout.dict);
    for (const c of t.mro.slice(1).reverse()) {
      if (c === object) continue;
      const from = c.dict;
      for (const key of Object.getOwnPropertyNames(from))
        if (key !== 'cls' && key !== 'constructor')
          Object.defineProperty(chain, key, Object.getOwnPropertyDescriptor(from, key)!);
    }
    t.mirrored = true;
  }
  t.dict = Object.create(chain);
  t.above = chain;
  t.linear = linear && first.linear !== false;
  for (const key of Object.keys(ownAttributes)) t.dict[key] = wrapForClass(ownAttributes[key]);
  if (hasOwn.call(t.dict, '$__get__')) t.dict.desc = 1;
  if (hasOwn.call(t.dict, '$__set__') || hasOwn.call(t.dict, '$__delete__')) t.dict.desc = 2;
  const getattribute = t.dict.$__getattribute__;
  t.opaque =
    (getattribute !== undefined && getattribute !== root.$__getattribute__) ||
    t.mro.some((c) => c.layout === type || c.hideAttributes);
  if (t.opaque) {
    t.proto = Object.create(opaqueRoot);
    for (const c of t.mro.slice(1).reverse()) if (c !== object) copyOwnInternals(c.proto, t.proto);
    copyOwnInternals(t.dict, t.proto);
  } else t.proto = t.dict;
  t.proto.cls = t;
  // Only plain numbers, strings (table.ts), lists and tuples (values.ts) have quick paths, no instances of their subclasses.
  t.proto.int = t.proto.text = t.proto.ownKey = t.proto.float = t.proto.row = t.proto.tuple = t.proto.table = false;
  const setattr = t.dict.$__setattr__;
  t.plainSet = setattr === root.$__setattr__;
  if (getattribute !== undefined && getattribute.js !== undefined && getattribute.native !== true)
    t.proto.getattro = userGetattro;
  if (t.opaque && t.mro.includes(type) && t.dict.$__call__ !== undefined && t.dict.$__call__ !== type.dict.$__call__)
    for (const k of CALLS) t.proto[k] = root[k];
  if (!t.plainSet && setattr.native !== true) t.userSet = true;
  if (t.dict.$__delattr__ !== root.$__delattr__ && t.dict.$__delattr__?.native !== true) t.userDel = true;
}

function userGetattro(this: Value, k: string): Value {
  return callMethod(this, '$__getattribute__', [k.slice(1)]);
}

/**
 * Tells the instances whether `o.x = v` needs a look at `__setattr__`, slots or anything else than the attribute itself; and whether they are found in
 * a dict by being the same object, without a call of `__hash__` and `__eq__`.
 */
function quicken(t: PyType): void {
  t.proto.quick = t.plainSet && t.hasDict && !t.opaque && t.alloc !== mortal;
  const d = t.dict;
  t.plainNew = t.layout === object && t.dict.$__new__ === root.$__new__;
  t.proto.identityHash = d.$__hash__ === root.$__hash__ && d.$__eq__ === root.$__eq__ && d.$__cmp__ === undefined;
}

/** Chooses how instances are made: those with a `__del__` of the program's are watched, those with its `__getattribute__` show nothing by themselves. */
function allocate(t: PyType): void {
  const f = t.dict.$__del__;
  if (!t.heap) return;
  if (f !== undefined && f.native !== true) t.alloc = mortal;
  else t.alloc = t.proto.getattro === userGetattro && !t.layout.opaque ? veiled : t.layout.alloc;
}
/** An instance whose attributes are elsewhere: whoever reads one has to ask for it. */
function veiled(cls: PyType): Value {
  const o = cls.layout.alloc(cls);
  o.hid = { __proto__: null };
  return o;
}
/** Makes a class from already checked parts: what `type.__new__` does after its checks. */
export function makeClass(
  meta: PyType,
  name: string,
  bases: PyType[],
  attributes: Record<string, Value>,
  layout: PyType,
  hasDict: boolean,
): PyType {
  const t = bare(meta.proto);
  t.name = name;
  t.qualname = name;
  t.module = null;
  t.bases = bases;
  t.layout = layout;
  t.alloc = layout.alloc;
  t.hasDict = hasDict;
  t.heap = true;
  t.final = false;
  t.abstract = false;
  t.slots = null;
  t.make = null;
  t.subclasses = [];
  t.mro = c3(t, bases);
  derive(t, attributes);
  allocate(t);
  quicken(t);
  for (const b of bases) b.subclasses.push(t);
  return t;
}

/** After `__bases__` or `mro()` changed: the class and everything below it are derived again. */
export function rederive(t: PyType): void {
  const attributes: Record<string, Value> = {};
  for (const key of Object.keys(t.dict)) if (key[0] === '$') attributes[key] = t.dict[key];
  const [oldProto, oldDict] = [t.proto, t.dict];
  derive(t, attributes);
  // Instances keep their prototype object: it takes over the new chain.
  Object.setPrototypeOf(oldDict, Object.getPrototypeOf(t.dict));
  t.dict = oldDict;
  t.proto = oldProto;
  quicken(t);
  for (const s of t.subclasses) {
    s.mro = c3(s, s.bases);
    rederive(s);
  }
}

function followers(t: PyType, k: string): void {
  for (const s of t.subclasses) {
    if (s.mirrored) {
      const chain = Object.getPrototypeOf(s.dict) as Record<string, Value>;
      const holder = s.mro.slice(1).find((c) => hasOwn.call(c.dict, k));
      if (holder) chain[k] = holder.dict[k];
      else delete chain[k];
    }
    refresh(s, k);
    followers(s, k);
  }
}

function refresh(t: PyType, k: string): void {
  if (k === '$__setattr__') {
    t.plainSet = t.dict.$__setattr__ === root.$__setattr__;
    t.userSet = !t.plainSet && t.dict.$__setattr__.native !== true;
    quicken(t);
  } else if (k === '$__del__') {
    allocate(t);
    quicken(t);
  } else if (k === '$__new__' || k === '$__hash__' || k === '$__eq__' || k === '$__cmp__') quicken(t);
  else if (k === '$__delattr__')
    t.userDel = t.dict.$__delattr__ !== root.$__delattr__ && t.dict.$__delattr__.native !== true;
  else if (k === '$__get__' && t.dict.desc === 0) t.dict.desc = 1;
  else if (k === '$__set__' || k === '$__delete__') t.dict.desc = 2;
  else if (k === '$__getattribute__' && t.dict[k] !== root[k]) t.proto.getattro = userGetattro;
}

/** Sets a class attribute (`value` undefined deletes it) and tells the classes below. No descriptor is consulted. */
export function setClassAttribute(t: PyType, k: string, value: Value): void {
  if (value === undefined) delete t.dict[k];
  else t.dict[k] = wrapForClass(value);
  refresh(t, k);
  if (t.subclasses.length > 0) followers(t, k);
}

export function isSubtype(a: PyType, b: PyType): boolean {
  return a === b || a.mro.includes(b);
}
export const isInstance = (o: Value, t: PyType): boolean => o.cls === t || o.cls.mro.includes(t);

/**
 * Something with a direct call (`n`) that is stored where compiled code would take it for a method: a function on an instance, a built-in function
 * or a class on a class. Wrapped, it does not look like one (see ../README.md).
 */
export class OwnFunction {
  f: Value;
  constructor(f: Value) {
    this.f = f;
  }
  tpget(): Value {
    return this.f;
  }
}
/** A wrapped function must answer as a value with a descriptor would, so that every fast path leaves it to the slow one. */
(OwnFunction.prototype as Value).desc = 1;
export const unwrapOwn = (v: Value): Value => (v instanceof OwnFunction ? v.f : v);
export const wrapOwn = (v: Value): Value => (typeof v === 'object' && v.n !== undefined ? new OwnFunction(v) : v);
const wrapForClass = (v: Value): Value =>
  typeof v === 'object' && v.n !== undefined && v.desc === 0 ? new OwnFunction(v) : v;

/** Where the attributes of an instance are stored: on itself, unless its class hides them. */
export const store = (o: Value): Record<string, Value> => o.hid ?? o;

/** `object.__getattribute__` without the error: undefined when there is no such attribute. */
export function genericGet(o: Value, k: string): Value {
  const cls: PyType = o.cls;
  const d = cls.dict[k];
  // A data descriptor comes first, unless it only knows how to set.
  if (
    d !== undefined &&
    typeof d === 'object' &&
    d.desc === 2 &&
    (d.tpget !== root.tpget || d.cls.dict.$__get__ !== undefined)
  )
    return d.tpget(o, cls);
  if (typeof o === 'object') {
    const s = o.hid ?? o;
    if (hasOwn.call(s, k)) {
      const v = s[k];
      return v instanceof OwnFunction ? v.f : v;
    }
  }
  if (d === undefined) return undefined;
  return typeof d === 'object' && d.desc !== 0 ? d.tpget(o, cls) : d;
}
root.getattro = function (this: Value, k: string): Value {
  return genericGet(this, k);
};

/** `type.__getattribute__` without the error. */
export function typeGet(t: PyType, k: string): Value {
  const m = t.cls.dict[k];
  const data = m !== undefined && typeof m === 'object' && m.desc === 2;
  if (data && (m.tpget !== root.tpget || m.cls.dict.$__get__ !== undefined)) return m.tpget(t, t.cls);
  const d = t.dict[k];
  if (d !== undefined) return typeof d === 'object' && d.desc !== 0 ? d.tpget(undefined, t) : d;
  if (m === undefined) return undefined;
  return typeof m === 'object' && m.desc !== 0 ? m.tpget(t, t.cls) : m;
}
typeProto.getattro = function (this: PyType, k: string): Value {
  return typeGet(this, k);
};
typeDict.getattro = typeProto.getattro;
typeDict.isType = true;

/** A descriptor written in Python: its `__get__` is asked. Native descriptors override this. */
root.tpget = function (this: Value, o: Value, cls: PyType): Value {
  if (this.cls.dict.$__get__ === undefined) return this;
  return callMethod(this, '$__get__', [o === undefined ? None : o, cls]);
};

/** `o.x` for Load: the hot path of every attribute access. Errors: AttributeError. */
export function $get(o: Value, k: string): Value {
  const v = o[k];
  if (v !== undefined && (typeof v !== 'object' || v.desc === 0)) return v;
  return getattr(o, k);
}

export function getattr(o: Value, k: string): Value {
  const v = lookupAttr(o, k);
  if (v !== undefined) return v;
  throw missing(o, k);
}

/** Attribute or undefined; runs `__getattr__`. Other errors than a missing attribute pass through. */
export function lookupAttr(o: Value, k: string): Value {
  const fallback = o.cls.dict.$__getattr__;
  if (fallback === undefined) return o.getattro(k);
  let v: Value;
  try {
    v = o.getattro(k);
  } catch (e) {
    if (!isAttributeError(e)) throw e;
  }
  return v !== undefined ? v : callMethod(o, '$__getattr__', [k.slice(1)]);
}
export const isAttributeError = (e: Value): boolean => e instanceof PyObject && isInstance(e, E.AttributeError!);

/** `getattr(o, name, undefined)`: an AttributeError becomes undefined. */
export function tryGet(o: Value, k: string): Value {
  try {
    return lookupAttr(o, k);
  } catch (e) {
    if (isAttributeError(e)) return undefined;
    throw e;
  }
}

function missing(o: Value, k: string): Value {
  const name = k.slice(1);
  let text: string;
  if (isType(o) && o.oldStyle) text = `class ${o.name} has no attribute '${name}'`;
  else if (o.cls.oldStyle && !isType(o)) text = `${o.cls.name} instance has no attribute '${name}'`;
  else if (isType(o)) text = `type object '${o.name}' has no attribute '${name}'`;
  else if (o.missingText) text = o.missingText(name);
  else text = `'${o.cls.name}' object has no attribute '${name}'`;
  const e = raise('AttributeError', text);
  e['@name'] = name;
  e['@obj'] = o;
  return e;
}
export { missing as missingAttribute };

/** `o.x = v`. Errors: AttributeError, TypeError. */
export function $set(o: Value, k: string, v: Value): void {
  if (o.quick) {
    const d = o[k];
    if (d === undefined || d.desc === 0) {
      o[k] = v.n === undefined ? v : new OwnFunction(v);
      return;
    }
  }
  setattr(o, k, v);
}
export function setattr(o: Value, k: string, v: Value): void {
  if (o.cls.userSet) callMethod(o, '$__setattr__', [k.slice(1), v]);
  else o.setattro(k, v);
}
export function $del(o: Value, k: string): void {
  if (o.cls.userDel) callMethod(o, '$__delattr__', [k.slice(1)]);
  else o.setattro(k, undefined);
}

/** What cannot be deleted has but its name in the message, from a version on until 3.10. */
const nothingThere = (o: Value, k: string, from: number): Value =>
  R.version >= from && R.version < 311 ? raise('AttributeError', k.slice(1)) : missing(o, k);
/** `object.__setattr__` and, with v undefined, `object.__delattr__`. */
export function genericSet(o: Value, k: string, v: Value): void {
  const cls: PyType = o.cls;
  const d = cls.dict[k];
  if (d !== undefined && typeof d === 'object' && d.desc === 2) return d.tpset(o, v);
  if (!cls.hasDict) {
    const name = k.slice(1);
    const e = raise(
      'AttributeError',
      d === undefined ? noDictText(o, name) : `'${cls.name}' object attribute '${name}' is read-only`,
    );
    e['@name'] = name;
    e['@obj'] = o;
    throw e;
  }
  const s = o.hid ?? o;
  if (v === undefined) {
    if (!hasOwn.call(s, k)) throw nothingThere(o, k, 300);
    delete s[k];
  } else s[k] = wrapOwn(v);
}
export const wording = { noDict: true };
const noDictText = (o: Value, name: string): string =>
  `'${o.cls.name}' object has no attribute '${name}'` +
  (wording.noDict ? ' and no __dict__ for setting new attributes' : '');
root.setattro = function (this: Value, k: string, v: Value): void {
  genericSet(this, k, v);
};

root.tpset = function (this: Value, o: Value, v: Value): void {
  const k = v === undefined ? '$__delete__' : '$__set__';
  if (this.cls.dict[k] === undefined) throw raise('AttributeError', k.slice(1));
  callMethod(this, k, v === undefined ? [o] : [o, v]);
};

typeProto.setattro = typeDict.setattro = function (this: PyType, k: string, v: Value): void {
  if (!this.heap)
    throw raise(
      'TypeError',
      R.version < 310
        ? `can't set attributes of built-in/extension type '${this.name}'`
        : `cannot set '${k.slice(1)}' attribute of immutable type '${this.name}'`,
    );
  const m = this.cls.dict[k];
  if (m !== undefined && typeof m === 'object' && m.desc === 2) return m.tpset(this, v);
  if (v === undefined && !hasOwn.call(this.dict, k)) throw nothingThere(this, k, this.oldStyle ? 300 : 0);
  setClassAttribute(this, k, v);
};

/** The special method of a value's class, not of the value itself: undefined when there is none. */
export const special = (o: Value, k: string): Value => o.cls.dict[k];

/** Calls the special method `k` of o's class, binding it as a method. The class must have it. */
export function callMethod(o: Value, k: string, args: Value[]): Value {
  if (--gate.left < 0 && cramped()) return elsewhere(callMethod, undefined, [o, k, args]);
  const f = o.cls.dict[k];
  if (f.n === args.length + 1 && f.desc === 1) {
    if (args.length === 0) return f.js(o);
    if (args.length === 1) return f.js(o, args[0]);
    return f.js(o, ...args);
  }
  const bound = typeof f === 'object' && f.desc !== 0 ? f.tpget(o, o.cls) : f;
  return bound.tpcall(args, null);
}

/** Calling an instance whose class has `__call__`. */
root.tpcall = function (this: Value, args: Value[], kw: Kw): Value {
  if (--gate.left < 0 && cramped()) return elsewhere(this.tpcall, this, [args, kw]);
  const f = this.cls.dict.$__call__;
  if (f === undefined)
    throw this.cls.oldStyle === true && !isType(this)
      ? raise('AttributeError', `${this.cls.name} instance has no __call__ method`)
      : raise('TypeError', `'${this.cls.name}' object is not callable`);
  const bound = typeof f === 'object' && f.desc !== 0 ? f.tpget(this, this.cls) : f;
  return bound.tpcall(args, kw);
};
/**
 * The same with none to three arguments, and no array of them: what compiled code calls when a direct call is out of the question. Kinds of callable
 * that know better have their own; all mean `tpcall`.
 */
Object.assign(root, {
  call0(this: Value) {
    return this.tpcall([], null);
  },
  call1(this: Value, a: Value) {
    return this.tpcall([a], null);
  },
  call2(this: Value, a: Value, b: Value) {
    return this.tpcall([a, b], null);
  },
  call3(this: Value, a: Value, b: Value, c: Value) {
    return this.tpcall([a, b, c], null);
  },
  /** `f(…, name=value)`: the values by position, then those by name. `names` is one array for each place in a program. */
  callNamed(this: Value, args: Value[], names: readonly string[]) {
    const given = args.length - names.length;
    const kw = new Map<string, Value>();
    for (let i = 0; i < names.length; i++) kw.set(names[i]!, args[given + i]);
    return this.tpcall(args.slice(0, given), kw);
  },
});
refreshOpaqueRoot();
