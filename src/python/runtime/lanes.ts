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
import { forgetCalls } from './lane-calls.ts';
import { forgetPackets } from './lane-packets.ts';
import { beginRecord, emit, isStop, newLane, runningLane, watched } from './lane-record.ts';
import { exceptionWords, shortName, worded, wordedCall } from './lane-words.ts';
import { None } from './singletons.ts';
import { R, since, type Lane } from './state.ts';
import { PyList, PyTuple } from './values.ts';

let record: object = {};
/** Tasks by the frame of their coroutine. */
const tasks = new WeakMap<object, WeakRef<object>>();

/** From here on everything is reported. */
export function beginTrace(files: readonly string[]): void {
  record = {};
  beginRecord(files);
  forgetCalls();
  forgetPackets();
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
  const name: string = error?.cls?.name ?? '';
  // How a generator returned a value before `return` could: Twisted's returnValue, Tornado's gen.Return, and those who wrote their own.
  if (/^_?Return(ed)?$/.test(name)) tell(pg, lane, 'finished');
  else tell(pg, lane, /Cancel|GeneratorExit/.test(name) ? 'cancelled' : 'failed', { on: exceptionWords(error) });
}

/** The lane of a generator; undefined for those that only the library uses, unless a task carries them. */
function laneOf(pg: PyGenerator): Lane | undefined {
  const { f } = pg;
  if (f.lane !== undefined) return f.lane;
  const library = !watched.own.has(f.code.f.filename);
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
  lane.number = newLane(lane.name);
  emit('created', { ...identity(pg, lane), ...place, by: runningLane() });
}
function tell(pg: PyGenerator, lane: Lane, kind: TraceKind, more: { on?: string } = {}): void {
  const by = runningLane();
  if (kind === 'resumed') watched.running.push(lane.number);
  else if (by === lane.number) watched.running.pop();
  if (kind === 'resumed' && isStop()) return;
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
  const place: Place = { line: code.shown(l)[0]! };
  if (code.f.filename !== watched.heard) place.file = code.f.filename;
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
  if (all.length === 0) return watched.own.has(pg.f.code.f.filename) ? placeOf(pg.f.code, 0) : {};
  const mine = all.filter((f) => watched.own.has(f.code.f.filename)).map((f) => placeOf(f.code, f.l));
  const innermost = mine.pop();
  return { ...innermost, ...(mine.length > 0 && { outer: mine }) };
}
/** Who calls the function; its own place, which is on the stack too, is not meant. */
function placeOfCreator(pg: PyGenerator): Partial<Place> {
  const [first, second] = stack().filter(({ code }) => watched.own.has(code.f.filename));
  const creator = first?.code === pg.f.code ? second : first;
  return creator === undefined ? {} : placeOf(creator.code, creator.l);
}

/* ---- in words ---- */

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
  const outside = innermost !== undefined && !watched.own.has(innermost.code.f.filename);
  if (outside || fromOutside(item)) return expression(pg) ?? shortName(pg.qualname);
  if (item === None) return pg.kind === 'coroutine' ? 'its next turn' : 'yield';
  const text = worded(item);
  // Of an object that was just made, its class says less than the call that made it.
  const made = /^<\w+>$/.test(text) ? expression(pg) : undefined;
  return made?.includes('(') === true ? made : `yield ${text}`;
}
/** A thing that a library has made, such as a Deferred, or a list of them: what the program has called says more than its class. */
function fromOutside(item: Value): boolean {
  if ((item instanceof PyList || item instanceof PyTuple) && item.cls.heap !== true)
    return item.a.length > 0 && item.a.every(fromOutside);
  return item?.cls?.heap === true && item.cls.dict?.$__module__ !== '__main__';
}
/** The text of what the program's innermost frame awaits, when it stands on one line. */
function expression(pg: PyGenerator): string | undefined {
  const f = framesOf(pg).findLast((frame) => watched.own.has(frame.code.f.filename));
  if (f === undefined) return undefined;
  const [line, endLine, from, to] = f.code.shown(f.l) as [number, number, number, number];
  const source = sources.get(f.code.f.filename)?.[line - 1];
  if (source === undefined) return undefined;
  const text = (line === endLine ? source.slice(from, to) : source.trim())
    .replace(/^(await|yield from|yield)\s+/, '')
    .replace(/:$/, '');
  return text === '' ? undefined : text.length > 40 ? `${text.slice(0, 38)}…` : text;
}
