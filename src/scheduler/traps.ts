/**
 * The traps: everything a task can ask of the kernel. These are the only functions in the scheduler in which a bare `yield` stands;
 * all others reach the kernel through them, by `yield*`.
 */
import { TimeoutError, type Cancelled } from './errors.ts';
import type { Future } from './future.ts';
import type { Task } from './task.ts';
import type { Timer } from './time-queue.ts';

/** What a task yields to the kernel. `turn`, `sleep` and `wait` suspend it; the others are answered at once. */
export type Trap =
  | { readonly trap: 'turn' }
  | { readonly trap: 'sleep'; readonly seconds: number }
  | { readonly trap: 'wait'; readonly future: Future }
  | { readonly trap: 'spawn'; readonly generator: Coroutine<unknown>; readonly name?: string | undefined }
  | { readonly trap: 'cancel'; readonly task: Task }
  | { readonly trap: 'deadline'; readonly seconds: number }
  | { readonly trap: 'self' };

/** A generator that yields traps and returns a T: what a task is made of, and what `yield*` calls. */
export type Coroutine<T = void> = Generator<Trap, T, unknown>;

const TURN: Trap = Object.freeze({ trap: 'turn' });
const SELF: Trap = Object.freeze({ trap: 'self' });

/** Lets every other task that is ready run before this one goes on. */
export function* turn(): Coroutine {
  yield TURN;
}

/** Suspends the task for so many seconds of its kernel's clock. A number below 0, infinite or NaN is thrown back as a RangeError. */
export function* sleep(seconds: number): Coroutine {
  yield { trap: 'sleep', seconds };
}

/** Waits for a future: returns its value, or throws its error. A future that is done does not suspend the task. */
export function* wait<T>(future: Future<T>): Coroutine<T> {
  return (yield { trap: 'wait', future: future as Future }) as T;
}

/** Waits for a task to end: returns what it returned, throws what it threw, or TaskCancelled. */
export function join<T>(task: Task<T>): Coroutine<T> {
  return wait(task);
}

/** Starts a task. It runs when its turn comes, not at once. */
export function* spawn<T>(generator: Coroutine<T>, name?: string): Coroutine<Task<T>> {
  return (yield { trap: 'spawn', generator, name }) as Task<T>;
}

/**
 * Asks a task to stop: Cancelled is thrown where it waits, or, when it does not wait, at its next wait. What it has been given
 * already it keeps. Does not wait for the task's end: `join` does. Answers false when the task has ended before.
 */
export function* cancel(task: Task<unknown>): Coroutine<boolean> {
  return (yield { trap: 'cancel', task: task as Task }) as boolean;
}

/** The task that asks. */
export function* self(): Coroutine<Task> {
  return (yield SELF) as Task;
}

/** Seconds on the kernel's clock. */
export function* now(): Coroutine<number> {
  return ((yield SELF) as Task).kernel.clock.now;
}

/**
 * Runs `body`, for so many seconds at most. When they have passed, Cancelled is thrown where the body waits; when that reaches
 * `timeout`, it becomes a TimeoutError. An inner timeout thus never mistakes an outer one's end for its own.
 */
export function* timeout<T>(seconds: number, body: Coroutine<T>): Coroutine<T> {
  const deadline = (yield { trap: 'deadline', seconds }) as Deadline;
  try {
    return yield* body;
  } catch (error) {
    if (error !== deadline.expired) throw error;
    throw new TimeoutError(`not done after ${seconds} s`);
  } finally {
    deadline.lift();
  }
}

/** A moment after which a task may not go on waiting. The kernel sets it on `timeout`'s request. */
export class Deadline {
  readonly task: Task;
  readonly seconds: number;
  /** The cancellation with which it struck, once it has. */
  expired: Cancelled | null = null;
  /** @internal */
  timer: Timer<Task | Deadline> | null = null;

  constructor(task: Task, seconds: number) {
    this.task = task;
    this.seconds = seconds;
  }

  /** From here on it does not strike any more. */
  lift(): void {
    this.task.kernel.lift(this);
  }
}
