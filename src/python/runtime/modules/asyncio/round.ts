/** A round of the loop: everything that was ready when it began is called. */
import { PyMethod } from '../../call.ts';
import { fromJavaScript, raise } from '../../errors.ts';
import { $reap } from '../../finalise.ts';
import type { Value } from '../../object.ts';
import { OwnFunction, PyObject, callMethod, store } from '../../object.ts';
import { None } from '../../singletons.ts';
import { R } from '../../state.ts';
import { enter, leave } from '../contextvars.ts';
import type { Deque } from '../deque.ts';
import { hasResult } from './future.ts';
import { functions, quicken } from '../quick.ts';
import { handleOf, step } from './task.ts';

/** Runs a handle of the library's own; every other kind runs as its class says. */
function run(handle: Value): void {
  const context: Value = handle.$_context;
  if (handle.$_run !== functions['Handle._run'] || (context !== None && context.entered !== false)) {
    callMethod(handle, '$_run', []);
    return;
  }
  const callback: Value = handle.$_callback;
  const args: Value[] = handle.$_args.a;
  const isWakeup = callback instanceof PyMethod && callback.f === functions['Task._wakeup'];
  if (isWakeup && callback.self.plainTask && hasResult(args[0]) && step(callback.self)) return;
  if (context !== None) enter(context);
  let failure: Value;
  try {
    (callback instanceof OwnFunction ? callback.f : callback).tpcall(args.slice(), null);
  } catch (e) {
    failure = e ?? fromJavaScript(null);
  }
  if (context !== None) leave(context);
  if (failure !== undefined) report(handle, failure);
}
/** The Python text gets the exception as if it had called the callback itself, and knows what to do. */
function report(handle: Value, e: Value): void {
  const s = store(handle);
  const callback: Value = s.$_callback;
  s.$_callback = {
    __proto__: PyObject.prototype,
    tpcall() {
      s.$_callback = callback;
      throw e;
    },
  };
  callMethod(handle, '$_run', []);
}
function runHandle(loop: Value, handle: Value): void {
  if (loop.$_debug === false) run(handle);
  else callMethod(loop, '$_run_timed', [handle]);
}
quicken('BaseEventLoop._run_ready', () => (loop: Value) => {
  const ready: Deque = loop.$_ready;
  let handle: Value;
  for (let left = ready.size; left > 0; left--) {
    handle = ready.shift();
    if (handle === undefined) throw raise('IndexError', 'pop from an empty deque');
    if (handle.plainTask) {
      if (loop.$_debug !== false || !step(handle)) runHandle(loop, handleOf(handle));
    } else if (handle.$_cancelled !== true) runHandle(loop, handle);
    if (R.live !== 0) $reap();
  }
  handle = null;
  if (R.live !== 0) $reap();
  return None;
});
