/** Tasks: how each carries its coroutine from wait to wait, and which there are. Source: the library reference, "Task Object". */
import { PyMethod } from '../../call.ts';
import { normalise } from '../../exceptions.ts';
import { forget, watch, type Watched } from '../../finalise.ts';
import type { Value } from '../../object.ts';
import { bury, callMethod, store } from '../../object.ts';
import { None } from '../../singletons.ts';
import { R, since } from '../../state.ts';
import { PyList } from '../../values.ts';
import { busy, enterTask, leaveTask } from './current.ts';
import { PENDING, fill, tell } from './future.ts';
import { NO_ARGUMENTS, isPlain, ownContext, schedule } from './loop.ts';
import { classes, exported, functions, quicken } from './quick.ts';

/* ---- a step ---- */

/** Is this a task that the quick step may carry on: not done, not to be cancelled, and nobody else in its loop's place? */
export function canStep(task: Value): boolean {
  const coroutine: Value = task.$_coro;
  return (
    task.$_state === PENDING &&
    task.$_must_cancel === false &&
    coroutine.gen === true &&
    task.$_step === functions['Task._step'] &&
    task.$_step_run_and_handle_result === functions['Task._step_run_and_handle_result'] &&
    !busy(task.$_loop) &&
    // Before it was written in C, its frames stood in tracebacks.
    since(306)
  );
}
/** Sends None into the coroutine, and sees what comes. Errors: what `_raised` passes on, KeyboardInterrupt and SystemExit. */
export function step(task: Value): void {
  const s = store(task);
  const loop: Value = s.$_loop;
  const coroutine: Value = s.$_coro;
  s.$_fut_waiter = None;
  enterTask(loop, task);
  try {
    let y: Value;
    try {
      y = coroutine.send(None);
    } catch (e) {
      failed(task, e);
      return;
    }
    if (y === undefined) returned(task, coroutine.result);
    else if (!isPlain(loop)) callMethod(task, '$_wait_for', [y]);
    else if (y === None) schedule(loop, bound(task, 'Task._step'), NO_ARGUMENTS, s.$_context);
    else waitFor(task, y);
  } finally {
    leaveTask(loop, task);
  }
}
const bound = (task: Value, name: string): Value => new PyMethod(functions[name], task, task.cls);

function failed(task: Value, e: Value): void {
  const error = normalise(e, functions['Task._step_run_and_handle_result']!.code, 0);
  const outer = R.ex;
  R.ex = error;
  try {
    callMethod(task, '$_raised', [error]);
  } finally {
    R.ex = outer;
  }
}
function returned(task: Value, result: Value): void {
  if (task.$_must_cancel === true) {
    callMethod(task, '$_returned', [result]);
    return;
  }
  fill(task, result);
  callMethod(task, '$_ended', []);
}
function waitFor(task: Value, y: Value): void {
  const plain =
    y.$_asyncio_future_blocking === true &&
    y !== task &&
    y.$_state === PENDING &&
    y.$_loop === task.$_loop &&
    y.$get_loop === functions['Future.get_loop'] &&
    y.$add_done_callback === functions['Future.add_done_callback'] &&
    task.$_must_cancel === false;
  if (!plain) {
    callMethod(task, '$_wait_for', [y]);
    return;
  }
  store(y).$_asyncio_future_blocking = false;
  tell(y, bound(task, 'Task._wakeup'), task.$_context);
  store(task).$_fut_waiter = y;
}

/* ---- which there are ---- */

/** A task on the list of what is watched, for its `__del__`; as long as it is pending, it is one of the tasks that there are. */
interface TaskWatched extends Watched {
  task: Value;
}
const registered = new Set<TaskWatched>();
let made = 0;
let nameless = 0;

/** A watched task: a handle before its attributes, as any object with a `__del__`. */
function watched(s: Value): Value {
  const task = { __proto__: s, hid: s };
  const entry: TaskWatched = { ref: null, l: 0, end: endOfTask, previous: null, next: null, silent: true, task: s };
  s.watched = entry;
  watch(task, entry);
  return task;
}
function endOfTask(w: Value): void {
  const s: Value = w.task;
  unwatch(w);
  bury({ __proto__: s, hid: s });
}
function unwatch(w: TaskWatched): void {
  registered.delete(w);
  forget(w);
  w.task.watched = undefined;
  w.task = null;
}
/** Before 3.7, tasks that are done were still listed. */
quicken('Task._ended', (slow) => (task: Value) => {
  const entry: TaskWatched | undefined = task.watched;
  if (entry === undefined) return slow(task);
  if (!since(307)) return None;
  if (task.$_exception === None) unwatch(entry);
  else registered.delete(entry);
  return None;
});
quicken('_register_task', (slow) => (task: Value) => {
  if (task.watched === undefined) return slow(task);
  registered.add(task.watched);
  return None;
});
quicken('_unregister_task', (slow) => (task: Value) => {
  if (task.watched === undefined) return slow(task);
  if (since(307)) registered.delete(task.watched);
  return None;
});

quicken(
  'BaseEventLoop.create_task',
  (slow) => (loop: Value, coroutine: Value, name: Value, context: Value, kwargs: Value) => {
    const plain =
      !R.labels &&
      isPlain(loop) &&
      loop.$_task_factory === None &&
      kwargs.size === 0 &&
      coroutine.gen === true &&
      (coroutine.kind === 'coroutine' || (coroutine.kind === 'generator' && !since(312))) &&
      (name === None || typeof name === 'string');
    if (!plain) return slow(loop, coroutine, name, context, kwargs);
    // Until 3.12 a task was numbered even when it then got a name.
    const number = name === None || !since(313) ? ++nameless : 0;
    const task = watched({
      __proto__: classes.Task!.proto,
      $_loop: loop,
      $_number: ++made,
      $_name: name === None ? number : name,
      $_num_cancels_requested: 0,
      $_must_cancel: false,
      $_fut_waiter: None,
      $_coro: coroutine,
      $_context: context === None ? ownContext() : context,
    });
    registered.add(task.watched);
    schedule(loop, bound(task, 'Task._step'), NO_ARGUMENTS, task.$_context);
    return task;
  },
);
for (const name of ['Task._step', 'Task._step_run_and_handle_result', 'Task._wakeup', 'Handle._run'])
  quicken(name, (slow) => slow);

Object.assign(exported, {
  /** How many tasks there have been, this one included; and how many without a name of their own. */
  '_count_task()': () => ++made,
  '_count_nameless()': () => ++nameless,
  /** Tasks that were registered here. */
  '_registered()'() {
    const found: Value[] = [];
    for (const entry of registered) {
      const task: Value = entry.ref!.deref();
      if (task !== undefined) found.push(task);
    }
    return new PyList(found);
  },
});
