/**
 * `sys.settrace`: how compiled code tells a trace function of calls, lines, exceptions and returns; and `sys.setprofile`, whose function hears of calls and
 * returns only, but of those of the runtime's own functions too. Only a program that mentions one of them is compiled to tell; the library's own functions
 * never are. A frame that passes on what an inner generator yields is not told of each value.
 * Source: https://docs.python.org/3/library/sys.html#sys.settrace
 */
import type { PyCode } from './code-objects.ts';
import { frameAt } from './frames.ts';
import type { Frame } from './generator.ts';
import { $frame } from './generator.ts';
import { Native, NativeBound } from './native.ts';
import type { Kw, Value } from './object.ts';
import { PyObject } from './object.ts';
import { None } from './singletons.ts';
import { R } from './state.ts';
import { PyTuple } from './values.ts';

/** A frame as trace functions see it: with the line where it is, and its local trace function. */
type Traced = Frame & { line: number; back: Value; tracer: Value; told: Value; result: Value };

/** Calls a trace function, with tracing and profiling off meanwhile. One that raises is never called again. */
function tell(f: Traced, tracer: Value, event: string, arg: Value): Value {
  const { trace: outer, profile } = R;
  R.trace = R.profile = null;
  R.unprofiled = false;
  let r: Value;
  try {
    r = tracer.tpcall([f, event, arg], null);
  } catch (e) {
    f.tracer = None;
    R.profile = profile;
    throw e;
  }
  if (!R.unprofiled) R.profile ??= profile;
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
  profiled = false,
): Traced | null {
  const f = (known ?? $frame(code)) as Traced;
  f.l = -1;
  f.line = known === null ? code.f.firstlineno : code.line(l);
  f.locals = locals;
  if (known === null) f.back = outerFrame();
  f.tracer = R.trace === null ? None : tell(f, R.trace, 'call', None);
  if (profiled) inform(f, 'call', None);
  return f.tracer === None && !profiled ? null : f;
}
/** Calls the profile function, with tracing and profiling off meanwhile. One that raises is never called again. */
function inform(f: Value, event: string, arg: Value): void {
  const { profile, trace } = R;
  if (profile === null) return;
  R.profile = R.trace = null;
  R.unprofiled = false;
  profile.tpcall([f, event, arg], null);
  R.trace ??= trace;
  if (!R.unprofiled) R.profile ??= profile;
}
/** A call in a program that is profiled. */
export function $callwatched(f: Value, args: Value[], kw: Kw, frame: Traced | null): Value {
  if (R.profile === null || !(f instanceof Native || f instanceof NativeBound)) return f.tpcall(args, kw);
  const from = frame ?? frameAt(0);
  let r: Value;
  inform(from, 'c_call', f);
  try {
    r = f.tpcall(args, kw);
  } catch (e) {
    inform(from, 'c_exception', f);
    throw e;
  }
  inform(from, 'c_return', f);
  return r;
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
  inform(f, 'return', value);
  return value;
}
/** Once for each frame: a body that ended has nothing more to tell. */
export function $tracereturn(f: Traced): void {
  const result = f.result ?? None;
  local(f, 'return', result);
  inform(f, 'return', result);
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
