/**
 * Ctrl-C. The reader's Stop reaches the sandbox from outside while a program runs; what it means to the program happens at the next place where compiled
 * code asks `$reap`: after a statement that calls, at each turn of a loop that calls nothing, at the start of a function that has neither.
 * Source: https://docs.python.org/3/library/signal.html#execution-of-python-signal-handlers.
 */
import { raise } from './errors.ts';
import type { Value } from './object.ts';
import { None } from './singletons.ts';
import { R } from './state.ts';

/** SIGINT, the signal of the keyboard. */
export const SIGINT = 2;

/** What `signal.signal(SIGINT, …)` has set; null: KeyboardInterrupt. */
export const onInterrupt: { handler: ((signum: number) => void) | null } = { handler: null };

/** Variables of compiled texts: cheaper to ask than a record. */
const ears: ((waiting: boolean) => void)[] = [];
export function $signal(ear: (waiting: boolean) => void): void {
  ears.push(ear);
  ear(R.signals > 0);
}
const tell = (waiting: boolean): void => {
  for (const ear of ears) ear(waiting);
};

/** Called by the host in the midst of a running program: notes the signal, and makes compiled code ask. */
export function interrupt(): void {
  if (R.signals++ > 0) return;
  R.live++;
  tell(true);
}
/** Forgets signals that came too late. */
export function ignoreInterrupts(): void {
  if (R.signals === 0) return;
  R.signals = 0;
  R.live--;
  tell(false);
}
/** Does what the program wants done at a signal. Errors: KeyboardInterrupt, unless it has a handler of its own; then whatever that raises. */
export function deliver(): void {
  ignoreInterrupts();
  if (onInterrupt.handler === null) throw raise('KeyboardInterrupt');
  onInterrupt.handler(SIGINT);
}
/** `signal.default_int_handler`. Errors: KeyboardInterrupt, always. */
export function defaultHandler(_signum?: Value, _frame: Value = None): never {
  throw raise('KeyboardInterrupt');
}
