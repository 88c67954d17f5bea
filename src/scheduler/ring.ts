/** First in, first out, in constant time and without garbage: a circle of slots that doubles when it is full. */
export class Ring<T> {
  private slots: (T | undefined)[] = [];
  private mask = -1;
  private head = 0;
  /** How many are in it; for others to read. */
  length = 0;

  push(item: T): void {
    if (this.length > this.mask) this.grow();
    this.slots[(this.head + this.length++) & this.mask] = item;
  }

  shift(): T | undefined {
    if (this.length === 0) return undefined;
    const { slots, head } = this;
    const item = slots[head];
    slots[head] = undefined;
    this.head = (head + 1) & this.mask;
    this.length--;
    return item;
  }

  /** The oldest, left where it is. */
  get first(): T | undefined {
    return this.slots[this.head];
  }

  /** Takes an item out of the middle; false when it is not here. */
  remove(item: T): boolean {
    let found = false;
    for (let rest = this.length; rest > 0; rest--) {
      const next = this.shift()!;
      if (!found && next === item) found = true;
      else this.push(next);
    }
    return found;
  }

  /** From the oldest to the newest. */
  *[Symbol.iterator](): Generator<T> {
    for (let i = 0; i < this.length; i++) yield this.slots[(this.head + i) & this.mask]!;
  }

  /** Twice the slots, the oldest item first; the first sixteen when there are none: most rings of a network stay empty. */
  private grow(): void {
    const size = this.length;
    const slots = Array.from({ length: Math.max(16, 2 * size) }, (_, i) =>
      i < size ? this.slots[(this.head + i) & this.mask] : undefined,
    );
    this.slots = slots;
    this.mask = slots.length - 1;
    this.head = 0;
  }
}
