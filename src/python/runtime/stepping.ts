/**
 * Iterators that are written as one step: unlike a JavaScript generator, one that raised goes on at the next call, as Python's own iterators do,
 * and its class may be subclassed.
 */
import { NativeNew } from './native.ts';
import { define } from './define.ts';
import type { Definition } from './define.ts';
import { raise } from './errors.ts';
import type { NativeJs, PyType, Value } from './object.ts';
import { PyObject } from './object.ts';
import { parseSignature } from './signatures.ts';

/** What `for…of` walks: QuickJS resumes a generator without making an object of each answer. */
function* steps(it: Stepping): Generator<Value> {
  for (;;) {
    const v = it.step();
    if (v === undefined) return;
    yield v;
  }
}
/** Instances come from `cls.alloc(cls)`, so the fields of a shape are set by its `__new__`, not by a constructor. */
export abstract class Stepping extends PyObject {
  /** The next item; undefined at the end. */
  abstract step(): Value;
  jsiter(): Iterable<Value> {
    return steps(this);
  }
}
const next: NativeJs = (self) => {
  const v = self.step();
  if (v === undefined) throw raise('StopIteration');
  return v;
};
/** Defines the class of a stepping iterator. `signature` is what follows `cls, ` in `__new__` (null: programs cannot make one); `make` fills the new one, or gives another in its place. */
export function iteratorClass(
  module: string,
  name: string,
  shape: { prototype: Value },
  signature: string | null,
  make: (it: Value, ...args: Value[]) => Value,
  more: Definition = {},
): PyType {
  const t = define(name, {
    ...more,
    shape,
    module,
    abstract: signature === null,
    alloc: (cls) => ({ __proto__: cls.proto }),
    statics:
      signature === null
        ? {}
        : {
            [`__new__(cls, ${signature})`](cls: PyType, ...args: Value[]) {
              const it = cls.alloc(cls);
              return make(it, ...args) ?? it;
            },
          },
    methods: {
      '__iter__(self, /)': (self) => self,
      '__next__(self, /) @3.0+': next,
      'next(self, /) @2.7-': next,
      ...more.methods,
    },
  });
  if (signature !== null) {
    ignoreNamed(t);
    t.make = maker(t, signature, make);
  }
  return t;
}
/** Answers a call by position without a look at the signature. */
function maker(t: PyType, signature: string, make: (it: Value, ...args: Value[]) => Value): PyType['make'] {
  const { vararg, kwarg, most, least, params } = parseSignature(`__new__(${signature})`);
  if (kwarg || params.slice(most).some((p) => !p.optional)) return null;
  return (args) => {
    if (args.length < least || (!vararg && args.length > most)) return undefined;
    const it = t.alloc(t);
    const made = !vararg
      ? make(it, args[0], args[1], args[2], args[3])
      : most === 0
        ? make(it, args)
        : make(it, ...args.slice(0, most), args.slice(most));
    return made ?? it;
  };
}
/** Where no argument has a name, a subclass may take named ones in its own `__init__`: `__new__` passes them over. */
function ignoreNamed(t: PyType): void {
  const make = t.dict.$__new__.f as NativeNew;
  make.tpcall = (args, kw) => {
    const passed =
      kw !== null &&
      args[0] !== t &&
      args[0]?.dict?.$__init__?.native !== true &&
      make.signature.params.slice(1).every((p) => p.kind === 'pos');
    return NativeNew.prototype.tpcall.call(make, args, passed ? null : kw);
  };
}
