/** Bound methods (unbound ones too, in Python 2) as a program sees them; `PyMethod` in call.ts is how they are called. */
import { PyMethod } from './call.ts';
import { attributeName } from './class-facts.ts';
import { define } from './define.ts';
import { raise } from './errors.ts';
import type { Value } from './object.ts';
import { genericGet, lookupAttr, missingAttribute, special, tryGet } from './object.ts';
import { id, repr, str } from './repr.ts';
import { None, NotImplemented } from './singletons.ts';
import { R, since } from './state.ts';
import { PyTuple } from './values.ts';

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
(PyMethod.prototype as Value).getattro = function (this: PyMethod, k: string): Value {
  const v = genericGet(this, k);
  return v !== undefined ? v : lookupAttr(this.f, k);
};
