/** What socket.ts and select.ts share: the program's network, its errors as this Python raises them, and waiting. */
import { Fault, NothingCanHappen, faultTexts } from '../../../world/faults.ts';
import { Network } from '../../../world/network.ts';
import { populate } from '../../../world/services.ts';
import type { Socket } from '../../../world/socket.ts';
import { clock } from '../clock.ts';
import { BaseException } from '../base-exception.ts';
import { E, raise } from '../errors.ts';
import type { PyType, Value } from '../object.ts';
import { makeClass, tryGet, type } from '../object.ts';
import { intValue } from '../operands.ts';
import { None } from '../singletons.ts';
import { R, since } from '../state.ts';
import { PyFloat } from '../values.ts';
import { real } from './math.ts';

export const network = new Network(clock);
populate(network);

function exception(name: string, module: string, base: PyType): PyType {
  const t = makeClass(type, name, [base], {}, BaseException, true);
  t.dict.$__module__ = module;
  t.alloc = base.alloc;
  return t;
}
const known = new Map<string, PyType>();
/** The classes that `socket` and `select` had for their errors before 3.3 (PEP 3151), and those that `socket` has still. */
export function errorClass(name: 'error' | 'gaierror' | 'herror' | 'timeout' | 'select.error'): PyType {
  if (name === 'timeout' && since(310)) return E.TimeoutError!;
  if ((name === 'error' || name === 'select.error') && since(303)) return E.OSError!;
  let t = known.get(name);
  if (t === undefined) {
    const ioError = since(206) ? E.OSError! : E.Exception!;
    if (name === 'select.error') t = exception('error', 'select', E.Exception!);
    else if (name === 'error') t = exception('error', 'socket', ioError);
    else t = exception(name, 'socket', errorClass('error'));
    known.set(name, t);
  }
  return t;
}
export function failure(cls: PyType, ...args: Value[]): Value {
  const e = cls.tpcall(args, null);
  e.context = R.ex;
  return e;
}
/** The Python exception for what the network has thrown. */
export function translate(error: unknown, cls = errorClass('error')): unknown {
  if (error instanceof Fault) return failure(cls, error.code, faultTexts[error.code]!);
  if (error instanceof NothingCanHappen)
    return raise(
      'RuntimeError',
      `nothing can ever happen again: ${error.waiting}, and nobody is left who could bring it about`,
    );
  return error;
}
/** Does something with the network, as of now. Errors: those of the network, as Python's. */
export function withNetwork<T>(action: () => T, cls?: PyType): T {
  try {
    network.settle();
    return action();
  } catch (error) {
    throw translate(error, cls);
  }
}

/** A file number: an int, or what an object's fileno() says. Errors: TypeError, ValueError. */
export function fileNumber(v: Value): number {
  let n = intValue(v);
  if (n === undefined) {
    const method = tryGet(v, '$fileno');
    if (method === undefined) throw raise('TypeError', 'argument must be an int, or have a fileno() method.');
    n = intValue(method.tpcall([], null));
    if (n === undefined) throw raise('TypeError', 'fileno() returned a non-integer');
  }
  if (n < 0) throw raise('ValueError', `file descriptor cannot be a negative integer (${n})`);
  return Number(n);
}
export const socketAt = (fd: number): Socket | undefined => network.socket(fd);

/** Seconds, or Infinity for None. Errors: TypeError. */
export function seconds(v: Value): number {
  if (v === undefined || v === None) return Infinity;
  if (!(v instanceof PyFloat) && intValue(v) === undefined && tryGet(v, '$__float__') === undefined)
    throw raise('TypeError', 'timeout must be a float or None');
  const s = real(v);
  if (s !== s) throw raise('ValueError', 'Invalid value NaN (not a number)');
  return s;
}
