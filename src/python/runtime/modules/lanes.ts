/** _lanes: a loop tells the trace which coroutine its tasks carry, and what it calls. `traced`: whether anybody listens. */
import { define, defineFunctions, defineNames } from '../define.ts';
import { arrange, beginCall, callInLane, endCall } from '../lane-calls.ts';
import { takeArrived, tellArrived, timer, type Parcel } from '../lane-packets.ts';
import { goesOnAtOnce, runningLane } from '../lane-record.ts';
import { adopt } from '../lanes.ts';
import { natives } from '../modules.ts';
import type { Value } from '../object.ts';
import { PyObject } from '../object.ts';
import { None } from '../singletons.ts';
import { R } from '../state.ts';
import { PyTuple } from '../values.ts';

class Held extends PyObject {
  declare parcels: Parcel[];
}
const held = define('parcels', { shape: Held, module: '_lanes', abstract: true });

natives.set('_lanes', (ns) => {
  defineNames(ns, { traced: R.labels });
  defineFunctions(ns, {
    /** `why`: what an object with handlers is called for; `arranged`: what `arrange` said. */
    'begin(callback, why=None, arranged=0, /)': (callback, why, arranged) => {
      beginCall(callback, typeof why === 'string' ? why : undefined, typeof arranged === 'number' ? arranged : 0);
      return None;
    },
    /** A call is arranged: the lane that it will be in, as a number, for `begin`, `call` and `timer`. */
    'arrange(callback, args=(), /)': (callback, args) => arrange(callback, args instanceof PyTuple ? args.a : []),
    'end()': () => {
      endCall();
      return None;
    },
    /** The function's result; the call has its lane. `why` as for `begin`, or what `arrange` said. */
    'call(why, function, /, *args, **kw)': (why, callback, args: Value[], kw) =>
      callInLane(typeof why === 'string' || typeof why === 'number' ? why : undefined, callback, args, kw),
    /** What a kernel answers while it is asked is no reason to stop: the task that has just stopped goes on. */
    'at_once()': () => {
      goesOnAtOnce();
      return None;
    },
    /** The lane that runs, as a number; for `timer`. */
    'here()': () => runningLane(),
    /** A time has come that was asked for in the lane of that number, or by the coroutine of a task. */
    'timer(lane, why=None, /)': (lane, why) => {
      const number: unknown = typeof lane === 'number' ? lane : lane?.f?.lane?.number;
      timer(typeof number === 'number' ? number : 0, typeof why === 'string' ? why : undefined);
      return None;
    },
    /** What was just read from a socket for somebody who will take it later, when `delivered` is told. */
    'parcels()'() {
      const parcels = Object.create(held.proto) as Held;
      parcels.parcels = takeArrived();
      return parcels;
    },
    'delivered(parcels, /)'(parcels: Held) {
      tellArrived(parcels.parcels.splice(0));
      return None;
    },
    'adopt(coroutine, task, /)': (coroutine, task) => {
      adopt(coroutine, task);
      return None;
    },
  });
});
