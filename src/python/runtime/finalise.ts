/**
 * Finalisation: what CPython does when the last reference to a generator or coroutine goes.
 *
 * QuickJS counts references and a WeakRef to a freed object is empty at once. So the Python object is watched weakly, its inner parts are kept, and compiled
 * code asks `$reap` after each statement that may have dropped one (only while `R.live` is not zero).
 * Source: PEP 342 ("close() is called when the generator is garbage-collected"), PEP 492 (the never-awaited warning).
 */
import type { Frame, PyGenerator } from './generator.ts';
import type { Value } from './object.ts';
import { R } from './state.ts';

interface Watched {
  ref: WeakRef<PyGenerator>;
  g: Generator<Value, Value, Value>;
  f: Frame;
  cls: Value;
  /** Revives it for its clean-up. */
  end: (w: Watched) => void;
}
export type { Watched };
let watched: Watched[] = [];
let reaping = false;
/** How finalisation of each kind works: set by coroutine.ts and asyncgen.ts. */
export const ends: { generator: (w: Watched) => void } = { generator: () => {} };

export function watch(pg: PyGenerator, end: (w: Watched) => void = ends.generator): void {
  watched.push({ ref: new WeakRef(pg), g: pg.g, f: pg.f, cls: pg.cls, end });
  R.live = watched.length;
}

/** Calls `gone` when `o` has been freed: for weak references with a callback. */
export function watchValue(o: Value, gone: () => void): void {
  const frame = { l: 0 } as Frame;
  watched.push({ ref: new WeakRef(o), g: undefined as never, f: frame, cls: undefined, end: gone });
  R.live = watched.length;
}

/** With many alive, one call looks at the newest and at a moving window; `all` looks at each. */
const WINDOW = 16;
let cursor = 0;

export function $reap(all = false): void {
  if (reaping) return;
  reaping = true;
  try {
    for (let again = true; again; ) {
      again = false;
      const n = watched.length;
      if (n === 0) break;
      const every = all || n <= WINDOW;
      const count = every ? n : WINDOW;
      for (let k = 0; k < count; k++) {
        const i = every ? n - 1 - k : k < WINDOW / 2 ? n - 1 - k : (cursor = (cursor + 1) % n);
        const w = watched[i];
        if (w === undefined) continue;
        const done = w.f.l === -2;
        if (!done && (w.f.l === -1 || w.ref.deref() !== undefined)) continue;
        watched.splice(i, 1);
        R.live = watched.length;
        if (!done) {
          w.end(w);
          again = true;
          break;
        }
        if (!every) break;
      }
    }
  } finally {
    reaping = false;
  }
}
export function forgetAll(): void {
  watched = [];
  R.live = 0;
}
