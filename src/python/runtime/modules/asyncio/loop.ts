/** The loop's side of a plain task: handles, and the queue of those that are ready. */
import type { Value } from '../../object.ts';
import { store, wrapOwn } from '../../object.ts';
import { None } from '../../singletons.ts';
import { since } from '../../state.ts';
import { PyTuple } from '../../values.ts';
import { copyContext } from '../contextvars.ts';
import type { Deque } from '../deque.ts';
import { classes, functions, quicken, quickenCall } from '../quick.ts';

export const NO_ARGUMENTS = new PyTuple([]);
/** The context for a callback that was given none: since 3.7 a copy of the current one. */
export const ownContext = (): Value => (since(307) ? copyContext() : None);

/** Does the loop call things soon as the library's own does? Then a handle may go straight into its queue. */
export const isPlain = (loop: Value): boolean =>
  loop.$call_soon === functions['BaseEventLoop.call_soon'] && loop.$_debug === false && loop.$_closed === false;

export const makeHandle = (loop: Value, callback: Value, args: PyTuple, context: Value): Value => ({
  __proto__: classes.Handle!.proto,
  $_context: context,
  $_loop: loop,
  $_callback: callback.n === undefined ? callback : wrapOwn(callback),
  $_args: args,
});
quicken('Handle.__init__', (slow) => (handle: Value, callback: Value, args: PyTuple, loop: Value, context: Value) => {
  if (!isPlain(loop)) return slow(handle, callback, args, loop, context);
  Object.assign(store(handle), {
    $_context: context === None ? ownContext() : context,
    $_loop: loop,
    $_callback: wrapOwn(callback),
    $_args: args,
  });
  return None;
});
/** `loop.call_soon` for a plain loop. The step of a plain task needs no handle: the task itself is put into the queue. */
export function schedule(loop: Value, callback: Value, args: PyTuple, context: Value): Value {
  const handle = makeHandle(loop, callback, args, context);
  (loop.$_ready as Deque).push(handle);
  return handle;
}
quicken(
  'BaseEventLoop.call_soon',
  (slow) => (loop: Value, callback: Value, args: PyTuple, context: Value) =>
    isPlain(loop)
      ? schedule(loop, callback, args, context === None ? ownContext() : context)
      : slow(loop, callback, args, context),
);

quickenCall(
  'BaseEventLoop.call_soon',
  (f, slow) => (args, kw) =>
    kw === null && args.length > 1 ? f.js(args[0], args[1], new PyTuple(args.slice(2)), None) : slow(args, kw),
);

quicken('BaseEventLoop.create_future', (slow) => (loop: Value) => {
  if (!isPlain(loop)) return slow(loop);
  return { __proto__: classes.Future!.proto, $_loop: loop };
});
