/**
 * What compiled code does with exceptions: raise, catch, match, chain.
 * Source: https://docs.python.org/3/reference/simple_stmts.html#raise, PEP 3109 (raising), PEP 3134 (chaining), PEP 654 (groups).
 */
import { BaseException, isException, isExceptionClass, traceback } from './base-exception.ts';
import type { PyCode } from './code-objects.ts';
import { E, fromJavaScript, raise } from './errors.ts';
import './exception-members.ts';
import type { Value } from './object.ts';
import { PyObject, isSubtype } from './object.ts';
import { repr } from './repr.ts';
import { None } from './singletons.ts';
import { R, since } from './state.ts';
import { PyTuple } from './values.ts';

/** Is `e` a Python exception of the named built-in class? */
export function isStop(e: Value, name: string): boolean {
  return e instanceof PyObject && (e.cls === E[name] || e.cls.mro.includes(E[name]!));
}
export const stopValue = (e: Value): Value => e['@value'] ?? e.args[0] ?? None;

/** Sets `__context__`, breaking a cycle that this would close. */
export function setContext(e: Value, context: Value): void {
  if (context === null || context === e) return;
  // `slow` goes at half the speed: if they meet, the program has made a cycle of its own, which stays.
  let slow = context;
  for (let o = context, odd = false; o.context !== null; o = o.context, odd = !odd) {
    if (o.context === e) {
      o.context = null;
      break;
    }
    if (odd) slow = slow.context;
    if (o.context === slow) break;
  }
  e.context = context;
}

/** JavaScript's own errors become Python's; the frame's traceback entry is added unless this frame already did. */
export function normalise(e: Value, code: PyCode, l: number): Value {
  if (e === null || e.cls === undefined) e = fromJavaScript(e);
  if (e.seen === true) e.seen = false;
  else if (!code.native) e.tb = traceback(code, e.at ?? l, e.tb);
  if (e.at !== undefined) e.at = undefined;
  return e;
}
/** Function-level catch: the exception leaves this frame. */
export const $tb = normalise;
/** Caught, or passing a `finally`, in this frame. */
export function $exc(e: Value, code: PyCode, l: number): Value {
  return normalise(e, code, l);
}
/** Rethrown by the frame that caught it: its entry is there already. */
export function $again(e: Value): Value {
  e.seen = true;
  return e;
}
/**
 * What a suspended body gets instead of a value while it handles `e`. Thrown in from outside, it has `e` for its context since 3.9. Raised by what the
 * body delegates to (`fresh`), it began below the handler: `e` is where its chain of contexts goes on, in every version.
 */
export function $chain(x: Value, e: Value): void {
  if (!isException(x)) return;
  const raisedBelow = x.fresh === true;
  if (raisedBelow) x.fresh = false;
  if (e === null) return;
  if (!raisedBelow) {
    if (since(309)) setContext(x, e);
    return;
  }
  let last = x;
  while (last !== e && last.context !== null) last = last.context;
  if (last !== e && last.chainEnds !== true) setContext(last, e);
}
export const $stopped = (e: Value): boolean => isStop(e, 'StopAsyncIteration');

/** Turns what stands after `raise` into an exception. Errors: TypeError. */
function instantiate(v: Value, what: string): Value {
  if (isExceptionClass(v)) {
    const e = v.call0();
    if (!isException(e))
      throw raise(
        'TypeError',
        `calling ${repr(v)} should have returned an instance of BaseException, not ${since(303) ? repr(e.cls) : e.cls.name}`,
      );
    return e;
  }
  if (isException(v)) return v;
  throw raise('TypeError', what);
}
const mustDerive = (): string =>
  since(300)
    ? 'exceptions must derive from BaseException'
    : 'exceptions must be old-style classes or derived from BaseException, not ';

export function $raise(v: Value, cause?: Value): Value {
  const e = instantiate(v, mustDerive());
  if (cause !== undefined) {
    if (cause === None) e.cause = null;
    else e.cause = instantiate(cause, 'exception causes must derive from BaseException');
    e.suppress = true;
  }
  if (e.seen === true) e.seen = false;
  if (e.chainEnds === true) e.chainEnds = false;
  if (R.ex !== null) setContext(e, R.ex);
  return e;
}
/** A bare `raise`. Errors: RuntimeError when nothing is being handled. */
export function $reraise(): Value {
  if (R.ex === null)
    return since(300)
      ? raise('RuntimeError', 'No active exception to reraise')
      : raise('TypeError', 'exceptions must be old-style classes or derived from BaseException, not NoneType');
  R.ex.seen = true;
  return R.ex;
}
/** Python 2's `raise type, value, traceback`. */
export function $raise2(t: Value, v: Value = None, tb: Value = None): Value {
  let e: Value;
  if (isExceptionClass(t)) {
    if (isException(v) && isSubtype(v.cls, t)) e = v;
    else e = t.tpcall(v === None ? [] : v instanceof PyTuple ? v.a : [v], null);
  } else if (isException(t)) {
    if (v !== None) throw raise('TypeError', 'instance exception may not have a separate value');
    e = t;
  } else if (R.oldInstance?.(t, v) !== undefined) e = R.oldInstance(t, v);
  else
    throw raise('TypeError', `exceptions must be old-style classes or derived from BaseException, not ${t.cls.name}`);
  e.seen = false;
  if (tb !== None) e.tb = tb;
  else if (e.tb !== null && R.version < 300) e.tb = null;
  return e;
}

/** Does the exception match what stands after `except`? Errors: TypeError for something that is no exception class. */
export function $match(e: Value, t: Value): boolean {
  if (t.a !== undefined && t instanceof PyTuple) {
    // All are looked at: what is no class is complained of, wherever it stands.
    let matches = false;
    for (const one of t.a) if ($match(e, one)) matches = true;
    return matches;
  }
  if (t.isType) {
    if (e.cls === t) return true;
    if (since(300) && !isSubtype(t, BaseException)) throw raise('TypeError', notCatchable);
    return e.cls === t || e.cls.mro.includes(t);
  }
  if (since(300)) throw raise('TypeError', notCatchable);
  return e.thrown !== undefined ? e.thrown === t : false;
}
const notCatchable = 'catching classes that do not inherit from BaseException is not allowed';

export const $assertfail = (msg?: Value): Value => raise('AssertionError', ...(msg === undefined ? [] : [msg]));
/** What a function did not find among the globals has `global` before its name, until 3.3. */
export function $nameerror(text: string): never {
  const name = text.replace('global ', '');
  const shown = [...name].slice(0, 200).join('');
  const e = raise(
    'NameError',
    R.version < 204 ? name : `${name !== text && !since(304) ? 'global ' : ''}name '${shown}' is not defined`,
  );
  e['@name'] = name;
  throw e;
}
export function $unbound(name: string): never {
  throw raise(
    'UnboundLocalError',
    since(311)
      ? `cannot access local variable '${name}' where it is not associated with a value`
      : R.version >= 202
        ? `local variable '${name}' referenced before assignment`
        : name,
  );
}
export function $unboundfree(name: string): never {
  throw raise(
    'NameError',
    since(311)
      ? `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`
      : `free variable '${name}' referenced before assignment in enclosing scope`,
  );
}
