/** _era: which Python the program runs as, for library modules that differ from release to release. */
import { defineFunctions, defineNames } from '../define.ts';
import { $reap } from '../finalise.ts';
import { natives } from '../modules.ts';
import { indexOf } from '../operands.ts';
import { None } from '../singletons.ts';
import { R, since } from '../state.ts';
import { PyTuple } from '../values.ts';

natives.set('_era', (ns) => {
  defineNames(ns, { version: new PyTuple([Math.floor(R.version / 100), R.version % 100]) });
  defineFunctions(ns, {
    'since(major, minor=0, /)': (major, minor) => since(Number(indexOf(major)) * 100 + Number(indexOf(minor ?? 0))),
    /** Ends what nothing refers to any more: for a loop, between two callbacks. */
    'settle()'() {
      if (R.live !== 0) $reap();
      return None;
    },
    /** Decorator: CPython has this function in C, so it does not stand in tracebacks. */
    'native(function, /)'(fn) {
      fn.code.native = true;
      return fn;
    },
  });
});
