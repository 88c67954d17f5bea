/**
 * `super`: attributes from the classes after one in the order of resolution.
 * Source: https://docs.python.org/3/library/functions.html#super, PEP 3135.
 */
import { $call, PyFunction } from './call.ts';
import { attributeName } from './class-facts.ts';
import { define } from './define.ts';
import { raise } from './errors.ts';
import type { PyType, Value } from './object.ts';
import { PyObject, genericGet, getattr, isSubtype, isType, missingAttribute, object, own, tryGet } from './object.ts';
import { None } from './singletons.ts';
import { since } from './state.ts';

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
class PySuper extends PyObject {
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
      if (!isType(t) || t.oldStyle)
        throw raise('TypeError', `super() argument 1 must be ${since(311) ? 'a ' : ''}type, not ${t.cls.name}`);
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

/** `super()` without arguments: null stands for a parameter or a cell that is not there, undefined for one that is empty. Errors: RuntimeError, TypeError. */
export function $super0(f: Value, cls: Value, self: Value): Value {
  if (f !== superType) return $call(f, []);
  const lacks =
    self == null
      ? self === null
        ? 'no arguments'
        : 'arg[0] deleted'
      : cls == null && (cls === null ? '__class__ cell not found' : 'empty __class__ cell');
  if (lacks) throw raise('RuntimeError', `super(): ${lacks}`);
  if (!isType(cls)) throw raise('RuntimeError', `super(): __class__ is not a type (${cls.cls.name})`);
  const s = superType.alloc(superType);
  initSuper(s, cls, self);
  return s;
}

/**
 * `super().name`, to be called with `self` first: a function, found without making the super object; or, in a wrapper without `n`, what that object gives.
 */
export function $superm(f: Value, cls: Value, self: Value, k: string): Value {
  if (f === superType && self != null && cls != null && cls.isType) {
    const mine: PyType = self.cls;
    if (mine === cls || (mine.linear && mine.mro.includes(cls))) {
      const v = cls.above[k];
      // A function of Python's own, no descriptor.
      if (v !== undefined && v.js !== undefined && v.native !== true) return v;
    }
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
