/** Futures: what fills them, who is told, and how they are awaited. Source: the library reference, "Futures". */
import { define } from '../../define.ts';
import { raise } from '../../errors.ts';
import { ended, throwIn } from '../../generator-types.ts';
import { mortalise } from '../../mortal.ts';
import type { Value } from '../../object.ts';
import { PyObject, callMethod, store, unwrapOwn, wrapOwn } from '../../object.ts';
import { None } from '../../singletons.ts';
import { since } from '../../state.ts';
import { PyList, PyTuple } from '../../values.ts';
import { isPlain, ownContext, schedule } from './loop.ts';
import { functions, quicken, quickenCall, quickenClass } from '../quick.ts';

export const PENDING = 'PENDING';
const FINISHED = 'FINISHED';
const CANCELLED = 'CANCELLED';

/** It is done: its callbacks go to the loop, each in its context. */
export function scheduleCallbacks(future: Value): void {
  const callbacks: Value = future.$_callbacks;
  if (callbacks === None || callbacks.a.length === 0) return;
  const loop: Value = future.$_loop;
  if (!isPlain(loop)) {
    callMethod(future, '$_schedule_callbacks', []);
    return;
  }
  store(future).$_callbacks = None;
  for (const { a } of callbacks.a) schedule(loop, a[0], new PyTuple([future]), a[1]);
}
/** Fills a pending future. */
export function fill(future: Value, result: Value): void {
  const s = store(future);
  s.$_result = wrapOwn(result);
  s.$_state = FINISHED;
  scheduleCallbacks(future);
}
/** `add_done_callback` of a pending future. */
export const tell = (future: Value, callback: Value, context: Value): void =>
  addEntry(future, new PyTuple([callback, context]));
/** The same, with callback and context as they stand in the list: several futures may share them. */
export function addEntry(future: Value, entry: PyTuple): void {
  if (future.$_callbacks === None) store(future).$_callbacks = new PyList([entry]);
  else future.$_callbacks.a.push(entry);
}
/** Has it a result, and a `result` that only returns it? */
export const hasResult = (future: Value): boolean =>
  future.$_state === FINISHED && future.$_exception === None && future.$result === functions['Future.result'];

// Only when an exception is set does it matter that a future goes: until then its `__del__` has nothing to say, and it need not be watched.
quickenClass('Future', (cls) => {
  cls.alloc = cls.layout.alloc;
});
quicken('Future.set_exception', (slow) => (future: Value, error: Value) => {
  slow(future, error);
  mortalise(future);
  return None;
});
quicken('Future.__init__', (slow) => (future: Value, loop: Value) => {
  if (loop === None || loop.$get_debug !== functions['BaseEventLoop.get_debug'] || loop.$_debug !== false)
    return slow(future, loop);
  store(future).$_loop = loop;
  return None;
});
quicken('BaseEventLoop.get_debug', (slow) => slow);
quicken('Future.done', () => (future: Value) => future.$_state !== PENDING);
quicken('Future.cancelled', () => (future: Value) => future.$_state === CANCELLED);
quicken('isfuture', (slow) => (thing: Value) => {
  if (thing.gen) return false;
  return typeof thing.$_asyncio_future_blocking === 'boolean' &&
    typeof thing.cls.dict.$_asyncio_future_blocking === 'boolean'
    ? true
    : slow(thing);
});
quicken('Future.get_loop', (slow) => (future: Value) => (future.$_loop === None ? slow(future) : future.$_loop));
quicken(
  'Future.result',
  (slow) => (future: Value) =>
    future.$_state === FINISHED && future.$_exception === None ? unwrapOwn(future.$_result) : slow(future),
);
quicken(
  'Future.exception',
  (slow) => (future: Value) => (future.$_state === FINISHED && future.$_exception === None ? None : slow(future)),
);
quicken('Future.set_result', (slow) => (future: Value, result: Value) => {
  if (future.$_state !== PENDING) return slow(future, result);
  fill(future, result);
  return None;
});
quickenCall('Future.add_done_callback', (_f, slow) => (args, kw) => {
  if (args.length !== 2 || kw !== null || args[0].$_state !== PENDING) return slow(args, kw);
  tell(args[0], args[1], ownContext());
  return None;
});
quicken('Future.add_done_callback', (slow) => (future: Value, callback: Value, context: Value) => {
  if (future.$_state !== PENDING) return slow(future, callback, context);
  tell(future, callback, context === None ? ownContext() : context);
  return None;
});

/** What `await` steps through: an iterator without a body, so that no generator is made for each wait. In C since 3.6. */
class FutureIter extends PyObject {
  future: Value;
  result: Value = None;
  constructor(future: Value) {
    super();
    this.future = future;
  }
  resume(mode: 0 | 1, v: Value): Value {
    const { future } = this;
    this.future = null;
    if (mode === 1) throw v;
    if (future === null) {
      this.result = None;
      return undefined;
    }
    if (future.$_state === PENDING) {
      this.future = future;
      if (future.$_asyncio_future_blocking === true)
        throw since(307)
          ? raise('RuntimeError', "await wasn't used with future")
          : raise('AssertionError', "yield from wasn't used with future");
      store(future).$_asyncio_future_blocking = true;
      return future;
    }
    // In C it is not the method that is asked, should somebody have replaced it.
    this.result = functions['Future.result']!.js(future);
    return undefined;
  }
}
define('FutureIter', {
  shape: FutureIter,
  module: '_asyncio',
  abstract: true,
  methods: {
    '__iter__(self, /)': (it) => it,
    '__next__(self, /)': (it) => ended(it, it.resume(0, None)),
    'send(self, value, /)': (it, v) => ended(it, it.resume(0, v)),
    'throw(self, type, value=None, traceback=None, /)': throwIn,
    'close(self, /)'(it) {
      it.future = null;
      return None;
    },
  },
});
quicken('Future.__await__', (slow) => (since(306) ? (future: Value) => new FutureIter(future) : slow));
