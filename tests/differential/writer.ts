/** What a program under construction knows: its version, the names in sight, and how much may still be written. */
import type { Random } from './random.ts';

export type Type = 'int' | 'str' | 'list' | 'dict' | 'any';
export type Kind = 'function' | 'generator' | 'coroutine' | 'asyncgen';

export interface Callable {
  name: string;
  kind: Kind;
  parameters: number;
}

export class Writer {
  readonly random: Random;
  /** Python's minor version, 3.`version`. */
  readonly version: number;
  /** Functions that are there already: only these are called, so nothing calls itself. */
  readonly callables: Callable[] = [];
  readonly classes: string[] = [];
  /** Local names, by what is probably in them. */
  names = new Map<string, Type>();
  /** Within an f-string, which cannot hold everything. */
  inText = false;
  #count = 0;

  constructor(random: Random, version: number) {
    this.random = random;
    this.version = version;
  }

  fresh(prefix: string): string {
    this.#count += 1;
    return `${prefix}${this.#count}`;
  }

  /** A name of the type, or, now and then, of any. */
  variable(type: Type): string | undefined {
    const names = [...this.names];
    const fit = names.filter(([, is]) => is === type || type === 'any');
    const from = fit.length > 0 && !this.random.chance(0.04) ? fit : names;
    return from.length > 0 ? this.random.pick(from)[0] : undefined;
  }

  /** Runs `write` with names of its own on top of those in sight. */
  within<T>(names: [string, Type][], write: () => T): T {
    const before = this.names;
    this.names = new Map([...before, ...names]);
    try {
      return write();
    } finally {
      this.names = before;
    }
  }

  callable(kind: Kind): Callable | undefined {
    const fit = this.callables.filter((one) => one.kind === kind);
    return fit.length > 0 ? this.random.pick(fit) : undefined;
  }
}
