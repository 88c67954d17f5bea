/** A place in a TimeQueue: what `push` returns and `remove` takes. */
export interface Timer<T> {
  readonly when: number;
  readonly sequence: number;
  readonly item: T;
  /** Where the heap keeps it; -1 once it has left. */
  index: number;
}

/**
 * Things to do, each at its time: the earliest first, and those of the same moment in the order in which they were put in.
 * A binary heap in which every entry knows its place, so that taking one out of the middle is as cheap as taking the first.
 */
export class TimeQueue<T> {
  readonly #heap: Timer<T>[] = [];
  #sequence = 0;
  /** The earliest entry, left where it is; for others to read. A plain field, because every task switch looks at it. */
  first: Timer<T> | undefined = undefined;

  get size(): number {
    return this.#heap.length;
  }

  /** Throws a RangeError when `when` is not a finite number: an entry that never comes, or has no place in the order. */
  push(when: number, item: T): Timer<T> {
    if (!Number.isFinite(when)) throw new RangeError(`a time is a finite number of seconds, not ${when}`);
    const timer: Timer<T> = { when, sequence: this.#sequence++, item, index: -1 };
    this.#rise(timer, this.#heap.length);
    return timer;
  }

  pop(): Timer<T> | undefined {
    const { first } = this;
    if (first !== undefined) this.remove(first);
    return first;
  }

  /** Takes an entry out; false when it had left already. */
  remove(timer: Timer<T>): boolean {
    const { index } = timer;
    if (index < 0 || this.#heap[index] !== timer) return false;
    const last = this.#heap.pop()!;
    if (this.#heap.length === 0) this.first = undefined;
    if (last !== timer) {
      // The last leaf takes the gap, and from there finds its place: up if it beats its new parent, else down.
      if (index > 0 && before(last, this.#heap[(index - 1) >> 1]!)) this.#rise(last, index);
      else this.#sink(last, index);
    }
    timer.index = -1;
    return true;
  }

  #rise(timer: Timer<T>, index: number): void {
    const heap = this.#heap;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!before(timer, heap[parent]!)) break;
      this.#put(heap[parent]!, index);
      index = parent;
    }
    this.#put(timer, index);
  }

  #sink(timer: Timer<T>, index: number): void {
    const heap = this.#heap;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
      if (!before(heap[child]!, timer)) break;
      this.#put(heap[child]!, index);
      index = child;
    }
    this.#put(timer, index);
  }

  #put(timer: Timer<T>, index: number): void {
    this.#heap[index] = timer;
    timer.index = index;
    if (index === 0) this.first = timer;
  }
}

function before(a: Timer<unknown>, b: Timer<unknown>): boolean {
  return a.when < b.when || (a.when === b.when && a.sequence < b.sequence);
}
