/**
 * The trace: what happened, in order, as data. Whoever runs lanes (the kernel, a Python generator driver, asyncio) reports to an Observer;
 * the timeline replays the record forwards and backwards at any speed.
 */

/** `created … finished` is the life of a lane; `timer`, `callback` and `packet` are things that happen between lanes. */
export type TraceKind =
  'created' | 'resumed' | 'suspended' | 'finished' | 'failed' | 'cancelled' | 'timer' | 'callback' | 'packet';

export interface TraceEvent {
  kind: TraceKind;
  /** Virtual seconds since the start of the program. */
  at: number;
  /** One lane per generator, coroutine or task, numbered from 1 in order of creation; 0 is the program itself. */
  lane: number;
  /** The lane's name, as a reader would call it: `countdown`, `Task-1`. */
  name: string;
  /** The line of the source where the lane stands (suspended at, resumed from, created by). */
  line?: number;
  /** `suspended`: what it waits for, in words: `sleep 2.0 s`, `yield 3`, `<Future pending>`. `failed`: the exception. */
  on?: string;
  /** The lane that resumed or created this one. */
  by?: number;
  /** Characters of output written before this event, so that a replay shows the output of that moment. */
  output: number;
}

export type Observer = (event: TraceEvent) => void;
