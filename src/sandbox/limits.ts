/** What a program may use, and the sentences that tell a reader which limit it reached. */
import type { Language, LimitName, Limits, Program } from './protocol.ts';

/** Loop turns or calls between two calls of QuickJS's interrupt handler: the unit in which fuel is counted. */
export const TICK = 10_000;

/**
 * Bytes of QuickJS's stack, by language. A js program has what a Chromium worker holds even while its WebAssembly is not yet optimised; a Python program, which is
 * called on stacks of its own (deep-call.ts), has enough on each for a thousand plain calls. The same everywhere, so that recursion ends at the same depth.
 */
const STACKS: Record<Language, number> = { js: 96 * 1024, python: 248 * 1024 };

/** What a Python program has where the host has no second stack. */
export const SHALLOW_STACK = STACKS.js;

const DEFAULT_LIMITS: Omit<Limits, 'stack'> = {
  fuel: 100_000_000,
  memory: 128 * 1024 * 1024,
  outputChars: 1_000_000,
  outputLines: 20_000,
  traceEvents: 20_000,
  seconds: 30,
};

export const limitsOf = ({ language, limits }: Pick<Program, 'language' | 'limits'>): Limits => ({
  ...DEFAULT_LIMITS,
  stack: STACKS[language],
  ...limits,
});

const grouped = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, ',');

const bytes = (amount: number): string =>
  amount >= 1024 * 1024
    ? `${grouped(Math.round(amount / 1024 / 1024))} MiB`
    : `${grouped(Math.round(amount / 1024))} KiB`;

/** Which limit, how much of it; the place is added by whoever knows it. */
export function limitMessage(name: LimitName, limits: Limits): string {
  switch (name) {
    case 'fuel':
      return `Stopped after ${grouped(limits.fuel)} steps: the program may be in an endless loop`;
    case 'memory':
      return `Stopped: the program needs more than ${bytes(limits.memory)} of memory`;
    case 'stack':
      return `Stopped: calls are nested too deeply for a stack of ${bytes(limits.stack)}`;
    case 'outputChars':
      return `Stopped after ${grouped(limits.outputChars)} characters of output`;
    case 'outputLines':
      return `Stopped after ${grouped(limits.outputLines)} lines of output`;
    case 'traceEvents':
      return `Stopped after ${grouped(limits.traceEvents)} events in the trace`;
    case 'seconds':
      return `Stopped after ${limits.seconds} s`;
  }
}
