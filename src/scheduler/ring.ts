/** First in, first out, in constant time and without garbage: a circle of slots that doubles when it is full. */
export class Ring<T> {
  #slots: (T | undefined)[] = Array.from({ length: 16 }, () => undefined);
  #head = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(item: T): void {
    const size = this.#slots.length;
    if (this.#length === size) {
      // Unroll: the oldest first, then as many empty slots again.
      this.#slots = Array.from({ length: 2 * size }, (_, i) =>
        i < size ? this.#slots[(this.#head + i) & (size - 1)] : undefined,
      );
      this.#head = 0;
    }
    this.#slots[(this.#head + this.#length++) & (this.#slots.length - 1)] = item;
  }

  shift(): T | undefined {
    if (this.#length === 0) return undefined;
    const item = this.#slots[this.#head];
    this.#slots[this.#head] = undefined;
    this.#head = (this.#head + 1) & (this.#slots.length - 1);
    this.#length--;
    return item;
  }

  /** Takes an item out of the middle; false when it is not here. */
  remove(item: T): boolean {
    let found = false;
    for (let rest = this.#length; rest > 0; rest--) {
      const next = this.shift()!;
      if (!found && next === item) found = true;
      else this.push(next);
    }
    return found;
  }
}
