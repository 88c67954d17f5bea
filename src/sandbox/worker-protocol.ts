/** What a client and its worker say to each other. One program at a time; a worker that does not answer is ended. */
import type { Bell, Token } from './bell.ts';
import type { Event, Outcome, Program } from './protocol.ts';

export type ToWorker<Start> = { type: 'start'; start: Start } | { type: 'run'; program: Program; bell: Token };

export type FromWorker =
  | { type: 'ready' }
  | { type: 'failed'; message: string }
  | { type: 'event'; event: Event }
  | { type: 'outcome'; outcome: Outcome };

/** The two worker interfaces of the platforms, reduced to what a client needs. */
export interface WorkerPort<Start> {
  post(message: ToWorker<Start>): void;
  /** A way to reach it while it runs a program. */
  bell(): Bell;
  /** Ends the worker at once, whatever it is doing. */
  terminate(): void;
}

/** Starts a worker. `hear` gets its messages, `broke` the error that ended it. */
export type Spawn<Start> = (hear: (message: FromWorker) => void, broke: (message: string) => void) => WorkerPort<Start>;
