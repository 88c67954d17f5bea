/** The record of a run while it is made: who runs, what lanes are called, and the one way in which events leave. */
import type { TraceEvent, TraceKind } from '../../scheduler/trace.ts';
import { stack } from './frames.ts';
import { R } from './state.ts';

export const watched = {
  /** File names of the program's own texts. */
  own: new Set<string>(),
  /** The last of them, the one that is heard. */
  heard: '',
  /** Lanes that run, each resumed or called by the one before; 0 is the program, or a loop. */
  running: [0],
  /** Where calls were arranged that are under way and have no lane of their own; 0: nowhere. */
  arrangers: [] as number[],
  /** What lanes are called, by number. */
  titles: ['program'],
};
let zero = 0;
/** The latest stop: it is told with the next event, because a kernel may yet say that it was none. */
let stopped: TraceEvent | null = null;
let goesOn = false;

export function beginRecord(files: readonly string[]): void {
  watched.own = new Set(files);
  watched.heard = files.at(-1) ?? '';
  watched.running = [0];
  watched.titles = ['program'];
  watched.arrangers = [];
  zero = R.now?.() ?? 0;
  stopped = null;
  goesOn = false;
}
/** The number of a new lane. */
export function newLane(name: string): number {
  return watched.titles.push(name) - 1;
}
export const runningLane = (): number => watched.running.at(-1)!;
export const inLane = (lane: number): Pick<TraceEvent, 'lane' | 'name'> => ({
  lane,
  name: watched.titles[lane] ?? 'program',
});
export const isOwn = (file: string): boolean => watched.own.has(file);
/** Whether it is the program itself that asks, and no library for it. */
export const askedByProgram = (): boolean => isOwn(stack()[0]?.code.f.filename ?? '');

export function emit(kind: TraceKind, fields: Omit<TraceEvent, 'kind' | 'at' | 'output'>): void {
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
/** Whether the lane that is being resumed had not really stopped. */
export function isStop(): boolean {
  const was = goesOn;
  goesOn = false;
  return was;
}
