/**
 * Functions and calls: Python functions, native ones, bound methods, and how arguments meet parameters.
 * Source: https://docs.python.org/3/reference/expressions.html#calls; messages as CPython words them.
 */
import { raise } from './errors.ts';
import type { Kw, NativeJs, PyType, Value } from './object.ts';
import { PyObject } from './object.ts';
import { PyDict, PyTuple } from './values.ts';
import { R, since } from './state.ts';

/** What the compiler says of a function's code. The field names are those of `co_…`. */
export interface CodeFields {
  /** Number of the code in its unit: the suffix of its JavaScript function's name. */
  index?: number;
  name: string;
  qualname: string;
  filename: string;
  firstlineno: number;
  argcount: number;
  posonlyargcount: number;
  kwonlyargcount: number;
  flags: number;
  varnames: string[];
  freevars: string[];
  cellvars: string[];
  names: string[];
  doc: string | null;
  positions: string;
  consts?: Value[];
  nlocals?: number;
  /** False when the body neither delegates nor awaits: then loops may walk the inner generator directly. */
  delegates?: boolean;
  /** False when an abandoned body has nothing to clean up: no try, no with, no delegation. */
  cleanup?: boolean;
  /** `from __future__ import generator_stop`. */
  generatorStop?: boolean;
  /** 2: the function mentions __class__ or super. */
  module?: string;
}
export const CO = {
  VARARGS: 4,
  VARKEYWORDS: 8,
  NESTED: 16,
  GENERATOR: 32,
  COROUTINE: 128,
  ITERABLE_COROUTINE: 256,
  ASYNC_GENERATOR: 512,
};

/** A code object, together with the globals it was compiled for (a code is made anew for each execution of its module). */
export class PyCode extends PyObject {
  f: CodeFields;
  G: Record<string, Value>;
  table: number[][] | null = null;
  /** Stands for a function that CPython has in C: it makes no entry in tracebacks. */
  native = false;
  constructor(f: CodeFields, G: Record<string, Value>) {
    super();
    this.f = f;
    this.G = G;
  }
  /** [line, endLine, col, endCol] of a position index; 0 is the definition itself. */
  position(index: number): number[] {
    this.table ??= this.f.positions === '' ? [] : this.f.positions.split(';').map((p) => p.split(',').map(Number));
    return this.table[index] ?? [this.f.firstlineno, this.f.firstlineno, 0, 0];
  }
  line(index: number): number {
    return this.position(index)[0]!;
  }
}

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

/** Parameters of a native function, read from its signature text: `index(self, value, start=0, /)`. */
export interface Signature {
  name: string;
  params: { name: string; optional: boolean; kind: 'pos' | 'any' | 'kw'; text: string }[];
  vararg: boolean;
  kwarg: boolean;
  /** Positional parameters, and how many of them must be given. */
  most: number;
  least: number;
  text: string;
}

/** Reads a signature. `/`, `*`, `*args` and `**kw` mean what they mean in Python; a default only says that the parameter may be missing (then undefined). */
export function parseSignature(text: string): Signature {
  const open = text.indexOf('(');
  const body = text.slice(open + 1, text.lastIndexOf(')'));
  const sig: Signature = {
    name: text.slice(0, open),
    params: [],
    vararg: false,
    kwarg: false,
    most: 0,
    least: 0,
    text: `(${body})`,
  };
  let kwOnly = false;
  for (const raw of splitTop(body)) {
    const part = raw.trim();
    if (part === '') continue;
    if (part === '/') for (const p of sig.params) p.kind = 'pos';
    else if (part === '*') kwOnly = true;
    else if (part.startsWith('**')) sig.kwarg = true;
    else if (part.startsWith('*')) {
      sig.vararg = true;
      kwOnly = true;
    } else {
      const at = part.indexOf('=');
      const name = at < 0 ? part : part.slice(0, at);
      sig.params.push({ name, optional: at >= 0, kind: kwOnly ? 'kw' : 'any', text: part });
      if (!kwOnly) {
        sig.most++;
        if (at < 0) sig.least = sig.most;
      }
    }
  }
  return sig;
}
function splitTop(body: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < body.length; i++) {
    const c = body[i]!;
    if ('([{'.includes(c)) depth++;
    else if (')]}'.includes(c)) depth--;
    else if (c === ',' && depth === 0) {
      parts.push(body.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(body.slice(from));
  return parts;
}

/** A function written in TypeScript. `*args` reaches it as an array, `**kw` as a Map, a missing optional as undefined. */
export class Native extends PyObject {
  js: NativeJs;
  n: number;
  name: string;
  text: string;
  sig: Signature | null = null;
  /** The class it is a method of, for reprs and messages. */
  owner: PyType | null;
  declare native: true;
  isStatic = false;
  constructor(text: string, js: NativeJs, owner: PyType | null = null) {
    super();
    const open = text.indexOf('(');
    this.text = text;
    this.name = text.slice(0, open);
    this.js = js;
    this.owner = owner;
    this.n = fixedArity(text);
  }
  get signature(): Signature {
    return (this.sig ??= parseSignature(this.text));
  }
  /** How a call without keywords is passed on; worked out at the first one. */
  plan: Plan | null = null;
  /** Calls with positional arguments only: nearly always there is nothing to bind. `skip`: as in bindNative. */
  direct(args: Value[], skip: number): Value {
    const plan = (this.plan ??= planOf(this.signature));
    const n = args.length;
    if (n < plan.low || n > plan.high) return this.js(...bindNative(this, args, null, skip));
    return spread(this.js, plan.plain ? args : filled(plan, args));
  }
  get qualname(): string {
    return this.owner === null ? this.name : `${this.owner.name}.${this.name}`;
  }
  tpcall(args: Value[], kw: Kw): Value {
    return kw === null
      ? this.direct(args, this.isNew ? 1 : 0)
      : this.js(...bindNative(this, args, kw, this.isNew ? 1 : 0));
  }
  /** `__new__` speaks in the name of its class, and does not count it. */
  get isNew(): boolean {
    return this.isStatic && this.name === '__new__';
  }
  /** As messages call it. */
  get label(): string {
    return this.isNew ? this.owner!.name : this.name;
  }
}
(Native.prototype as Value).native = true;

/** How arguments by position reach a native function: from `low` to `high` of them need no look at the signature. */
interface Plan {
  low: number;
  high: number;
  /** They are passed as they are, those that are missing at the end being undefined. */
  plain: boolean;
  most: number;
  vararg: boolean;
  /** Keyword-only parameters, all optional. */
  named: number;
  kwarg: boolean;
}
function planOf(sig: Signature): Plan {
  const { most, vararg, kwarg } = sig;
  const named = sig.params.length - most;
  const needsNames = sig.params.slice(most).some((p) => !p.optional);
  return {
    low: needsNames ? Infinity : sig.least,
    high: vararg ? Infinity : most,
    plain: !vararg && !kwarg && named === 0,
    most,
    vararg,
    named,
    kwarg,
  };
}
/** In the order of the signature: positional, `*args`, keyword-only, `**kw`. */
function filled(plan: Plan, args: Value[]): Value[] {
  const { most } = plan;
  const n = args.length;
  const out: Value[] = [];
  for (let i = 0; i < most; i++) out.push(i < n ? args[i] : undefined);
  if (plan.vararg) out.push(most === 0 ? args : args.slice(most));
  for (let i = 0; i < plan.named; i++) out.push(undefined);
  if (plan.kwarg) out.push(new Map());
  return out;
}
/** `js(...a)`, without the cost of a spread for the usual few. */
function spread(js: NativeJs, a: Value[]): Value {
  switch (a.length) {
    case 0:
      return js();
    case 1:
      return js(a[0]);
    case 2:
      return js(a[0], a[1]);
    case 3:
      return js(a[0], a[1], a[2]);
    case 4:
      return js(a[0], a[1], a[2], a[3]);
    default:
      return js(...a);
  }
}

function fixedArity(text: string): number {
  const body = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));
  if (body.includes('=') || body.includes('*')) return -1;
  const parts = body.split(',').map((p) => p.trim());
  return parts.filter((p) => p !== '' && p !== '/').length;
}

/** A native method in its class: binds to the instance. */
export class NativeMethod extends Native {
  tpget(o: Value, _cls: PyType): Value {
    return o === undefined ? this : new NativeBound(this, o);
  }
  override tpcall(args: Value[], kw: Kw): Value {
    const self = args[0];
    if (self === undefined)
      throw raise(
        'TypeError',
        this.isSlot
          ? `descriptor '${this.name}' of '${this.owner!.name}' object needs an argument`
          : `unbound method ${this.qualname}() needs an argument`,
      );
    if (!self.cls.mro.includes(this.owner!))
      throw raise(
        'TypeError',
        this.isSlot || since(300)
          ? `descriptor '${this.name}' ${this.isSlot ? 'requires' : 'for'} ${this.isSlot ? `a '${this.owner!.name}' object but received a '${self.cls.name}'` : `'${this.owner!.name}' objects doesn't apply to a '${self.cls.name}' object`}`
          : `descriptor '${this.name}' requires a '${this.owner!.name}' object but received a '${self.cls.name}'`,
      );
    return kw === null ? this.direct(args, 1) : this.js(...bindNative(this, args, kw, 1));
  }
  get isSlot(): boolean {
    return this.name.startsWith('__') && this.name.endsWith('__') && !plainDunders.has(this.name);
  }
}
(NativeMethod.prototype as Value).desc = 1;
R.nativeFunction = (text, js) => new Native(text, js);
R.nativeMethod = (text, js, owner) => new NativeMethod(text, js, owner);
/** Double-underscore names that CPython implements as ordinary methods, not as type slots. */
const plainDunders = new Set(
  '__reduce__ __reduce_ex__ __format__ __sizeof__ __dir__ __getstate__ __setstate__ __copy__ __deepcopy__ __reversed__ __length_hint__ __subclasshook__ __init_subclass__ __round__ __trunc__ __floor__ __ceil__ __getnewargs__ __class_getitem__ __prepare__ __instancecheck__ __subclasscheck__ __subclasses__ __enter__ __exit__ __aenter__ __aexit__ __bytes__ __complex__ __unicode__ __fspath__ __missing__ __mro_entries__'.split(
    ' ',
  ),
);

/** A native method bound to its instance: `<built-in method append of list object at 0x…>`. */
export class NativeBound extends PyObject {
  f: NativeMethod;
  self: Value;
  constructor(f: NativeMethod, self: Value) {
    super();
    this.f = f;
    this.self = self;
  }
  tpcall(args: Value[], kw: Kw): Value {
    const f = this.f;
    if (kw !== null) return f.js(...bindNative(f, [this.self, ...args], kw, 1));
    if (f.n === 1 && args.length === 0) return f.js(this.self);
    if (f.n === 2 && args.length === 1) return f.js(this.self, args[0]);
    return f.direct([this.self, ...args], 1);
  }
}

const s = (n: number): string => (n === 1 ? '' : 's');

/** Keywords given to a subclass are its `__init__`'s business when it has one of its own and `__new__` takes none. */
function keywordsForInit(f: Native, cls: Value): boolean {
  const owner = f.owner!;
  return (
    cls !== owner && cls.dict?.$__init__ !== owner.dict.$__init__ && f.signature.params.every((p) => p.kind === 'pos')
  );
}

/** Arguments in parameter order for a native function. `skip` parameters at the front (self) are not counted in messages. Errors: TypeError. */
export function bindNative(f: Native, args: Value[], kw: Kw, skip: number): Value[] {
  const sig = f.signature;
  if (args.length < skip && f.isNew) throw raise('TypeError', `${f.owner!.name}.__new__(): not enough arguments`);
  const given = args.length - skip;
  if (args.length > sig.most && !sig.vararg) {
    const most = sig.most - skip;
    const least = Math.max(0, sig.least - skip);
    const name = f.owner !== null && since(308) && !f.isNew ? f.qualname : f.label;
    if (most === 0) throw raise('TypeError', `${name}() takes no arguments (${given} given)`);
    if (most === least && most === 1) throw raise('TypeError', `${name}() takes exactly one argument (${given} given)`);
    const simple = sig.params.every((p) => p.kind === 'pos');
    if (simple || (f.isNew && since(309)))
      throw raise(
        'TypeError',
        `${f.label} expected ${most === least ? '' : 'at most '}${most} argument${s(most)}, got ${given}`,
      );
    throw raise('TypeError', `${f.label}() takes at most ${most} argument${s(most)} (${given} given)`);
  }
  if (kw !== null && f.isNew && keywordsForInit(f, args[0])) kw = null;
  const out: Value[] = args.slice(0, sig.most);
  const rest = sig.vararg ? args.slice(sig.most) : undefined;
  const extra: Map<string, Value> | undefined = sig.kwarg ? new Map() : undefined;
  if (kw !== null && kw.size > 0) {
    if (!sig.kwarg && !sig.params.some((p) => p.kind !== 'pos')) {
      const name = f.owner !== null && since(308) && !f.isNew ? f.qualname : f.label;
      throw raise('TypeError', `${name}() takes no keyword arguments`);
    }
    for (const [name, value] of kw) {
      const i = sig.params.findIndex((p) => p.name === name && p.kind !== 'pos');
      if (i >= 0) {
        if (out[i] !== undefined)
          throw raise(
            'TypeError',
            `argument for ${f.label}() given by name ('${name}') and position (${i + 1 - skip})`,
          );
        out[i] = value;
      } else if (extra) extra.set(name, value);
      else
        throw raise(
          'TypeError',
          since(313)
            ? `${f.label}() got an unexpected keyword argument '${name}'`
            : `'${name}' is an invalid keyword argument for ${f.label}()`,
        );
    }
  }
  for (let i = 0; i < sig.params.length; i++) {
    const p = sig.params[i]!;
    if (out[i] === undefined) {
      out[i] = undefined;
      if (!p.optional) throw missingNative(f, sig, i, given, skip);
    }
  }
  if (!sig.vararg && !sig.kwarg) return out;
  // The JavaScript function takes them in the order of the signature: positional, *args, keyword-only, **kw.
  const result = out.slice(0, sig.most);
  while (result.length < sig.most) result.push(undefined);
  if (rest) result.push(rest);
  for (let i = sig.most; i < sig.params.length; i++) result.push(out[i]);
  if (extra) result.push(extra);
  return result;
}

function missingNative(f: Native, sig: Signature, i: number, given: number, skip: number): Value {
  const least = sig.least - skip;
  const most = sig.most - skip;
  const p = sig.params[i]!;
  if (p.kind === 'kw')
    return raise('TypeError', `${f.label}() missing required argument '${p.name}' (pos ${i + 1 - skip})`);
  if (p.kind === 'any')
    return raise('TypeError', `${f.label}() missing required argument '${p.name}' (pos ${i + 1 - skip})`);
  const name = f.owner !== null && since(308) && !f.isNew ? f.qualname : f.label;
  if (sig.params.some((other) => other.kind === 'any'))
    return raise('TypeError', `${f.label}() takes at least ${least} positional argument${s(least)} (${given} given)`);
  if (least === 1 && most === 1) return raise('TypeError', `${name}() takes exactly one argument (${given} given)`);
  return raise(
    'TypeError',
    `${f.label} expected ${least === most ? '' : 'at least '}${least} argument${s(least)}, got ${given}`,
  );
}

const list = (names: string[]): string =>
  names.length === 1
    ? `'${names[0]}'`
    : names.length === 2
      ? `'${names[0]}' and '${names[1]}'`
      : `${names
          .slice(0, -1)
          .map((n) => `'${n}'`)
          .join(', ')}, and '${names.at(-1)}'`;

/** Arguments in parameter order for a Python function. Errors: TypeError, worded as CPython's. */
export function bind(f: PyFunction, args: Value[], kw: Kw): Value[] {
  const c = f.code.f;
  const npos = c.argcount;
  const nkw = c.kwonlyargcount;
  const names = c.varnames;
  const total = npos + nkw;
  const hasVar = (c.flags & CO.VARARGS) !== 0;
  const hasKw = (c.flags & CO.VARKEYWORDS) !== 0;
  const slots: Value[] = [];
  const given = args.length;
  for (let i = 0; i < npos; i++) slots.push(i < given ? args[i] : undefined);
  for (let i = npos; i < total; i++) slots.push(undefined);
  const extra: PyDict | undefined = hasKw ? new PyDict() : undefined;
  if (kw !== null) {
    let wrongPos: string[] | undefined;
    for (const name of kw.keys()) {
      const value = kw.get(name);
      let i = names.indexOf(name);
      if (i >= total) i = -1;
      if (i >= 0 && i < c.posonlyargcount) {
        if (!extra) (wrongPos ??= []).push(name);
        i = -1;
      }
      if (i >= 0) {
        if (slots[i] !== undefined)
          throw raise(
            'TypeError',
            `${title(f)}() got multiple values for ${since(300) ? '' : 'keyword '}argument '${name}'`,
          );
        slots[i] = value;
      } else if (extra) extra.set(name, value);
      else if (!wrongPos) throw unexpected(f, name);
    }
    if (wrongPos)
      throw raise(
        'TypeError',
        `${title(f)}() got some positional-only arguments passed as keyword arguments: '${wrongPos.join(', ')}'`,
      );
  }
  if (given > npos && !hasVar) throw tooMany(f, given, slots);
  const firstDefault = npos - (f.defaults?.length ?? 0);
  for (let i = Math.min(given, npos); i < npos; i++)
    if (slots[i] === undefined) {
      if (i >= firstDefault) slots[i] = f.defaults![i - firstDefault];
      else
        throw missingArguments(
          f,
          names.slice(0, firstDefault).filter((_, j) => slots[j] === undefined && j >= 0),
          'positional',
          given,
        );
    }
  if (nkw > 0) {
    const absent: string[] = [];
    for (let i = npos; i < total; i++)
      if (slots[i] === undefined) {
        const d = f.kwdefaults?.get(names[i]!);
        if (d === undefined) absent.push(names[i]!);
        else slots[i] = d;
      }
    if (absent.length > 0) throw missingArguments(f, absent, 'keyword-only', given);
  }
  if (!hasVar && !hasKw) return slots;
  const out = slots.slice(0, npos);
  if (hasVar) out.push(new PyTuple(given > npos ? args.slice(npos) : []));
  for (let i = npos; i < total; i++) out.push(slots[i]);
  if (extra) out.push(extra);
  return out;
}
const title = (f: PyFunction): string => (since(310) ? f.qualname : f.name);

function unexpected(f: PyFunction, name: string): Value {
  return raise('TypeError', `${title(f)}() got an unexpected keyword argument '${name}'`);
}
function missingArguments(f: PyFunction, absent: string[], kind: string, given: number): Value {
  const c = f.code.f;
  if (!since(300)) {
    const n = c.argcount - (f.defaults?.length ?? 0);
    const exact = f.defaults?.length || c.flags & CO.VARARGS ? 'at least' : 'exactly';
    return raise('TypeError', `${f.name}() takes ${exact} ${n} argument${s(n)} (${given} given)`);
  }
  return raise(
    'TypeError',
    `${title(f)}() missing ${absent.length} required ${kind} argument${s(absent.length)}: ${list(absent)}`,
  );
}
function tooMany(f: PyFunction, given: number, slots: Value[]): Value {
  const c = f.code.f;
  const defaults = f.defaults?.length ?? 0;
  if (!since(300)) {
    if (c.argcount === 0) return raise('TypeError', `${f.name}() takes no arguments (${given} given)`);
    return raise(
      'TypeError',
      `${f.name}() takes ${defaults ? 'at most' : 'exactly'} ${c.argcount} argument${s(c.argcount)} (${given} given)`,
    );
  }
  const takes = defaults ? `from ${c.argcount - defaults} to ${c.argcount}` : `${c.argcount}`;
  const plural = defaults ? c.argcount !== 1 || true : c.argcount !== 1;
  const kwGiven = c.varnames
    .slice(c.argcount, c.argcount + c.kwonlyargcount)
    .filter((_, i) => slots[c.argcount + i] !== undefined).length;
  const what = kwGiven
    ? `${given} positional argument${s(given)} (and ${kwGiven} keyword-only argument${s(kwGiven)}) were given`
    : `${given} ${given === 1 ? 'was' : 'were'} given`;
  return raise('TypeError', `${title(f)}() takes ${takes} positional argument${plural ? 's' : ''} but ${what}`);
}

/* ---- what compiled code calls ---- */

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
