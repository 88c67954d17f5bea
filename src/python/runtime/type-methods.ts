/**
 * What `type` gives every class: its methods and its attributes, some of which can be set.
 * Source: https://docs.python.org/3/library/stdtypes.html#special-attributes.
 */
import { attributeName, fullName, plainInstance, plainSubclass } from './class-facts.ts';
import { bestLayout, newClass } from './class-making.ts';
import { define } from './define.ts';
import { E, raise } from './errors.ts';
import { directory } from './instances.ts';
import type { PyType, Value } from './object.ts';
import { c3 } from './class-order.ts';
import { isSubtype, isType, missingAttribute, own, rederive, setClassAttribute, type, typeGet } from './object.ts';
import { strValue } from './operands.ts';
import { str } from './repr.ts';
import { None, NotImplemented } from './singletons.ts';
import { R, since } from './state.ts';
import { NamespaceDict, PyDict, PyList, PyTuple } from './values.ts';

/** A class's `__dict__`: read-only from outside, so that every change goes through `setClassAttribute`. */
class ClassDict extends NamespaceDict {
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
        if (bases.a.length > 0 && bases.a.every((b) => b.oldStyle === true))
          throw raise('TypeError', "a new-style class can't have only classic bases");
        return newClass(meta, className(text), bases.a, ns, kw.size > 0 ? kw : null);
      },
    },
    classMethods: { '__prepare__(cls, *args, **kw) @3.0+': () => new PyDict() },
    attributes: {
      __name__: [
        (t) => t.name,
        (t, v) => {
          heapOnly(t, '__name__');
          const text = strValue(v);
          if (text === undefined)
            throw raise('TypeError', `can only assign string to ${t.name}.__name__, not '${v.cls.name}'`);
          t.name = className(text);
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
        (t) => new PyTuple(t.shownBases ?? t.bases),
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
      __base__: (t) => t.bases.find((b: PyType) => b.layout === t.layout) ?? t.bases[0] ?? None,
      __mro__: (t) => new PyTuple(since(300) ? t.mro : t.mro.filter((c: PyType) => c.name !== 'oldobject')),
      __dict__: (t) => mappingproxy.make(new ClassDict(t)),
      __doc__: [
        (t) => classDoc(t),
        (t, v) => {
          heapOnly(t, '__doc__');
          if (!since(303)) throw raise('AttributeError', "attribute '__doc__' of 'type' objects is not writable");
          setClassAttribute(t, '$__doc__', v);
        },
      ],
      __flags__: (t) => (t.heap ? 0x200 : 0) | (t.final ? 0 : 0x400) | (t.abstractMethods?.length ? 1 << 20 : 0),
      __basicsize__: () => 16,
      __itemsize__: () => 0,
      '__abstractmethods__ @2.6+': [
        (t) => {
          if (t === type || !own(t.dict, '$__abstractmethods__')) throw raise('AttributeError', '__abstractmethods__');
          return t.dict.$__abstractmethods__;
        },
        (t, v) => {
          if (v === undefined && !own(t.dict, '$__abstractmethods__'))
            throw raise('AttributeError', '__abstractmethods__');
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
          if (!t.heap) return undefined;
          if (!own(t.dict, '$__annotations__')) t.dict.$__annotations__ = new PyDict();
          return t.dict.$__annotations__;
        },
        (t, v) => {
          heapOnly(t, '__annotations__');
          if (v === undefined && !own(t.dict, '$__annotations__')) throw raise('AttributeError', '__annotations__');
          setClassAttribute(t, '$__annotations__', v);
        },
      ],
      '__type_params__ @3.12+': [
        (t) => (t.heap && own(t.dict, '$__type_params__') ? t.dict.$__type_params__ : new PyTuple([])),
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
function className(text: string): string {
  if (text.includes('\0') && since(206)) throw raise('ValueError', 'type name must not contain null characters');
  return text;
}
function classDoc(t: PyType): Value {
  if (!own(t.dict, '$__doc__')) return None;
  const d = t.dict.$__doc__;
  return typeof d === 'object' && d.desc !== 0 ? d.tpget(undefined, t) : d;
}
