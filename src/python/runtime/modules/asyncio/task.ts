/** Tasks: how each carries its coroutine from wait to wait, and which there are. Source: the library reference, "Task Object". */
import { PyMethod } from '../../call.ts';
import { normalise } from '../../exceptions.ts';
import { everyWatched, forget, watch, type Watched } from '../../finalise.ts';
import { bury } from '../../mortal.ts';
import type { Value } from '../../object.ts';
import { callMethod, store } from '../../object.ts';
import { None } from '../../singletons.ts';
import { R, since } from '../../state.ts';
import { PyList } from '../../values.ts';
import { enter, leave } from '../contextvars.ts';
import { beginStep, endStep, isBusy, runningLoop } from './current.ts';
import { exported } from './native.ts';
import { PENDING, fill, tell } from './future.ts';
import { NO_ARGUMENTS, isPlain, makeHandle, ownContext } from './loop.ts';
import { functions, quicken, quickenCall, quickenClass } from '../quick.ts';

/* ---- a step ---- */

/**
 * One step of a task that `makeTask` made: sends None into the coroutine, in the task's context, and sees what comes. Answers false, with nothing done,
 * when it is not plain: the task is done or to be cancelled, another one is running, somebody is in its context.
 * Errors: what `_raised` passes on, KeyboardInterrupt and SystemExit.
 */
export function step(task: Value): boolean {
  const s: Value = task.hid;
  const context: Value = s.$_context;
  if (s.$_state !== PENDING || s.$_must_cancel === true || isBusy() || context.entered === true) return false;
  const loop: Value = s.$_loop;
  const coroutine: Value = s.$_coro;
  if (s.$_fut_waiter !== None) s.$_fut_waiter = None;
  if (context !== None) enter(context);
  beginStep(loop, task);
  try {
    let y: Value;
    try {
      y = coroutine.send(None);
    } catch (e) {
      failed(task, e);
      return true;
    }
    if (y === undefined) returned(task, s, coroutine.result);
    else if (!isPlain(loop)) callMethod(task, '$_wait_for', [y]);
    else if (y === None) loop.$_ready.push(task);
    else waitFor(task, y);
    return true;
  } finally {
    endStep(loop, task);
    if (context !== None) leave(context);
  }
}
/** The handle that a plain task in the queue stands for. */
export const handleOf = (task: Value): Value =>
  makeHandle(task.$_loop, bound(task, 'Task._step'), NO_ARGUMENTS, task.$_context);
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
function returned(task: Value, s: Value, result: Value): void {
  if (s.$_must_cancel === true) {
    callMethod(task, '$_returned', [result]);
    return;
  }
  fill(task, result);
  // Nothing needs to be said when it goes. Before 3.7, tasks that are done were still listed.
  if (since(307)) forget(s);
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

/*
 * A plain task is on the list of what is watched, for its `__del__`, as long as there is something to say when it goes: so that list has all that are pending.
 * What stands there are its attributes, in front of which the task itself is a handle (as any object with a `__del__`).
 */
let made = 0;
let nameless = 0;

/** Between a plain task's attributes and its class: what all of them begin with. */
let plain: object = {};
quickenClass('Task', (cls) => {
  plain = {
    __proto__: cls.proto,
    plainTask: true,
    unlisted: false,
    silent: true,
    l: 0,
    ref: null,
    previous: null,
    next: null,
    end(s: Value) {
      bury({ __proto__: s, hid: s });
    },
  };
});
quicken('_register_task', (slow) => (task: Value) => {
  if (task.plainTask !== true || task.hid.next === null) return slow(task);
  task.hid.unlisted = false;
  return None;
});
quicken('_unregister_task', (slow) => (task: Value) => {
  if (task.plainTask && since(307)) task.hid.unlisted = true;
  return slow(task);
});

/** Does the loop make tasks as the library's own does, and is this a coroutine that one may carry? */
export const mayCarry = (loop: Value, coroutine: Value): boolean =>
  coroutine.gen === true &&
  (coroutine.kind === 'coroutine' || (coroutine.kind === 'generator' && !since(312))) &&
  isPlain(loop) &&
  loop.$create_task === functions['BaseEventLoop.create_task'] &&
  loop.$_task_factory === None &&
  // Before it was written in C, its frames stood in tracebacks.
  since(306);
export function makeTask(loop: Value, coroutine: Value, name: Value, context: Value): Value {
  // Until 3.12 a task was numbered even when it then got a name.
  const number = name === None || !since(313) ? ++nameless : 0;
  const s = {
    __proto__: plain,
    $_loop: loop,
    $_number: ++made,
    $_name: name === None ? number : name,
    $_coro: coroutine,
    $_context: context === None ? ownContext() : context,
  } as unknown as Watched;
  const task = { __proto__: s, hid: s };
  watch(task, s);
  loop.$_ready.push(task);
  return task;
}
quickenCall(
  'BaseEventLoop.create_task',
  (_f, slow) => (args, kw) =>
    args.length === 2 && kw === null && mayCarry(args[0], args[1])
      ? makeTask(args[0], args[1], None, None)
      : slow(args, kw),
);
quicken(
  'BaseEventLoop.create_task',
  (slow) => (loop: Value, coroutine: Value, name: Value, context: Value, kwargs: Value) =>
    kwargs.size === 0 && (name === None || typeof name === 'string') && mayCarry(loop, coroutine)
      ? makeTask(loop, coroutine, name, context)
      : slow(loop, coroutine, name, context, kwargs),
);
quickenCall(
  'create_task',
  (_f, slow) => (args, kw) =>
    args.length === 1 && kw === null && runningLoop() !== None && mayCarry(runningLoop(), args[0])
      ? makeTask(runningLoop(), args[0], None, None)
      : slow(args, kw),
);
for (const name of ['Task._step', 'Task._step_run_and_handle_result', 'Task._wakeup', 'Handle._run'])
  quicken(name, (slow) => slow);

Object.assign(exported, {
  /** How many tasks there have been, this one included; and how many without a name of their own. */
  '_count_task()': () => ++made,
  '_count_nameless()': () => ++nameless,
  /** Tasks that were not registered by the text. */
  '_registered()'() {
    const found: Value[] = [];
    for (const w of everyWatched()) {
      const s = w as Value;
      const task: Value = s.plainTask === true && s.unlisted === false ? s.ref.deref() : undefined;
      if (task !== undefined) found.push(task);
    }
    return new PyList(found);
  },
});
