/**
 * The plain case of the library, quick. It says in Python (stdlib/) what its functions and methods do, and that text is what they mean. The decorator
 * `@quickened` puts a TypeScript function in front of those that a program calls again and again: it does what the text says when everything is plain
 * (for asyncio: the library's own loop and classes, no debug mode, nobody watching), and leaves all else to the text.
 *
 * Who has replaced a method, on a class or on one object, is asked as the text would ask it: by looking it up.
 */
import { PyFunction } from '../call.ts';
import type { PyCode } from '../code-objects.ts';
import { sources } from '../code.ts';
import { defineFunctions } from '../define.ts';
import { natives } from '../modules.ts';
import type { Kw, NativeJs, PyType, Value } from '../object.ts';
import { isType } from '../object.ts';
import { R } from '../state.ts';

/** The library's functions that were quickened, and its classes, by their qualified names: there once their module is imported. */
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

natives.set('_quick', (ns) =>
  defineFunctions(ns, {
    'quickened(thing, /)'(thing: Value) {
      // Who watches sees what the text does.
      if (R.labels) return thing;
      if (thing instanceof PyFunction) quickenFunction(thing);
      else if (isType(thing)) {
        classes[thing.name] = thing;
        for (const f of Object.values(thing.dict)) if (f instanceof PyFunction) quickenFunction(f);
        quickClasses.get(thing.name)?.(thing);
      }
      return thing;
    },
  }),
);
/** Where in a function's code a piece of its text stands: the last position on that line. For what the function would have said itself. */
export function positionOf(code: PyCode, text: string): number {
  const lines = sources.get(code.f.filename) ?? [];
  for (let l = code.f.positions.split(';').length; l > 0; l--) if (lines[code.line(l) - 1]?.includes(text)) return l;
  return 1;
}
