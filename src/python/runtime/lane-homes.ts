/**
 * Whose lane a call is in: that of the function, of the object whose method it is, or, as a function that was made in a call remembers with that call's
 * variables, of that call.
 */
import { sources } from './code.ts';
import { CO, type PyCode } from './code-objects.ts';
import { PyFunction, PyMethod } from './call.ts';
import { isOwn } from './lane-record.ts';
import { shortName, wordedCall } from './lane-words.ts';
import type { Value } from './object.ts';

/** What the trace knows of somebody who is called. */
export interface Called {
  key: object;
  name: string;
  /** Which of its methods. */
  method?: string;
}

/** Who a call is to; undefined for what is not of the program's own making. */
export function calledOf(callback: Value): Called | undefined {
  if (callback instanceof PyMethod) {
    const method = callback.f instanceof PyFunction ? callback.f : undefined;
    if (method === undefined || callback.self === undefined || !isOwn(method.code.f.filename)) return undefined;
    return { key: callback.self, name: nameOf(callback.self), method: method.name };
  }
  if (callback instanceof PyFunction) {
    const home = homes.get(callback);
    if (home !== undefined) return { key: home.object?.deref() ?? home, name: home.name };
    return isOwn(callback.code.f.filename) ? { key: callback, name: functionName(callback) } : undefined;
  }
  if (callback?.cls?.name === 'partial' && callback.fn !== undefined) return calledOf(callback.fn);
  // An object with handlers: of a class of the program's, or of the library's that the program made one of.
  return callback?.cls?.heap === true ? { key: callback, name: nameOf(callback) } : undefined;
}

/** A function is called by its name; a lambda, which has none, by its text. */
function functionName({ code, qualname }: PyFunction): string {
  const [line, endLine, from, to] = code.position(0) as [number, number, number, number];
  const text = sources.get(code.f.filename)?.[line - 1];
  if (code.f.name !== '<lambda>' || text === undefined || endLine !== line) return `${shortName(qualname)}()`;
  const lambda = text.slice(from, to);
  return lambda.length > LONGEST_LAMBDA ? `${lambda.slice(0, LONGEST_LAMBDA - 1)}…` : lambda;
}
const LONGEST_LAMBDA = 40;

/** The arguments of a call, also those that `partial` holds. */
export const argumentsOf = (callback: Value, args: readonly Value[]): readonly Value[] =>
  callback?.cls?.name === 'partial' && Array.isArray(callback.given) ? [...(callback.given as Value[]), ...args] : args;

/** A function of the program's that was not made in a call, also behind `partial`. */
export function plainFunction(callback: Value): PyFunction | undefined {
  if (callback?.cls?.name === 'partial' && callback.fn !== undefined) return plainFunction(callback.fn);
  if (!(callback instanceof PyFunction) || homes.has(callback) || !isOwn(callback.code.f.filename)) return undefined;
  return (callback.code.f.flags & (CO.VARARGS | CO.VARKEYWORDS)) === 0 ? callback : undefined;
}

/** The call that functions were made in: of a function of the program's, with arguments. */
export interface Home {
  code: PyCode;
  name: string;
  /** Of a method: the object, whose lane it is. */
  object?: WeakRef<object>;
}
const homes = new WeakMap<object, Home>();

/** What objects are called, by the call that made them: `Rocket('Ariane', 3)`. */
const names = new WeakMap<object, string>();
const nameOf = (object: Value): string => names.get(object) ?? object.cls.name;

/** `__init__` of the program's is called: that of a subclass first, and it is the one that names. */
export function nameObject(code: PyCode, args: readonly Value[]): void {
  const [self] = args;
  if (self?.cls?.heap !== true || names.has(self)) return;
  const given = /\((.+)\)$/s.exec(wordedCall(code, args))?.[0] ?? '';
  // What has no better words than its class does not tell one object from another.
  names.set(self, self.cls.name + (/^\((<\w+>(, )?)+\)$/.test(given) ? '' : given));
}

/** A call as a home; undefined for one that cannot be told from others. */
export function homeOf(code: PyCode, args: readonly Value[], method: boolean): Home | undefined {
  const [first] = args;
  if (method && first?.cls?.heap === true && first.mro === undefined)
    return { code, name: nameOf(first), object: new WeakRef(first) };
  return args.length === 0 ? undefined : { code, name: wordedCall(code, args) };
}
export function settle(f: PyFunction, home: Home | undefined): PyFunction {
  if (home !== undefined) homes.set(f, home);
  return f;
}
