/** `generator` and `coroutine` as classes: their methods, attributes, reprs and finalisation. Source: PEP 342, 492; the reference, "Coroutine objects". */
import { define, extend } from './define.ts';
import { raise } from './errors.ts';
import { isException, isExceptionClass } from './base-exception.ts';
import { CO } from './code-objects.ts';
import { ends, take, watch } from './finalise.ts';
import { given } from './foreign.ts';
import type { Frame } from './generator.ts';
import { PyGenerator, generatorOf, refused } from './generator.ts';
import type { Value } from './object.ts';
import { callMethod } from './object.ts';
import { address, repr } from './repr.ts';
import { cramped, elsewhere, gate } from './room.ts';
import { None } from './singletons.ts';
import { R, since } from './state.ts';
import { PyTuple } from './values.ts';

/** The exception that `throw(type, value, traceback)` or `throw(exception)` asks for. Errors: TypeError. */
export function thrown(type: Value, value: Value, tb: Value): Value {
  let e: Value;
  if (tb !== undefined && tb !== None && tb.cls.name !== 'traceback')
    throw raise('TypeError', 'throw() third argument must be a traceback object');
  if (isExceptionClass(type)) {
    if (value !== undefined && isException(value) && value.cls.mro.includes(type)) e = value;
    else
      e = type.tpcall(value === undefined || value === None ? [] : value instanceof PyTuple ? value.a : [value], null);
  } else if (isException(type)) {
    if (value !== undefined && value !== None)
      throw raise('TypeError', 'instance exception may not have a separate value');
    e = type;
  } else if (!since(300) && R.oldInstance?.(type, value ?? None) !== undefined) e = R.oldInstance(type, value ?? None);
  else
    throw raise(
      'TypeError',
      since(300)
        ? `exceptions must be classes or instances deriving from BaseException, not ${type.cls.name}`
        : `exceptions must be classes, or instances, not ${type.cls.name}`,
    );
  if (tb !== undefined && tb !== None) e.tb = tb;
  return e;
}
export function throwIn(pg: Value, type: Value, value: Value, tb: Value): Value {
  if (value !== undefined && R.version >= 312)
    R.warn?.(
      'DeprecationWarning',
      `the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.`,
    );
  const e = thrown(type, value, tb);
  e.seen = false;
  if (R.version >= 312) return ended(pg, pg.resume(1, e));
  const { e: outer, args } = given;
  given.e = e;
  given.args = value === undefined ? [type] : tb === undefined ? [type, value] : [type, value, tb];
  try {
    return ended(pg, pg.resume(1, e));
  } finally {
    given.e = outer;
    given.args = args;
  }
}
export function ended(pg: Value, y: Value): Value {
  if (y !== undefined) return y;
  const own = pg.f?.stop;
  if (own === undefined) throw stopWith(pg.result);
  pg.f.stop = undefined;
  throw own;
}
export function stopWith(v: Value): Value {
  const e = v === None ? raise('StopIteration') : raise('StopIteration', v);
  e['@value'] = v;
  return e;
}
export function sendIn(pg: Value, v: Value): Value {
  if (pg.f.l === 0 && v !== None) throw raise('TypeError', `can't send non-None value to a just-started ${pg.kind}`);
  const y = pg.send(v);
  return y !== undefined ? y : ended(pg, y);
}
const frameOf = (g: Value): Value => (g.f.l === -2 ? None : g.f);

export const generatorType = define('generator', {
  identity: true,
  shape: PyGenerator,
  abstract: true,
  methods: {
    '__iter__(self, /)': (g) => g,
    '__next__(self, /) @3.0+': (g) => ended(g, g.send(None)),
    'next(self, /) @2.7-': (g) => ended(g, g.send(None)),
    'send(self, value, /) @2.5+': sendIn,
    'throw(self, type, value=None, traceback=None, /) @2.5+': throwIn,
    'close(self, /) @2.5+': (g) => g.close(),
    '__repr__(self, /)': (g) => `<generator object ${since(303) ? g.qualname : g.name} at ${address(g)}>`,
    '__del__(self, /) @3.4+'(g) {
      g.close();
      return None;
    },
  },
  attributes: {
    'gi_frame @2.2+': frameOf,
    'gi_running @2.2+': (g) => (since(310) || !since(300) ? (since(300) ? g.running : g.running ? 1 : 0) : g.running),
    'gi_suspended @3.11+': (g) => g.f.l > 0 && !g.running,
    'gi_code @2.6+': (g) => g.f.code,
    'gi_yieldfrom @3.5+': (g) => g.delegate ?? None,
    '__name__ @2.6+': [
      (g) => g.name,
      (g, v) => {
        g.name = named(v, '__name__');
      },
    ],
    '__qualname__ @3.5+': [
      (g) => g.qualname,
      (g, v) => {
        g.qualname = named(v, '__qualname__');
      },
    ],
  },
});
const named = (v: Value, what: string): string => {
  if (typeof v !== 'string') throw raise('TypeError', `${what} must be set to a string object`);
  return v;
};

/** A coroutine: the same machine, not iterable, and missed when it was never awaited. */
export class PyCoroutine extends PyGenerator {}
PyCoroutine.prototype.kind = 'coroutine';
export const coroutineType = define('coroutine', {
  identity: true,
  shape: PyCoroutine,
  abstract: true,
  methods: {
    'send(self, value, /)': sendIn,
    'throw(self, type, value=None, traceback=None, /)': throwIn,
    'close(self, /)': (g) => g.close(),
    '__await__(self, /)': (g) => new CoroutineWrapper(g),
    '__repr__(self, /)': (g) => `<coroutine object ${g.qualname} at ${address(g)}>`,
    '__del__(self, /)'(g) {
      g.close();
      return None;
    },
  },
  attributes: {
    cr_frame: frameOf,
    cr_running: (g) => g.running,
    'cr_suspended @3.11+': (g) => g.f.l > 0 && !g.running,
    cr_code: (g) => g.f.code,
    cr_await: (g) => g.delegate ?? None,
    'cr_origin @3.7+': (g) => g.f.origin,
    __name__: [
      (g) => g.name,
      (g, v) => {
        g.name = named(v, '__name__');
      },
    ],
    __qualname__: [
      (g) => g.qualname,
      (g, v) => {
        g.qualname = named(v, '__qualname__');
      },
    ],
  },
});
// A coroutine cannot be looped over: only `await` and `yield from` in an iterable coroutine drive it.
(PyCoroutine.prototype as Value).jsiter = undefined;

/** What `coroutine.__await__()` returns. */
export class CoroutineWrapper extends PyGenerator {
  c: PyCoroutine;
  constructor(c: PyCoroutine) {
    super();
    this.f = c.f;
    this.g = c.g;
    this.c = c;
  }
  override resume(mode: 0 | 1, v: Value): Value {
    if (--gate.left < 0 && cramped()) return elsewhere(this.resume, this, [mode, v]);
    const y = this.c.resume(mode, v);
    this.result = this.c.result;
    return y;
  }
  override send(v: Value): Value {
    return this.resume(0, v);
  }
  override close(): Value {
    return this.c.close();
  }
}
const wrapperType = define('coroutine_wrapper', {
  shape: CoroutineWrapper,
  abstract: true,
  methods: {
    '__iter__(self, /)': (g) => g,
    '__next__(self, /)': (g) => ended(g, g.resume(0, None)),
    'send(self, value, /)': (g, v) => sendIn(g, v),
    'throw(self, type, value=None, traceback=None, /)': (g, t, v, tb) => throwIn(g, t, v, tb),
    'close(self, /)': (g) => g.close(),
    '__repr__(self, /)': (g) => `<coroutine_wrapper object at ${address(g)}>`,
  },
});
(CoroutineWrapper.prototype as Value).gen = undefined;

/** What `sys.set_coroutine_wrapper` asked for (3.5 to 3.7): a function that gets every new coroutine, and may answer another thing. */
export const wrapping: { wrapper: Value; busy: Value } = { wrapper: null, busy: null };
function wrapped(c: PyCoroutine): Value {
  const wrapper = wrapping.wrapper;
  if (wrapping.busy !== null)
    throw raise('RuntimeError', `coroutine wrapper ${repr(wrapper)} attempted to recursively wrap ${repr(c.f.code)}`);
  wrapping.busy = c;
  try {
    return wrapper.tpcall([c], null);
  } finally {
    wrapping.busy = null;
  }
}

const coroutines = PyCoroutine.prototype;
export function $coro(f: Frame, g: Generator<Value, Value, Value>): Value {
  const c: Value = { __proto__: coroutines, f, g };
  f.g = g;
  watch(c, f);
  if (R.originDepth) f.origin = R.captureOrigin!(R.originDepth);
  if (R.observer !== null) R.observer.report(c, 'created');
  if (wrapping.wrapper !== null) return wrapped(c);
  return c;
}

/** Nobody wraps coroutines, or asks where they come from: only then may the library make one by other means than its text. */
export const plainCoroutines = (): boolean => wrapping.wrapper === null && !R.originDepth;
export const coroutinePrototype = coroutines;

/** `await v`: what to delegate to. Errors: TypeError. Source: PEP 492, "Await Expression". */
export function $await(v: Value): Value {
  if (v.pause) {
    take(v);
    if (v.ready !== undefined) v.ready();
    return v;
  }
  if (v.gen) {
    // A coroutine that nobody has begun.
    if (v.f.l === 0 && v.kind === 'coroutine') return v;
  } else {
    const method = v.cls.dict.$__await__;
    if (method !== undefined && method.n === 1) {
      const it = method.js(v);
      return it.gen === true && it.kind === 'generator' && (it.f.code.f.flags & CO.ITERABLE_COROUTINE) === 0
        ? it
        : awaited(it);
    }
  }
  const it = awaitable(v);
  if (it === undefined)
    throw refused(
      since(314)
        ? `'${v.cls.name}' object can't be awaited`
        : `object ${v.cls.name} can't be used in 'await' expression`,
    );
  return it;
}
/** `v` inside `async with`, where the message names the method. */
export function $awaitin(v: Value, method: string): Value {
  const it = awaitable(v);
  if (it !== undefined) return it;
  throw refused(`'async with' received an object from ${method} that does not implement __await__: ${v.cls.name}`);
}
export function awaitable(v: Value): Value {
  if (v.gen) {
    if (v.kind === 'coroutine') {
      if (v.f.l > 0 && v.delegate !== undefined && since(305) && R.version >= 306)
        throw raise('RuntimeError', 'coroutine is being awaited already');
      return v;
    }
    if (v.kind === 'generator' && (v.f.code.f.flags & 256) !== 0) return v;
  }
  if (v.cls.dict.$__await__ === undefined) return undefined;
  return awaited(callMethod(v, '$__await__', []));
}
/** What `__await__` returned, when it is an iterator and not a coroutine. Errors: TypeError. */
function awaited(it: Value): Value {
  if (it.gen && (it.kind === 'coroutine' || (it.kind === 'generator' && (it.f.code.f.flags & 256) !== 0)))
    throw raise('TypeError', '__await__() returned a coroutine');
  if (it.cls.dict.$__next__ === undefined)
    throw raise('TypeError', `__await__() returned non-iterator of type '${it.cls.name}'`);
  return it;
}

/* ---- finalisation ---- */

/** An exception where nobody can catch it: reported on standard error. */
function unraisable(e: Value, where: Value): void {
  R.unraisable?.(e, where);
}
function revive(f: Frame): PyGenerator {
  return generatorOf((f.code.f.flags & CO.COROUTINE) !== 0 ? coroutines : PyGenerator.prototype, f, f.g);
}
function closeAbandoned(f: Frame, pg: PyGenerator = revive(f)): void {
  if (f.l === 0) {
    f.l = -2;
    return;
  }
  const { ex } = R;
  if (f.chain !== null && f.chain.length > 0) pg.chain = f.chain;
  try {
    pg.close();
  } catch (e) {
    unraisable(e, pg);
  } finally {
    R.ex = ex;
  }
}
ends.generator = (f, revived) => {
  if (f.l === 0 && (f.code.f.flags & CO.COROUTINE) !== 0) {
    R.neverAwaited?.(f.code, revive(f));
    f.l = -2;
    return;
  }
  closeAbandoned(f, revived);
};
R.ended = ended;
R.thrown = thrown;

/** What `help()` shows. */
for (const [t, what] of [
  [generatorType, 'generator'],
  [coroutineType, 'coroutine'],
] as const)
  Object.entries({
    $send: `Sends a value into ${what}: it goes on, and what it yields next is returned; StopIteration when it ends.`,
    $throw: `Raises an exception in ${what}, where it is suspended, and returns what it yields next.`,
    $close: `Raises GeneratorExit inside ${what}, and expects it to end.`,
  }).forEach(([k, text]) => {
    t.dict[k]['@doc'] = text;
  });
for (const [t, what] of [
  [generatorType, 'generator'],
  [coroutineType, 'coroutine'],
] as const)
  for (const [k, text] of [
    ['$__name__', `Name of the ${what}.`],
    ['$__qualname__', `Qualified name of the ${what}.`],
  ] as const)
    if (t.dict[k] !== undefined) t.dict[k]['@doc'] = text;

/** A suspended frame cannot be copied or pickled. */
for (const t of [generatorType, coroutineType, wrapperType])
  extend(t, {
    methods: {
      '__reduce_ex__(self, protocol, /)'(self) {
        throw raise(
          'TypeError',
          since(308) ? `cannot pickle '${self.cls.name}' object` : `can't pickle ${self.cls.name} objects`,
        );
      },
    },
  });
