/**
 * The plain case of asyncio, quick. The library says in Python (stdlib/asyncio) what its loop, futures and tasks do, and that text is what they mean. Its
 * decorator `@quickened` puts a TypeScript function in front of each method that every step of every task goes through: it does what the text says
 * when everything is plain (the library's own loop and classes, no debug mode, nobody watching), and leaves all else to the text.
 *
 * Who has replaced a method, on a class or on one object, is asked as the text would ask it: by looking it up.
 */
import { PyFunction } from '../../call.ts';
import { defineFunctions } from '../../define.ts';
import { natives } from '../../modules.ts';
import type { Kw, NativeJs, PyType, Value } from '../../object.ts';
import { isType } from '../../object.ts';

/** The library's functions that were quickened, and its classes, by their qualified names: there once asyncio is imported. */
export const functions: Record<string, PyFunction> = {};
export const classes: Record<string, PyType> = {};

const quick = new Map<string, (slow: NativeJs) => NativeJs>();
const quickClasses = new Map<string, (cls: PyType) => void>();
/** Says how a function of the library is quickened: `make` gets what the Python text became, and answers what stands in front of it. */
export function quicken(name: string, make: (slow: NativeJs) => NativeJs): void {
  quick.set(name, make);
}
/** Says what else is done with a class of the library. */
export function quickenClass(name: string, make: (cls: PyType) => void): void {
  quickClasses.set(name, make);
}

/** A call, arguments and all. */
type Call = (args: Value[], kw: Kw) => Value;
const quickCalls = new Map<string, (f: PyFunction, slow: Call) => Call>();
/** The same for a function with keyword-only parameters, whose calls take the long way to find their defaults. */
export function quickenCall(name: string, make: (f: PyFunction, slow: Call) => Call): void {
  quickCalls.set(name, make);
}

function quickenFunction(f: PyFunction): void {
  const name = f.code.f.qualname;
  const makeCall = quickCalls.get(name);
  if (makeCall !== undefined) {
    functions[name] = f;
    f.tpcall = makeCall(f, (args, kw) => PyFunction.prototype.tpcall.call(f, args, kw));
  }
  const make = quick.get(name);
  if (make === undefined) return;
  functions[name] = f;
  f.js = make(f.js);
}

/** What the natives of the module `_asyncio` are: filled by the files that have them. */
export const exported: Record<string, NativeJs> = {
  'quickened(thing, /)'(thing: Value) {
    if (thing instanceof PyFunction) quickenFunction(thing);
    else if (isType(thing)) {
      classes[thing.name] = thing;
      for (const f of Object.values(thing.dict)) if (f instanceof PyFunction) quickenFunction(f);
      quickClasses.get(thing.name)?.(thing);
    }
    return thing;
  },
};
natives.set('_asyncio', (ns) => defineFunctions(ns, exported));
