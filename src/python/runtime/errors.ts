/** How the runtime raises: `throw raise('TypeError', text)`. The classes themselves are in exception-hierarchy.ts, which fills `E`. */
import type { PyType, Value } from './object.ts';
import { R } from './state.ts';

/** The built-in exception classes by name. */
export const E: Record<string, PyType> = {};

/** BaseException's own `__new__` and `__init__`, from base-exception.ts: a class that keeps both only stores its arguments. */
export const plainException: { new: Value; init: Value } = { new: null, init: null };

/** A new exception of the named built-in class, with the one being handled as its context: ready to be thrown. */
export function raise(name: string, ...args: Value[]): Value {
  const cls = E[name]!;
  const e = cls.alloc(cls);
  e.args = args;
  if (R.ex !== null) e.context = R.ex;
  return e;
}

/** The end of recursion, which had no class of its own before 3.5. */
export const tooDeep = (text = 'maximum recursion depth exceeded'): Value =>
  raise(R.version >= 305 ? 'RecursionError' : 'RuntimeError', text);

/** What a bare JavaScript failure inside the runtime becomes. Source: https://docs.python.org/3/library/exceptions.html. */
export function fromJavaScript(error: Error | null): Value {
  // QuickJS throws null when it has no memory left for an error object.
  if (error === null) return raise('MemoryError');
  // With a little left, an error without its name and text.
  if (error.name === undefined && error.message === undefined) return raise('MemoryError');
  const text = String(error.message);
  if (text === 'stack overflow' || text.includes('call stack')) return tooDeep();
  if (text === 'out of memory' || error.name === 'RangeError') return raise('MemoryError');
  if (text === 'cannot invoke a running generator') return raise('ValueError', 'generator already executing');
  const e = raise('SystemError', `${error.name}: ${text}`);
  e.internal = error.stack;
  return e;
}
