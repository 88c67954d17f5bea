import type { Deadline, Coroutine } from './traps.ts';
import { Future } from './future.ts';
import type { Cancelled } from './errors.ts';
import type { Kernel } from './kernel.ts';
import type { Timer } from './time-queue.ts';

export type TaskState = 'ready' | 'running' | 'waiting' | 'finished' | 'failed' | 'cancelled';

/** A generator that the kernel runs beside others. It is the future of its own result: to join a task is to wait for it. */
export class Task<T = unknown> extends Future<T> {
  readonly kernel: Kernel;
  /** Numbered from 1 in order of creation; the lane in the trace. */
  readonly lane: number;

  /** @internal */
  readonly generator: Coroutine<T>;
  /** @internal What `next` hands in, or, when `throwing`, what is thrown at the yield point. */
  input: unknown = undefined;
  /** @internal */
  throwing = false;
  /** @internal What it is parked on: a future, a timer (asleep), or nothing. */
  parked: Future | Timer<Task | Deadline> | null = null;
  /** @internal Cancellations that came while it was not parked; delivered one by one at its next waits. */
  pending: Cancelled[] | null = null;
  /** @internal The lane that woke it; 0 is time itself. */
  wokenBy = 0;
  /** @internal The next in the kernel's chain of ready tasks. */
  following: Task | null = null;
  /** @internal How it ended, once it has. */
  end: 'finished' | 'failed' | 'cancelled' | null = null;
  /** @internal Somebody joined it: a failure has been heard. */
  joined = false;

  constructor(kernel: Kernel, generator: Coroutine<T>, name: string, lane: number) {
    super(name);
    this.kernel = kernel;
    this.generator = generator;
    this.lane = lane;
  }

  /** Derived, not kept: a task switch should write as little as it can. */
  get state(): TaskState {
    if (this.end !== null) return this.end;
    if (this.parked !== null) return 'waiting';
    return this.kernel.running === this ? 'running' : 'ready';
  }

  /** What the task waits for, in words; the empty string when it does not wait. */
  get waitingFor(): string {
    if (this.parked === null) return '';
    return this.parked instanceof Future ? this.parked.name : `${this.parked.when} s on the clock`;
  }
}
