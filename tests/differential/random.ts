/** Numbers that look random and are the same for the same seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
    // Neighbouring seeds begin alike; a few steps take them apart.
    for (let k = 0; k < 4; k++) this.#next();
  }

  /** From 0 up to, and without, 1. The generator is "mulberry32". */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 up to, and without, `n`. */
  below(n: number): number {
    return Math.floor(this.#next() * n);
  }

  chance(probability: number): boolean {
    return this.#next() < probability;
  }

  pick<T>(things: readonly T[]): T {
    return things[this.below(things.length)]!;
  }
}
