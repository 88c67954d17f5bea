/**
 * Calls with keyword arguments, `f(1, k=2)`: which argument fills which parameter is worked out once and kept with the function, as long as the same call
 * comes again. Whatever is unusual, and every error, goes to `bind` (arguments.ts) and `bindNative`.
 */
import { spread } from './arguments.ts';
import { PyFunction, PyMethod } from './call.ts';
import { made } from './class-call.ts';
import { CO } from './code-objects.ts';
import { Native, NativeBound, NativeMethod } from './native.ts';
import type { PyType, Value } from './object.ts';
import { PyObject, type } from './object.ts';
import { cramped, elsewhere, gate } from './room.ts';
import { PyTuple } from './values.ts';

/** How the arguments of one call reach the parameters. */
export interface Naming {
  names: readonly string[];
  given: number;
  /** For each parameter: the index of its argument; below zero, `~i` of a default by position; a name, of a default by name; null for an empty `*args`. */
  order: (number | string | null)[] | null;
}

function naming(f: PyFunction, names: readonly string[], given: number): Naming {
  return { names, given, order: ordered(f, names, given) };
}
function ordered(f: PyFunction, names: readonly string[], given: number): Naming['order'] {
  const { argcount, kwonlyargcount, posonlyargcount, varnames, flags } = f.code.f;
  if ((flags & CO.VARKEYWORDS) !== 0 || given > argcount) return null;
  const order: (number | string | null)[] = [];
  const firstDefault = argcount - (f.defaults?.length ?? 0);
  let used = 0;
  for (let i = 0; i < argcount + kwonlyargcount; i++) {
    if (i === argcount && (flags & CO.VARARGS) !== 0) order.push(null);
    const named = i < posonlyargcount ? -1 : names.indexOf(varnames[i]!);
    if (named >= 0) {
      if (i < given) return null;
      used++;
      order.push(given + named);
    } else if (i < given) order.push(i);
    else if (i < argcount) {
      if (i < firstDefault) return null;
      order.push(~(i - firstDefault));
    } else if (f.kwdefaults?.has(varnames[i]!) === true) order.push(varnames[i]!);
    else return null;
  }
  if (kwonlyargcount === 0 && (flags & CO.VARARGS) !== 0) order.push(null);
  return used === names.length ? order : null;
}

/** As a map, for whoever binds the arguments. */
const byMap = (f: Value, args: Value[], names: readonly string[]): Value => general.call(f, args, names);
const general = PyObject.prototype.callNamed;
Object.assign(PyFunction.prototype, {
  callNamed(this: PyFunction, args: Value[], names: readonly string[]): Value {
    if (--gate.left < 0 && cramped()) return elsewhere(this.callNamed, this, [args, names]);
    let plan = this.naming;
    const given = args.length - names.length;
    if (plan === null || plan.names !== names || plan.given !== given) plan = this.naming = naming(this, names, given);
    const { order } = plan;
    if (order === null) return byMap(this, args, names);
    const all: Value[] = [];
    for (let i = 0; i < order.length; i++) {
      const from = order[i]!;
      if (from === null) all.push(new PyTuple([]));
      else if (typeof from === 'string') all.push(this.kwdefaults!.get(from));
      else all.push(from >= 0 ? args[from] : this.defaults![~from]);
    }
    return spread(this.js, all);
  },
});
Object.assign(PyMethod.prototype, {
  callNamed(this: PyMethod, args: Value[], names: readonly string[]): Value {
    if (this.self === undefined) return byMap(this, args, names);
    return this.f.callNamed([this.self, ...args], names);
  },
});
const types = {
  callNamed(this: PyType, args: Value[], names: readonly string[]): Value {
    const init: Value = this.dict.$__init__;
    if (this.plainNew !== true || init.js === undefined || init.native || this.abstractMethods !== undefined)
      return byMap(this, args, names);
    const o = this.alloc(this);
    const r = init.callNamed([o, ...args], names);
    return made(o, r);
  },
};
Object.assign(type.dict, types);
Object.assign(type.proto, types);

/** The same for a native function without `*args` and `**kw`. */
function orderedNative(f: Native, names: readonly string[], given: number): Naming['order'] {
  const { params, vararg, kwarg } = f.signature;
  if (vararg || kwarg || f.isNew) return null;
  const order: (number | null)[] = [];
  let used = 0;
  for (let i = 0; i < params.length; i++) {
    const p = params[i]!;
    const named = p.kind === 'pos' ? -1 : names.indexOf(p.name);
    if (named >= 0) {
      if (i < given) return null;
      used++;
      order.push(given + named);
    } else if (i < given) {
      if (p.kind === 'kw') return null;
      order.push(i);
    } else if (p.optional) order.push(null);
    else return null;
  }
  return used === names.length && given <= params.length ? order : null;
}
function callNative(f: Native, args: Value[], names: readonly string[], otherwise: Value): Value {
  if (--gate.left < 0 && cramped()) return elsewhere(callNative, undefined, [f, args, names, otherwise]);
  let plan = f.naming;
  const given = args.length - names.length;
  if (plan === null || plan.names !== names || plan.given !== given)
    plan = f.naming = { names, given, order: orderedNative(f, names, given) };
  const { order } = plan;
  if (order === null) return byMap(otherwise, otherwise === f ? args : args.slice(1), names);
  const all: Value[] = [];
  for (let i = 0; i < order.length; i++) {
    const from = order[i] as number | null;
    all.push(from === null ? undefined : args[from]);
  }
  return spread(f.js, all);
}
Object.assign(Native.prototype, {
  callNamed(this: Native, args: Value[], names: readonly string[]): Value {
    return callNative(this, args, names, this);
  },
});
Object.assign(NativeMethod.prototype, { callNamed: general });
Object.assign(NativeBound.prototype, {
  callNamed(this: NativeBound, args: Value[], names: readonly string[]): Value {
    return callNative(this.f, [this.self, ...args], names, this);
  },
});
