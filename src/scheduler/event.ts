import { Future } from './future.ts';
import { wait, type Coroutine } from './traps.ts';

/** A flag to wait for. Once set, it lets everybody through until it is cleared. */
export class Event {
  readonly name: string;
  #set: Future<void>;

  constructor(name = 'an event') {
    this.name = name;
    this.#set = new Future(name);
  }

  get isSet(): boolean {
    return this.#set.done;
  }

  /** Wakes everyone who waits. Setting it twice is setting it once. */
  set(): void {
    if (!this.#set.done) this.#set.succeed(undefined);
  }

  /** From here on, those who come wait again. Those who were woken stay awake. */
  clear(): void {
    if (this.#set.done) this.#set = new Future(this.name);
  }

  *wait(): Coroutine {
    yield* wait(this.#set);
  }
}
