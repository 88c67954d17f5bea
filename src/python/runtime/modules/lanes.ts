/** _lanes: a loop tells the trace which coroutine its tasks carry. */
import { defineFunctions } from '../define.ts';
import { adopt } from '../lanes.ts';
import { natives } from '../modules.ts';
import { None } from '../singletons.ts';

natives.set('_lanes', (ns) => {
  defineFunctions(ns, {
    'adopt(coroutine, task, /)': (coroutine, task) => {
      adopt(coroutine, task);
      return None;
    },
  });
});
