/**
 * `sys.settrace`: how compiled code tells a trace function of calls, lines, exceptions and returns. Only a program that mentions `settrace` is compiled to
 * tell; the library's own functions never are. A frame that passes on what an inner generator yields is not told of each value.
 * Source: https://docs.python.org/3/library/sys.html#sys.settrace
 */
import type { PyCode } from './code-objects.ts';
import { frameAt } from './frames.ts';
import type { Frame } from './generator.ts';
import { $frame } from './generator.ts';
import type { Value } from './object.ts';
import { PyObject } from './object.ts';
import { None } from './singletons.ts';
import { R } from './state.ts';
import { PyTuple } from './values.ts';

/** A frame as trace functions see it: with the line where it is, and its local trace function. */
type Traced = Frame & { line: number; back: Value; tracer: Value; told: Value; result: Value };

/** Calls a trace function, with tracing off meanwhile. One that raises is never called again. */
function tell(f: Traced, tracer: Value, event: string, arg: Value): Value {
  const outer = R.trace;
  R.trace = null;
  let r: Value;
  try {
    r = tracer.tpcall([f, event, arg], null);
  } catch (e) {
    f.tracer = None;
    throw e;
  }
  // The trace function may have set another, or none; `null` again means that it left things as they were.
  R.trace ??= R.untraced === true ? null : outer;
  R.untraced = false;
  return r;
}
export function $tracecall(
  known: Traced | null,
  code: PyCode,
  l: number,
  locals: () => Record<string, Value>,
): Traced | null {
  const f = (known ?? $frame(code)) as Traced;
  f.l = -1;
  f.line = known === null ? code.f.firstlineno : code.line(l);
  f.locals = locals;
  if (known === null) f.back = outerFrame();
  f.tracer = tell(f, R.trace, 'call', None);
  return f.tracer === None ? null : f;
}
function outerFrame(): Value {
  try {
    return frameAt(1);
  } catch {
    return None;
  }
}
function local(f: Traced, event: string, arg: Value): void {
  if (f.tracer === None || R.trace === null) return;
  const next = tell(f, f.tracer, event, arg);
  if (event !== 'return') f.tracer = next;
}
export function $traceline(f: Traced, line: number): void {
  f.line = line;
  local(f, 'line', None);
}
export function $traceyield(f: Traced, value: Value): Value {
  local(f, 'return', value);
  return value;
}
/** Once for each frame: a body that ended has nothing more to tell. */
export function $tracereturn(f: Traced): void {
  local(f, 'return', f.result ?? None);
}
export function $traceraise(f: Traced | null, thrown: Value, code: PyCode, l: number): Value {
  const e: Value = thrown;
  // JavaScript's own errors become Python's where they are caught; one that is handled was told before.
  if (f === null || f.told === e || !(thrown instanceof PyObject)) return e;
  f.told = e;
  f.line = code.line(e.at ?? l);
  local(f, 'exception', new PyTuple([e.cls, e, e.tb ?? None]));
  return e;
}
