/** Bound methods (unbound ones too, in Python 2) as a program sees them; `PyMethod` in call.ts is how they are called. */
import { PyMethod, PyUnbound } from './call.ts';
import { attributeName } from './class-facts.ts';
import { equal } from './comparison.ts';
import { define, nameInPython2 } from './define.ts';
import { raise } from './errors.ts';
import { hash } from './hash.ts';
import type { Value } from './object.ts';
import { genericGet, isSubtype, lookupAttr, missingAttribute, special, tryGet } from './object.ts';
import { id, repr, str } from './repr.ts';
import { None, NotImplemented } from './singletons.ts';
import { R, since } from './state.ts';
import { PyTuple } from './values.ts';

const methodType = define('method', {
  shape: PyMethod,
  statics: {
    '__new__(cls, function, instance, /) @3.0+'(_cls, f, o) {
      if (special(f, '$__call__') === undefined) throw raise('TypeError', 'first argument must be callable');
      if (o === None) throw raise('TypeError', 'instance must not be None');
      return new PyMethod(f, o, o.cls);
    },
    '__new__(cls, function, instance, im_class=None, /) @2.7-'(_cls, f, o, owner) {
      if (special(f, '$__call__') === undefined) throw raise('TypeError', 'first argument must be callable');
      if (o !== None) return new PyMethod(f, o, owner ?? o.cls);
      if (owner === undefined) throw raise('TypeError', 'unbound methods must have non-NULL im_class');
      return new PyUnbound(f, undefined, owner);
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
    '__eq__(self, other, /)': (m, o) =>
      o instanceof PyMethod
        ? m.f === o.f &&
          (m.self === o.self || (!since(308) && m.self !== undefined && o.self !== undefined && equal(m.self, o.self)))
        : NotImplemented,
    // By what it is bound to, as that is compared: since 3.8 by identity.
    '__hash__(self, /)': (m) =>
      Math.floor(
        (id(m.f) + (since(308) || m.self === undefined ? id(m.self ?? None) : Number(hash(m.self)) % 2 ** 50)) / 32,
      ),
    '__get__(self, obj, type=None, /)': (m, o) => (m.self === undefined ? m.tpget(o === None ? undefined : o) : m),
    // Bound ones since 3.4 (the pickle protocol 4 of PEP 3154); an unbound one is Python 2's.
    '__reduce__(self, /)'(m) {
      if (!since(304)) throw raise('TypeError', `can't pickle ${m.cls.name} objects`);
      return new PyTuple([R.builtins!.$getattr, new PyTuple([m.self, m.f.name])]);
    },
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
nameInPython2(methodType, 'instancemethod');
/** An unbound method (Python 2) that another class took over is bound to its instances if they are of its own class. */
(PyUnbound.prototype as Value).tpget = function (this: PyUnbound, o: Value): Value {
  return o === undefined || !isSubtype(o.cls, this.owner) ? this : new PyMethod(this.f, o, this.owner);
};
(PyMethod.prototype as Value).missingText = function (this: PyMethod, name: string): string {
  return `'${this.f.cls.name}' object has no attribute '${name}'`;
};
(PyMethod.prototype as Value).getattro = function (this: PyMethod, k: string): Value {
  const v = genericGet(this, k);
  return v !== undefined ? v : lookupAttr(this.f, k);
};
