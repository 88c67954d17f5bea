/**
 * Classes: `object` and `type` completed, the `class` statement, and the descriptors that classes are written with.
 * Source: https://docs.python.org/3/reference/datamodel.html#customizing-class-creation, PEP 3115, 487, 560.
 */
import type { PyCode } from './call.ts';
import { $call, PyFunction, PyMethod } from './call.ts';
import { define } from './define.ts';
import { E, plainException, raise } from './errors.ts';
import type { Kw, PyType, Value } from './object.ts';
import {
  PyObject,
  c3,
  callMethod,
  genericGet,
  genericSet,
  getattr,
  isSubtype,
  isType,
  lookupAttr,
  makeClass,
  missingAttribute,
  object,
  own,
  rederive,
  setClassAttribute,
  special,
  tryGet,
  type,
  typeGet,
} from './object.ts';
import { $truth, genericTruth, strValue } from './operators.ts';
import { address, id, repr, str } from './repr.ts';
import { None, NotImplemented } from './singletons.ts';
import { R, since } from './state.ts';
import { GetSet, NamespaceDict, PyDict, PyList, PyTuple, PyUnicode } from './values.ts';

const root = object.proto;
root.truth = genericTruth;

/** The class's name as reprs show it: `module.qualname`, without `builtins`. */
export function fullName(t: PyType): string {
  const m = t.heap ? (own(t.dict, '$__module__') ? t.dict.$__module__ : t.dict.$__module__) : t.module;
  const name = since(303) ? t.qualname : t.name;
  return typeof m === 'string' && m !== 'builtins' && m !== '__builtin__' && m !== 'exceptions' ? `${m}.${name}` : name;
}

/** `__class__` assignment needs the same layout on both sides. */
function setClass(o: Value, cls: Value): void {
  if (cls === undefined) throw raise('TypeError', "can't delete __class__ attribute");
  if (!isType(cls)) throw raise('TypeError', `__class__ must be set to a class, not '${cls.cls.name}' object`);
  const old: PyType = o.cls;
  if (typeof o !== 'object' || !old.heap || !cls.heap)
    throw raise('TypeError', '__class__ assignment only supported for mutable types or ModuleType subclasses');
  if (
    old.layout !== cls.layout ||
    old.hasDict !== cls.hasDict ||
    String(old.allSlots ?? '') !== String(cls.allSlots ?? '')
  )
    throw raise('TypeError', `__class__ assignment: '${cls.name}' object layout differs from '${old.name}'`);
  Object.setPrototypeOf(o.hid ?? o, cls.proto);
}

/** The instance's `__dict__`, the same object each time it is asked for. */
const dicts = new WeakMap<object, PyDict>();
export function instanceDict(o: Value): PyDict {
  const s = o.hid ?? o;
  let d = dicts.get(s);
  if (d === undefined) {
    d = new NamespaceDict(s);
    dicts.set(s, d);
  }
  return d;
}
function setInstanceDict(o: Value, v: Value): void {
  if (!(v instanceof PyDict))
    throw raise(
      'TypeError',
      `__dict__ must be set to a dictionary, not a '${v === undefined ? 'NoneType' : v.cls.name}'`,
    );
  const entries = v.entries();
  const d = instanceDict(o);
  d.clear();
  for (const [k, x] of entries) d.set(k, x);
}

/** The `__dict__` of a class's instances. */
export const dictAttribute = (t: PyType): Value => new GetSet('__dict__', t, instanceDict, setInstanceDict);

const overrides = (t: PyType, k: string): boolean => t.dict[k] !== root[k];

function checkObjectArguments(cls: PyType, args: Value[], kw: Map<string, Value>, from: 'new' | 'init'): void {
  if (args.length === 0 && kw.size === 0) return;
  const newOver = overrides(cls, '$__new__');
  const initOver = overrides(cls, '$__init__');
  if (from === 'new' && newOver)
    throw raise(
      'TypeError',
      since(300)
        ? 'object.__new__() takes exactly one argument (the type to instantiate)'
        : 'object() takes no parameters',
    );
  if (from === 'new' && !initOver)
    throw raise('TypeError', since(307) ? `${cls.name}() takes no arguments` : 'object() takes no parameters');
  if (from === 'init' && initOver)
    throw raise(
      'TypeError',
      since(300)
        ? 'object.__init__() takes exactly one argument (the instance to initialize)'
        : 'object.__init__() takes no parameters',
    );
  if (from === 'init' && !newOver)
    throw raise('TypeError', `${cls.name}.__init__() takes exactly one argument (the instance to initialize)`);
}

define(
  'object',
  {
    methods: {
      '__init__(self, /, *args, **kw)'(self, args, kw) {
        checkObjectArguments(self.cls, args, kw, 'init');
        return None;
      },
      '__repr__(self, /)': (self) => `<${fullName(self.cls)} object at ${address(self)}>`,
      '__str__(self, /)': (self) => repr(self),
      '__hash__(self, /)': (self) => Math.floor(id(self) / 16),
      '__eq__(self, other, /) @3.0+': (self, other) => (self === other ? true : NotImplemented),
      '__ne__(self, other, /) @3.0+'(self, other) {
        const r = callMethod(self, '$__eq__', [other]);
        return r === NotImplemented ? r : !$truth(r);
      },
      '__lt__(self, other, /) @3.0+': () => NotImplemented,
      '__le__(self, other, /) @3.0+': () => NotImplemented,
      '__gt__(self, other, /) @3.0+': () => NotImplemented,
      '__ge__(self, other, /) @3.0+': () => NotImplemented,
      '__getattribute__(self, name, /)'(self, name) {
        const k = `$${attributeName(name)}`;
        const v = genericGet(self, k);
        if (v === undefined) throw missingAttribute(self, k);
        return v;
      },
      '__setattr__(self, name, value, /)'(self, name, v) {
        if (isType(self)) throw raise('TypeError', `can't apply this __setattr__ to ${self.cls.name} object`);
        genericSet(self, `$${attributeName(name)}`, v);
        return None;
      },
      '__delattr__(self, name, /)'(self, name) {
        if (isType(self)) throw raise('TypeError', `can't apply this __delattr__ to ${self.cls.name} object`);
        genericSet(self, `$${attributeName(name)}`, undefined);
        return None;
      },
      '__format__(self, spec, /) @2.6+'(self, spec) {
        const s = strValue(spec) ?? (spec instanceof PyUnicode ? spec.v : undefined);
        if (s === undefined) throw raise('TypeError', `__format__() argument must be str, not ${spec.cls.name}`);
        if (s === '') return str(self);
        if (since(304)) throw raise('TypeError', `unsupported format string passed to ${self.cls.name}.__format__`);
        return R.builtins!.$format.tpcall(
          [spec instanceof PyUnicode ? new PyUnicode(str(self)) : str(self), spec],
          null,
        );
      },
      '__dir__(self, /) @3.0+': (self) => new PyList(directory(self)),
      '__sizeof__(self, /) @2.6+': () => 32,
      '__reduce__(self, /)': (self) => callCopyreg(self, 0),
      '__reduce_ex__(self, protocol, /)'(self, protocol) {
        const r = self.cls.dict.$__reduce__;
        if (r !== root.$__reduce__) return callMethod(self, '$__reduce__', []);
        return callCopyreg(self, protocol);
      },
      '__getstate__(self, /) @3.11+': (self) => objectState(self),
    },
    statics: {
      '__new__(cls, *args, **kw)'(cls, args, kw) {
        if (!isType(cls)) throw raise('TypeError', `object.__new__(X): X is not a type object (${cls.cls.name})`);
        checkObjectArguments(cls, args, kw, 'new');
        const missing = cls.abstractMethods;
        if (missing !== undefined && missing.length > 0) throw abstractError(cls, missing);
        if (cls.layout !== object && cls.layout.dict.$__new__ !== root.$__new__)
          throw raise('TypeError', `object.__new__(${cls.name}) is not safe, use ${cls.layout.name}.__new__()`);
        return cls.alloc(cls);
      },
    },
    classMethods: {
      '__init_subclass__(cls, /) @3.6+'(_cls) {
        return None;
      },
      '__subclasshook__(cls, other, /) @2.6+': () => NotImplemented,
    },
    attributes: { __class__: [(o) => o.cls, setClass] },
    doc: 'The base class of the class hierarchy.',
  },
  object,
);

function attributeName(name: Value): string {
  const s = strValue(name);
  if (s !== undefined) return s;
  if (!since(300) && typeof name.v === 'string') return name.v;
  throw raise('TypeError', `attribute name must be string, not '${name.cls.name}'`);
}
export { attributeName };

function abstractError(cls: PyType, names: string[]): Value {
  const s = names.length === 1 ? '' : 's';
  const quoted = names.map((n) => (since(312) ? `'${n}'` : n)).join(', ');
  if (since(312))
    return raise(
      'TypeError',
      `Can't instantiate abstract class ${cls.name} without an implementation for abstract method${s} ${quoted}`,
    );
  return raise(
    'TypeError',
    `Can't instantiate abstract class ${cls.name} with abstract method${since(309) ? s : 's'} ${quoted}`,
  );
}

/** State as `object.__getstate__` gives it: the dict, or (dict, slots), or None. */
export function objectState(o: Value): Value {
  const d = o.cls.hasDict ? instanceDict(o) : undefined;
  const slots = new PyDict();
  for (const name of o.cls.allSlots ?? []) if (o[`@${name}`] !== undefined) slots.set(name, o[`@${name}`]);
  const dict = d !== undefined && d.size > 0 ? copyDict(d) : None;
  return slots.size > 0 ? new PyTuple([dict, slots]) : dict;
}
export function copyDict(d: PyDict): PyDict {
  const out = new PyDict();
  for (const [k, v] of d.entries()) out.set(k, v);
  return out;
}
function callCopyreg(o: Value, protocol: Value): Value {
  const copyreg = R.importModule!(since(300) ? 'copyreg' : 'copy_reg');
  if (o.cls.heap === false && o.cls !== object) {
    const name = o.cls.name;
    throw raise('TypeError', since(308) ? `cannot pickle '${name}' object` : `can't pickle ${name} objects`);
  }
  if (protocol >= 2) return getattr(copyreg, '$__reduce_2__').tpcall([o], null);
  return getattr(copyreg, '$_reduce_ex').tpcall([o, protocol], null);
}

/** Names for `dir(v)`, sorted. */
export function directory(v: Value): string[] {
  const names = new Set<string>();
  const addOwn = (d: Record<string, Value>): void => {
    for (const k of Object.keys(d)) if (k[0] === '$') names.add(k.slice(1));
  };
  if (isType(v)) for (const c of v.mro) addOwn(c.dict);
  else {
    const d = tryGet(v, '$__dict__');
    if (d instanceof PyDict) for (const k of d.keys()) if (typeof k === 'string') names.add(k);
    for (const c of v.cls.mro) addOwn(c.dict);
  }
  return [...names].sort();
}

/* ---- type ---- */

/** A class's `__dict__`: read-only from outside, so that every change goes through `setClassAttribute`. */
export class ClassDict extends NamespaceDict {
  owner: PyType;
  constructor(owner: PyType) {
    super(owner.dict);
    this.owner = owner;
  }
  override get(k: Value): Value {
    return super.get(k);
  }
}
export const mappingproxy = { make: (d: PyDict): Value => d };

/** `type(v)`'s answer when a class is called: `__new__`, then `__init__`. */
type.dict.tpcall = type.proto.tpcall = function (this: PyType, args: Value[], kw: Kw): Value {
  if (this === type && args.length === 1 && (kw === null || kw.size === 0))
    return args[0].cls.oldStyle === true && !isType(args[0]) ? R.instanceType : args[0].cls;
  const noNames = kw === null || kw.size === 0;
  if (noNames && this.make !== null) {
    const made = this.make(args);
    if (made !== undefined) return made;
  }
  const d = this.dict;
  const maker = d.$__new__;
  let o: Value;
  if (maker === root.$__new__ && this.layout === object && this.abstractMethods === undefined) {
    const init = d.$__init__;
    if (init === root.$__init__) checkObjectArguments(this, args, kw ?? new Map(), 'new');
    o = this.alloc(this);
    if (noNames && init.n === args.length + 1 && init.native !== true) {
      const r =
        args.length === 0
          ? init.js(o)
          : args.length === 1
            ? init.js(o, args[0])
            : args.length === 2
              ? init.js(o, args[0], args[1])
              : init.js(o, ...args);
      if (r !== None) throw badInit(r);
      return o;
    }
  } else {
    if (this.abstract && maker === root.$__new__)
      throw raise('TypeError', `cannot create '${fullName(this)}' instances`);
    if (noNames && maker === plainException.new && d.$__init__ === plainException.init) {
      o = this.alloc(this);
      o.args = args;
      return o;
    }
    if (noNames && !this.heap && this !== type && maker.f !== undefined && d.$__init__ === root.$__init__) {
      const all = [this];
      for (let i = 0; i < args.length; i++) all.push(args[i]);
      return maker.f.direct(all, 1);
    }
    const make = typeGet(this, '$__new__');
    o = make.tpcall(args.length === 1 ? [this, args[0]] : [this, ...args], kw);
    if (o.cls !== this && !isSubtype(o.cls, this)) return o;
    if (this === type) return o;
  }
  const init = o.cls.dict.$__init__;
  if (init === root.$__init__) {
    if (maker === root.$__new__) checkObjectArguments(this, args, kw ?? new Map(), 'init');
    return o;
  }
  const bound = typeof init === 'object' && init.desc !== 0 ? init.tpget(o, o.cls) : init;
  const r = bound.tpcall(args, kw);
  if (r !== None) throw badInit(r);
  return o;
};
const badInit = (r: Value): Value => raise('TypeError', `__init__() should return None, not '${r.cls.name}'`);

/** The most derived metaclass. Errors: TypeError. */
export function metaclassOf(meta: Value, bases: PyType[]): Value {
  let winner = meta;
  for (const b of bases) {
    const m = b.cls;
    if (isSubtype(winner, m)) continue;
    if (isSubtype(m, winner)) {
      winner = m;
      continue;
    }
    throw raise(
      'TypeError',
      `metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases`,
    );
  }
  return winner;
}

/** The built-in layout that instances of a class with these bases need. Errors: TypeError. */
function bestLayout(bases: PyType[]): PyType {
  let best: PyType = object;
  for (const b of bases) {
    if (!isType(b)) throw raise('TypeError', 'bases must be types');
    if (b.final) throw raise('TypeError', `type '${fullName(b)}' is not an acceptable base type`);
    const l = b.layout;
    if (l === best || isSubtype(best, l)) continue;
    if (isSubtype(l, best)) best = l;
    else throw raise('TypeError', 'multiple bases have instance lay-out conflict');
  }
  return best;
}

/** `type.__new__`: everything between the namespace and the finished class. Errors: TypeError, ValueError. */
export function newClass(meta: PyType, name: string, bases: PyType[], ns: PyDict, kw: Kw): PyType {
  if (bases.length === 0) bases = [object];
  const winner = metaclassOf(meta, bases) as PyType;
  if (winner !== meta && winner.dict.$__new__ !== type.dict.$__new__)
    return typeGet(winner, '$__new__').tpcall([winner, name, new PyTuple(bases), ns], kw);
  meta = winner;
  const layout = bestLayout(bases);
  const attributes: Record<string, Value> = {};
  for (const [k, v] of ns.entries()) {
    const key = strValue(k);
    if (key !== undefined) attributes[`$${key}`] = v;
  }
  const slots = attributes.$__slots__;
  let hasDict = true;
  let slotNames: string[] | null = null;
  if (slots !== undefined) {
    slotNames = readSlots(slots, attributes, layout, bases);
    hasDict = slotNames.includes('__dict__') || bases.some((b) => b.hasDict);
  }
  const maker = attributes.$__new__;
  if (maker instanceof PyFunction) attributes.$__new__ = new PyStaticMethod(maker);
  for (const k of ['$__init_subclass__', '$__class_getitem__'])
    if (attributes[k] instanceof PyFunction) attributes[k] = new PyClassMethod(attributes[k]);
  if (attributes.$__eq__ !== undefined && attributes.$__hash__ === undefined && since(300)) attributes.$__hash__ = None;
  if (attributes.$__module__ === undefined) {
    const m = R.callerModule?.();
    if (m !== undefined) attributes.$__module__ = m;
  }
  const qualname = attributes.$__qualname__;
  if (qualname !== undefined && since(303)) {
    if (typeof qualname !== 'string')
      throw raise('TypeError', `type __qualname__ must be a str, not ${qualname.cls.name}`);
    delete attributes.$__qualname__;
  }
  if (attributes.$__doc__ === undefined) attributes.$__doc__ = None;
  const cell = attributes.$__classcell__;
  if (cell !== undefined && !(cell instanceof ClassCell))
    throw raise(
      'TypeError',
      `type.__new__ requires __classcell__ to be a nonlocal cell, not ${cell.cls?.name ?? 'object'}`,
    );
  delete attributes.$__classcell__;
  const t = makeClass(meta, name, bases, attributes, layout, hasDict);
  if (cell !== undefined) cell.fill(t);
  if (meta.dict.$mro !== type.dict.$mro) customOrder(t);
  if (typeof qualname === 'string') t.qualname = qualname;
  t.allSlots = [
    ...(bases.find((b) => b.allSlots !== undefined)?.allSlots ?? []),
    ...(slotNames ?? []).filter((n) => n !== '__dict__' && n !== '__weakref__'),
  ];
  if (slotNames !== null) {
    t.slots = slotNames;
    for (const n of slotNames)
      if (n !== '__dict__' && n !== '__weakref__') t.dict[`$${mangle(n, name)}`] = slotDescriptor(mangle(n, name), t);
  }
  if (hasDict && attributes.$__dict__ === undefined && !bases.some((b) => b.hasDict))
    t.dict.$__dict__ = dictAttribute(t);
  if (t.dict.$__del__ !== undefined || t.hasFinaliser) t.hasFinaliser = true;
  if (since(306)) for (const k of Object.keys(attributes)) if (k !== '$__qualname__') setName(t, k, attributes[k]);
  if (since(306)) initSubclass(t, kw);
  return t;
}
function setName(t: PyType, k: string, v: Value): void {
  if (typeof v !== 'object' || v.cls.dict.$__set_name__ === undefined) return;
  try {
    callMethod(v, '$__set_name__', [t, k.slice(1)]);
  } catch (e) {
    if (since(312)) {
      R.addNote?.(e, `Error calling __set_name__ on '${v.cls.name}' instance '${k.slice(1)}' in '${t.name}'`);
      throw e;
    }
    const r = raise(
      'RuntimeError',
      `Error calling __set_name__ on '${v.cls.name}' instance '${k.slice(1)}' in '${t.name}'`,
    );
    r.cause = e;
    r.suppress = true;
    r.context = e;
    throw r;
  }
}
function initSubclass(t: PyType, kw: Kw): void {
  const hook = superGet(t, t, '$__init_subclass__');
  // A custom order may leave nobody to ask.
  hook?.tpcall([], kw);
}
function customOrder(t: PyType): void {
  const order = R.items!(callMethod(t, '$mro', [])) as PyType[];
  t.mro = order;
  rederive(t);
}
const mangle = (n: string, cls: string): string =>
  n.startsWith('__') && !n.endsWith('__') ? `_${cls.replace(/^_+/, '')}${n}` : n;

function readSlots(slots: Value, attributes: Record<string, Value>, layout: PyType, bases: PyType[]): string[] {
  const text = strValue(slots);
  const list: Value[] = text !== undefined ? [text] : R.items!(slots);
  const names: string[] = [];
  for (const s of list) {
    const n = strValue(s);
    if (n === undefined) throw raise('TypeError', `__slots__ items must be strings, not '${s.cls.name}'`);
    if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(n)) throw raise('TypeError', '__slots__ must be identifiers');
    if (attributes[`$${n}`] !== undefined && n !== '__qualname__' && n !== '__classcell__')
      throw raise('ValueError', `'${n}' in __slots__ conflicts with class variable`);
    names.push(n);
  }
  if (names.length > 0 && layout.variable === true)
    throw raise('TypeError', `nonempty __slots__ not supported for subtype of '${layout.name}'`);
  const again = (n: string, inherited: boolean): boolean =>
    names.filter((each) => each === n).length + (inherited ? 1 : 0) > 1 && names.includes(n);
  if (
    again(
      '__dict__',
      bases.some((b) => b.hasDict),
    )
  )
    throw raise('TypeError', '__dict__ slot disallowed: we already got one');
  if (
    again(
      '__weakref__',
      bases.some((b) => b.heap && (b.slots === null || b.slots.includes('__weakref__'))),
    )
  )
    throw raise(
      'TypeError',
      `__weakref__ slot disallowed: ${since(312) ? 'we already got one' : 'either we already got one, or __itemsize__ != 0'}`,
    );
  return names;
}
/** A slot: `member_descriptor`, its value in the instance's field `@name`. */
function slotDescriptor(name: string, t: PyType): GetSet {
  const field = `@${name}`;
  const g = new MemberDescriptor(
    name,
    t,
    (o) => o[field],
    (o, v) => {
      if (v === undefined) {
        if (o[field] === undefined) throw raise('AttributeError', name);
        delete o[field];
      } else o[field] = v;
    },
  );
  return g;
}
export class MemberDescriptor extends GetSet {}

define(
  'type',
  {
    methods: {
      '__init__(self, /, *args, **kw)'(_self, args, _kw) {
        if (args.length !== 1 && args.length !== 3) throw raise('TypeError', 'type.__init__() takes 1 or 3 arguments');
        return None;
      },
      '__repr__(self, /)': (self) =>
        !since(300) && !self.heap
          ? `<type '${since(205) && isSubtype(self, E.BaseException!) ? 'exceptions.' : ''}${fullName(self)}'>`
          : `<class '${fullName(self)}'>`,
      '__call__(self, /, *args, **kw)': (self, args, kw) => type.dict.tpcall.call(self, args, kw.size > 0 ? kw : null),
      '__getattribute__(self, name, /)'(self, name) {
        const k = `$${attributeName(name)}`;
        const v = typeGet(self, k);
        if (v === undefined) throw missingAttribute(self, k);
        return v;
      },
      '__setattr__(self, name, value, /)'(self, name, v) {
        type.dict.setattro.call(self, `$${attributeName(name)}`, v);
        return None;
      },
      '__delattr__(self, name, /)'(self, name) {
        type.dict.setattro.call(self, `$${attributeName(name)}`, undefined);
        return None;
      },
      'mro(self, /)': (self) => new PyList(c3(self, self.bases)),
      '__subclasses__(self, /)': (self) => new PyList(self.subclasses.slice()),
      '__instancecheck__(self, instance, /) @2.6+': (self, o) => plainInstance(o, self),
      '__subclasscheck__(self, subclass, /) @2.6+': (self, c) => plainSubclass(c, self),
      '__dir__(self, /) @3.0+': (self) => new PyList(directory(self)),
      '__or__(self, other, /) @3.10+': (self, other) => R.union?.(self, other) ?? NotImplemented,
      '__ror__(self, other, /) @3.10+': (self, other) => R.union?.(other, self) ?? NotImplemented,
      '__sizeof__(self, /)': () => 1000,
    },
    statics: {
      '__new__(meta, *args, **kw)'(meta, args: Value[], kw: Map<string, Value>) {
        if (args.length === 1 && meta === type) return args[0].cls;
        if (args.length !== 3)
          throw raise(
            'TypeError',
            meta === type
              ? 'type() takes 1 or 3 arguments'
              : `type.__new__() takes exactly 3 arguments (${args.length} given)`,
          );
        const [name, bases, ns] = args;
        const text = strValue(name);
        if (text === undefined) throw raise('TypeError', `type.__new__() argument 1 must be str, not ${name.cls.name}`);
        if (!(bases instanceof PyTuple))
          throw raise('TypeError', `type.__new__() argument 2 must be tuple, not ${bases.cls.name}`);
        if (!(ns instanceof PyDict))
          throw raise('TypeError', `type.__new__() argument 3 must be dict, not ${ns.cls.name}`);
        return newClass(meta, text, bases.a, ns, kw.size > 0 ? kw : null);
      },
    },
    classMethods: { '__prepare__(cls, *args, **kw) @3.0+': () => new PyDict() },
    attributes: {
      __name__: [
        (t) => t.name,
        (t, v) => {
          heapOnly(t, '__name__');
          if (typeof v !== 'string')
            throw raise('TypeError', `can only assign string to ${t.name}.__name__, not '${v.cls.name}'`);
          t.name = v;
        },
      ],
      '__qualname__ @3.3+': [
        (t) => t.qualname,
        (t, v) => {
          heapOnly(t, '__qualname__');
          if (typeof v !== 'string')
            throw raise('TypeError', `can only assign string to ${t.name}.__qualname__, not '${v.cls.name}'`);
          t.qualname = v;
        },
      ],
      __module__: [
        (t) =>
          own(t.dict, '$__module__')
            ? t.dict.$__module__
            : t.heap
              ? t.dict.$__module__
              : since(300) || t.module !== 'builtins'
                ? t.module
                : isSubtype(t, E.BaseException!)
                  ? 'exceptions'
                  : '__builtin__',
        (t, v) => {
          heapOnly(t, '__module__');
          setClassAttribute(t, '$__module__', v);
        },
      ],
      __bases__: [
        (t) => new PyTuple(t.bases),
        (t, v) => {
          heapOnly(t, '__bases__');
          if (!(v instanceof PyTuple))
            throw raise('TypeError', `can only assign tuple to ${t.name}.__bases__, not ${v.cls.name}`);
          if (v.a.length === 0)
            throw raise('TypeError', `can only assign non-empty tuple to ${t.name}.__bases__, not ()`);
          for (const b of v.a) {
            if (!isType(b))
              throw raise('TypeError', `${t.name}.__bases__ must be tuple of classes, not '${(b as Value).cls.name}'`);
            if (isSubtype(b, t)) throw raise('TypeError', 'a __bases__ item causes an inheritance cycle');
          }
          if (bestLayout(v.a) !== t.layout)
            throw raise(
              'TypeError',
              `__bases__ assignment: '${v.a[0].name}' object layout differs from '${t.bases[0]!.name}'`,
            );
          const mro = c3(t, v.a);
          for (const b of t.bases) b.subclasses.splice(b.subclasses.indexOf(t), 1);
          t.bases = v.a;
          t.mro = mro;
          for (const b of t.bases) b.subclasses.push(t);
          rederive(t);
        },
      ],
      __base__: (t) => t.bases[0] ?? None,
      __mro__: (t) => new PyTuple(t.mro),
      __dict__: (t) => mappingproxy.make(new ClassDict(t)),
      __doc__: [
        (t) => classDoc(t),
        (t, v) => {
          heapOnly(t, '__doc__');
          setClassAttribute(t, '$__doc__', v);
        },
      ],
      __flags__: (t) => (t.heap ? 0x200 : 0) | (t.final ? 0 : 0x400) | (t.abstractMethods?.length ? 1 << 20 : 0),
      __basicsize__: () => 16,
      __itemsize__: () => 0,
      '__abstractmethods__ @2.6+': [
        (t) => (own(t.dict, '$__abstractmethods__') ? t.dict.$__abstractmethods__ : undefined),
        (t, v) => {
          setClassAttribute(t, '$__abstractmethods__', v);
          t.abstractMethods =
            v === undefined
              ? undefined
              : R.items!(v)
                  .map((n) => str(n))
                  .sort();
          if (t.abstractMethods?.length === 0) t.abstractMethods = undefined;
        },
      ],
      '__annotations__ @3.10+': [
        (t) => {
          if (!own(t.dict, '$__annotations__')) {
            if (!t.heap) return undefined;
            t.dict.$__annotations__ = new PyDict();
          }
          return t.dict.$__annotations__;
        },
        (t, v) => {
          heapOnly(t, '__annotations__');
          setClassAttribute(t, '$__annotations__', v);
        },
      ],
      '__type_params__ @3.12+': [
        (t) => (own(t.dict, '$__type_params__') ? t.dict.$__type_params__ : new PyTuple([])),
        (t, v) => setClassAttribute(t, '$__type_params__', v),
      ],
      __text_signature__: () => None,
    },
    doc: "type(object) -> the object's type",
  },
  type,
);
function heapOnly(t: PyType, name: string): void {
  if (!t.heap) throw raise('TypeError', `cannot set '${name}' attribute of immutable type '${t.name}'`);
}
function classDoc(t: PyType): Value {
  if (!own(t.dict, '$__doc__')) return None;
  const d = t.dict.$__doc__;
  return typeof d === 'object' && d.desc !== 0 ? d.tpget(undefined, t) : d;
}

/** isinstance by the class alone, and by what `__class__` claims. */
export function plainInstance(o: Value, t: PyType): boolean {
  if (isSubtype(o.cls, t)) return true;
  if (typeof o !== 'object') return false;
  const claimed = tryGet(o, '$__class__');
  return claimed !== undefined && claimed !== o.cls && isType(claimed) && isSubtype(claimed, t);
}
export function plainSubclass(c: Value, t: PyType): boolean {
  if (isType(c)) return isSubtype(c, t);
  const bases = tryGet(c, '$__bases__');
  if (!(bases instanceof PyTuple)) throw raise('TypeError', 'issubclass() arg 1 must be a class');
  return bases.a.some((b) => plainSubclass(b, t));
}

/* ---- super ---- */

/** What `super(start, …)` finds: the attribute from the classes after `start` in the order of `cls`. */
export function superGet(start: PyType, o: Value, k: string): Value {
  const cls: PyType = isType(o) && isSubtype(o, start) ? o : o.cls;
  const onClass = cls === o;
  const order = cls.mro;
  for (let i = order.indexOf(start) + 1; i < order.length; i++) {
    const d = order[i]!.dict;
    if (own(d, k)) {
      const v = d[k];
      if (typeof v === 'object' && v.desc !== 0) return v.tpget(onClass ? undefined : o, cls);
      return v;
    }
  }
  return undefined;
}
export class PySuper extends PyObject {
  start: PyType = object;
  self: Value = undefined;
  selfType: PyType | null = null;
}
export const superType = define('super', {
  shape: PySuper,
  opaque: true,
  alloc: (cls) => {
    const s = Object.create(cls.proto);
    s.self = undefined;
    s.selfType = null;
    return s;
  },
  methods: {
    '__init__(self, type=None, obj=None, /)'(self, t, o) {
      if (t === undefined) {
        if (since(300)) throw raise('RuntimeError', 'super(): no arguments');
        throw raise('TypeError', 'super() takes at least 1 argument (0 given)');
      }
      if (!isType(t)) throw raise('TypeError', `super() argument 1 must be a type, not ${t.cls.name}`);
      initSuper(self, t, o === None ? undefined : o);
      return None;
    },
    '__repr__(self, /)': (self) =>
      `<super: <class '${self.start.name}'>, ${self.self === undefined ? 'NULL' : `<${self.selfType.name} object>`}>`,
    '__getattribute__(self, name, /)'(self, name) {
      const k = `$${attributeName(name)}`;
      const v = self.getattro(k);
      if (v === undefined) throw missingAttribute(self, k);
      return v;
    },
    '__get__(self, obj, type=None, /)'(self, o) {
      return bindSuper(self, o);
    },
  },
  attributes: {
    __thisclass__: (s) => s.start,
    __self__: (s) => s.self ?? None,
    __self_class__: (s) => s.selfType ?? None,
  },
});
function bindSuper(self: Value, o: Value): Value {
  if (o === None || o === undefined || self.self !== undefined) return self;
  const s = superType.alloc(self.cls);
  initSuper(s, self.start, o);
  return s;
}
function initSuper(s: Value, t: PyType, o: Value): void {
  s.start = t;
  if (o === undefined) return;
  if (isType(o) && isSubtype(o, t)) s.selfType = o;
  else if (isSubtype(o.cls, t)) s.selfType = o.cls;
  else {
    const claimed = tryGet(o, '$__class__');
    if (claimed !== undefined && isType(claimed) && isSubtype(claimed, t)) s.selfType = claimed;
    else
      throw raise(
        'TypeError',
        since(313)
          ? `super(type, obj): obj (${isType(o) ? `type ${o.name}` : `instance of ${o.cls.name}`}) is not an instance or subtype of type (${t.name}).`
          : 'super(type, obj): obj must be an instance or subtype of type',
      );
  }
  s.self = o;
}
(PySuper.prototype as Value).desc = 1;
(PySuper.prototype as Value).tpget = function (this: Value, o: Value): Value {
  return bindSuper(this, o);
};
(PySuper.prototype as Value).getattro = function (this: Value, k: string): Value {
  if (this.self !== undefined && k !== '$__class__') {
    const cls: PyType = this.selfType;
    const onClass = cls === this.self;
    const order = cls.mro;
    for (let i = order.indexOf(this.start) + 1; i < order.length; i++) {
      const d = order[i]!.dict;
      if (own(d, k)) {
        const v = d[k];
        return typeof v === 'object' && v.desc !== 0 ? v.tpget(onClass ? undefined : this.self, cls) : v;
      }
    }
  }
  return genericGet(this, k);
};
(PySuper.prototype as Value).missingText = function (this: Value, name: string): string {
  return `'super' object has no attribute '${name}'`;
};

/** `super()` without arguments. Errors: RuntimeError, TypeError. */
export function $super0(f: Value, cls: Value, self: Value): Value {
  if (f !== superType) return $call(f, []);
  if (self === undefined) throw raise('RuntimeError', 'super(): no arguments');
  if (cls === undefined)
    throw raise('RuntimeError', since(300) ? 'super(): __class__ cell not found' : 'super(): no arguments');
  if (!isType(cls)) throw raise('RuntimeError', `super(): __class__ is not a type (${cls.cls.name})`);
  const s = superType.alloc(superType);
  initSuper(s, cls, self);
  return s;
}

/**
 * `super().name`, to be called with `self` first: a function, found without making the super object; or, in a wrapper without `n`, what that object gives.
 */
export function $superm(f: Value, cls: Value, self: Value, k: string): Value {
  if (f === superType && self !== undefined && cls !== undefined && isType(cls) && !isType(self)) {
    const order: PyType[] = self.cls.mro;
    const start = order.indexOf(cls);
    if (start >= 0)
      for (let i = start + 1; i < order.length; i++) {
        const v = own(order[i]!.dict, k) ? order[i]!.dict[k] : undefined;
        if (v === undefined) continue;
        if (v instanceof PyFunction) return v;
        break;
      }
  }
  return { bound: getattr($super0(f, cls, self), k) };
}
export function $callsuper(m: Value, self: Value, args: Value[]): Value {
  return m.bound !== undefined ? m.bound.tpcall(args, null) : m.tpcall([self, ...args], null);
}

/* ---- property, classmethod, staticmethod ---- */

export class PyStaticMethod extends PyObject {
  f: Value;
  constructor(f: Value) {
    super();
    this.f = f;
  }
  tpget(): Value {
    return this.f;
  }
  tpcall(args: Value[], kw: Kw): Value {
    if (!since(310)) throw raise('TypeError', "'staticmethod' object is not callable");
    return this.f.tpcall(args, kw);
  }
}
export class PyClassMethod extends PyObject {
  f: Value;
  constructor(f: Value) {
    super();
    this.f = f;
  }
  tpget(o: Value, cls: PyType): Value {
    const c = cls ?? o.cls;
    if (since(309) && !since(313) && !(this.f instanceof PyFunction) && this.f.cls.dict.$__get__ !== undefined)
      return this.f.tpget(c, c.cls);
    return new PyMethod(this.f, c, c);
  }
}
const wrapper = (name: string, shape: typeof PyStaticMethod | typeof PyClassMethod): PyType => {
  (shape.prototype as Value).desc = 1;
  return define(name, {
    shape,
    hasDict: true,
    alloc: (cls) => {
      const o = Object.create(cls.proto);
      o.f = None;
      return o;
    },
    statics: { '__new__(cls, *args, **kw)': (cls) => cls.alloc(cls) },
    methods: {
      '__init__(self, function, /)'(self, f) {
        self.f = f;
        if (since(310))
          for (const k of ['__module__', '__name__', '__qualname__', '__doc__', '__annotations__']) {
            const v = tryGet(f, `$${k}`);
            if (v !== undefined) self[`$${k}`] = v;
          }
        return None;
      },
      '__get__(self, obj, type=None, /)': (self, o, t) =>
        self.tpget(o === None ? undefined : o, t === None || t === undefined ? o.cls : t),
      '__repr__(self, /) @3.10+': (self) => `<${name}(${repr(self.f)})>`,
      ...(name === 'staticmethod'
        ? { '__call__(self, *args, **kw) @3.10+': (self: Value, args: Value[], kw: Kw) => self.tpcall(args, kw) }
        : {}),
    },
    attributes: {
      '__func__ @2.7+': (o) => o.f,
      '__wrapped__ @3.10+': (o) => o.f,
      '__isabstractmethod__ @3.2+': (o) => $truth(tryGet(o.f, '$__isabstractmethod__') ?? false),
    },
  });
};
export const staticMethodType = wrapper('staticmethod', PyStaticMethod);
export const classMethodType = wrapper('classmethod', PyClassMethod);

export class PyProperty extends PyObject {
  fget: Value = None;
  fset: Value = None;
  fdel: Value = None;
  doc: Value = None;
  name: Value = undefined;
  tpget(o: Value, _cls: PyType): Value {
    if (o === undefined) return this;
    if (this.fget === None) throw unable(this, o, 'getter', 'unreadable attribute');
    const f = this.fget;
    return f.n === 1 && f.desc === 1 ? f.js(o) : f.tpcall([o], null);
  }
  tpset(o: Value, v: Value): void {
    const f = v === undefined ? this.fdel : this.fset;
    if (f === None)
      throw unable(
        this,
        o,
        v === undefined ? 'deleter' : 'setter',
        v === undefined ? "can't delete attribute" : "can't set attribute",
      );
    f.tpcall(v === undefined ? [o] : [o, v], null);
  }
}
function unable(p: PyProperty, o: Value, what: string, old: string): Value {
  if (since(311)) {
    const named =
      p.name !== undefined
        ? `property ${repr(p.name)} of '${o.cls.qualname}' object`
        : `property of '${o.cls.qualname}' object`;
    return raise('AttributeError', `${named} has no ${what}`);
  }
  return raise('AttributeError', since(310) && p.name !== undefined ? `${old} ${repr(p.name)}` : old);
}
(PyProperty.prototype as Value).desc = 2;
const derived = (p: Value, fget: Value, fset: Value, fdel: Value): Value => {
  const doc = p.ownDoc ? p.doc : None;
  const q = p.cls.tpcall([fget, fset, fdel, doc], null);
  if (q instanceof PyProperty) q.name = p.name;
  return q;
};
export const property = define('property', {
  shape: PyProperty,
  alloc: (cls) =>
    Object.assign(Object.create(cls.proto), { fget: None, fset: None, fdel: None, doc: None, name: undefined }),
  statics: { '__new__(cls, *args, **kw)': (cls) => cls.alloc(cls) },
  methods: {
    '__init__(self, fget=None, fset=None, fdel=None, doc=None)'(
      self,
      fget = None,
      fset = None,
      fdel = None,
      doc = None,
    ) {
      Object.assign(self, { fget, fset, fdel, doc, ownDoc: doc !== None });
      if (doc === None && fget !== None) {
        const d = tryGet(fget, '$__doc__');
        if (d !== undefined && d !== None) self.doc = d;
      }
      if (self.cls !== property && self.cls.hasDict && self.doc !== None) self.$__doc__ = self.doc;
      return None;
    },
    'getter(self, fget, /)': (self, f) => derived(self, f, self.fset, self.fdel),
    'setter(self, fset, /)': (self, f) => derived(self, self.fget, f, self.fdel),
    'deleter(self, fdel, /)': (self, f) => derived(self, self.fget, self.fset, f),
    '__get__(self, obj, type=None, /)': (self, o) => self.tpget(o === None ? undefined : o),
    '__set__(self, obj, value, /)': (self, o, v) => (self.tpset(o, v), None),
    '__delete__(self, obj, /)': (self, o) => (self.tpset(o, undefined), None),
    '__set_name__(self, owner, name, /) @3.6+'(self, _owner, name) {
      self.name = name;
      return None;
    },
  },
  attributes: {
    fget: (p) => p.fget,
    fset: (p) => p.fset,
    fdel: (p) => p.fdel,
    __doc__: [
      (p) => p.doc,
      (p, v) => {
        p.doc = v ?? None;
      },
    ],
    '__name__ @3.13+': [
      (p) => p.name ?? tryGet(p.fget, '$__name__'),
      (p, v) => {
        p.name = v;
      },
    ],
    '__isabstractmethod__ @3.2+': (p) =>
      [p.fget, p.fset, p.fdel].some((f) => f !== None && $truth(tryGet(f, '$__isabstractmethod__') ?? false)),
  },
});

/* ---- the class statement ---- */

/** The cell `__class__` of a class's methods, on its way through the namespace to `type.__new__`. */
class ClassCell extends PyObject {
  private set: (cls: Value) => void;
  filled = false;
  constructor(set: (cls: Value) => void) {
    super();
    this.set = set;
  }
  fill(cls: Value): void {
    this.set(cls);
    this.filled = true;
  }
}

/** Replaces bases that are no classes by what their `__mro_entries__` gives (PEP 560). */
export function resolveBases(bases: Value[]): Value[] {
  const out: Value[] = [];
  for (const b of bases) {
    const f = isType(b) ? undefined : tryGet(b, '$__mro_entries__');
    if (f === undefined || !since(307)) out.push(b);
    else {
      const entries = f.tpcall([new PyTuple(bases)], null);
      if (!(entries instanceof PyTuple)) throw raise('TypeError', '__mro_entries__ must return a tuple');
      out.push(...entries.a);
    }
  }
  return out;
}

/** A namespace over any mapping that `__prepare__` returned: names become items. */
function mappingNamespace(m: Value): Record<string, Value> {
  return new Proxy(Object.create(null), {
    get(_t, k) {
      if (typeof k !== 'string' || k[0] !== '$') return undefined;
      try {
        return callMethod(m, '$__getitem__', [k.slice(1)]);
      } catch (e) {
        if (e instanceof PyObject && e.cls.mro.some((c) => c.name === 'KeyError')) return undefined;
        throw e;
      }
    },
    set(_t, k, v) {
      callMethod(m, '$__setitem__', [(k as string).slice(1), v]);
      return true;
    },
    deleteProperty(_t, k) {
      callMethod(m, '$__delitem__', [(k as string).slice(1)]);
      return true;
    },
    has: (_t, k) => typeof k === 'string' && k[0] === '$',
  }) as Record<string, Value>;
}
export { mappingNamespace };

/** Executes a class statement. Errors: TypeError, and whatever the body or the metaclass raises. */
export function $class(
  name: string,
  baseValues: Value[],
  keywords: Kw,
  body: (N: Record<string, Value>) => Value,
  _code: PyCode,
  G: Record<string, Value>,
): Value {
  const bases = resolveBases(baseValues);
  const kw = new Map(keywords ?? []);
  let meta: Value = kw.get('metaclass');
  kw.delete('metaclass');
  if (!since(300)) {
    // The library's modules say `metaclass=` in every era; a class body of Python 2 says `__metaclass__`.
    const named = meta === undefined ? body : (N: Record<string, Value>): Value => ((N.$__metaclass__ = meta), body(N));
    return R.class2!(name, bases, named, G);
  }
  if (meta === undefined) meta = bases.length > 0 ? bases[0].cls : type;
  if (isType(meta))
    meta = metaclassOf(meta, bases.filter(isType).length === bases.length ? bases : bases.filter(isType));
  const prepare =
    isType(meta) && meta.dict.$__prepare__ === type.dict.$__prepare__ && !own(meta.dict, '$__prepare__')
      ? undefined
      : tryGet(meta, '$__prepare__');
  let ns: Value = undefined;
  if (prepare !== undefined) {
    ns = prepare.tpcall([name, new PyTuple(bases)], kw.size > 0 ? kw : null);
    if (ns.cls.dict.$__getitem__ === undefined)
      throw raise(
        'TypeError',
        `${isType(meta) ? meta.name : '<metaclass>'}.__prepare__() must return a mapping, not ${ns.cls.name}`,
      );
  }
  let N: Record<string, Value>;
  let dict: Value;
  if (ns === undefined) {
    N = Object.create(null);
    dict = new NamespaceDict(N);
  } else if (ns instanceof NamespaceDict && ns.cls.heap === false) {
    N = ns.ns;
    dict = ns;
  } else if (ns instanceof PyDict && ns.cls.heap === false) {
    N = Object.create(null);
    dict = becomeNamespace(ns, N);
  } else {
    N = mappingNamespace(ns);
    dict = ns;
  }
  const setCell = body(N);
  const cell = typeof setCell === 'function' ? new ClassCell(setCell) : undefined;
  if (cell !== undefined && since(306)) N.$__classcell__ = cell;
  const hadBases = bases.length !== baseValues.length || bases.some((b, i) => b !== baseValues[i]);
  if (hadBases) N.$__orig_bases__ = new PyTuple(baseValues);
  const cls = meta.tpcall([name, new PyTuple(bases), dict], kw.size > 0 ? kw : null);
  if (cell !== undefined && !cell.filled) {
    if (!since(308) || !isType(cls)) cell.fill(cls);
    else
      throw raise(
        'RuntimeError',
        `__class__ not set defining ${repr(name)} as ${repr(cls)}. Was __classcell__ propagated to type.__new__?`,
      );
  }
  return cls;
}

/** Turns a plain dict into the dict of a namespace object, in place, so that code can run in it. */
export function becomeNamespace(d: PyDict, N: Record<string, Value>): PyDict {
  for (const [k, v] of d.entries()) if (typeof k === 'string') N[`$${k}`] = v;
  const rest = d.entries().filter(([k]) => typeof k !== 'string');
  const nd = d as Value;
  nd.h.clear();
  for (const [k, v] of rest) nd.h.set(k, v);
  Object.setPrototypeOf(d, NamespaceDict.prototype);
  nd.ns = N;
  return d;
}

define('method', {
  shape: PyMethod,
  statics: {
    '__new__(cls, function, instance, /)'(_cls, f, o) {
      if (special(f, '$__call__') === undefined) throw raise('TypeError', 'first argument must be callable');
      if (o === None) throw raise('TypeError', 'instance must not be None');
      return new PyMethod(f, o, o.cls);
    },
  },
  methods: {
    '__repr__(self, /)'(m) {
      const name = str(tryGet(m.f, since(303) ? '$__qualname__' : '$__name__') ?? tryGet(m.f, '$__name__') ?? '?');
      if (!since(300)) {
        const full = `${m.owner?.name ?? '?'}.${name}`;
        return m.self === undefined ? `<unbound method ${full}>` : `<bound method ${full} of ${repr(m.self)}>`;
      }
      return `<bound method ${name} of ${repr(m.self)}>`;
    },
    '__call__(self, /, *args, **kw)': (m, args, kw) => m.tpcall(args, kw.size > 0 ? kw : null),
    '__eq__(self, other, /)': (m, o) => (o instanceof PyMethod ? m.f === o.f && m.self === o.self : NotImplemented),
    '__hash__(self, /)': (m) => Math.floor((id(m.f) + id(m.self ?? None)) / 32),
    '__get__(self, obj, type=None, /)': (m) => m,
    '__reduce__(self, /)': (m) => new PyTuple([R.builtins!.$getattr, new PyTuple([m.self, m.f.name])]),
    '__getattribute__(self, name, /)'(m, name) {
      const k = `$${attributeName(name)}`;
      const v = m.getattro(k);
      if (v === undefined) throw missingAttribute(m.f, k);
      return v;
    },
  },
  attributes: {
    __func__: (m) => m.f,
    __self__: (m) => m.self ?? None,
    'im_func @2.7-': (m) => m.f,
    'im_self @2.7-': (m) => m.self ?? None,
    'im_class @2.7-': (m) => m.owner,
    __doc__: (m) => tryGet(m.f, '$__doc__') ?? None,
  },
});
(PyMethod.prototype as Value).getattro = function (this: PyMethod, k: string): Value {
  const v = genericGet(this, k);
  return v !== undefined ? v : lookupAttr(this.f, k);
};
