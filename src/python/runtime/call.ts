/**
 * Functions written in Python, their bound methods, and the calls of compiled code.
 * Source: https://docs.python.org/3/reference/expressions.html#calls.
 */
import { bind, spread } from './arguments.ts';
import type { PyCode } from './code-objects.ts';
import { CO } from './code-objects.ts';
import { raise } from './errors.ts';
import type { Kw, NativeJs, PyType, Value } from './object.ts';
import { PyObject } from './object.ts';
import { since } from './state.ts';
import { PyDict, PyTuple } from './values.ts';

/** A function defined in Python. `js` takes every parameter by position; `n` is their number when all are plain positional ones, else -1. */
export class PyFunction extends PyObject {
  js: NativeJs;
  n: number;
  /** 1 when `*args` is all that it takes, 2 for `*args, **kwargs`, else 0. */
  stars: 0 | 1 | 2;
  code: PyCode;
  defaults: Value[] | null;
  kwdefaults: Map<string, Value> | null;
  annotations: Value = undefined;
  closure: Value = undefined;
  name: string;
  qualname: string;
  constructor(code: PyCode, js: NativeJs, defaults: Value[] | null, kwdefaults: Map<string, Value> | null) {
    super();
    const f = code.f;
    this.js = js;
    this.code = code;
    this.defaults = defaults;
    this.kwdefaults = kwdefaults;
    this.name = f.name;
    this.qualname = f.qualname;
    const stars = f.flags & (CO.VARARGS | CO.VARKEYWORDS);
    this.n = stars === 0 && f.kwonlyargcount === 0 ? f.argcount : -1;
    this.stars =
      (stars & CO.VARARGS) !== 0 && f.argcount === 0 && f.kwonlyargcount === 0
        ? (stars & CO.VARKEYWORDS) !== 0
          ? 2
          : 1
        : 0;
  }
  tpcall(args: Value[], kw: Kw): Value {
    const n = args.length;
    if (this.n === n && (kw === null || kw.size === 0)) {
      return spread(this.js, args);
    }
    if (kw === null || kw.size === 0) {
      const d = this.defaults;
      if (d !== null && n < this.n && this.n - n <= d.length) return withDefaults(this.js, args, d, this.n);
      // `def f(*args)` and `def f(*args, **kwargs)`: what wrappers are made of.
      if (this.stars === 1) return this.js(new PyTuple(args));
      if (this.stars === 2) return this.js(new PyTuple(args), new PyDict());
    }
    return spread(this.js, bind(this, args, kw));
  }
  tpget(o: Value, _cls: PyType): Value {
    return o === undefined ? (since(300) ? this : new PyMethod(this, undefined, _cls)) : new PyMethod(this, o, _cls);
  }
}
(PyFunction.prototype as Value).desc = 1;
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
  const f = new PyFunction(code, js, defaults, kwdefaults === null ? null : new Map(kwdefaults));
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
