import type { Task } from './task.ts';

/**
 * Thrown into a task at the point where it waits: by `cancel`, or by a `timeout` around it. Let it pass after tidying up; a task that
 * ends in it counts as cancelled, one that catches it and goes on does go on.
 */
export class Cancelled extends Error {
  override name = 'Cancelled';
}

/** Thrown by `timeout` when its body took too long. */
export class TimeoutError extends Error {
  override name = 'TimeoutError';
}

/** Thrown by `join` when the task it waited for was cancelled: not to be mistaken for a cancellation of the one who joins. */
export class TaskCancelled extends Error {
  override name = 'TaskCancelled';
}

/** Thrown by `run` and `step` when tasks are left and nothing can ever wake one of them. The message names who waits for what. */
export class Deadlock extends Error {
  override name = 'Deadlock';
  readonly tasks: readonly Task[];

  constructor(waiting: readonly Task[], failed: readonly Task[]) {
    const lines = [
      'every task waits, and nothing is left that could wake one:',
      ...waiting.map((task) => `  ${task.name} waits for ${task.waitingFor}`),
      ...failed.map((task) => `  (${task.name} had failed before: ${words(task.error)})`),
    ];
    super(lines.join('\n'));
    this.tasks = waiting;
  }
}

/** A thrown value in words. */
export function words(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
