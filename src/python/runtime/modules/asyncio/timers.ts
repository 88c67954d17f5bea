/** Timers of the library's own loop, and how a round of it waits for the first of them. */
import { clock } from '../../clock.ts';
import { normalise } from '../../exceptions.ts';
import type { Value } from '../../object.ts';
import { callMethod, store, wrapOwn } from '../../object.ts';
import { None } from '../../singletons.ts';
import { $truth } from '../../truth.ts';
import { $lt } from '../../comparison.ts';
import { PyFloat, PyTuple } from '../../values.ts';
import type { Deque } from '../deque.ts';
import { heapPop, heapPush } from '../heap.ts';
import { classes, functions, positionOf, quicken, quickenCall } from '../quick.ts';
import { sleep } from '../time.ts';
import { isPlain, ownContext } from './loop.ts';

/** Seconds, of an int or a float; undefined for anything else. */
const secondsOf = (v: Value): number | undefined =>
  typeof v === 'number' ? v : v instanceof PyFloat && v.float ? v.v : undefined;
/** To the nanosecond, as the text rounds it. */
const toNanosecond = (seconds: number): number => Math.round(seconds * 1e9) / 1e9;
/** Beyond this many seconds, an exact nanosecond takes more digits than a float has. */
const EXACT = 2 ** 52 / 1e9;

/** Of two timers that were made here `moment` tells, else their own `__lt__`. */
const earlier = (a: Value, b: Value): boolean =>
  a.moment !== undefined && b.moment !== undefined ? a.moment < b.moment : $truth($lt(a, b));
/** When a timer is due; undefined when that is no plain number. */
const due = (timer: Value): number | undefined => timer.moment ?? secondsOf(timer.$_when);
function makeTimer(loop: Value, when: number, callback: Value, args: PyTuple, context: Value): Value {
  const moment = toNanosecond(when);
  const timer = {
    __proto__: classes.TimerHandle!.proto,
    moment,
    $_context: context === None ? ownContext() : context,
    $_loop: loop,
    $_callback: wrapOwn(callback),
    $_args: args,
    $_when: new PyFloat(moment),
    $_scheduled: true,
  };
  heapPush(loop.$_scheduled.a, timer, earlier);
  return timer;
}
const tellsTime = (loop: Value): boolean => loop.$time === functions['BaseEventLoop.time'];

quicken('BaseEventLoop.time', (slow) => slow);
quicken(
  'BaseEventLoop.call_at',
  (slow) => (loop: Value, when: Value, callback: Value, args: PyTuple, context: Value) => {
    const seconds = secondsOf(when);
    return seconds !== undefined && Math.abs(seconds) < EXACT && isPlain(loop)
      ? makeTimer(loop, seconds, callback, args, context)
      : slow(loop, when, callback, args, context);
  },
);
quicken(
  'BaseEventLoop.call_later',
  (slow) => (loop: Value, delay: Value, callback: Value, args: PyTuple, context: Value) => {
    const when = clock.now + (secondsOf(delay) ?? Infinity);
    const plain =
      Math.abs(when) < EXACT &&
      loop.$call_at === functions['BaseEventLoop.call_at'] &&
      tellsTime(loop) &&
      isPlain(loop);
    return plain ? makeTimer(loop, when, callback, args, context) : slow(loop, delay, callback, args, context);
  },
);
// Without keywords, what stands behind the callback are its arguments.
for (const name of ['BaseEventLoop.call_at', 'BaseEventLoop.call_later'])
  quickenCall(
    name,
    (f, slow) => (args, kw) =>
      kw === null && args.length > 2
        ? f.js(args[0], args[1], args[2], new PyTuple(args.slice(3)), None)
        : slow(args, kw),
  );
quicken('BaseEventLoop._timer_handle_cancelled', (slow) => slow);
quicken('TimerHandle.cancel', (slow) => (timer: Value) => {
  const loop: Value = timer.$_loop;
  const counts = loop.$_timer_handle_cancelled === functions['BaseEventLoop._timer_handle_cancelled'];
  if (timer.$_cancelled === true || !counts || loop.$_debug !== false) return slow(timer);
  if (timer.$_scheduled === true) store(loop).$_timer_cancelled_count++;
  Object.assign(store(timer), { $_cancelled: true, $_callback: None, $_args: None });
  return None;
});

/** Day-long waits are made of several, as a selector's are. */
const LONGEST = 24 * 3600;

quicken('BaseEventLoop._run_once', (slow) => (loop: Value) => {
  if (loop.$_debug !== false || !tellsTime(loop)) return slow(loop);
  if (loop.$_timer_cancelled_count !== 0) callMethod(loop, '$_drop_cancelled_timers', []);
  const ready: Deque = loop.$_ready;
  const scheduled: Value[] = loop.$_scheduled.a;
  const selector: Value = loop.$_selector;
  let wait = 0;
  if (ready.size === 0 && loop.$_stopping !== true) {
    // The text knows what to say when nothing can ever happen.
    if (scheduled.length === 0) return slow(loop);
    const first = due(scheduled[0]);
    if (first === undefined) return slow(loop);
    wait = Math.min(Math.max(0, first - clock.now), LONGEST);
  }
  if (selector.cls !== classes._ClockSelector || selector.$_sockets !== None) return slow(loop);
  if (wait > 0) sleep(new PyFloat(wait));
  const end = clock.now + (secondsOf(loop.$_clock_resolution) ?? 0);
  while (scheduled.length > 0 && (due(scheduled[0]) ?? Infinity) < end) {
    const timer = heapPop(scheduled, earlier);
    store(timer).$_scheduled = false;
    ready.push(timer);
  }
  try {
    callMethod(loop, '$_run_ready', []);
  } catch (e) {
    const { code } = functions['BaseEventLoop._run_once']!;
    throw normalise(e, code, positionOf(code, 'self._run_ready()'));
  }
  return None;
});
