/** What a program may use, and the sentences that tell a reader which limit it reached. */
import type { LimitName, Limits } from './protocol.ts';

/** Loop turns or calls between two calls of QuickJS's interrupt handler: the unit in which fuel is counted. */
export const TICK = 10_000;

export const DEFAULT_LIMITS: Limits = {
  fuel: 100_000_000,
  memory: 128 * 1024 * 1024,
  // What a Chromium worker holds even while its WebAssembly is not yet optimised; the same everywhere, so that recursion ends at the same depth.
  stack: 96 * 1024,
  outputChars: 1_000_000,
  outputLines: 20_000,
  traceEvents: 20_000,
  seconds: 30,
};

export const limitsOf = (limits: Partial<Limits> | undefined): Limits => ({ ...DEFAULT_LIMITS, ...limits });

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
