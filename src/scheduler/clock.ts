/**
 * Time as the kernel sees it. A clock is given to the kernel, never looked up: so a program's times are the same on every run,
 * and a test may hold time still.
 */
export interface Clock {
  /** Seconds since the program's start. Never goes back, but for what is done aside. */
  readonly now: number;
  /**
   * Called when nothing can happen before `deadline`. Answers whether it is `deadline` now: a clock that may jump goes there and
   * says yes; one that may not says no, and whoever drives the kernel has to wait.
   */
  reach(deadline: number): boolean;
}

/** A moment `seconds` after `now`, to the nanosecond: so that 0.1 s and 0.2 s later is the same moment as 0.3 s later. */
export function after(now: number, seconds: number): number {
  return Math.round((now + seconds) * 1e9) / 1e9;
}

/**
 * A clock on which waiting takes no time. With `autojump` (the default) it jumps to the next deadline when nobody has anything to do;
 * without, time passes only by `advance`.
 */
export class VirtualClock implements Clock {
  readonly autojump: boolean;
  #now: number;

  constructor(options: { start?: number; autojump?: boolean } = {}) {
    this.#now = options.start ?? 0;
    this.autojump = options.autojump ?? true;
  }

  get now(): number {
    return this.#now;
  }

  /** Lets `seconds` pass. Throws a RangeError for a negative number: time does not go back. */
  advance(seconds: number): void {
    if (!(seconds >= 0 && seconds < Infinity))
      throw new RangeError(`a clock advances by 0 or more seconds, not by ${seconds}`);
    // Waiting takes time, be it a nanosecond: else a loop that sleeps until a moment which lies between two of them would never end.
    this.#now = Math.max(after(this.#now, seconds), seconds > 0 ? after(this.#now, 1e-9) : 0);
  }

  /**
   * Does something in a time of its own, which begins at `start`; answers when that ended. Here no time has passed: so calls that run side by side
   * elsewhere can be run one after the other.
   */
  aside(start: number, action: () => void): number {
    const here = this.#now;
    this.#now = start;
    try {
      action();
      return this.#now;
    } finally {
      this.#now = here;
    }
  }

  reach(deadline: number): boolean {
    if (this.autojump && deadline > this.#now) this.#now = deadline;
    return this.#now >= deadline;
  }
}
