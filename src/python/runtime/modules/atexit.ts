/** atexit: functions that run when the program ends, the last registered first. Source: the library reference, "atexit". */
import { defineFunctions } from '../define.ts';
import { raise } from '../errors.ts';
import { nativeModule } from '../modules.ts';
import type { Value } from '../object.ts';
import { PyObject, special } from '../object.ts';
import { equal } from '../comparison.ts';
import { formatException } from '../print-traceback.ts';
import { None } from '../singletons.ts';
import { R, since } from '../state.ts';
import { complain } from '../streams.ts';

interface Registered {
  f: Value;
  args: Value[];
  kw: Map<string, Value> | null;
}
let registered: Registered[] = [];

function run(): void {
  while (registered.length > 0) {
    const { f, args, kw } = registered.pop()!;
    try {
      f.tpcall(args, kw);
    } catch (e) {
      if (!(e instanceof PyObject)) throw e;
      if (since(308) && R.unraisable !== undefined) R.unraisable(e, f);
      else complain(`Error in atexit._run_exitfuncs:\n${formatException(e)}`);
    }
  }
}
R.atExit = run;

nativeModule('atexit', 200, 9999, (ns) => {
  defineFunctions(ns, {
    'register(func, /, *args, **kwargs)'(f, args: Value[], kw: Map<string, Value>) {
      if (special(f, '$__call__') === undefined && f.isType !== true)
        throw raise('TypeError', 'the first argument must be callable');
      registered.push({ f, args, kw: kw.size > 0 ? kw : null });
      return f;
    },
    'unregister(func, /) @3.0+'(f) {
      registered = registered.filter((r) => !equal(r.f, f));
      return None;
    },
    '_clear() @3.0+'() {
      registered = [];
      return None;
    },
    '_ncallbacks() @3.4+': () => registered.length,
    '_run_exitfuncs()'() {
      run();
      return None;
    },
  });
});
