/**
 * Reports the life of generators and coroutines as trace events: one lane each (see src/scheduler/trace.ts). The law: to watch a program changes
 * nothing that it does. So no method of the program's own is called from here, `__repr__` neither, and nobody is given an address.
 */
import type { Place, TraceEvent, TraceKind } from '../../scheduler/trace.ts';
import { $Wrapped } from './asyncgen.ts';
import { sources } from './code.ts';
import type { Frame, PyGenerator } from './generator.ts';
import { stack } from './frames.ts';
import type { Value } from './object.ts';
import { calledOf } from './lane-calls.ts';
import { shortName, worded, wordedCall } from './lane-words.ts';
import { None } from './singletons.ts';
import { R, since, type Lane } from './state.ts';

let record: object = {};
let lanes = 0;
let running: number[] = [0];
let zero = 0;
/** File names of the program's own texts; the last is the one that is heard. */
let own = new Set<string>();
let heard = '';
/** Lanes of functions and objects that a loop calls; the calls under way, null for those that have no lane. */
let called = new WeakMap<object, number>();
let calls: ({ lane: number; name: string } | null)[] = [];
/** Tasks by the frame of their coroutine. */
const tasks = new WeakMap<object, WeakRef<object>>();

/** From here on everything is reported. */
export function beginTrace(files: readonly string[]): void {
  record = {};
  lanes = 0;
  running = [0];
  called = new WeakMap();
  calls = [];
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
  let lane = called.get(who.key);
  if (lane === undefined) {
    lane = ++lanes;
    called.set(who.key, lane);
  }
  const on = why ?? who.method;
  calls.push({ lane, name: who.name });
  running.push(lane);
  emit('callback', { lane, name: who.name, by, ...(on !== undefined && { on }) });
}
/** It has returned, or raised. */
export function endCall(): void {
  const call = calls.pop();
  if (call === null || call === undefined || R.observer === null) return;
  if (running.at(-1) === call.lane) running.pop();
  emit('finished', call);
}

function emit(kind: TraceKind, fields: Omit<TraceEvent, 'kind' | 'at' | 'output'>): void {
  const at = Math.round(((R.now?.() ?? 0) - zero) * 1e6) / 1e6;
  R.emit?.({ kind, at, ...fields, output: R.written ?? 0 });
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
  if (innermost !== undefined && !own.has(innermost.code.f.filename)) return expression(pg) ?? shortName(pg.qualname);
  return item === None ? (pg.kind === 'coroutine' ? 'its next turn' : 'yield') : `yield ${worded(item)}`;
}
/** The text of what the program's innermost frame awaits, when it stands on one line. */
function expression(pg: PyGenerator): string | undefined {
  const f = framesOf(pg).findLast((frame) => own.has(frame.code.f.filename));
  if (f === undefined) return undefined;
  const [line, endLine, from, to] = f.code.position(f.l) as [number, number, number, number];
  const source = sources.get(f.code.f.filename)?.[line - 1];
  if (source === undefined) return undefined;
  const text = (line === endLine ? source.slice(from, to) : source.trim())
    .replace(/^(await|yield from)\s+/, '')
    .replace(/:$/, '');
  return text === '' ? undefined : text.length > 40 ? `${text.slice(0, 38)}…` : text;
}
