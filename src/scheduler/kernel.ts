/**
 * The law of this scheduler: there is ONE yield point. A task is a generator; it stops only by yielding a trap, which is a plain
 * record of what it asks for; the kernel reads the record, acts, and resumes a task, by `next` or `throw` and in no other way. Hence:
 *
 * - between two traps a task has the world to itself;
 * - whoever holds a generator can play the kernel by hand;
 * - everything that happens, happens in an order which depends on the program alone: ready tasks run first come, first served,
 *   sleepers wake by time and then by who lay down first, and time is the clock's that was handed in.
 *
 * (The habit is curio's, by David Beazley: its kernel and its traps are the model.)
 */
import { VirtualClock, after, type Clock } from './clock.ts';
import { Cancelled, Deadlock, TaskCancelled, words } from './errors.ts';
import { Future } from './future.ts';
import { Task } from './task.ts';
import { TimeQueue } from './time-queue.ts';
import { LANES_OF_A_KERNEL, listening, type Observer, type TraceEvent, type TraceKind } from './trace.ts';
import { Deadline, type Coroutine, type Trap } from './traps.ts';

export interface KernelOptions {
  /** A VirtualClock that starts at 0 and jumps, unless given. */
  clock?: Clock;
  /** Hears every event of the trace as it happens. */
  observer?: Observer;
  /** Characters of output written so far; stands in the trace's events. */
  written?: () => number;
}

export class Kernel {
  readonly clock: Clock;
  private readonly observer: Observer | undefined;
  private readonly written: () => number;
  /** The ready tasks, a chain through `task.following`: nothing is allocated or called for a task switch. */
  private first: Task | null = null;
  private last: Task | null = null;
  private readonly timers = new TimeQueue<Task | Deadline>();
  /** Tasks that have not ended, in order of creation. */
  private readonly living = new Set<Task>();
  /** Tasks that failed since the last run, in the order in which they did. */
  private readonly failed: Task[] = [];
  private lanes = 0;
  /** Added to the number of a lane in the trace, where several kernels are heard together. */
  private readonly firstLane: number = 0;
  /** @internal The task between whose traps we are. */
  running: Task | null = null;
  /** Events of the step under way, when somebody asked for them. */
  private heard: TraceEvent[] | null = null;
  /** Somebody listens: kept as a field, because every task switch asks. */
  private traced: boolean;

  constructor(options: KernelOptions = {}) {
    this.clock = options.clock ?? new VirtualClock();
    this.observer = options.observer ?? listening.observer;
    if (options.observer === undefined && this.observer !== undefined)
      this.firstLane = listening.kernels++ * LANES_OF_A_KERNEL;
    this.traced = this.observer !== undefined;
    this.written = options.written ?? listening.written;
  }

  /** The tasks that have not ended, in order of creation. */
  get tasks(): readonly Task[] {
    return [...this.living];
  }

  /** Every task has ended. */
  get done(): boolean {
    return this.living.size === 0;
  }

  /** When the next sleeper wakes or the next deadline strikes, in seconds on the clock; undefined when there is none. */
  get next(): number | undefined {
    return this.timers.first?.when;
  }

  /** Starts a task; it runs when its turn comes. Throws a TypeError for anything but a generator. */
  spawn<T>(generator: Coroutine<T>, name?: string): Task<T> {
    if (typeof generator?.next !== 'function' || typeof generator.throw !== 'function') {
      throw new TypeError(
        typeof generator === 'function'
          ? `spawn takes a generator, not a function: call it, spawn(${(generator as { name: string }).name}(…))`
          : `spawn takes a generator, not ${String(generator)}`,
      );
    }
    const lane = ++this.lanes;
    const task = new Task<T>(this, generator, name ?? `task ${lane}`, lane);
    this.living.add(task as Task);
    if (this.traced) this.report('created', task as Task, undefined, this.running?.lane ?? 0);
    this.enqueue(task as Task);
    return task;
  }

  /**
   * Runs until every task has ended, and returns what `main` returned. A failure that nobody joined is thrown then (several as an
   * AggregateError); Deadlock as soon as nothing can ever happen any more.
   */
  run(): void;
  run<T>(main: Coroutine<T>, name?: string): T;
  run<T>(main?: Coroutine<T>, name = 'main'): T | undefined {
    this.alone();
    const task = main === undefined ? undefined : this.spawn(main, name);
    try {
      while (this.first !== null || this.living.size > 0) {
        if (!this.advance()) {
          throw new Error(
            `the clock stands still before ${this.next} s, and run cannot wait: drive this kernel with step()`,
          );
        }
      }
    } finally {
      this.running = null;
    }
    const unheard = this.failed.filter((failed) => !failed.joined);
    this.failed.length = 0;
    if (unheard.length === 1) throw unheard[0]!.error;
    if (unheard.length > 1) {
      throw new AggregateError(
        unheard.map((failed) => failed.error),
        `${unheard.length} tasks failed: ${unheard.map((failed) => `${failed.name} (${words(failed.error)})`).join(', ')}`,
      );
    }
    return task?.value;
  }

  /**
   * Does the next thing, and returns what happened: one task has run up to where it waits, or time has passed and sleepers are ready
   * again. Nothing (an empty list) happens when every task has ended, or when a clock that does not jump is before `next`.
   * Failures stay with their tasks. Throws Deadlock.
   */
  step(): TraceEvent[] {
    this.alone();
    const events: TraceEvent[] = [];
    this.heard = events;
    this.traced = true;
    try {
      if (this.living.size > 0) this.advance();
    } finally {
      this.running = null;
      this.heard = null;
      this.traced = this.observer !== undefined;
    }
    return events;
  }

  /** Asks a task to stop; what the trap `cancel` does. */
  cancel(task: Task<unknown>): boolean {
    if (task.done) return false;
    // One request on its way is enough, however many ask.
    const asked = task.input instanceof CancelRequest || task.pending?.some((each) => each instanceof CancelRequest);
    if (!asked) {
      this.interrupt(task as Task, new CancelRequest(`${this.running?.name ?? 'the program'} asked for it`));
    }
    return true;
  }

  /** @internal A future hands its result to a task that waits. */
  wake(task: Task, value: unknown): void {
    task.input = value;
    task.parked = null;
    task.wokenBy = this.running === null ? 0 : this.running.lane;
    this.enqueue(task);
  }

  /** @internal */
  wakeWithError(task: Task, error: unknown): void {
    task.throwing = true;
    this.wake(task, error);
  }

  /** @internal */
  lift(deadline: Deadline): void {
    if (deadline.timer !== null) this.timers.remove(deadline.timer);
    const { pending } = deadline.task;
    if (pending !== null && deadline.expired !== null) {
      const rest = pending.filter((cancelled) => cancelled !== deadline.expired);
      deadline.task.pending = rest.length > 0 ? rest : null;
    }
  }

  private enqueue(task: Task): void {
    if (this.first === null) this.first = task;
    else this.last!.following = task;
    this.last = task;
  }

  /** Throws when a task of this kernel drives it: run and step are for the program around it. */
  private alone(): void {
    if (this.running === null) return;
    throw new Error(
      `${this.running.name} drives the kernel that runs it: use yield* spawn(…) and yield* join(…) inside a task`,
    );
  }

  /**
   * One step: the next ready task runs from where it stands to its next wait or its end; when none is ready, time passes. False when
   * the clock does not jump and is not there yet.
   */
  private advance(): boolean {
    const due = this.timers.first;
    if (due !== undefined && due.when <= this.clock.now) this.fire();
    const task = this.first;
    if (task === null) {
      if (due === undefined) throw new Deadlock(this.tasks, this.failed);
      if (!this.clock.reach(due.when)) return false;
      this.fire();
      return true;
    }
    this.first = task.following;
    task.following = null;
    this.running = task;
    if (this.traced) {
      this.report('resumed', task, undefined, task.wokenBy);
      task.wokenBy = 0;
    }
    const { generator } = task;
    let { input, throwing } = task;
    task.input = undefined;
    if (throwing) task.throwing = false;
    for (;;) {
      let result: IteratorResult<Trap, unknown>;
      try {
        result = throwing ? generator.throw(input) : generator.next(input);
      } catch (error) {
        this.fail(task, error);
        return true;
      }
      if (result.done === true) {
        this.finish(task, result.value);
        return true;
      }
      try {
        throwing = false;
        const trap = result.value;
        switch (trap?.trap) {
          case 'turn':
            if (task.pending !== null) throw this.nextPending(task);
            if (this.traced) this.report('suspended', task, 'its next turn');
            this.enqueue(task);
            return true;
          case 'sleep':
            if (task.pending !== null) throw this.nextPending(task);
            task.parked = this.timers.push(this.moment('sleep', trap.seconds), task);
            if (this.traced) this.report('suspended', task, `sleep ${trap.seconds} s`);
            return true;
          case 'wait': {
            const { future } = trap;
            if (future instanceof Task) future.joined = true;
            if (future.done) {
              input = future.value;
              break;
            }
            if (task.pending !== null) throw this.nextPending(task);
            future.add(task);
            task.parked = future;
            if (this.traced) this.report('suspended', task, future.name);
            return true;
          }
          default:
            input = this.answer(task, trap);
        }
      } catch (error) {
        // What cannot be done, and a cancellation that takes the place of a wait, is thrown where the task asked.
        throwing = true;
        input = error;
      }
    }
  }

  /** Acts on a trap that does not suspend the task. */
  private answer(task: Task, trap: Exclude<Trap, { trap: 'turn' | 'sleep' | 'wait' }>): unknown {
    switch (trap?.trap) {
      case 'self':
        return task;
      case 'spawn':
        return this.spawn(trap.generator, trap.name);
      case 'cancel':
        return this.cancel(trap.task);
      case 'deadline': {
        const deadline = new Deadline(task, trap.seconds);
        deadline.timer = this.timers.push(this.moment('timeout', trap.seconds), deadline);
        return deadline;
      }
      default:
        throw new TypeError(
          `${task.name} yielded ${String(trap)}, which is no trap: write yield* sleep(…), yield* wait(…) and so on`,
        );
    }
  }

  private moment(what: string, seconds: number): number {
    if (seconds >= 0 && seconds < Infinity) return after(this.clock.now, seconds);
    throw new RangeError(`${what} takes a finite number of seconds from 0 up, not ${seconds}`);
  }

  private nextPending(task: Task): Cancelled {
    const cancelled = task.pending!.shift()!;
    if (task.pending!.length === 0) task.pending = null;
    return cancelled;
  }

  /** Throws into a task that waits; keeps it for the next wait of one that does not. */
  private interrupt(task: Task, cancelled: Cancelled): void {
    const { parked } = task;
    if (parked === null) {
      if (task.pending === null) task.pending = [cancelled];
      else task.pending.push(cancelled);
      return;
    }
    if (parked instanceof Future) parked.drop(task);
    else this.timers.remove(parked);
    this.wakeWithError(task, cancelled);
  }

  /** Everything that is due by now: sleepers wake, deadlines strike. */
  private fire(): void {
    this.running = null;
    for (
      let timer = this.timers.first;
      timer !== undefined && timer.when <= this.clock.now;
      timer = this.timers.first
    ) {
      this.timers.pop();
      const { item } = timer;
      if (item instanceof Deadline) {
        if (this.traced) this.report('timer', item.task, `timeout ${item.seconds} s`);
        item.expired = new Cancelled(`${item.seconds} s are over`);
        this.interrupt(item.task, item.expired);
      } else {
        if (this.traced) this.report('timer', item);
        this.wake(item, undefined);
      }
    }
  }

  private finish(task: Task, value: unknown): void {
    this.living.delete(task);
    task.end = 'finished';
    if (this.traced) this.report('finished', task);
    task.succeed(value);
  }

  private fail(task: Task, error: unknown): void {
    this.living.delete(task);
    if (error instanceof Cancelled) {
      task.end = 'cancelled';
      if (this.traced) this.report('cancelled', task, error.message);
      task.fail(new TaskCancelled(`${task.name} was cancelled: ${error.message}`));
    } else {
      task.end = 'failed';
      this.failed.push(task);
      if (this.traced) this.report('failed', task, words(error));
      task.fail(error);
    }
  }

  private report(kind: TraceKind, task: Task, on?: string, by?: number): void {
    const event: TraceEvent = {
      kind,
      at: this.clock.now,
      lane: this.firstLane + task.lane,
      name: task.name,
      output: this.written(),
    };
    if (on !== undefined) event.on = on;
    if (by !== undefined) event.by = by === 0 ? 0 : this.firstLane + by;
    this.observer?.(event);
    this.heard?.push(event);
  }
}

/** The cancellation that somebody asked for, as against a deadline's. */
class CancelRequest extends Cancelled {}
