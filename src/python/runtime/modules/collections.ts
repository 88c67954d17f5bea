/** _collections: what `collections` takes from the runtime — deque, defaultdict, OrderedDict and the counting loop. Source: the library reference, "collections". */
import { define, defineFunctions, defineNames } from '../define.ts';
import { dict, update, view } from '../dict.ts';
import { raise } from '../errors.ts';
import { PyIterator, defineIterator, iterate } from '../iteration.ts';
import { nativeModule } from '../modules.ts';
import type { PyType, Value } from '../object.ts';
import { PyObject, callMethod, getattr, special } from '../object.ts';
import { equal } from '../comparison.ts';
import { indexOf } from '../operands.ts';
import { $add } from '../operators.ts';
import { $truth } from '../truth.ts';
import { guarded, repr } from '../repr.ts';
import { None, NotImplemented } from '../singletons.ts';
import { R, since } from '../state.ts';
import { HashMap, PyDict, PyList, PyTuple } from '../values.ts';
import { instanceDict } from '../instances.ts';
import { deque, iterators } from './deque.ts';

/* ---- defaultdict ---- */

const emptyDict = (cls: PyType): Value => {
  const d = Object.create(cls.proto);
  d.h = new HashMap();
  return d;
};
class DefaultDict extends PyDict {
  declare factory: Value;
}
const defaultOf = (d: Value, other: PyDict): Value => {
  const out = d.cls.tpcall([d.factory], null);
  update(out, other);
  return out;
};
const defaultdict: PyType = define('defaultdict', {
  shape: DefaultDict,
  base: dict,
  module: 'collections',
  alloc: (cls) => {
    const d = emptyDict(cls);
    d.factory = None;
    return d;
  },
  statics: { '__new__(cls, /, *args, **kw)': (cls) => cls.alloc(cls) },
  methods: {
    '__init__(self, /, *args, **kw)'(d, args: Value[], kw) {
      const factory = args[0] ?? None;
      if (factory !== None && special(factory, '$__call__') === undefined)
        throw raise(
          'TypeError',
          since(300) ? 'first argument must be callable or None' : 'first argument must be callable',
        );
      d.factory = factory;
      dict.dict.$__init__.js(d, args.slice(1), kw);
      return None;
    },
    '__missing__(self, key, /)'(d, k) {
      if (d.factory === None) throw raise('KeyError', k);
      const v = d.factory.tpcall([], null);
      callMethod(d, '$__setitem__', [k, v]);
      return v;
    },
    '__repr__(self, /)'(d) {
      const factory = guarded(d, '', () => repr(d.factory));
      const inner = dict.dict.$__repr__.js(d);
      return `${since(300) ? d.cls.name : 'defaultdict'}(${factory === '' ? '...' : factory}, ${inner})`;
    },
    'copy(self, /)': (d) => defaultOf(d, d),
    '__copy__(self, /)': (d) => defaultOf(d, d),
    '__or__(self, other, /) @3.9+'(d, o) {
      if (!(o instanceof PyDict)) return NotImplemented;
      const out = defaultOf(d, d);
      update(out, o);
      return out;
    },
    '__ror__(self, other, /) @3.9+'(d, o) {
      if (!(o instanceof PyDict)) return NotImplemented;
      const out = defaultOf(d, o);
      update(out, d);
      return out;
    },
    '__reduce__(self, /)': (d) =>
      new PyTuple([
        d.cls,
        d.factory === None ? new PyTuple([]) : new PyTuple([d.factory]),
        None,
        None,
        R.iterObject!(new PyList(d.entries().map((e: [Value, Value]) => new PyTuple(e)))),
      ]),
  },
  attributes: {
    default_factory: [
      (d) => d.factory,
      (d, v) => {
        d.factory = v ?? None;
      },
    ],
  },
});

/* ---- OrderedDict ---- */

class OrderedDict extends PyDict {
  jsiter(): Iterable<Value> {
    return walkOrdered(this, this.keys(), 'keys');
  }
}
class OrderedIterator extends PyIterator {}
defineIterator('odict_iterator', OrderedIterator);
/** A walk that notices every change of the keys, not only of their number. */
function* walkOrdered(d: PyDict, keys: Value[], kind: 'keys' | 'values' | 'items'): Generator<Value> {
  const { size } = d;
  for (const k of keys) {
    if (d.size !== size) throw raise('RuntimeError', 'OrderedDict changed size during iteration');
    const v = d.get(k);
    if (v === undefined) throw raise('RuntimeError', 'OrderedDict mutated during iteration');
    yield kind === 'keys' ? k : kind === 'values' ? v : new PyTuple([k, v]);
  }
}
const reversedWalk = (d: PyDict, kind: 'keys' | 'values' | 'items'): Value =>
  new OrderedIterator(walkOrdered(d, d.keys().reverse(), kind));
const forwardWalk = (d: PyDict): Value => new OrderedIterator(walkOrdered(d, d.keys(), 'keys'));

/** Views that say where they come from; in all else those of dict. */
function orderedView(kind: 'keys' | 'values' | 'items'): (d: PyDict) => Value {
  const base = (view(new PyDict(), kind) as Value).cls as PyType;
  const shape = function OrderedView() {};
  const t = define(`odict_${kind}`, {
    base,
    abstract: true,
    shape,
    methods: {
      '__reversed__(self, /)': (v) => reversedWalk(v.d, kind),
      '__repr__(self, /)': (v) => guarded(v, '...', () => `odict_${kind}([${v.list().map(repr).join(', ')}])`),
    },
  });
  return (d) => {
    const v = Object.create(t.proto);
    v.d = d;
    v.kind = kind;
    return v;
  };
}
const views = { keys: orderedView('keys'), values: orderedView('values'), items: orderedView('items') };
const orderedCopy = (d: Value, from: PyDict): Value => {
  const out = d.cls.tpcall([], null);
  for (const [k, v] of from.entries()) callMethod(out, '$__setitem__', [k, v]);
  return out;
};
const onlyDicts = (f: (d: Value, o: Value) => Value) => (d: Value, o: Value) =>
  o instanceof PyDict ? f(d, o) : NotImplemented;
function sameOrder(d: PyDict, o: PyDict): boolean {
  if (d.size !== o.size) return false;
  if (!(o instanceof OrderedDict)) return $truth(dict.dict.$__eq__.js(d, o));
  const [a, b] = [d.entries(), o.entries()];
  for (let i = 0; i < a.length; i++) if (!equal(a[i]![0], b[i]![0]) || !equal(a[i]![1], b[i]![1])) return false;
  return true;
}
const ordered: PyType = define('OrderedDict', {
  shape: OrderedDict,
  base: dict,
  module: 'collections',
  hasDict: true,
  alloc: emptyDict,
  statics: { '__new__(cls, /, *args, **kw)': (cls) => cls.alloc(cls) },
  methods: {
    '__init__(self, /, *args, **kw)'(d, args: Value[], kw) {
      if (args.length > 1)
        throw raise('TypeError', `expected at most 1 argument${since(300) ? '' : 's'}, got ${args.length}`);
      orderedUpdate(d, args, kw);
      return None;
    },
    'update(self, /, *args, **kw)'(d, args: Value[], kw) {
      if (args.length > 1)
        throw raise('TypeError', `update() takes at most 1 positional argument (${args.length} given)`);
      orderedUpdate(d, args, kw);
      return None;
    },
    'move_to_end(self, key, last=True) @3.2+'(d: PyDict, k, last = true) {
      const v = d.get(k);
      if (v === undefined) throw raise('KeyError', k);
      if ($truth(last)) {
        d.h.renew(k);
      } else {
        const rest = d.entries();
        const i = rest.findIndex((e) => equal(e[0], k));
        const [first] = rest.splice(i, 1);
        d.clear();
        d.set(first![0], v);
        for (const [key, value] of rest) d.set(key, value);
      }
      return None;
    },
    'popitem(self, last=True)'(d: PyDict, last = true) {
      const end = $truth(last) ? d.last() : d.first();
      if (end === undefined) throw raise('KeyError', 'dictionary is empty');
      d.delete(end[0]);
      return new PyTuple(end);
    },
    'pop(self, key, default=None)'(d: Value, k, fallback) {
      const v = d.get(k);
      if (v !== undefined) {
        d.delete(k);
        return v;
      }
      if (d.cls !== ordered && fallback === undefined && special(d, '$__missing__') !== undefined)
        return callMethod(d, '$__missing__', [k]);
      if (fallback !== undefined) return fallback;
      throw raise('KeyError', k);
    },
    'setdefault(self, key, default=None)'(d: Value, k, fallback = None) {
      if (!$truth(callMethod(d, '$__contains__', [k]))) {
        callMethod(d, '$__setitem__', [k, fallback]);
        return fallback;
      }
      return callMethod(d, '$__getitem__', [k]);
    },
    '__iter__(self, /)': forwardWalk,
    '__reversed__(self, /)': (d) => reversedWalk(d, 'keys'),
    'keys(self, /) @3.0+': (d) => views.keys(d),
    'values(self, /) @3.0+': (d) => views.values(d),
    'items(self, /) @3.0+': (d) => views.items(d),
    'copy(self, /)': (d) => orderedCopy(d, d),
    '__copy__(self, /)': (d) => orderedCopy(d, d),
    '__eq__(self, other, /)': onlyDicts(sameOrder),
    '__ne__(self, other, /)': onlyDicts((d, o) => !sameOrder(d, o)),
    '__or__(self, other, /) @3.9+': onlyDicts((d, o) => {
      const out = orderedCopy(d, d);
      update(out, o);
      return out;
    }),
    '__ror__(self, other, /) @3.9+': onlyDicts((d, o) => {
      const out = orderedCopy(d, o);
      update(out, d);
      return out;
    }),
    '__repr__(self, /)': (d) =>
      guarded(d, '...', () => {
        const pairs = since(300)
          ? [...iterate(getattr(d, '$items').tpcall([], null))].map((p) => R.items!(p))
          : d.entries();
        if (pairs.length === 0) return `${d.cls.name}()`;
        if (since(312))
          return `${d.cls.name}({${pairs.map(([k, v]: Value[]) => `${repr(k)}: ${repr(v)}`).join(', ')}})`;
        return `${d.cls.name}([${pairs.map(([k, v]: Value[]) => `(${repr(k)}, ${repr(v)})`).join(', ')}])`;
      }),
    '__reduce__(self, /)': (d) =>
      new PyTuple([
        d.cls,
        new PyTuple([]),
        instanceDict(d).size > 0 ? instanceDict(d) : None,
        None,
        R.iterObject!(getattr(d, '$items').tpcall([], null)),
      ]),
  },
  attributes: { __dict__: instanceDict },
  classMethods: {
    'fromkeys(cls, iterable, value=None)'(cls, keys, value = None) {
      const d = cls.tpcall([], null);
      for (const k of iterate(keys)) callMethod(d, '$__setitem__', [k, value]);
      return d;
    },
  },
  values: { __hash__: None },
});
/** Goes through `__setitem__`, which a subclass may have made its own. */
function orderedUpdate(d: Value, args: Value[], kw: Map<string, Value>): void {
  const put = (k: Value, v: Value): void => {
    if (d.cls.heap) callMethod(d, '$__setitem__', [k, v]);
    else d.set(k, v);
  };
  if (args.length > 0) {
    const collected = new PyDict();
    if (args[0] instanceof PyDict && !args[0].cls.heap) for (const [k, v] of args[0].entries()) put(k, v);
    else {
      update(collected, args[0]);
      for (const [k, v] of collected.entries()) put(k, v);
    }
  }
  for (const [k, v] of kw) put(k, v);
}

/* ---- Counter's loop, namedtuple's fields ---- */

function countElements(mapping: Value, it: Value): Value {
  if (
    mapping instanceof PyDict &&
    special(mapping, '$get') === dict.dict.$get &&
    special(mapping, '$__setitem__') === dict.dict.$__setitem__
  ) {
    for (const v of iterate(it)) {
      const n = mapping.get(v);
      mapping.set(v, n === undefined ? 1 : $add(n, 1));
    }
    return None;
  }
  const get = getattr(mapping, '$get');
  for (const v of iterate(it)) callMethod(mapping, '$__setitem__', [v, $add(get.tpcall([v, 0], null), 1)]);
  return None;
}
class TupleGetter extends PyObject {
  declare index: number;
  declare doc: Value;
  tpget(o: Value): Value {
    if (o === undefined) return this;
    if (!(o instanceof PyTuple))
      throw raise(
        'TypeError',
        `descriptor for index '${this.index}' for tuple subclasses doesn't apply to '${o.cls.name}' object`,
      );
    const v = o.a[this.index];
    if (v === undefined) throw raise('IndexError', 'tuple index out of range');
    return v;
  }
  tpset(): void {
    throw raise('AttributeError', "can't set attribute");
  }
}
const tupleGetter: PyType = define('_tuplegetter', {
  shape: TupleGetter,
  module: 'collections',
  alloc: (cls) => Object.create(cls.proto),
  statics: {
    '__new__(cls, index, doc, /)'(cls, index, doc) {
      const g = cls.alloc(cls);
      g.index = Number(indexOf(index));
      g.doc = doc;
      return g;
    },
  },
  methods: {
    '__get__(self, instance, owner=None, /)': (g, o) => (o === None ? g : g.tpget(o)),
    '__set__(self, instance, value, /)': (g) => g.tpset(),
    '__delete__(self, instance, /)': (g) => g.tpset(),
    '__repr__(self, /)': (g) => `_tuplegetter(${g.index}, ${repr(g.doc)})`,
  },
  attributes: {
    __doc__: [
      (g) => g.doc,
      (g, v) => {
        g.doc = v;
      },
    ],
  },
});
tupleGetter.dict.desc = 2;

nativeModule('_collections', 204, 9999, (ns) => {
  defineNames(ns, {
    deque,
    'defaultdict @2.5+': defaultdict,
    'OrderedDict @2.7+': ordered,
    _deque_iterator: iterators.forward,
    _deque_reverse_iterator: iterators.reverse,
    _tuplegetter: tupleGetter,
  });
  defineFunctions(ns, { '_count_elements(mapping, iterable, /)': countElements });
});
