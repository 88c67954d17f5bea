import { Future } from './future.ts';
import { Ring } from './ring.ts';
import { wait, type Coroutine } from './traps.ts';

/**
 * Items handed from task to task, first in, first out; with a capacity, `put` waits while it is full. An item goes straight to the
 * task that has waited longest, and belongs to it from then on: cancelling loses no item and duplicates none. (Those who were
 * cancelled stand in line until they run again and leave; they are passed over.)
 */
export class Queue<T> {
  readonly name: string;
  readonly capacity: number;
  readonly #items = new Ring<T>();
  /** Never both takers and items; never putters while there is room. */
  readonly #takers = new Ring<Future<T>>();
  readonly #putters = new Ring<{ item: T; admitted: Future<void> }>();

  /** Throws a RangeError for a capacity below 1: nothing could ever pass. */
  constructor(capacity = Infinity, name = 'a queue') {
    if (!(capacity >= 1)) throw new RangeError(`a queue's capacity is at least 1, not ${capacity}`);
    this.capacity = capacity;
    this.name = name;
  }

  get size(): number {
    return this.#items.length;
  }

  *put(item: T): Coroutine {
    let taker = this.#takers.shift();
    while (taker !== undefined && !taker.awaited) taker = this.#takers.shift();
    if (taker !== undefined) return taker.succeed(item);
    if (this.#items.length < this.capacity) return this.#items.push(item);
    const putter = { item, admitted: new Future<void>(`room in ${this.name}`) };
    this.#putters.push(putter);
    try {
      yield* wait(putter.admitted);
    } finally {
      if (!putter.admitted.done) this.#putters.remove(putter);
    }
  }

  *get(): Coroutine<T> {
    if (this.#items.length > 0) {
      const item = this.#items.shift() as T;
      this.#admit();
      return item;
    }
    const taker = new Future<T>(`an item of ${this.name}`);
    this.#takers.push(taker);
    try {
      return yield* wait(taker);
    } finally {
      if (!taker.done) this.#takers.remove(taker);
    }
  }

  /** There is room for one more: let the putter in that has waited longest. */
  #admit(): void {
    let putter = this.#putters.shift();
    while (putter !== undefined && !putter.admitted.awaited) putter = this.#putters.shift();
    if (putter === undefined) return;
    this.#items.push(putter.item);
    putter.admitted.succeed(undefined);
  }
}
