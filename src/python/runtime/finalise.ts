/**
 * Finalisation: what CPython does when the last reference to a generator, a coroutine or an object with `__del__` goes.
 *
 * QuickJS counts references and a WeakRef to a freed object is empty at once. So the Python object is watched weakly, what its end needs is kept on its
 * list entry (for a generator, its frame), and compiled code asks `$reap` after each statement that may have dropped one (only while `R.live` is not zero).
 * The entries form a doubly linked list, oldest first, so that watching and forgetting cost the same whatever else is alive.
 * Source: PEP 342 ("close() is called when the generator is garbage-collected"), PEP 492 (the never-awaited warning), PEP 442 (finalised once).
 */
import type { Frame, PyGenerator } from './generator.ts';
import { $signal, deliver } from './interrupt.ts';
import type { Value } from './object.ts';
import { R } from './state.ts';

/** An entry of the list. `l`: as in a frame, -1 while running, -2 when there is nothing left to end. */
export interface Watched {
  ref: WeakRef<object> | null;
  l: number;
  /** Revives the object for its clean-up. */
  end: ((w: Value) => void) | null;
  previous: Watched | null;
  next: Watched | null;
  /** Nobody is told at the end of the program. */
  silent?: boolean;
}
/** How finalisation of each kind works: set by generator-types.ts and asyncgen.ts. */
export const ends: { generator: (f: Frame, revived?: PyGenerator) => void } = { generator: () => {} };

/** Before the oldest and after the newest. */
const list: Watched = { ref: null, l: -1, end: null, previous: null, next: null };
list.previous = list.next = list;
/** Where a look at many goes on. */
let cursor: Watched = list;
let reaping = false;

/**
 * What was made last, when nearly all of its kind are waited for at once: it is held until something else happens, and often need not be watched at all.
 * It counts as watched.
 */
let newborn: Newborn | null = null;
/** Something that is watched only when it was not taken at once. */
export interface Newborn {
  /** Nobody took it: now it has to be watched. */
  grow(): void;
}
/** Holds `o` until somebody takes it, or anything else is watched or looked at: then it grows up. */
export function hold(o: Newborn): void {
  if (newborn !== null) growUp();
  newborn = o;
  R.live++;
}
/** Somebody has taken charge of `o`. Answers whether it was still held here. */
export function take(o: object): boolean {
  if (newborn !== o) return false;
  newborn = null;
  R.live--;
  return true;
}
function growUp(): void {
  const o = newborn!;
  newborn = null;
  R.live--;
  o.grow();
}

/** Watches `o`: `w.end` is called when it is gone. */
export function watch(o: object, w: Watched): void {
  if (newborn !== null) growUp();
  w.ref ??= new WeakRef(o);
  const newest = list.previous!;
  w.previous = newest;
  w.next = list;
  newest.next = list.previous = w;
  R.live++;
  young = YOUTH;
  rest = 0;
}
/** Takes an entry off the list: there is nothing left to end. */
export function forget(w: Watched): void {
  const { previous, next } = w;
  if (next === null) return;
  previous!.next = next;
  next.previous = previous;
  if (cursor === w) cursor = previous!;
  w.previous = w.next = null;
  R.live--;
  rest = 0;
}
/** Everything that is watched, oldest first. */
export function* everyWatched(): Generator<Watched> {
  if (newborn !== null) growUp();
  for (let w = list.next!; w !== list; w = w.next!) yield w;
}
/** Calls `gone` when `o` has been freed: for `__del__`, and (`silent`: not at the program's end) for weak references with a callback. */
export function watchValue(o: object, gone: () => void, silent = false): Watched {
  const w: Watched = { ref: null, l: 0, end: gone, previous: null, next: null, silent };
  watch(o, w);
  return w;
}
/** The generator or coroutine whose frame this is, when it is watched and alive. */
export function ownerOf(f: Frame): PyGenerator | undefined {
  return f.next === null ? undefined : (f.ref?.deref() as PyGenerator | undefined);
}

/** Up to this many, every call looks at each: then clean-up comes exactly where CPython has it. */
const EXACT = 8;
/** With more alive, a call looks at the newest, and every so many calls at a few more, at a moving place. */
const TURN = 8;
const LOOKS = 8;
let calls = 0;
/** For so many calls after the newest was made, each looks at it: what is made only to be dropped is dropped soon. Then, while many are alive, most calls rest. */
const YOUTH = 64;
const REST = 3;
let young = 0;
let rest = 0;
$signal(() => {
  rest = 0;
});

/** Dropped by everybody while its body is suspended, or before it began. */
const dropped = (w: Watched): boolean => w.l >= 0 && w.ref!.deref() === undefined;

/** Ends what nothing refers to any more: all of that when few are alive, else what is found at a few places. */
export function $reap(): void {
  if (rest > 0 && newborn === null) {
    rest--;
    return;
  }
  if (reaping) return;
  if (R.signals !== 0) deliver();
  if (newborn !== null) growUp();
  if (R.live <= EXACT) {
    reapAll();
    return;
  }
  const newest = list.previous!;
  if (newest.l >= 0) {
    if (newest.ref!.deref() === undefined) sweepAround(newest);
  } else if (newest.l === -2) forget(newest);
  if (young > 0) young--;
  else rest = REST;
  if (++calls < TURN) return;
  calls = 0;
  for (let k = 0; k < LOOKS; k++) {
    const w = (cursor = cursor.previous!);
    if (w.l === -2) forget(w);
    else if (w.l >= 0 && w.ref!.deref() === undefined) {
      sweepAround(w);
      return;
    }
  }
}
/** Ends everything that nothing refers to any more. */
export function reapAll(): void {
  if (reaping) return;
  if (newborn !== null) growUp();
  for (let w = list.previous!; w !== list;) {
    const older = w.previous!;
    if (w.l === -2) forget(w);
    else if (w.l >= 0 && w.ref!.deref() === undefined) {
      sweep();
      return;
    }
    w = older;
  }
}
/**
 * Makes QuickJS look for cycles that nobody refers to, and free them. It does so by itself when half as many blocks again are allocated as the last time,
 * so blocks are allocated until a cycle of ours is gone. Each look makes the next one dearer: after a few, it is left to QuickJS.
 */
export function collectCycles(): void {
  const gone = new WeakRef(makeCycle());
  let weight: object[] | null = [];
  while (gone.deref() !== undefined && weight.length < MOST_WEIGHT) for (let i = 0; i < 1000; i++) weight.push({});
  weight = null;
}
/** Objects, of some hundred bytes each. */
const MOST_WEIGHT = 300_000;
function makeCycle(): object {
  const cycle: { self?: object } = {};
  cycle.self = cycle;
  return cycle;
}

function end(w: Watched): void {
  forget(w);
  // What it may be revived as is another object.
  w.ref = null;
  w.end!(w);
}
/** Something went: ends all that went, newest first, until nothing more goes with them. */
function sweep(): void {
  reaping = true;
  try {
    for (let ended = true; ended;) {
      ended = false;
      const dead: Watched[] = [];
      for (let w = list.previous!; w !== list; w = w.previous!) if (dropped(w)) dead.push(w);
      for (const w of dead) {
        ended = true;
        end(w);
      }
    }
  } finally {
    reaping = false;
  }
}
/** With many alive: ends this one, and its neighbours that went with it. */
function sweepAround(w: Watched): void {
  reaping = true;
  try {
    const newer = w.next!;
    let older = w.previous!;
    end(w);
    for (let x = newer; x !== list && x.next !== null && dropped(x);) {
      const next = x.next;
      end(x);
      x = next;
    }
    while (older !== list && older.next !== null && dropped(older)) {
      const next = older.previous!;
      end(older);
      older = next;
    }
  } finally {
    reaping = false;
  }
}
/** At the program's end: ends every suspended body and object with `__del__`, oldest first, while the names that their clean-up may use are still there. */
export function endAll(): void {
  if (newborn !== null) growUp();
  for (let w = list.next!; w !== list; w = list.next!) {
    if (w.l >= 0 && w.silent !== true) end(w);
    else forget(w);
  }
}
