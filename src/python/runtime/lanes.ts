/**
 * Reports the life of generators and coroutines as trace events: one lane each (see src/scheduler/trace.ts). The law: to watch a program changes
 * nothing that it does. So no method of the program's own is called from here, `__repr__` neither, and nobody is given an address.
 */
import type { Place, TraceEvent, TraceKind } from '../../scheduler/trace.ts';
import { $Wrapped } from './asyncgen.ts';
import { sources } from './code.ts';
import type { Frame, PyGenerator } from './generator.ts';
import { stack } from './frames.ts';
import type { Kw, Value } from './object.ts';
import type { PyCode } from './code-objects.ts';
import type { PyFunction } from './call.ts';
import { calledOf, homeOf, nameObject, settle, type Home } from './lane-calls.ts';
import { shortName, worded, wordedCall } from './lane-words.ts';
import { None } from './singletons.ts';
import { R, since, type Lane } from './state.ts';
import { PyList, PyTuple } from './values.ts';

let record: object = {};
let lanes = 0;
let running: number[] = [0];
let zero = 0;
/** File names of the program's own texts; the last is the one that is heard. */
let own = new Set<string>();
let heard = '';
/** Lanes of functions and objects that a loop calls; the calls under way, null for those that have no lane. */
let called = new WeakMap<object, number>();
let calls: ({ lane: number; name: string; key: object } | null)[] = [];
/** Tasks by the frame of their coroutine. */
const tasks = new WeakMap<object, WeakRef<object>>();

/** From here on everything is reported. */
export function beginTrace(files: readonly string[]): void {
  record = {};
  lanes = 0;
  running = [0];
  called = new WeakMap();
  calls = [];
  stopped = null;
  goesOn = false;
  own = new Set(files);
  heard = files.at(-1) ?? '';
  zero = R.now?.() ?? 0;
  R.observer = { report, raised };
  emit('created', { lane: 0, name: 'program' });
}
/** The program has ended, in an exception or without. */
export function endTrace(error?: Value): void {
  if (R.observer === null) return;
  emit(error === undefined ? 'finished' : 'failed', {
    lane: 0,
    name: 'program',
    ...(error !== undefined && { on: exceptionWords(error) }),
  });
  R.observer = null;
}
/** A loop's task carries this coroutine from now on. */
export function adopt(coroutine: Value, task: Value): void {
  if (R.labels && coroutine.f !== undefined) tasks.set(coroutine.f, new WeakRef(task));
}

/** A loop calls something of the program's: a function, a method, or (then `why` says for what) an object with handlers. */
export function beginCall(callback: Value, why?: string): void {
  const who = R.observer === null ? undefined : calledOf(callback, (file) => own.has(file));
  if (who === undefined) {
    calls.push(null);
    return;
  }
  const by = running.at(-1)!;
  const lane = laneOfCalls(who.key);
  const on = why ?? who.method;
  calls.push({ lane, name: who.name, key: who.key });
  running.push(lane);
  emit('callback', { lane, name: who.name, by, ...(on !== undefined && { on }) });
}
function laneOfCalls(key: object): number {
  let lane = called.get(key);
  if (lane === undefined) called.set(key, (lane = ++lanes));
  return lane;
}
/** It has returned, or raised. */
export function endCall(error?: Value): void {
  const call = calls.pop();
  if (call === null || call === undefined || R.observer === null) return;
  const { lane, name } = call;
  if (running.at(-1) === lane) running.pop();
  if (error === undefined) emit('finished', { lane, name });
  else emit('failed', { lane, name, on: exceptionWords(error) });
}
/** Does both around a call. */
export function callInLane(why: string | undefined, callback: Value, args: Value[], kw: Kw): Value {
  if (R.observer === null) return callback.tpcall(args, kw);
  beginCall(callback, why);
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
  const under = calls.findLast((call) => call !== null)?.key as Partial<Home> | undefined;
  if (under?.code === code && !method) return under as Home;
  const home = homeOf(code, args, method);
  // Its place among the lanes is that of the call, however late the first function is called.
  if (home !== undefined) laneOfCalls(home.key ?? home);
  return home;
}
/** An object is being made: its lane is named by that call. */
export function $born(code: PyCode, args: readonly Value[]): void {
  if (R.observer !== null) nameObject(code, args);
}
export const $settle = (f: PyFunction, home: Home | undefined): PyFunction => settle(f, home);

/** The latest stop: it is told with the next event, because a kernel may yet say that it was none. */
let stopped: TraceEvent | null = null;
let goesOn = false;

function emit(kind: TraceKind, fields: Omit<TraceEvent, 'kind' | 'at' | 'output'>): void {
  const at = Math.round(((R.now?.() ?? 0) - zero) * 1e6) / 1e6;
  const event: TraceEvent = { kind, at, ...fields, output: R.written ?? 0 };
  if (stopped !== null) R.emit?.(stopped);
  stopped = kind === 'suspended' ? event : null;
  if (stopped === null) R.emit?.(event);
}
/** The lane that has just stopped is resumed by the kernel that it asked, which had the answer: neither is told. */
export function goesOnAtOnce(): void {
  goesOn = stopped !== null;
  stopped = null;
}

function report(pg: PyGenerator, kind: TraceKind, y?: Value): void {
  const lane = laneOf(pg);
  if (lane === undefined) return;
  if (kind !== 'created' && lane.record !== record) begin(lane, pg);
  if (kind === 'created') begin(lane, pg, placeOfCreator(pg));
  else if (kind === 'suspended') tell(pg, lane, kind, { on: waitOf(pg, y) });
  else tell(pg, lane, kind);
}
function raised(pg: PyGenerator, error: Value): void {
  const lane = laneOf(pg);
  if (lane === undefined) return;
  if (lane.record !== record) begin(lane, pg);
  const cancelled = /Cancel|GeneratorExit/.test(error?.cls?.name ?? '');
  tell(pg, lane, cancelled ? 'cancelled' : 'failed', { on: exceptionWords(error) });
}

/** The lane of a generator; undefined for those that only the library uses, unless a task carries them. */
function laneOf(pg: PyGenerator): Lane | undefined {
  const { f } = pg;
  if (f.lane !== undefined) return f.lane;
  const library = !own.has(f.code.f.filename);
  if (library && pg.kind === 'generator' && !tasks.has(f)) return undefined;
  if (f.code.f.name === '<genexpr>') return undefined;
  return (f.lane = { number: 0, record: {}, name: shortName(pg.qualname), library });
}
/** Names a lane by its call, while the arguments are at hand. */
export function $label(f: Frame, args: readonly Value[]): void {
  f.lane = { number: 0, record: {}, name: wordedCall(f.code, args), library: false };
}
function begin(lane: Lane, pg: PyGenerator, place: Partial<Place> = {}): void {
  lane.record = record;
  lane.number = ++lanes;
  emit('created', { ...identity(pg, lane), ...place, by: running.at(-1)! });
}
function tell(pg: PyGenerator, lane: Lane, kind: TraceKind, more: { on?: string } = {}): void {
  const by = running.at(-1)!;
  if (kind === 'resumed') running.push(lane.number);
  else if (by === lane.number) running.pop();
  if (kind === 'resumed' && goesOn) {
    goesOn = false;
    return;
  }
  emit(kind, { ...identity(pg, lane), ...standing(pg), ...more, ...(kind === 'resumed' && { by }) });
}
function identity(pg: PyGenerator, lane: Lane): Pick<TraceEvent, 'lane' | 'name' | 'task' | 'library'> {
  const task = taskName(tasks.get(pg.f)?.deref());
  return {
    lane: lane.number,
    name: lane.name,
    ...(task !== undefined && { task }),
    ...(lane.library && { library: true }),
  };
}
/** Tasks have names since 3.8. */
function taskName(task: Value): string | undefined {
  if (task === undefined || !since(308)) return undefined;
  const given: Value = task.$_name;
  return typeof given === 'string' ? given : `Task-${String(task.$_number)}`;
}

/* ---- where a lane stands ---- */

const placeOf = (code: Value, l: number): Place => {
  const place: Place = { line: code.line(l) };
  if (code.f.filename !== heard) place.file = code.f.filename;
  return place;
};
/** The frames of a lane that are suspended, outermost first: its own, and those it delegates to. No closure here: one that held itself would keep the generator alive. */
function framesOf(pg: PyGenerator): Frame[] {
  const frames: Frame[] = [];
  collect(pg, frames);
  for (const inner of pg.chain ?? []) collect(inner, frames);
  return frames;
}
/** Steps of asynchronous generators and wrapped coroutines have chains of their own behind them. */
function collect(it: Value, frames: Frame[]): void {
  const behind: Value = it.ag ?? it.c;
  if (behind !== undefined) frames.push(...framesOf(behind));
  else if (it.f?.code !== undefined && it.f.l > 0) frames.push(it.f);
}
function standing(pg: PyGenerator): { line?: number; file?: string; outer?: Place[] } {
  if (pg.f.l === -2) return {};
  const all = framesOf(pg);
  if (all.length === 0) return own.has(pg.f.code.f.filename) ? placeOf(pg.f.code, 0) : {};
  const mine = all.filter((f) => own.has(f.code.f.filename)).map((f) => placeOf(f.code, f.l));
  const innermost = mine.pop();
  return { ...innermost, ...(mine.length > 0 && { outer: mine }) };
}
/** Who calls the function; its own place, which is on the stack too, is not meant. */
function placeOfCreator(pg: PyGenerator): Partial<Place> {
  const [first, second] = stack().filter(({ code }) => own.has(code.f.filename));
  const creator = first?.code === pg.f.code ? second : first;
  return creator === undefined ? {} : placeOf(creator.code, creator.l);
}

/* ---- in words ---- */

function exceptionWords(error: Value): string {
  const name: string = error?.cls?.name ?? 'error';
  const args: Value[] = Array.isArray(error?.args) ? error.args : [];
  return args.length === 0 ? name : `${name}(${args.map((a) => worded(a)).join(', ')})`;
}
/** What a suspended lane waits for. */
function waitOf(pg: PyGenerator, y: Value): string {
  // An asynchronous generator's own items come wrapped.
  const item: Value = y instanceof $Wrapped ? y.v : y;
  if (item?.$_asyncio_future_blocking !== undefined) {
    const carried: Value = item.$_coro;
    if (carried?.f?.lane !== undefined) return taskName(item) ?? carried.f.lane.name;
  }
  // What a library's own `yield` says is between it and its loop: the program waits for what it called.
  const innermost = framesOf(pg).at(-1);
  const outside = innermost !== undefined && !own.has(innermost.code.f.filename);
  if (outside || fromOutside(item)) return expression(pg) ?? shortName(pg.qualname);
  return item === None ? (pg.kind === 'coroutine' ? 'its next turn' : 'yield') : `yield ${worded(item)}`;
}
/** A thing that a library has made, such as a Deferred, or a list of them: what the program has called says more than its class. */
function fromOutside(item: Value): boolean {
  if ((item instanceof PyList || item instanceof PyTuple) && item.cls.heap !== true)
    return item.a.length > 0 && item.a.every(fromOutside);
  return item?.cls?.heap === true && item.cls.dict?.$__module__ !== '__main__';
}
/** The text of what the program's innermost frame awaits, when it stands on one line. */
function expression(pg: PyGenerator): string | undefined {
  const f = framesOf(pg).findLast((frame) => own.has(frame.code.f.filename));
  if (f === undefined) return undefined;
  const [line, endLine, from, to] = f.code.position(f.l) as [number, number, number, number];
  const source = sources.get(f.code.f.filename)?.[line - 1];
  if (source === undefined) return undefined;
  const text = (line === endLine ? source.slice(from, to) : source.trim())
    .replace(/^(await|yield from|yield)\s+/, '')
    .replace(/:$/, '');
  return text === '' ? undefined : text.length > 40 ? `${text.slice(0, 38)}…` : text;
}
