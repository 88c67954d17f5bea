/**
 * Asynchronous generators (PEP 525): a body that both awaits and yields. What it yields for `yield v` is wrapped, so that the awaitables of
 * `__anext__`, `asend`, `athrow` and `aclose` can tell an item from something to wait for.
 */
import { define } from './define.ts';
import { raise } from './errors.ts';
import { isStop } from './exceptions.ts';
import { ends, watch } from './finalise.ts';
import type { Mode } from './foreign.ts';
import type { Frame } from './generator.ts';
import { $gtb, PyGenerator, generatorOf } from './generator.ts';
import { $await, ended, stopWith, thrown } from './generator-types.ts';
import type { Value } from './object.ts';
import { PyObject, callMethod } from './object.ts';
import { address } from './repr.ts';
import { cramped, elsewhere, gate } from './room.ts';
import { None } from './singletons.ts';
import { R, since } from './state.ts';

export class $Wrapped {
  v: Value;
  constructor(v: Value) {
    this.v = v;
  }
}

export class PyAsyncGenerator extends PyGenerator {
  /** An asend, athrow or aclose is under way. */
  declare busy: boolean;
  declare closed: boolean;
  declare hooked: boolean;
}
Object.assign(PyAsyncGenerator.prototype, { kind: 'async generator', busy: false, closed: false, hooked: false });

/** The hooks of `sys.set_asyncgen_hooks`, called when a generator is first iterated, and when it is abandoned. */
export const hooks: { firstiter: Value; finalizer: Value } = { firstiter: None, finalizer: None };
function firstUse(ag: PyAsyncGenerator): void {
  if (ag.hooked) return;
  ag.hooked = true;
  // Kept where it outlives the object: it is called when that is gone.
  ag.f.finalizer = hooks.finalizer;
  if (hooks.firstiter !== None) hooks.firstiter.tpcall([ag], null);
}

/** The awaitable of `__anext__()` and `asend(v)`; `athrow` and `aclose` differ in how they begin and what they make of the end. */
export class AsyncStep extends PyObject {
  ag: PyAsyncGenerator;
  kind: 'anext' | 'asend' | 'athrow' | 'aclose';
  first: Value;
  state: 'init' | 'iter' | 'closed' = 'init';
  result: Value = None;
  constructor(ag: PyAsyncGenerator, kind: AsyncStep['kind'], first: Value) {
    super();
    this.ag = ag;
    this.kind = kind;
    this.first = first;
  }
  private get throws(): boolean {
    return this.kind === 'athrow' || this.kind === 'aclose';
  }
  /** The protocol of generator.ts: what the body waits for, or undefined when the step is done (see `result`). */
  resume(mode: Mode, v: Value): Value {
    if (--gate.left < 0 && cramped()) return elsewhere(this.resume, this, [mode, v]);
    if (this.state === 'closed')
      throw raise(
        'RuntimeError',
        this.throws
          ? 'cannot reuse already awaited aclose()/athrow()'
          : `cannot reuse already awaited __anext__()/asend()`,
      );
    const ag = this.ag;
    if (this.state === 'init' && mode === 1 && !since(313)) {
      // Until 3.13 what is thrown in before the step began goes to the body, and the step can be awaited all the same.
      this.state = 'iter';
      try {
        return this.resume(1, v);
      } finally {
        if (this.throws || (this.state as string) === 'iter') this.state = 'init';
      }
    }
    if (this.state === 'init') {
      if (ag.busy && since(308)) {
        this.state = 'closed';
        throw raise(
          'RuntimeError',
          `${this.kind === 'anext' || this.kind === 'asend' ? 'anext' : this.kind}(): asynchronous generator is already running`,
        );
      }
      if (this.throws && mode === 0) {
        if (ag.closed || ag.f.l === -2) {
          this.state = 'closed';
          // A body that has ended takes no exception any more.
          if (this.kind === 'aclose' || ag.f.l === -2) {
            this.result = None;
            return undefined;
          }
          throw raise('StopAsyncIteration');
        }
        if (v !== None) throw raise('RuntimeError', "can't send non-None value to a just-started coroutine");
        mode = 1;
        if (this.kind === 'aclose') {
          ag.closed = true;
          v = raise('GeneratorExit');
        } else v = thrown(this.first[0], this.first[1], this.first[2]);
        if (ag.f.l === 0) {
          // Nothing ran yet: the exception is all there is to see.
          this.state = 'closed';
          ag.f.l = -2;
          ag.closed = true;
          if (this.kind === 'aclose') return undefined;
          if (since(312)) throw v;
          $gtb(v, ag.f.code, 0, ag.f);
        }
      } else if (mode === 0 && (v === None || v === undefined)) v = this.first;
      this.state = 'iter';
      ag.busy = true;
    }
    let y: Value;
    try {
      if (mode === 0 && ag.f.l === 0 && v !== None)
        throw raise('TypeError', "can't send non-None value to a just-started async generator");
      y = ag.resume(mode, v);
    } catch (e) {
      this.state = 'closed';
      ag.busy = false;
      if (isStop(e, 'StopAsyncIteration') || isStop(e, 'GeneratorExit')) ag.closed = true;
      if (this.kind === 'aclose' && (isStop(e, 'StopAsyncIteration') || isStop(e, 'GeneratorExit'))) {
        this.result = None;
        return undefined;
      }
      throw e;
    }
    if (y === undefined) {
      this.state = 'closed';
      ag.busy = false;
      ag.closed = true;
      if (this.kind === 'aclose') {
        this.result = None;
        return undefined;
      }
      throw raise('StopAsyncIteration');
    }
    if (y instanceof $Wrapped) {
      this.state = 'closed';
      ag.busy = false;
      if (this.kind === 'aclose') throw raise('RuntimeError', 'async generator ignored GeneratorExit');
      this.result = y.v;
      return undefined;
    }
    return y;
  }
  close(): Value {
    if (this.state === 'closed') return None;
    if (this.state === 'init' && this.throws && !since(313)) {
      this.state = 'closed';
      return None;
    }
    if (this.state === 'init') {
      this.state = 'closed';
      return None;
    }
    let y: Value;
    try {
      y = this.resume(1, raise('GeneratorExit'));
    } catch (e) {
      if (isStop(e, 'GeneratorExit') || isStop(e, 'StopIteration') || isStop(e, 'StopAsyncIteration')) return None;
      throw e;
    }
    if (y !== undefined) throw raise('RuntimeError', 'coroutine ignored GeneratorExit');
    return None;
  }
}
const stepMethods = {
  '__await__(self, /)': (s: Value) => s,
  '__iter__(self, /)': (s: Value) => s,
  '__next__(self, /)': (s: Value) => ended(s, s.resume(0, None)),
  'send(self, value, /)': (s: Value, v: Value) => ended(s, s.resume(0, v)),
  'throw(self, type, value=None, traceback=None, /)': (s: Value, t: Value, v: Value, tb: Value) =>
    ended(s, s.resume(1, thrown(t, v, tb))),
  'close(self, /)': (s: Value) => s.close(),
};
class AsyncThrow extends AsyncStep {}
define('async_generator_asend', {
  shape: AsyncStep,
  abstract: true,
  methods: { ...stepMethods, '__repr__(self, /)': (s) => `<async_generator_asend object at ${address(s)}>` },
});
define('async_generator_athrow', {
  shape: AsyncThrow,
  abstract: true,
  methods: { ...stepMethods, '__repr__(self, /)': (s) => `<async_generator_athrow object at ${address(s)}>` },
});

function step(ag: PyAsyncGenerator, kind: AsyncStep['kind'], first: Value): Value {
  firstUse(ag);
  return kind === 'athrow' || kind === 'aclose' ? new AsyncThrow(ag, kind, first) : new AsyncStep(ag, kind, first);
}

export const asyncGeneratorType = define('async_generator', {
  shape: PyAsyncGenerator,
  abstract: true,
  methods: {
    '__aiter__(self, /)': (ag) => ag,
    '__anext__(self, /)': (ag) => step(ag, 'anext', None),
    'asend(self, value, /)': (ag, v) => step(ag, 'asend', v),
    'athrow(self, type, value=None, traceback=None, /)': (ag, t, v, tb) => step(ag, 'athrow', [t, v, tb]),
    'aclose(self, /)': (ag) => step(ag, 'aclose', None),
    '__repr__(self, /)': (ag) => `<async_generator object ${ag.qualname} at ${address(ag)}>`,
  },
  classMethods: { '__class_getitem__(cls, item, /) @3.9+': (cls, item) => R.alias?.(cls, item) ?? None },
  attributes: {
    ag_frame: (ag) => (ag.f.l === -2 ? None : ag.f),
    ag_running: (ag) => (since(308) ? ag.busy : ag.running),
    'ag_suspended @3.12+': (ag) => ag.f.l > 0 && !ag.running,
    ag_code: (ag) => ag.f.code,
    ag_await: (ag) => ag.delegate ?? None,
    __name__: [
      (ag) => ag.name,
      (ag, v) => {
        ag.name = v;
      },
    ],
    __qualname__: [
      (ag) => ag.qualname,
      (ag, v) => {
        ag.qualname = v;
      },
    ],
  },
});
(PyAsyncGenerator.prototype as Value).jsiter = undefined;

const asyncGenerators = PyAsyncGenerator.prototype;
export function $agen(f: Frame, g: Generator<Value, Value, Value>): PyAsyncGenerator {
  const ag = generatorOf(asyncGenerators, f, g);
  f.g = g;
  f.end = endAsyncGenerator;
  watch(ag, f);
  R.observer?.report(ag, 'created');
  return ag;
}
function endAsyncGenerator(f: Frame): void {
  if (f.l === 0) {
    f.l = -2;
    return;
  }
  const ag: PyAsyncGenerator = generatorOf(asyncGenerators, f, f.g);
  ag.hooked = true;
  const { finalizer } = f;
  // An object is finalised once: one that survived it goes quietly the next time.
  if (f.finalised) {
    f.l = -2;
    return;
  }
  f.finalised = true;
  if (finalizer !== None) {
    watch(ag, f);
    finalizer.tpcall([ag], null);
    return;
  }
  // Without an event loop's hook it is closed like a generator, as far as that goes without awaiting.
  ends.generator(f, ag);
}

/** `async for x in v`: the asynchronous iterator. Errors: TypeError. */
export function $aiter(v: Value): Value {
  const d = v.cls.dict;
  if (d.$__aiter__ === undefined)
    throw raise('TypeError', `'async for' requires an object with __aiter__ method, got ${v.cls.name}`);
  const it = callMethod(v, '$__aiter__', []);
  if (it.cls.dict.$__anext__ === undefined && !since(307)) return new LegacyIterator(it, v.cls);
  if (it.cls.dict.$__anext__ === undefined)
    throw raise(
      'TypeError',
      `'async for' received an object from __aiter__ that does not implement __anext__: ${it.cls.name}`,
    );
  return it;
}
/**
 * Until 3.7 `__aiter__` could return an awaitable for the iterator: it is awaited together with the first item.
 * Source: PEP 492, "Changes to __aiter__" of 3.5.2.
 */
class LegacyIterator extends PyObject {
  inner: Value = null;
  awaited: Value;
  constructor(it: Value, from: Value) {
    super();
    this.awaited = awaited('__aiter__', it);
    R.warn?.(
      since(306) ? 'DeprecationWarning' : 'PendingDeprecationWarning',
      `'${from.name}' implements legacy __aiter__ protocol; __aiter__ should return an asynchronous iterator, not awaitable`,
      undefined,
      0,
    );
  }
}
/** Waits for the iterator, then for its first item. */
class FirstItem extends PyObject {
  of: LegacyIterator;
  result: Value = None;
  stage: Value;
  constructor(of: LegacyIterator) {
    super();
    this.of = of;
    this.stage = of.awaited;
  }
  resume(mode: Mode, v: Value): Value {
    const y = R.resumeAny!(this.stage, mode, v);
    if (y !== undefined) return y;
    this.result = R.resultOf!(this.stage);
    if (this.of.inner !== null) return undefined;
    const it = (this.of.inner = this.result);
    if (it.cls.dict.$__anext__ === undefined)
      throw raise(
        'TypeError',
        `'async for' received an object from __aiter__ that does not implement __anext__: ${it.cls.name}`,
      );
    this.stage = $anext(it);
    return this.resume(0, None);
  }
}
define('async_for_first', { shape: FirstItem, abstract: true });

/** The next item of `async for`: what to delegate to. Errors: TypeError. */
export function $anext(it: Value): Value {
  if (it instanceof PyAsyncGenerator) return step(it, 'anext', None);
  if (it instanceof LegacyIterator) return it.inner === null ? new FirstItem(it) : $anext(it.inner);
  if (it.cls.dict.$__anext__ === undefined)
    throw raise('TypeError', `'async for' requires an iterator with __anext__ method, got ${it.cls.name}`);
  const v = callMethod(it, '$__anext__', []);
  return awaited('__anext__', v);
}
function awaited(method: string, v: Value): Value {
  try {
    return $await(v);
  } catch (cause) {
    const e = raise('TypeError', `'async for' received an invalid object from ${method}: ${v.cls.name}`);
    e.cause = e.context = cause;
    e.suppress = true;
    throw e;
  }
}
export { stopWith };
