/** _lanes: a loop tells the trace which coroutine its tasks carry, and what it calls. `traced`: whether anybody listens. */
import { defineFunctions, defineNames } from '../define.ts';
import { adopt, beginCall, callInLane, endCall, goesOnAtOnce } from '../lanes.ts';
import { natives } from '../modules.ts';
import type { Value } from '../object.ts';
import { None } from '../singletons.ts';
import { R } from '../state.ts';

natives.set('_lanes', (ns) => {
  defineNames(ns, { traced: R.labels });
  defineFunctions(ns, {
    'begin(callback, why=None, /)': (callback, why) => {
      beginCall(callback, typeof why === 'string' ? why : undefined);
      return None;
    },
    'end()': () => {
      endCall();
      return None;
    },
    /** The function's result; the call has its lane. */
    'call(why, function, /, *args, **kw)': (why, callback, args: Value[], kw) =>
      callInLane(typeof why === 'string' ? why : undefined, callback, args, kw),
    /** What a kernel answers while it is asked is no reason to stop: the task that has just stopped goes on. */
    'at_once()': () => {
      goesOnAtOnce();
      return None;
    },
    'adopt(coroutine, task, /)': (coroutine, task) => {
      adopt(coroutine, task);
      return None;
    },
  });
});
