/**
 * Functions written in Python, their bound methods, and the calls of compiled code.
 * Source: https://docs.python.org/3/reference/expressions.html#calls.
 */
import { bind, spread } from './arguments.ts';
import { nameByCode, type PyCode } from './code-objects.ts';
import { raise } from './errors.ts';
import type { Naming } from './named-arguments.ts';
import type { Kw, NativeJs, PyType, Value } from './object.ts';
import { PyObject } from './object.ts';
import { cramped, elsewhere, gate } from './room.ts';
import { since } from './state.ts';
import { PyDict, PyTuple } from './values.ts';

/**
 * A function defined in Python. `js` takes every parameter by position; `n` is their number when all are plain positional ones, else -1. `calls` is the
 * same for a call of the function itself, where `n` is for one found on an object: for methods written in TypeScript they differ.
 */
export class PyFunction extends PyObject {
  declare js: NativeJs;
  declare n: number;
  declare calls: number;
  /** 1 when `*args` is all that it takes, 2 for `*args, **kwargs`, else 0. */
  declare stars: 0 | 1 | 2;
  declare code: PyCode;
  declare defaults: Value[] | null;
  declare kwdefaults: Map<string, Value> | null;
  declare annotations: Value;
  declare closure: Value;
  declare name: string;
  declare qualname: string;
  /** How the last call with keywords was passed on (named-arguments.ts). */
  declare naming: Naming | null;
  tpcall(args: Value[], kw: Kw): Value {
    if (--gate.left < 0 && cramped()) return elsewhere(this.tpcall, this, [args, kw]);
    const n = args.length;
    if (this.n === n && (kw === null || kw.size === 0)) {
      return spread(this.js, args);
    }
    if (kw === null || kw.size === 0) {
      const d = this.defaults;
      if (d !== null && n < this.n && this.n - n <= d.length) return withDefaults(this.js, args, d, this.n);
      const { rest } = this.code;
      if (rest > 0 && n >= rest) {
        const all = args.slice(0, rest);
        all.push(new PyTuple(args.slice(rest)));
        return spread(this.js, all);
      }
      // `def f(*args)` and `def f(*args, **kwargs)`: what wrappers are made of.
      if (this.stars === 1) return this.js(new PyTuple(args));
      if (this.stars === 2) return this.js(new PyTuple(args), new PyDict());
    }
    return spread(this.js, bind(this, args, kw));
  }
  tpget(o: Value, _cls: PyType): Value {
    return o === undefined ? (since(300) ? this : new PyUnbound(this, undefined, _cls)) : new PyMethod(this, o, _cls);
  }
}
Object.assign(PyFunction.prototype, {
  desc: 1,
  defaults: null,
  kwdefaults: null,
  annotations: undefined,
  closure: undefined,
  naming: null,
  stars: 0,
  call0(this: PyFunction) {
    return this.n === 0 ? this.js() : this.tpcall([], null);
  },
  call1(this: PyFunction, a: Value) {
    if (this.n === 1) return this.js(a);
    const d = this.defaults;
    if (d !== null && this.n === 2) {
      if (--gate.left < 0 && cramped()) return elsewhere(this.call1, this, [a]);
      return this.js(a, d[d.length - 1]);
    }
    return this.tpcall([a], null);
  },
  call2(this: PyFunction, a: Value, b: Value) {
    if (this.n === 2) return this.js(a, b);
    const d = this.defaults;
    if (d !== null && this.n === 3) {
      if (--gate.left < 0 && cramped()) return elsewhere(this.call2, this, [a, b]);
      return this.js(a, b, d[d.length - 1]);
    }
    return this.tpcall([a, b], null);
  },
  call3(this: PyFunction, a: Value, b: Value, c: Value) {
    if (this.n === 3) return this.js(a, b, c);
    const d = this.defaults;
    if (d !== null && this.n === 4) {
      if (--gate.left < 0 && cramped()) return elsewhere(this.call3, this, [a, b, c]);
      return this.js(a, b, c, d[d.length - 1]);
    }
    return this.tpcall([a, b, c], null);
  },
});
const functions = PyFunction.prototype;
nameByCode(functions, (f) => f.code);
/** Calls with `n` arguments, of which the last come from the defaults. */
function withDefaults(js: NativeJs, args: Value[], defaults: Value[], n: number): Value {
  const given = args.length;
  const from = n - defaults.length;
  if (n === 1) return js(defaults[0]);
  if (n === 2) return js(given > 0 ? args[0] : defaults[0], defaults[1 - from]);
  const all = args.slice();
  for (let i = given; i < n; i++) all.push(defaults[i - from]);
  return spread(js, all);
}

/** A method of Python bound to its instance. In Python 2 `self` may be undefined: an unbound method, which checks its first argument. */
export class PyMethod extends PyObject {
  f: Value;
  self: Value;
  owner: PyType;
  constructor(f: Value, self: Value, owner: PyType) {
    super();
    this.f = f;
    this.self = self;
    this.owner = owner;
  }
  tpcall(args: Value[], kw: Kw): Value {
    if (--gate.left < 0 && cramped()) return elsewhere(this.tpcall, this, [args, kw]);
    if (this.self === undefined) {
      const first = args[0];
      if (first === undefined || !first.cls.mro.includes(this.owner)) throw unboundError(this, first);
      return this.f.tpcall(args, kw);
    }
    const f = this.f;
    if (kw === null && f.n === args.length + 1) {
      if (args.length === 0) return f.js(this.self);
      if (args.length === 1) return f.js(this.self, args[0]);
    }
    return f.tpcall([this.self, ...args], kw);
  }
}
Object.assign(PyMethod.prototype, {
  call0(this: PyMethod) {
    return this.self === undefined ? this.tpcall([], null) : this.f.call1(this.self);
  },
  call1(this: PyMethod, a: Value) {
    if (this.self === undefined) return this.tpcall([a], null);
    if (--gate.left < 0 && cramped()) return elsewhere(this.call1, this, [a]);
    return this.f.n === 2 ? this.f.js(this.self, a) : this.f.call2(this.self, a);
  },
  call2(this: PyMethod, a: Value, b: Value) {
    return this.self === undefined ? this.tpcall([a, b], null) : this.f.call3(this.self, a, b);
  },
});
/** A method that is bound to nothing, as Python 2 finds it on a class: in another class, a descriptor. */
export class PyUnbound extends PyMethod {}
(PyUnbound.prototype as Value).desc = 1;
function unboundError(m: PyMethod, first: Value): Value {
  const got = first === undefined ? 'nothing' : `${first.cls.name} instance`;
  return raise(
    'TypeError',
    `unbound method ${m.f.name}() must be called with ${m.owner.name} instance as first argument (got ${got} instead)`,
  );
}

/** `def`: defaults of the last positional parameters, and of keyword-only ones by name. */
export function $fn(
  code: PyCode,
  js: NativeJs,
  defaults: Value[] | null = null,
  kwdefaults: [string, Value][] | null = null,
  annotations?: Value,
  closure?: [() => Value, (v: Value) => void][],
): PyFunction {
  // A literal with a prototype is what QuickJS makes fastest.
  const f = { __proto__: functions, js, code, n: code.n, calls: code.n } as unknown as PyFunction;
  if (defaults !== null) f.defaults = defaults;
  if (kwdefaults !== null) f.kwdefaults = new Map(kwdefaults);
  if (code.stars !== 0) f.stars = code.stars;
  if (annotations !== undefined) f.annotations = annotations;
  if (closure !== undefined) f.closure = closure;
  return f;
}
export function $call(f: Value, args: Value[]): Value {
  return f.tpcall(args, null);
}
export function $callkw(f: Value, args: Value[], kw: Kw): Value {
  return f.tpcall(args, kw !== null && kw.size > 0 ? kw : null);
}
/** Keyword arguments: name, value, name, value … */
export function $kw(...pairs: Value[]): Map<string, Value> {
  const kw = new Map<string, Value>();
  for (let i = 0; i < pairs.length; i += 2) kw.set(pairs[i], pairs[i + 1]);
  return kw;
}
