/** What the running program has that is not a Python value: one record, because compiled code and runtime look at it together. */
import type { TraceEvent, TraceKind } from '../../scheduler/trace.ts';
import type { PyCode } from './code-objects.ts';
import type { PyGenerator } from './generator.ts';
import type { NativeJs, Value } from './object.ts';

/** What the trace knows of a frame. */
export interface Lane {
  number: number;
  /** The record in which the number holds: a frame may outlive the source that made it. */
  record: object;
  name: string;
  library: boolean;
}
export interface LaneObserver {
  /** `y` is what was yielded. */
  report(pg: PyGenerator, kind: TraceKind, y?: Value): void;
  /** An exception left the body. */
  raised(pg: PyGenerator, error: Value): void;
}

export interface State {
  /** The exception being handled, or null: what `sys.exc_info()` reports and a new exception gets as its `__context__`. */
  ex: Value;
  /** How many generators and coroutines are watched for finalisation (finalise.ts). */
  live: number;
  /** Signals that came and are not delivered yet (interrupt.ts); while there are any, `live` is one more. */
  signals: number;
  /** Names visible to `locals()`, `eval` and their like: set by compiled code just before such a call. */
  site: Value;
  /** The program's Python version, and the same as a number to compare: 3.13 → 313, 2.7 → 207, 1.5.2 → 105. */
  era: string;
  version: number;
  nearest?: (wrong: string, candidates: string[]) => string | undefined;
  /** `sys.settrace`'s function, or null. */
  trace: Value;
  /** `sys.setprofile`'s function, or null, and that `sys.setprofile(None)` was called. */
  profile: Value;
  unprofiled: boolean;
  /** `sys.settrace(None)` was called: for a trace function that ends its own tracing. */
  untraced: boolean;
  /**
   * `sys.getrecursionlimit()`: how deep delegation may go, and calls in a program that sets it; those of others end where QuickJS's own stack does.
   */
  recursionLimit: number;
  /** Calls that such a program is in, its own text among them. */
  depth: number;
  /** Hears of generators and coroutines, when somebody asked for the trace and while the last of the program's sources runs (lanes.ts). */
  observer: LaneObserver | null;
  /** Generators and coroutines keep their arguments, by which the trace calls them. */
  labels: boolean;
  /** Seconds of virtual time since the program began. */
  now?: () => number;
  /** Characters of output so far. */
  written?: number;
  emit?: (event: TraceEvent) => void;
  /** Issues a warning for the line of a position (warnings.ts). */
  warn?: (category: string, text: string, code?: PyCode, l?: number) => void;
  /* Rooms further up lend these to rooms below, which must not import them. */
  iterObject?: (v: Value) => Value;
  items?: (v: Value) => Value[];
  /** Modules that the program's era has not: the compiler's table of eras says which. */
  absent?: Set<string>;
  importModule?: (name: string) => Value;
  union?: (a: Value, b: Value) => Value;
  class2?: (name: string, bases: Value[], body: (N: Record<string, Value>) => Value, G: Record<string, Value>) => Value;
  alias?: (origin: Value, item: Value) => Value;
  unraisable?: (e: Value, where: Value) => void;
  neverAwaited?: (code: PyCode, coroutine: Value) => void;
  originDepth?: number;
  captureOrigin?: (depth: number) => Value;
  sys?: Record<string, Value>;
  main?: Record<string, Value>;
  importName?: (name: string, from: Record<string, Value>, names: string[] | null, level: number) => Value;
  resumeAny?: (it: Value, mode: 0 | 1, v: Value) => Value;
  resultOf?: (it: Value) => Value;
  ended?: (it: Value, y: Value) => Value;
  thrown?: (t: Value, v: Value, tb: Value) => Value;
  list?: (a: Value[]) => Value;
  tuple?: (a: Value[]) => Value;
  warnText?: (category: string, text: string, filename: string, line: number) => void;
  atExit?: () => void;
  weakReferences?: (o: Value) => Value[];
  genericTruth?: (v: Value) => boolean;
  /** `a | b`. */
  or?: (a: Value, b: Value) => Value;
  /** Python 2: what type() says of an instance of an old-style class. */
  instanceType?: Value;
  loadedModule?: (name: string) => Value;
  tryGet?: (o: Value, k: string) => Value;
  nativeFunction?: (text: string, js: NativeJs) => Value;
  nativeMethod?: (text: string, js: NativeJs, owner: Value) => Value;
  builtins?: Record<string, Value>;
  /** `__name__` of the module whose code is running. */
  callerModule?: () => Value;
  oldInstance?: (t: Value, v: Value) => Value;
}
export const R: State = {
  ex: null,
  live: 0,
  signals: 0,
  site: null,
  era: '3.13',
  version: 313,
  trace: null,
  untraced: false,
  profile: null,
  unprofiled: false,
  recursionLimit: 1000,
  depth: 1,
  observer: null,
  labels: false,
};

export const since = (version: number): boolean => R.version >= version;
export function versionNumber(era: string): number {
  const [major, minor] = era.split('.');
  return Number(major) * 100 + Number(minor);
}
