/**
 * `staticmethod`, `classmethod` and `property`: the descriptors that classes are written with.
 * Source: https://docs.python.org/3/howto/descriptor.html.
 */
import { PyFunction, PyMethod } from './call.ts';
import { define } from './define.ts';
import { raise } from './errors.ts';
import { instanceDict } from './instances.ts';
import type { Kw, PyType, Value } from './object.ts';
import { PyObject, isAttributeError, setattr, tryGet } from './object.ts';
import { cramped, elsewhere, gate } from './room.ts';
import { $truth } from './truth.ts';
import { repr } from './repr.ts';
import { None } from './singletons.ts';
import { since } from './state.ts';

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
      '__dict__ @3.3+': instanceDict,
      '__isabstractmethod__ @3.2+': (o) => $truth(tryGet(o.f, '$__isabstractmethod__') ?? false),
    },
  });
};
export const staticMethodType = wrapper('staticmethod', PyStaticMethod);
export const classMethodType = wrapper('classmethod', PyClassMethod);

class PyProperty extends PyObject {
  fget: Value = None;
  fset: Value = None;
  fdel: Value = None;
  doc: Value = None;
  name: Value = undefined;
  tpget(o: Value, _cls: PyType): Value {
    if (o === undefined) return this;
    if (this.fget === None) throw unable(this, o, 'getter', 'unreadable attribute');
    if (--gate.left < 0 && cramped()) return elsewhere(this.tpget, this, [o, _cls]);
    const f = this.fget;
    return f.n === 1 && f.desc === 1 ? f.js(o) : f.tpcall([o], null);
  }
  tpset(o: Value, v: Value): void {
    if (--gate.left < 0 && cramped()) return void elsewhere(this.tpset, this, [o, v]);
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
      const ownDoc = doc !== None;
      const of = ownDoc || fget === None ? undefined : tryGet(fget, '$__doc__');
      doc = of ?? doc;
      Object.assign(self, { fget, fset, fdel, doc, ownDoc });
      const copied = of !== undefined && (of !== None || !since(312));
      // The docstring of a subclass would hide the property's.
      if (self.cls !== property && (copied || since(312)))
        try {
          setattr(self, '$__doc__', doc);
        } catch (e) {
          if (copied || !isAttributeError(e)) throw e;
        }
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
