/**
 * What crosses the sandbox's walls, as plain data: a Program goes in, Events come out while it runs, an Outcome ends it.
 * The page, the tests, the command line and `-u` all speak this; a worker passes it through unchanged.
 */
import type { TraceEvent } from '../scheduler/trace.ts';

export type Language = 'python' | 'js';

/** One text to execute. A session is a list of them that share one namespace; only the last is heard, the earlier ones are replayed silently. */
export interface Source {
  /** What a traceback calls it: `<cell countdown>`, `program.py`. */
  filename: string;
  text: string;
  /**
   * The exception that this source must end in. An earlier source that does so is passed over and the session goes on; an earlier
   * source that ends in any other ends the program there, and is heard: its traceback is written, and Outcome.source names it.
   */
  raises?: string;
  /** It may await outside of functions: it runs in asyncio's loop, one for the session, as in `python -m asyncio` (3.8). */
  await?: true;
  /** Text for input() and sys.stdin while this source runs; absent: Program.stdin for the last source, nothing for the others. */
  stdin?: string;
}

export interface Program {
  language: Language;
  /** A Python version of the era table, `3.13`; absent for js. */
  era?: string;
  sources: Source[];
  /** Text for input() and sys.stdin. */
  stdin?: string;
  /** sys.argv. */
  argv?: string[];
  /** Record trace events (costs time). */
  trace?: boolean;
  limits?: Partial<Limits>;
}

export interface Limits {
  /** Steps: calls of the interrupt handler times 10,000 turns or calls; deterministic. */
  fuel: number;
  /** Bytes of the WebAssembly heap that the program may allocate. */
  memory: number;
  /** Bytes of QuickJS's stack. The same in the browser and in Node: see DESIGN.md. */
  stack: number;
  /** Characters written to stdout and stderr together, and lines. */
  outputChars: number;
  outputLines: number;
  /** Trace events recorded. */
  traceEvents: number;
  /** Seconds of wall clock after which the worker is ended and replaced: the watchdog, for what fuel cannot see. */
  seconds: number;
}

export type LimitName = keyof Limits;

export type Event =
  { type: 'output'; stream: 'stdout' | 'stderr'; text: string } | { type: 'trace'; events: TraceEvent[] };

export interface Outcome {
  /**
   * `done` ended by itself; `exception` an uncaught exception (its traceback was written to stderr); `exit` SystemExit;
   * `limit` one of the Limits; `stopped` by the reader; `crashed` the sandbox itself was lost (and replaced).
   */
  status: 'done' | 'exception' | 'exit' | 'limit' | 'stopped' | 'crashed';
  /** What `python` would exit with. */
  exit: number;
  /** The exception's class name, for `raises=`. */
  exception?: string;
  limit?: LimitName;
  /** For the reader: which limit, how much, and where the program was. */
  message?: string;
  /** Index into Program.sources of the source that ended the program. */
  source: number;
  /** The program was interrupted on the way: KeyboardInterrupt, or what it has set for SIGINT. */
  interrupted?: true;
  /** Fuel used. */
  fuel: number;
}
