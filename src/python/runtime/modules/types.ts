/** `_types`: what the module types cannot say in Python. */
import { PyFunction } from '../call.ts';
import { define, defineFunctions, defineNames } from '../define.ts';
import { raise } from '../errors.ts';
import { instanceDict } from '../instances.ts';
import { coroutineType, generatorType } from '../generator-types.ts';
import { asyncGeneratorType } from '../asyncgen.ts';
import { natives } from '../modules.ts';
import type { Value } from '../object.ts';
import { PyObject } from '../object.ts';
import { equal } from '../comparison.ts';
import { guarded, repr } from '../repr.ts';
import { None, NotImplemented } from '../singletons.ts';
import { R } from '../state.ts';
import { PyCell, tracebackType } from '../functions.ts';
import { PyDict, PyTuple } from '../values.ts';
import { Frame } from '../generator.ts';

class SimpleNamespace extends PyObject {}
const simpleNamespace = define('SimpleNamespace', {
  shape: SimpleNamespace,
  module: 'types',
  hasDict: true,
  alloc: (cls) => Object.create(cls.proto),
  methods: {
    '__init__(self, /, *args, **kw)'(self, args, kw) {
      if (args.length > 1 || (args.length === 1 && R.version < 313))
        throw raise(
          'TypeError',
          R.version < 313
            ? 'no positional arguments expected'
            : `SimpleNamespace expected at most 1 argument, got ${args.length}`,
        );
      const d = instanceDict(self);
      if (args.length === 1) {
        const given = args[0] instanceof PyDict ? args[0] : R.builtins!.$dict.tpcall([args[0]], null);
        for (const [k, v] of given.entries()) {
          if (typeof k !== 'string') throw raise('TypeError', 'keywords must be strings');
          d.set(k, v);
        }
      }
      for (const [k, v] of kw) d.set(k, v);
      return None;
    },
    '__repr__(self, /)'(self) {
      const name = self.cls === simpleNamespace ? 'namespace' : self.cls.name;
      return guarded(
        self,
        `${name}(...)`,
        () =>
          `${name}(${instanceDict(self)
            .entries()
            .map(([k, v]) => `${k}=${repr(v)}`)
            .join(', ')})`,
      );
    },
    '__eq__(self, other, /)': (self, other) =>
      other instanceof SimpleNamespace ? equal(instanceDict(self), instanceDict(other)) : NotImplemented,
    '__reduce__(self, /)': (self) => new PyTuple([self.cls, new PyTuple([]), instanceDict(self)]),
    '__replace__(self, /, **kw) @3.13+'(self, kw) {
      const copy = self.cls.tpcall([], null);
      const d = instanceDict(copy);
      for (const [k, v] of instanceDict(self).entries()) d.set(k, v);
      for (const [k, v] of kw) d.set(k, v);
      return copy;
    },
  },
  attributes: { __dict__: (o) => instanceDict(o) },
  values: { __hash__: None },
});

natives.set('_types', (ns) => {
  defineNames(ns, {
    SimpleNamespace: simpleNamespace,
    GeneratorType: generatorType,
    CoroutineType: coroutineType,
    AsyncGeneratorType: asyncGeneratorType,
    TracebackType: tracebackType,
    FrameType: (Frame.prototype as Value).cls,
    CellType: (PyCell.prototype as Value).cls,
  });
  defineFunctions(ns, {
    // CPython replaces the function's code by one with the flag; the code of ours is that function's own.
    'iterable_coroutine(function, /)'(f) {
      if (!(f instanceof PyFunction)) throw raise('TypeError', 'a function is required');
      f.code.f.flags |= 256;
      return f;
    },
    'is_function(object, /)': (f) => f instanceof PyFunction,
  });
});
