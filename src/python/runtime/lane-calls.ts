/**
 * Functions that a loop calls, as lanes: one for each function, and one for each object whose methods are called. A call has no memory, so nothing waits
 * here.
 */
import type { PyFunction } from './call.ts';
import type { PyCode } from './code-objects.ts';
import {
  argumentsOf,
  calledOf,
  homeOf,
  nameObject,
  plainFunction,
  settle,
  type Called,
  type Home,
} from './lane-homes.ts';
import { takeArrived, tellArrived } from './lane-packets.ts';
import { emit, newLane, runningLane, watched } from './lane-record.ts';
import { exceptionWords, worded } from './lane-words.ts';
import type { Kw, Value } from './object.ts';
import { R } from './state.ts';

/** Lanes of one function at most: the calls beyond share one. */
const MOST_CHAINS = 12;

/** Lanes by whom they belong to; calls that have them, by lane; and how many lanes one function has. */
let called = new WeakMap<object, number>();
let calledHomes = new Map<number, Home>();
let chains = new WeakMap<PyCode, number>();
/** The calls under way, null for those that have no lane. */
let calls: ({ lane: number; name: string } | null)[] = [];

export function forgetCalls(): void {
  called = new WeakMap();
  calledHomes = new Map();
  chains = new WeakMap();
  calls = [];
}

/** A loop calls something of the program's: a function, a method, or (then `why` says for what) an object with handlers. */
export function beginCall(callback: Value, why?: string, arrangedIn = 0): void {
  const who = R.observer === null ? undefined : (chainOf(callback, arrangedIn) ?? calledOf(callback));
  watched.arrangers.push(who === undefined ? arrangedIn : 0);
  if (who === undefined) {
    calls.push(null);
    return;
  }
  const by = runningLane();
  const lane = laneOfCalls(who.key, who.name);
  const on = why ?? who.method;
  calls.push({ lane, name: who.name });
  watched.running.push(lane);
  const found = takeArrived();
  emit('callback', { lane, name: who.name, by, ...(on !== undefined && { on }) });
  tellArrived(found);
}
function laneOfCalls(key: object, name: string): number {
  let lane = called.get(key);
  if (lane === undefined) called.set(key, (lane = newLane(name)));
  return lane;
}
/**
 * A call is arranged: the number of the lane that it will be in, or the one that arranges it. A function with arguments that arranges its own next call
 * goes on in its lane; arranged by somebody else, it begins another. So several countdowns made of one function are several lanes; but not more than
 * somebody could read.
 */
export function arrange(callback: Value, more: readonly Value[]): number {
  const by = runningLane();
  const args = argumentsOf(callback, more);
  const f = R.observer === null || !args.some(tells) ? undefined : plainFunction(callback);
  if (f === undefined || calledHomes.get(by)?.code === f.code) return by;
  const others = chains.get(f.code) ?? 0;
  if (others >= MOST_CHAINS) return by;
  chains.set(f.code, others + 1);
  const home = homeOf(f.code, args, false)!;
  const lane = laneOfCalls(home, home.name);
  calledHomes.set(lane, home);
  return lane;
}
/** Whether an argument tells one call from another: of an object, there is only its class to say. */
const tells = (v: Value): boolean => !/^<\w+>$/.test(worded(v));
/** Whose lane it was arranged to be in. */
function chainOf(callback: Value, arrangedIn: number): Called | undefined {
  const home = calledHomes.get(arrangedIn);
  return home !== undefined && home.code === plainFunction(callback)?.code ? { key: home, name: home.name } : undefined;
}
/** It has returned, or raised. */
export function endCall(error?: Value): void {
  const call = calls.pop();
  watched.arrangers.pop();
  if (call === null || call === undefined || R.observer === null) return;
  const { lane, name } = call;
  if (runningLane() === lane) watched.running.pop();
  if (error === undefined) emit('finished', { lane, name });
  else emit('failed', { lane, name, on: exceptionWords(error) });
}
/** Does both around a call: `why` is what it is for, or the lane in which it was arranged. */
export function callInLane(why: string | number | undefined, callback: Value, args: Value[], kw: Kw): Value {
  if (R.observer === null) return callback.tpcall(args, kw);
  if (typeof why === 'number') beginCall(callback, undefined, why);
  else beginCall(callback, why);
  let error: Value;
  try {
    return callback.tpcall(args, kw);
  } catch (raised) {
    error = raised;
    throw raised;
  } finally {
    endCall(error);
  }
}
/** The call in which functions are made now. A call that, called by a loop, calls its own function again goes on in its lane. */
export function $home(code: PyCode, args: readonly Value[], method: boolean): Home | undefined {
  if (R.observer === null) return undefined;
  const under = calledHomes.get(calls.findLast((call) => call !== null)?.lane ?? 0);
  if (under?.code === code && !method) return under;
  const home = homeOf(code, args, method);
  // Its place among the lanes is that of the call, however late the first function is called.
  if (home !== undefined) {
    const lane = laneOfCalls(home.object?.deref() ?? home, home.name);
    if (home.object === undefined) calledHomes.set(lane, home);
  }
  return home;
}
/** An object is being made: its lane is named by that call. */
export function $born(code: PyCode, args: readonly Value[]): void {
  if (R.observer !== null) nameObject(code, args);
}
export const $settle = (f: PyFunction, home: Home | undefined): PyFunction => settle(f, home);
