/**
 * Room on the stack. QuickJS recurses on a stack of the host's, which ends soon (../../sandbox/deep-call.ts): a thousand plain calls of Python's fit in; those
 * that come through the runtime (a property, a `key=` function, a `__repr__`) take several frames each. Such ways in are gates: now and then they have the
 * host look how much is left, and where it is little, they go on upon another stack. A gate is written so:
 *
 *     if (--gate.left < 0 && cramped()) return elsewhere(f, undefined, [a, b]);
 *
 * without a function expression, for which every call would pay.
 */
import type { GuestHost } from '../../sandbox/guest/host-interface.ts';
import { tooDeep } from './errors.ts';
import type { NativeJs, Value } from './object.ts';
import { R } from './state.ts';

/** Bytes of the stack that a call hardly ever uses from one gate to the next. */
const PASS = 3072;

/**
 * Bytes that loops over generators leave. They resume one another without passing any gate, and use more of the host's stack than of QuickJS's, by which the
 * room is told: before QuickJS is compiled for speed, 170 KiB of them fill the former, and at least 270 of anything else.
 */
const ABOVE = 104 * 1024;

/**
 * After a change the rest of the stack allows a dozen more passes. So many are let through while a loop down there calls again and again, which should not
 * change at each call. Where every change is made deeper down than the one before, the program recurses, but not through what was called elsewhere: then
 * the next change comes soon, each time after another number of passes, so that in the end it is made where the recursion goes on.
 */
const LOOPING = 12;
let lowest = 0;
let seed = 1;

/** How many passes through gates are left until the next look, which costs as much as three calls. */
export const gate = { left: 0 };

let host: Pick<GuestHost, 'room' | 'elsewhere'>;

/** Said before anything runs. */
export function beginRoom(given: GuestHost): void {
  host = given;
  gate.left = lowest = 0;
  seed = 1;
}

/** The look. */
export function cramped(): boolean {
  const room = host.room();
  if (room < 0) return true;
  gate.left = (room / PASS) | 0;
  return false;
}

/** `f.apply(self, args)` on another stack; on the last one, as long as QuickJS lets it. */
export function elsewhere(f: NativeJs, self: Value, args: Value[]): Value {
  const room = host.room();
  // A sequence without a short period, the same on every run.
  seed = (seed * 48271) % 0x7fffffff;
  const passes = room < lowest ? seed % 5 : LOOPING;
  lowest = Math.min(room, lowest + 256);
  gate.left = 0;
  let result: Value;
  const called = host.elsewhere(() => {
    result = f.apply(self, args);
  });
  gate.left = passes;
  return called ? result : f.apply(self, args);
}

/** The look of a loop over a generator: whether it should go on `elsewhere` at each item. */
export function confined(): boolean {
  const room = host.room() - ABOVE;
  if (room < 0) return true;
  gate.left = (room / PASS) | 0;
  return false;
}

/** What a loop walks in that case, over a generator with such a `step`. Errors: RecursionError, when there is no other stack. */
export function* distant(generator: { step(): Value }): Generator<Value> {
  let item: Value;
  const resume = (): void => {
    item = generator.step();
  };
  for (;;) {
    gate.left = 0;
    if (!host.elsewhere(resume)) throw tooDeep();
    gate.left = 0;
    if (item === undefined) return;
    yield item;
  }
}

/** One more call in a program that sets the recursion limit: whether it should be made elsewhere. Errors: RecursionError. */
export function $deeper(): boolean {
  if (--gate.left < 0 && cramped()) return true;
  if (R.depth >= R.recursionLimit) throw tooDeep();
  R.depth++;
  return false;
}
