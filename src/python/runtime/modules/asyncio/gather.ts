/** `gather` of coroutines, which the running loop makes plain tasks of. Source: the library reference, "Running Tasks Concurrently". */
import { PyMethod } from '../../call.ts';
import type { Value } from '../../object.ts';
import { unwrapOwn } from '../../object.ts';
import { None } from '../../singletons.ts';
import { $truth } from '../../truth.ts';
import { PyList, PyTuple } from '../../values.ts';
import { runningLoop } from './current.ts';
import { PENDING, addEntry, fill, hasResult } from './future.ts';
import { ownContext } from './loop.ts';
import { classes, functions, quicken, quickenCall } from '../quick.ts';
import { makeTask, mayCarry } from './task.ts';

quickenCall('gather', (_f, slow) => (args, kw) => {
  const loop = runningLoop();
  const flag: Value = kw === null ? false : kw.size === 1 ? kw.get('return_exceptions') : undefined;
  const plain =
    loop !== None &&
    flag !== undefined &&
    args.length > 0 &&
    args.every((coroutine) => mayCarry(loop, coroutine)) &&
    new Set(args).size === args.length;
  if (!plain) return slow(args, kw);
  const children = args.map((coroutine) => {
    const child = makeTask(loop, coroutine, None, None);
    child.hid.$_log_destroy_pending = false;
    return child;
  });
  const cls = classes._GatheringFuture!;
  const names = new Map<string, Value>([
    ['loop', loop],
    ['return_exceptions', $truth(flag)],
  ]);
  const outer = cls.tpcall([new PyList(children)], names);
  const done = new PyMethod(functions['_GatheringFuture._child_done'], outer, cls);
  const entry = new PyTuple([done, ownContext()]);
  for (const child of children) addEntry(child, entry);
  return outer;
});

/** A child has its result: only the last one is news. */
quicken('_GatheringFuture._child_done', (slow) => (outer: Value, child: Value) => {
  const children: Value[] = outer.$_children.a;
  const last = outer.$_finished === children.length - 1;
  if (
    !hasResult(child) ||
    outer.$_state !== PENDING ||
    (last && !(children.every(hasResult) && !outer.$_cancel_requested))
  )
    return slow(outer, child);
  outer.hid.$_finished++;
  if (last) fill(outer, new PyList(children.map((one) => unwrapOwn(one.$_result))));
  return None;
});
