/** The page's one sandbox, shared by its cells. This module is fetched when a reader first runs a program; the sandbox comes with it. */
import { Sandbox } from '../../src/sandbox/browser.ts';
import type { Event, Outcome, Program } from '../../src/sandbox/protocol.ts';

export interface Progress {
  /** The share of the sandbox that has arrived, 0 to 1. */
  arrived(share: number): void;
  /** It is here, and the program runs. */
  started(): void;
}

let listening: Progress | undefined;
const sandbox = new Sandbox({ onProgress: (share) => listening?.arrived(share) });

/** Runs a program after those that were asked for before it. Rejects when the sandbox cannot be fetched. */
export async function execute(
  program: Program,
  onEvent: (event: Event) => void,
  signal: AbortSignal,
  progress: Progress,
): Promise<Outcome> {
  listening = progress;
  sandbox.warm().then(
    () => signal.aborted || progress.started(),
    () => undefined,
  );
  return sandbox.run(program, onEvent, signal);
}
