/** A round of the loop: everything that was ready when it began is called. */
import { PyMethod } from '../../call.ts';
import { raise } from '../../errors.ts';
import { $reap } from '../../finalise.ts';
import type { Value } from '../../object.ts';
import { callMethod } from '../../object.ts';
import { None } from '../../singletons.ts';
import { R } from '../../state.ts';
import { Context, enter, leave } from '../contextvars.ts';
import type { Deque } from '../deque.ts';
import { hasResult } from './future.ts';
import { functions, quicken } from './quick.ts';
import { canStep, step } from './task.ts';

/** Steps and wake-ups of plain tasks are done here; every other handle runs as its class says. */
function run(handle: Value): void {
  const callback: Value = handle.$_callback;
  if (callback instanceof PyMethod && handle.$_run === functions['Handle._run']) {
    const task: Value = callback.self;
    const args: Value[] = handle.$_args.a;
    const isStep = callback.f === functions['Task._step'] && args.length === 0 && canStep(task);
    if (isStep || (callback.f === functions['Task._wakeup'] && canStep(task) && hasResult(args[0]))) {
      const context: Value = handle.$_context;
      if (context instanceof Context) {
        if (!context.entered) {
          enter(context);
          try {
            step(task);
          } finally {
            leave(context);
          }
          return;
        }
      } else {
        step(task);
        return;
      }
    }
  }
  callMethod(handle, '$_run', []);
}
quicken('BaseEventLoop._run_ready', (slow) =>
  R.labels
    ? slow
    : (loop: Value) => {
        const ready: Deque = loop.$_ready;
        let handle: Value;
        for (let left = ready.size; left > 0; left--) {
          handle = ready.shift();
          if (handle === undefined) throw raise('IndexError', 'pop from an empty deque');
          if (handle.$_cancelled === true) continue;
          if (loop.$_debug === false) run(handle);
          else callMethod(loop, '$_run_timed', [handle]);
          if (R.live !== 0) $reap();
        }
        handle = null;
        if (R.live !== 0) $reap();
        return None;
      },
);
