/**
 * _signal: handlers of signals; names and words are in signal.py. The one signal that comes from outside is SIGINT, the reader's Stop; a program can send itself any (`raise_signal`).
 * Source: the library reference, "signal".
 */
import { defineFunctions, defineNames } from '../define.ts';
import { E, raise } from '../errors.ts';
import { frameAt } from '../frames.ts';
import { SIGINT, defaultHandler, onInterrupt } from '../interrupt.ts';
import { natives } from '../modules.ts';
import type { Value } from '../object.ts';
import { special } from '../object.ts';
import { intValue } from '../operands.ts';
import { None } from '../singletons.ts';

const COUNT = 65;
const [DEFAULT, IGNORED] = [0, 1];
/** Signals whose default is to be passed over, that stop a process or let it go on: nothing happens to a program that is alone. */
const HARMLESS = new Set([17, 18, 19, 20, 21, 22, 23, 28]);

/** What handlers are called with: `handler(signum, frame)`. */
function call(handler: Value, signum: number): void {
  handler.tpcall([signum, frameAt(0) ?? None], null);
}
/** Errors: ValueError for what is no signal. */
function number(v: Value): number {
  const n = Number(intValue(v) ?? NaN);
  if (Number.isNaN(n)) throw raise('TypeError', `'${v.cls.name}' object cannot be interpreted as an integer`);
  if (n < 1 || n >= COUNT) throw raise('ValueError', 'signal number out of range');
  return n;
}

natives.set('_signal', (ns) => {
  const handlers = new Map<number, Value>();
  defineNames(ns, { SIGINT, NSIG: COUNT, SIG_DFL: DEFAULT, SIG_IGN: IGNORED });
  defineFunctions(ns, {
    'default_int_handler(signalnum, frame, /)': defaultHandler,
    'signal(signalnum, handler, /)'(signalnum, handler) {
      const n = number(signalnum);
      if (handler !== DEFAULT && handler !== IGNORED && special(handler, '$__call__') === undefined)
        throw raise('TypeError', 'signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object');
      if (n === 9 || n === 19) throw E.OSError!.tpcall([22, 'Invalid argument'], null);
      const before = handlers.get(n) ?? DEFAULT;
      handlers.set(n, handler);
      if (n === SIGINT)
        onInterrupt.handler = handler === ns.$default_int_handler ? null : (signum) => act(signum, handlers);
      return before;
    },
    'getsignal(signalnum, /)': (signalnum) => handlers.get(number(signalnum)) ?? DEFAULT,
    'raise_signal(signalnum, /) @3.8+'(signalnum) {
      act(number(signalnum), handlers);
      return None;
    },
    'set_wakeup_fd(fd, /, *, warn_on_full_buffer=True) @2.6+': () => -1,
    'siginterrupt(signalnum, flag, /) @2.6+': () => None,
  });
  handlers.set(SIGINT, ns.$default_int_handler);
  handlers.set(13, IGNORED);
  handlers.set(25, IGNORED);
});

function act(signum: number, handlers: ReadonlyMap<number, Value>): void {
  const handler = handlers.get(signum) ?? DEFAULT;
  if (handler === IGNORED) return;
  if (handler !== DEFAULT) return call(handler, signum);
  if (HARMLESS.has(signum)) return;
  throw raise('SystemExit', 128 + signum);
}
