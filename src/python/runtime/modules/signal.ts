/**
 * _signal: handlers of signals. The one signal that comes from outside is SIGINT, the reader's Stop; a program can send itself any (`raise_signal`).
 * Source: the library reference, "signal"; POSIX `<signal.h>` for the numbers.
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
import { since } from '../state.ts';

/** Linux's, from 1 on. */
const names =
  'SIGHUP SIGINT SIGQUIT SIGILL SIGTRAP SIGABRT SIGBUS SIGFPE SIGKILL SIGUSR1 SIGSEGV SIGUSR2 SIGPIPE SIGALRM SIGTERM SIGSTKFLT SIGCHLD SIGCONT SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGXCPU SIGXFSZ SIGVTALRM SIGPROF SIGWINCH SIGIO SIGPWR SIGSYS'.split(
    ' ',
  );
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
  names.forEach((name, i) => {
    if (name !== 'SIGSTKFLT' || since(311)) defineNames(ns, { [name]: i + 1 });
  });
  defineNames(ns, {
    SIGCLD: 17,
    SIGPOLL: 29,
    SIGRTMIN: 34,
    SIGRTMAX: 64,
    NSIG: COUNT,
    SIG_DFL: DEFAULT,
    SIG_IGN: IGNORED,
  });
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
    'strsignal(signalnum, /) @3.8+': (signalnum) => described.get(number(signalnum)) ?? None,
    'set_wakeup_fd(fd, /, *, warn_on_full_buffer=True) @2.6+': () => -1,
    'siginterrupt(signalnum, flag, /) @2.6+': () => None,
  });
  for (const name of ['alarm', 'pause', 'setitimer', 'getitimer'])
    defineFunctions(ns, {
      [`${name}(*args)`]() {
        throw raise('NotImplementedError', `signal.${name}() is not available: the only signal from outside is Stop`);
      },
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

const described = new Map([
  [1, 'Hangup'],
  [2, 'Interrupt'],
  [3, 'Quit'],
  [4, 'Illegal instruction'],
  [5, 'Trace/breakpoint trap'],
  [6, 'Aborted'],
  [7, 'Bus error'],
  [8, 'Floating point exception'],
  [9, 'Killed'],
  [10, 'User defined signal 1'],
  [11, 'Segmentation fault'],
  [12, 'User defined signal 2'],
  [13, 'Broken pipe'],
  [14, 'Alarm clock'],
  [15, 'Terminated'],
  [17, 'Child exited'],
  [18, 'Continued'],
  [19, 'Stopped (signal)'],
  [20, 'Stopped'],
]);
