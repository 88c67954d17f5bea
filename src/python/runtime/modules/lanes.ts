/** _lanes: a loop tells the trace which coroutine its tasks carry, and what it calls. `traced`: whether anybody listens. */
import { defineFunctions, defineNames } from '../define.ts';
import { adopt, beginCall, endCall } from '../lanes.ts';
import { natives } from '../modules.ts';
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
    'adopt(coroutine, task, /)': (coroutine, task) => {
      adopt(coroutine, task);
      return None;
    },
  });
});
