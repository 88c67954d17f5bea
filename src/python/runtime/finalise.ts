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
export const ends: { generator: (w: Watched, revived?: PyGenerator) => void } = { generator: () => {} };

export function watch(pg: PyGenerator, end: (w: Watched) => void = ends.generator): void {
  watched.push({ ref: new WeakRef(pg), g: pg.g, f: pg.f, cls: pg.cls, end });
  R.live = watched.length;
}

/** The generator or coroutine whose frame this is, when it is watched and alive. */
export function ownerOf(f: Frame): PyGenerator | undefined {
  return watched.find((w) => w.f === f)?.ref.deref();
}

/** Calls `gone` when `o` has been freed: for weak references with a callback. */
export function watchValue(o: Value, gone: () => void): void {
  const frame = { l: 0 } as Frame;
  watched.push({ ref: new WeakRef(o), g: undefined as never, f: frame, cls: undefined, end: gone });
  R.live = watched.length;
}

/** Up to this many, every call looks at each: then clean-up comes exactly where CPython has it. */
const EXACT = 8;
/** With more alive, a call looks at so many of the newest and as many at a moving place, so that its cost stays the same. */
const WINDOW = 2;
let cursor = 0;

const finished = (w: Watched): boolean => w.f.l === -2;
/** Dropped by everybody while its body is suspended, or before it began. */
const dropped = (w: Watched): boolean => w.f.l >= 0 && w.ref.deref() === undefined;

/** Ends what nothing refers to any more. `all` looks at every one. */
export function $reap(all = false): void {
  if (reaping) return;
  const n = watched.length;
  if (n > EXACT && !all) {
    for (let k = 0; k < WINDOW && watched.length > 0; k++) look(watched.length - 1);
    for (let k = 0; k < WINDOW && watched.length > 0; k++) look((cursor = (cursor + 1) % watched.length));
    return;
  }
  for (let i = n - 1; i >= 0; i--) if (i < watched.length) look(i);
}
function look(i: number): void {
  const w = watched[i]!;
  if (finished(w)) {
    const last = watched.pop()!;
    if (last !== w) watched[i] = last;
    R.live = watched.length;
  } else if (dropped(w)) sweep();
}
/** Something went: ends all that went, newest first, until nothing more goes with them. */
function sweep(): void {
  reaping = true;
  try {
    for (let ended = true; ended;) {
      ended = false;
      const before = watched;
      const dead: Watched[] = [];
      const alive: Watched[] = [];
      for (const w of before) if (!finished(w)) (dropped(w) ? dead : alive).push(w);
      watched = alive;
      R.live = alive.length;
      for (const w of dead.reverse()) {
        ended = true;
        w.end(w);
      }
    }
  } finally {
    reaping = false;
    R.live = watched.length;
  }
}
/** At the program's end: ends every suspended body, oldest first, while the names that its clean-up may use are still there. */
export function endAll(): void {
  const all = watched;
  watched = [];
  R.live = 0;
  for (const w of all) if (w.g !== undefined && !finished(w) && w.f.l >= 0) w.end(w);
}
