/** _executor: a call in a time of its own, for executors, which have no threads here. */
import { clock } from '../clock.ts';
import { defineFunctions } from '../define.ts';
import { natives } from '../modules.ts';
import { PyFloat } from '../values.ts';
import { real } from './math.ts';
import { network } from './network.ts';

natives.set('_executor', (ns) =>
  defineFunctions(ns, {
    /** Calls the function as if it were `start` (by time.monotonic()); answers when it ended. No time has passed here. */
    'aside(start, function, /)': (start, fn) =>
      new PyFloat(clock.aside(real(start), () => network.aside(() => void fn.tpcall([], null)))),
  }),
);
