/** _operator: the operators as functions, and the three makers of functions (attrgetter, itemgetter, methodcaller). Source: the library reference, "operator". */
import { defineFunctions, defineNames, define } from '../define.ts';
import { raise } from '../errors.ts';
import { iterate } from '../iteration.ts';
import { nativeModule } from '../modules.ts';
import type { Kw, NativeJs, PyType, Value } from '../object.ts';
import { PyObject, getattr, special } from '../object.ts';
import { $lt, $le, $eq, $ne, $ge, $gt, equal } from '../comparison.ts';
import { $contains, $getitem, $setitem, $delitem } from '../containers.ts';
import { intValue, indexOf, strValue } from '../operands.ts';
import * as op from '../operators.ts';
import { $len, $truth } from '../truth.ts';
import { guarded, repr } from '../repr.ts';
import { None } from '../singletons.ts';
import { since, R } from '../state.ts';
import { PyDict, PySlice, PyTuple } from '../values.ts';

/* ---- functions ---- */

const two: Record<string, NativeJs> = {
  add: op.$add,
  sub: op.$sub,
  mul: op.$mul,
  truediv: op.$truediv,
  floordiv: op.$floordiv,
  mod: op.$mod,
  pow: op.$pow,
  matmul: op.$matmul,
  lshift: op.$lshift,
  rshift: op.$rshift,
  and_: op.$and,
  or_: op.$or,
  xor: op.$xor,
  iadd: op.$iadd,
  isub: op.$isub,
  imul: op.$imul,
  itruediv: op.$itruediv,
  ifloordiv: op.$ifloordiv,
  imod: op.$imod,
  ipow: op.$ipow,
  imatmul: op.$imatmul,
  ilshift: op.$ilshift,
  irshift: op.$irshift,
  iand: op.$iand,
  ior: op.$ior,
  ixor: op.$ixor,
  lt: $lt,
  le: $le,
  eq: $eq,
  ne: $ne,
  ge: $ge,
  gt: $gt,
};
const division: Record<string, NativeJs> = { div: op.$classicdiv, idiv: op.$iclassicdiv };
const one: Record<string, NativeJs> = { neg: op.$neg, pos: op.$pos, inv: op.$invert, invert: op.$invert };
const isSequence = (v: Value): boolean => special(v, '$__getitem__') !== undefined && !(v instanceof PyDict);
const mustBeSequence = (...vs: Value[]): void => {
  for (const v of vs) if (!isSequence(v)) throw raise('TypeError', `'${v.cls.name}' object can't be concatenated`);
};
const rest: Record<string, NativeJs> = {
  'truth(a, /)': (a) => $truth(a),
  'not_(a, /)': (a) => !$truth(a),
  'is_(a, b, /)': (a, b) => a === b,
  'is_not(a, b, /)': (a, b) => a !== b,
  'abs(a, /)': (a) => R.builtins!.$abs.tpcall([a], null),
  'index(a, /) @2.5+'(a) {
    if (intValue(a) === undefined && special(a, '$__index__') === undefined)
      throw raise(
        'TypeError',
        since(300)
          ? `'${a.cls.name}' object cannot be interpreted as an integer`
          : `'${a.cls.name}' object cannot be interpreted as an index`,
      );
    return indexOf(a);
  },
  'concat(a, b, /)'(a, b) {
    mustBeSequence(a, b);
    return op.$add(a, b);
  },
  'iconcat(a, b, /) @2.5+'(a, b) {
    mustBeSequence(a, b);
    return op.$iadd(a, b);
  },
  'contains(a, b, /)': (a, b) => $contains(a, b),
  'countOf(a, b, /)'(a, b) {
    let n = 0;
    for (const v of iterate(a)) if (equal(v, b)) n++;
    return n;
  },
  'indexOf(a, b, /)'(a, b) {
    let i = 0;
    for (const v of iterate(a)) {
      if (equal(v, b)) return i;
      i++;
    }
    throw raise('ValueError', 'sequence.index(x): x not in sequence');
  },
  'getitem(a, b, /)': (a, b) => $getitem(a, b),
  'setitem(a, b, c, /)': (a, b, c) => ($setitem(a, b, c), None),
  'delitem(a, b, /)': (a, b) => ($delitem(a, b), None),
  'length_hint(obj, default=0, /) @3.4+'(v, fallback = 0) {
    if (intValue(fallback) === undefined)
      throw raise('TypeError', `'${fallback.cls.name}' object cannot be interpreted as an integer`);
    if (special(v, '$__len__') !== undefined) return $len(v);
    if (special(v, '$__length_hint__') === undefined) return fallback;
    let hint: Value;
    try {
      hint = special(v, '$__length_hint__').tpget(v, v.cls).tpcall([], null);
    } catch (e) {
      if ((e as Value).cls?.name === 'TypeError') return fallback;
      throw e;
    }
    if (hint === R.builtins!.$NotImplemented) return fallback;
    if (intValue(hint) === undefined)
      throw raise('TypeError', `__length_hint__ must be an integer, not ${hint.cls.name}`);
    if (hint < 0) throw raise('ValueError', '__length_hint__() should return >= 0');
    return hint;
  },
  'call(obj, /, *args, **kw) @3.11+': (f, args, kw) => f.tpcall(args, kw.size > 0 ? kw : null),
  'is_none(a, /) @3.14+': (a) => a === None,
  'is_not_none(a, /) @3.14+': (a) => a !== None,
  '_compare_digest(a, b, /)': (a, b) => equal(a, b),
  'isCallable(a, /) @2.7-': (a) => special(a, '$__call__') !== undefined || a.isType === true,
  'isSequenceType(a, /) @2.7-': isSequence,
  'isMappingType(a, /) @2.7-': (a) =>
    special(a, '$__getitem__') !== undefined && (a instanceof PyDict || typeof a === 'object'),
  'isNumberType(a, /) @2.7-': (a) =>
    intValue(a) !== undefined || special(a, '$__int__') !== undefined || special(a, '$__float__') !== undefined,
  'sequenceIncludes(a, b, /) @2.7-': (a, b) => $contains(a, b),
  'repeat(a, b, /) @2.7-'(a, b) {
    if (!isSequence(a)) throw raise('TypeError', `'${a.cls.name}' object can't be repeated`);
    if (intValue(b) === undefined) throw raise('TypeError', 'an integer is required');
    return op.$mul(a, b);
  },
  'irepeat(a, b, /) @2.5-2.7'(a, b) {
    if (!isSequence(a)) throw raise('TypeError', `'${a.cls.name}' object can't be repeated`);
    if (intValue(b) === undefined) throw raise('TypeError', 'an integer is required');
    return op.$imul(a, b);
  },
  'getslice(a, b, c, /) @2.7-': (a, b, c) => $getitem(a, new PySlice(b, c, None)),
  'setslice(a, b, c, d, /) @2.7-': (a, b, c, d) => ($setitem(a, new PySlice(b, c, None), d), None),
  'delslice(a, b, c, /) @2.7-': (a, b, c) => ($delitem(a, new PySlice(b, c, None)), None),
};

/* ---- attrgetter, itemgetter, methodcaller ---- */

/** What the three share: a call that a subclass may not intercept, since none can exist. */
abstract class Getter extends PyObject {
  abstract get(o: Value): Value;
  tpcall(args: Value[], kw: Kw): Value {
    const { name } = (this as Value).cls;
    if (kw !== null && kw.size > 0) throw raise('TypeError', `${name}() takes no keyword arguments`);
    if (args.length !== 1)
      throw raise('TypeError', `${name} expected 1 argument${since(308) ? '' : 's'}, got ${args.length}`);
    return this.get(args[0]);
  }
}
class AttrGetter extends Getter {
  /** In Python 2 what is no name is found out at the call. */
  declare names: string[];
  get(o: Value): Value {
    for (const n of this.names)
      if (typeof n !== 'string')
        throw raise('TypeError', `attribute name must be string, not '${(n as Value).cls.name}'`);
    if (this.names.length === 1) return dotted(o, this.names[0]!);
    return new PyTuple(this.names.map((n) => dotted(o, n)));
  }
}
function dotted(o: Value, name: string): Value {
  if (!name.includes('.')) return getattr(o, `$${name}`);
  let v = o;
  for (const part of name.split('.')) v = getattr(v, `$${part}`);
  return v;
}
class ItemGetter extends Getter {
  declare items: Value[];
  get(o: Value): Value {
    if (this.items.length === 1) return $getitem(o, this.items[0]);
    return new PyTuple(this.items.map((i) => $getitem(o, i)));
  }
}
class MethodCaller extends Getter {
  declare name: string;
  declare given: Value[];
  declare named: Map<string, Value>;
  get(o: Value): Value {
    return getattr(o, `$${this.name}`).tpcall(this.given, this.named.size > 0 ? this.named : null);
  }
}
const callable = { '__call__(self, /, *args, **kw)': (g: Getter, args: Value[], kw: Kw) => g.tpcall(args, kw) };
const atLeastOne = (a: Value[], name: string): void => {
  if (a.length === 0) throw raise('TypeError', `${name} expected 1 argument${since(308) ? '' : 's'}, got 0`);
};
const alloc = (cls: PyType): Value => Object.create(cls.proto);
const attrgetter: PyType = define('attrgetter', {
  shape: AttrGetter,
  module: 'operator',
  alloc,
  statics: {
    '__new__(cls, /, *attrs)'(cls, attrs: Value[]) {
      atLeastOne(attrs, 'attrgetter');
      const g = cls.alloc(cls);
      g.names = attrs.map((n) => {
        const s = strValue(n);
        if (s === undefined && since(300)) throw raise('TypeError', 'attribute name must be a string');
        return s ?? n;
      });
      return g;
    },
  },
  methods: {
    ...callable,
    '__repr__(self, /)': (g) =>
      guarded(g, 'operator.attrgetter(...)', () => `operator.attrgetter(${g.names.map(repr).join(', ')})`),
    '__reduce__(self, /)': (g) => new PyTuple([g.cls, new PyTuple(g.names)]),
  },
});
const itemgetter: PyType = define('itemgetter', {
  shape: ItemGetter,
  module: 'operator',
  alloc,
  statics: {
    '__new__(cls, /, *items)'(cls, items: Value[]) {
      atLeastOne(items, 'itemgetter');
      const g = cls.alloc(cls);
      g.items = items;
      return g;
    },
  },
  methods: {
    ...callable,
    '__repr__(self, /)': (g) =>
      guarded(g, 'operator.itemgetter(...)', () => `operator.itemgetter(${g.items.map(repr).join(', ')})`),
    '__reduce__(self, /)': (g) => new PyTuple([g.cls, new PyTuple(g.items)]),
  },
});
const methodcaller: PyType = define('methodcaller', {
  shape: MethodCaller,
  module: 'operator',
  alloc,
  statics: {
    '__new__(cls, /, *args, **kw)'(cls, args: Value[], kw: Map<string, Value>) {
      if (args.length === 0) throw raise('TypeError', 'methodcaller needs at least one argument, the method name');
      const name = strValue(args[0]);
      if (name === undefined)
        throw raise('TypeError', since(300) ? 'method name must be a string' : `method name must be a string`);
      const g = cls.alloc(cls);
      g.name = name;
      g.given = args.slice(1);
      g.named = kw;
      return g;
    },
  },
  methods: {
    ...callable,
    '__repr__(self, /)': (g) =>
      guarded(
        g,
        'operator.methodcaller(...)',
        () =>
          `operator.methodcaller(${[repr(g.name), ...g.given.map(repr), ...[...g.named].map(([k, v]: [string, Value]) => `${k}=${repr(v)}`)].join(', ')})`,
      ),
    '__reduce__(self, /)'(g) {
      if (g.named.size === 0) return new PyTuple([g.cls, new PyTuple([g.name, ...g.given])]);
      const make = R.importModule!('functools').getattro('$partial').tpcall([g.cls, g.name], g.named);
      return new PyTuple([make, new PyTuple(g.given)]);
    },
  },
});

/** Names that also have a form with underscores around: `operator.__add__`. */
const dunder = (name: string): string => `__${name.replace(/_$/, '')}__`;
const eraOf = (name: string): string =>
  name.includes('matmul')
    ? ' @3.5+'
    : name === 'itruediv' ||
        name === 'ifloordiv' ||
        (name.length > 2 && name[0] === 'i' && two[name.slice(1)] !== undefined) ||
        name === 'iand' ||
        name === 'ior'
      ? ' @2.5+'
      : '';

function fillOperator(ns: Record<string, Value>): void {
  const functions: Record<string, NativeJs> = { ...rest };
  for (const [name, f] of Object.entries(two)) functions[`${name}(a, b, /)${eraOf(name)}`] = f;
  for (const [name, f] of Object.entries(division)) functions[`${name}(a, b, /) @2.7-`] = f;
  for (const [name, f] of Object.entries(one)) functions[`${name}(a, /)`] = f;
  defineFunctions(ns, functions);
  defineNames(ns, {
    'attrgetter @2.4+': attrgetter,
    'itemgetter @2.4+': itemgetter,
    'methodcaller @2.6+': methodcaller,
  });
  const names = Object.keys(ns).filter((k) => k[0] === '$' && k[1] !== '_');
  // The forms with underscores around are the same functions.
  for (const k of names) if (!plainOnly.has(k.slice(1))) ns[`$${dunder(k.slice(1))}`] = ns[k];
}
const plainOnly = new Set(
  'truth is_ is_not is_none is_not_none countOf indexOf length_hint attrgetter itemgetter methodcaller isCallable isSequenceType isMappingType isNumberType sequenceIncludes'.split(
    ' ',
  ),
);
// Before 3.4 the module was `operator` itself; from then on the library's operator.py takes everything from here.
nativeModule('operator', 105, 303, fillOperator);
nativeModule('_operator', 304, 9999, fillOperator);
