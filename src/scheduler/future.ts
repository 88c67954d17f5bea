import type { Task } from './task.ts';

/**
 * A result that is not there yet. Tasks wait for it with `yield* wait(future)`; whoever has the result says `succeed` or `fail`, once.
 * The name says what is being waited for: it stands in traces and in the message of a Deadlock.
 */
export class Future<T = unknown> {
  readonly name: string;
  #state: 'pending' | 'succeeded' | 'failed' = 'pending';
  #value: T | undefined;
  #error: unknown;
  /** Tasks parked here, in the order in which they came. Null until there is one: most futures have none or one. */
  #waiting: Task[] | null = null;

  constructor(name = 'a future') {
    this.name = name;
  }

  get done(): boolean {
    return this.#state !== 'pending';
  }

  get failed(): boolean {
    return this.#state === 'failed';
  }

  /** Somebody waits. A cancelled task does not, from the moment of its cancellation on, though it has not run since. */
  get awaited(): boolean {
    return this.#waiting !== null && this.#waiting.length > 0;
  }

  /** The result. Throws the error of a future that failed, and an Error while there is none yet. */
  get value(): T {
    if (this.#state === 'succeeded') return this.#value as T;
    throw this.#state === 'failed' ? this.#error : new Error(`${this.name} has no result yet: wait(…) for it first`);
  }

  /** What it failed with; undefined for one that did not. */
  get error(): unknown {
    return this.#error;
  }

  /** Wakes everyone who waits, in the order in which they came. Throws an Error when there is a result already. */
  succeed(value: T): void {
    this.#settle('succeeded');
    this.#value = value;
    this.#wake();
  }

  /** Throws `error` into everyone who waits. Throws an Error when there is a result already. */
  fail(error: unknown): void {
    this.#settle('failed');
    this.#error = error;
    this.#wake();
  }

  /** @internal The kernel parks a task. */
  add(task: Task): void {
    if (this.#waiting === null) this.#waiting = [task];
    else this.#waiting.push(task);
  }

  /** @internal The kernel takes a task away before the result is there. */
  drop(task: Task): void {
    const place = this.#waiting?.indexOf(task) ?? -1;
    if (place >= 0) this.#waiting!.splice(place, 1);
  }

  #settle(state: 'succeeded' | 'failed'): void {
    if (this.#state !== 'pending') throw new Error(`${this.name} has its result already, and a future has only one`);
    this.#state = state;
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting === null) return;
    for (const task of waiting) {
      if (this.#state === 'failed') task.kernel.wakeWithError(task, this.#error);
      else task.kernel.wake(task, this.#value);
    }
  }
}
