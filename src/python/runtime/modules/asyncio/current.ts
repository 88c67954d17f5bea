/** Which task runs: at most one for each loop. Source: the library reference, "Task Object", `current_task`. */
import { raise } from '../../errors.ts';
import type { Value } from '../../object.ts';
import { repr } from '../../repr.ts';
import { None } from '../../singletons.ts';
import { exported } from './quick.ts';

const current = new Map<Value, Value>();

export const busy = (loop: Value): boolean => current.has(loop);
/** `task` runs from here on. Errors: RuntimeError when another does. */
export function enterTask(loop: Value, task: Value): void {
  const other = current.get(loop);
  if (other !== undefined)
    throw raise(
      'RuntimeError',
      `Cannot enter into task ${repr(task)} while another task ${repr(other)} is being executed.`,
    );
  current.set(loop, task);
}
/** It runs no more. Errors: RuntimeError when it did not. */
export function leaveTask(loop: Value, task: Value): void {
  const running = current.get(loop);
  if (running !== task)
    throw raise('RuntimeError', `Leaving task ${repr(task)} does not match the current task ${repr(running ?? None)}.`);
  current.delete(loop);
}

Object.assign(exported, {
  '_enter_task(loop, task)'(loop: Value, task: Value) {
    enterTask(loop, task);
    return None;
  },
  '_leave_task(loop, task)'(loop: Value, task: Value) {
    leaveTask(loop, task);
    return None;
  },
  '_swap_current_task(loop, task)'(loop: Value, task: Value) {
    const previous = current.get(loop) ?? None;
    if (task === None) current.delete(loop);
    else current.set(loop, task);
    return previous;
  },
  '_task_of(loop, /)': (loop: Value) => current.get(loop) ?? None,
});
