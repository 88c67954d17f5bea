/** Which loop runs, and which task: at most one for each loop. Source: the library reference, "Task Object", `current_task`. */
import { raise } from '../../errors.ts';
import type { Value } from '../../object.ts';
import { repr } from '../../repr.ts';
import { None } from '../../singletons.ts';
import { exported } from './native.ts';

let running: Value = None;
/** The loop that runs, or None. */
export const runningLoop = (): Value => running;

/** Nearly always one task runs, of one loop. */
let loopOfTask: Value;
let only: Value;
/** Those of other loops, should there be any. */
const others = new Map<Value, Value>();

/** The task of this loop that runs; undefined when none does. */
export const taskOf = (loop: Value): Value => (only !== undefined && loopOfTask === loop ? only : others.get(loop));
export const isBusy = (): boolean => only !== undefined;

/** Where none runs (`!isBusy()`), `task` does, until `endStep`. */
export function beginStep(loop: Value, task: Value): void {
  loopOfTask = loop;
  only = task;
}
/** Errors: RuntimeError when it was taken out of its place meanwhile. */
export function endStep(loop: Value, task: Value): void {
  if (only === task && loopOfTask === loop) only = loopOfTask = undefined;
  else leaveTask(loop, task);
}

/** `task` runs from here on. Errors: RuntimeError when another does. */
export function enterTask(loop: Value, task: Value): void {
  const other = taskOf(loop);
  if (other !== undefined)
    throw raise(
      'RuntimeError',
      `Cannot enter into task ${repr(task)} while another task ${repr(other)} is being executed.`,
    );
  swap(loop, task);
}
/** It runs no more. Errors: RuntimeError when it did not. */
export function leaveTask(loop: Value, task: Value): void {
  const other = taskOf(loop);
  if (other !== task)
    throw raise('RuntimeError', `Leaving task ${repr(task)} does not match the current task ${repr(other ?? None)}.`);
  swap(loop, undefined);
}
/** Puts `task`, or nobody when it is undefined, in the place of the one that runs; returns that. */
function swap(loop: Value, task: Value): Value {
  const previous = taskOf(loop);
  if (only === undefined || loopOfTask === loop) {
    only = task;
    loopOfTask = task === undefined ? undefined : loop;
    others.delete(loop);
  } else if (task === undefined) others.delete(loop);
  else others.set(loop, task);
  return previous;
}

Object.assign(exported, {
  '_get_running_loop()': runningLoop,
  '_set_running_loop(loop, /)'(loop: Value) {
    running = loop;
    return None;
  },
  '_enter_task(loop, task)'(loop: Value, task: Value) {
    enterTask(loop, task);
    return None;
  },
  '_leave_task(loop, task)'(loop: Value, task: Value) {
    leaveTask(loop, task);
    return None;
  },
  '_swap_current_task(loop, task)': (loop: Value, task: Value) => swap(loop, task === None ? undefined : task) ?? None,
  '_task_of(loop, /)': (loop: Value) => taskOf(loop) ?? None,
});
