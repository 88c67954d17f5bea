/** gc: what programs ask of the collector. Memory itself is QuickJS's affair; `collect` finalises at once what nobody refers to. Source: the library reference, "gc". */
import { defineFunctions, defineNames } from '../define.ts';
import { collectCycles, reapAll } from '../finalise.ts';
import { nativeModule } from '../modules.ts';
import type { Value } from '../object.ts';
import { indexOf } from '../operands.ts';
import { None } from '../singletons.ts';
import { since } from '../state.ts';
import { PyDict, PyList, PyTuple } from '../values.ts';

let enabled = true;
let thresholds: Value[] = [];
let debug: Value = 0;

nativeModule('gc', 200, 9999, (ns) => {
  thresholds = since(314) ? [2000, 10, 0] : since(313) ? [2000, 10, 10] : [700, 10, 10];
  defineNames(ns, {
    garbage: new PyList([]),
    'callbacks @3.3+': new PyList([]),
    DEBUG_STATS: 1,
    DEBUG_COLLECTABLE: 2,
    DEBUG_UNCOLLECTABLE: 4,
    'DEBUG_INSTANCES @2.7-': 8,
    'DEBUG_OBJECTS @2.7-': 16,
    DEBUG_SAVEALL: 32,
    DEBUG_LEAK: since(300) ? 38 : 62,
  });
  defineFunctions(ns, {
    'collect(generation=2)'() {
      collectCycles();
      reapAll();
      return 0;
    },
    'enable()'() {
      enabled = true;
      return None;
    },
    'disable()'() {
      enabled = false;
      return None;
    },
    'isenabled()': () => enabled,
    'get_threshold()': () => new PyTuple(thresholds.slice()),
    'set_threshold(threshold0, threshold1=10, threshold2=10, /)'(a, b, c) {
      thresholds = [a, b, c].map((v, i) => (v === undefined ? thresholds[i] : indexOf(v)));
      return None;
    },
    'get_count() @2.5+': () => new PyTuple([0, 0, 0]),
    'get_debug()': () => debug,
    'set_debug(flags, /)'(flags) {
      debug = indexOf(flags);
      return None;
    },
    'get_objects(generation=None) @2.2+': () => new PyList([]),
    'get_referrers(*objs) @2.2+': () => new PyList([]),
    'get_referents(*objs) @2.3+': (objects: Value[]) =>
      new PyList(
        objects.flatMap((o) =>
          o instanceof PyList || o instanceof PyTuple ? o.a : o instanceof PyDict ? [...o.keys(), ...o.values()] : [],
        ),
      ),
    'get_stats() @3.4+': () => {
      const row = (): Value => {
        const d = new PyDict();
        for (const k of ['collections', 'collected', 'uncollectable']) d.set(k, 0);
        return d;
      };
      return new PyList([row(), row(), row()]);
    },
    'is_tracked(obj, /) @2.7+': (o) => typeof o === 'object' && o !== None && o.v === undefined,
    'is_finalized(obj, /) @3.9+': () => false,
    'freeze() @3.7+': () => None,
    'unfreeze() @3.7+': () => None,
    'get_freeze_count() @3.7+': () => 0,
  });
});
