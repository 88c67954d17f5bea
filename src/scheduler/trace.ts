/**
 * The trace: what happened, in order, as data. Whoever runs lanes (the kernel, a Python generator driver, asyncio) reports to an Observer;
 * the timeline replays the record forwards and backwards at any speed.
 */

/**
 * `created … finished` is the life of a lane; `timer` (a time that a lane asked for has come) and `packet` (bytes were written to a connection, or read) happen besides. A lane of functions that a loop calls has a
 * `callback` and a `finished` (or `failed`) for each call, and nothing between them: there is nobody who waits.
 */
export type TraceKind =
  'created' | 'resumed' | 'suspended' | 'finished' | 'failed' | 'cancelled' | 'timer' | 'callback' | 'packet';

/** A line of the program. */
export interface Place {
  line: number;
  /** What a traceback calls the text that the line stands in; absent: the text that is heard. */
  file?: string;
}

export interface TraceEvent {
  kind: TraceKind;
  /** Virtual seconds since the start of what is heard. */
  at: number;
  /** One lane per generator, coroutine or task, numbered from 1 in order of creation; 0 is the program itself. */
  lane: number;
  /** The lane's name, as a reader would call it: `countdown('rocket', 3)`. */
  name: string;
  /** The task that carries the coroutine, where somebody calls it one: `Task-1`. */
  task?: string;
  /** The code is the library's, and not the program's. */
  library?: true;
  /** Where the lane stands: suspended at, resumed from, created by. */
  line?: number;
  file?: string;
  /** Where those stand that delegate to it, outermost first, when what stands at `line` was reached by `yield from` or `await`. */
  outer?: Place[];
  /** `packet`: the bytes and the other end; `timer`: what it was set for. `callback`: the method, or what it is called for. `suspended`: what it waits for, in words: `sleep 2.0 s`, `yield 3`, `asyncio.sleep(pace)`. `failed`, `cancelled`: the exception. */
  on?: string;
  /** `packet`: which one, counted from 1. One event is that of the lane that writes it, another that of the lane that has read it. Absent: from outside. */
  packet?: number;
  /** The lane that resumed or created this one, or wrote what it reads. */
  by?: number;
  /** Characters of output written before this event, so that a replay shows the output of that moment. */
  output: number;
}

export type Observer = (event: TraceEvent) => void;

/** Who hears the kernels that were given no observer of their own: the sandbox, while a program is watched. */
export const listening: { observer: Observer | undefined; written: () => number; kernels: number } = {
  observer: undefined,
  written: () => 0,
  kernels: 0,
};
/** Lanes of one kernel at most: those of the next are numbered from there. */
export const LANES_OF_A_KERNEL = 1_000_000;

/** What happens to a lane that need not run. */
const silent = new Set<TraceKind>(['created', 'timer', 'packet']);

/** The life of one lane. */
export interface Lane {
  number: number;
  name: string;
  task?: string;
  events: TraceEvent[];
}

/**
 * The lanes that somebody runs, in order of creation, without the program's own. A generator that only ever runs inside another, by `yield from` or
 * `await`, has no lane: what it does is its outermost delegator's. The library's own coroutines have lanes only where there are no others.
 */
export function lanesOf(events: readonly TraceEvent[]): Lane[] {
  const lanes = new Map<number, Lane & { library: boolean; ran: boolean; calls: boolean }>();
  for (const event of events) {
    if (event.lane === 0) continue;
    const { lane: number, name, library = false } = event;
    const lane = lanes.get(number) ?? { number, name, events: [], library, ran: false, calls: false };
    lanes.set(number, lane);
    lane.events.push(event);
    if (!silent.has(event.kind)) lane.ran = true;
    if (event.kind === 'callback') lane.calls = true;
    if (event.task !== undefined) lane.task = event.task;
  }
  // A callback that resumes a coroutine is part of the loop that runs it.
  const drivers = new Set(events.flatMap(({ kind, by }) => (kind === 'resumed' ? [by] : [])));
  const ran = [...lanes.values()].filter((lane) => lane.ran && !(lane.calls && drivers.has(lane.number)));
  const own = ran.filter((lane) => !lane.library);
  const shown = (own.length > 0 ? own : ran).toSorted((a, b) => a.number - b.number);
  return shown.map(({ number, name, task, events }) => ({
    number,
    name,
    events,
    ...(task !== undefined && { task }),
  }));
}
