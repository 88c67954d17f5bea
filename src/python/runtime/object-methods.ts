/**
 * What `object` gives every object: its methods and `__new__`.
 * Source: https://docs.python.org/3/reference/datamodel.html#basic-customization.
 */
import { checkObjectArguments } from './class-call.ts';
import { attributeName, fullName } from './class-facts.ts';
import { define } from './define.ts';
import { raise } from './errors.ts';
import { plainFormat } from './format-slot.ts';
import { directory, objectState, setClass } from './instances.ts';
import type { PyType, Value } from './object.ts';
import { callMethod, genericGet, genericSet, getattr, isType, missingAttribute, object } from './object.ts';
import { indexOf, strValue } from './operands.ts';
import { $truth, genericTruth } from './truth.ts';
import { address, id, repr, str } from './repr.ts';
import { None, NotImplemented } from './singletons.ts';
import { R, since } from './state.ts';
import { PyList, PyUnicode } from './values.ts';

/** The prototype that every class's own goes back to. */
export const root = object.proto;
root.truth = genericTruth;

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
        plainFormat();
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
        return callCopyreg(self, Number(indexOf(protocol)));
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
function callCopyreg(o: Value, protocol: Value): Value {
  const copyreg = R.importModule!(since(300) ? 'copyreg' : 'copy_reg');
  if (o.cls.heap === false && o.cls !== object) {
    const name = o.cls.name;
    throw raise('TypeError', since(308) ? `cannot pickle '${name}' object` : `can't pickle ${name} objects`);
  }
  if (protocol >= 2) return getattr(copyreg, '$__reduce_2__').tpcall([o], null);
  return getattr(copyreg, '$_reduce_ex').tpcall([o, protocol], null);
}
