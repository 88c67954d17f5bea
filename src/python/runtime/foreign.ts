/** Iterators that are no generators of ours, as what a generator delegates to: how they are resumed and closed. Source: PEP 380, "Formal Semantics". */
import { raise } from './errors.ts';
import { isStop, stopValue } from './exceptions.ts';
import { nextOf } from './iteration.ts';
import type { Value } from './object.ts';
import { callMethod, lookupAttr } from './object.ts';
import { None } from './singletons.ts';
import { R, since } from './state.ts';

/** How a body is resumed: with a value, or with an exception. */
export const SEND = 0;
export const THROW = 1;
export type Mode = typeof SEND | typeof THROW;

/** The result of a foreign iterator that just ended: its StopIteration's value. */
let stopped: Value = None;
/** What the program called `throw` with, which goes on to a delegate as it is until 3.11, and the exception that it means. */
export const given: { e: Value; args: Value[] } = { e: null, args: [] };
export const foreignResult = (it: Value): Value => (it.gen === true || it.resume !== undefined ? it.result : stopped);

R.resultOf = foreignResult;
/** Resumes any iterator as `yield from` does (PEP 380). undefined when it ended. */
export function resumeAny(it: Value, mode: Mode, v: Value): Value {
  if (it.resume !== undefined && it.cls.heap === false) return it.resume(mode, v);
  stopped = None;
  if (mode === SEND) {
    if (v === None && it.step !== undefined && it.cls.heap === false) return it.step();
    try {
      if (v !== None) return callAttribute(it, '$send', [v]);
      const r = nextOfRaising(it);
      return r;
    } catch (e) {
      if (!isStop(e, 'StopIteration')) throw e;
      stopped = stopValue(e);
      return undefined;
    }
  }
  const thrower = lookupAttr(it, '$throw');
  if (thrower === undefined) throw v;
  try {
    return thrower.tpcall(v === given.e ? given.args : [v], null);
  } catch (e) {
    if (!isStop(e, 'StopIteration')) throw e;
    stopped = stopValue(e);
    return undefined;
  }
}
R.resumeAny = resumeAny;
function nextOfRaising(it: Value): Value {
  const k = since(300) ? '$__next__' : '$next';
  if (it.cls.dict[k] === undefined) return nextOf(it);
  return callMethod(it, k, []);
}
function callAttribute(o: Value, k: string, args: Value[]): Value {
  const f = lookupAttr(o, k);
  if (f === undefined) throw raise('AttributeError', `'${o.cls.name}' object has no attribute '${k.slice(1)}'`);
  return f.tpcall(args, null);
}
/** Closes a delegate, if it knows how. Errors: what its `close` raises. */
export function closeIterator(it: Value): void {
  if (it.gen) it.close();
  else {
    let f: Value;
    try {
      f = lookupAttr(it, '$close');
    } catch (e) {
      // That the method cannot be had is not the body's fault: it is reported, and closing goes on.
      R.unraisable?.(e, it);
      return;
    }
    if (f !== undefined) f.tpcall([], null);
  }
}
