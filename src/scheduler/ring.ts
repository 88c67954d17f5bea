/** First in, first out, in constant time and without garbage: a circle of slots that doubles when it is full. */
export class Ring<T> {
  private slots: (T | undefined)[] = Array.from({ length: 16 }, () => undefined);
  private mask = 15;
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

  /** Twice the slots, the oldest item first. */
  private grow(): void {
    const size = this.length;
    this.slots = Array.from({ length: 2 * size }, (_, i) =>
      i < size ? this.slots[(this.head + i) & this.mask] : undefined,
    );
    this.mask = 2 * size - 1;
    this.head = 0;
  }
}
