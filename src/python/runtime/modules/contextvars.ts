/** contextvars (PEP 567): contexts are immutable maps; a context that runs holds the current one. */
import { define, defineNames } from '../define.ts';
import { raise } from '../errors.ts';
import { PyIterator, defineIterator } from '../iteration.ts';
import type { Value } from '../object.ts';
import { PyObject } from '../object.ts';
import { address, repr } from '../repr.ts';
import { None, NotImplemented } from '../singletons.ts';
import { R } from '../state.ts';
import { natives } from '../modules.ts';
import { PyTuple } from '../values.ts';
import { equal } from '../comparison.ts';

type Values = Map<ContextVar, Value>;

class ContextIterator extends PyIterator {}
defineIterator('context_iterator', ContextIterator);

export class ContextVar extends PyObject {
  name: string;
  fallback: Value;
  constructor(name: string, fallback: Value) {
    super();
    this.name = name;
    this.fallback = fallback;
  }
}
export class Context extends PyObject {
  /** Replaced, never changed: a copy of a context is the same map. */
  declare values: Values;
  declare previous: Context | null;
  declare entered: boolean;
}
Object.assign(Context.prototype, { values: new Map(), previous: null, entered: false });
/** A context with these values. A literal with a prototype is what QuickJS makes fastest: every callback and every task has a context. */
const contexts = Context.prototype;
const contextOf = (values: Values): Context => ({ __proto__: contexts, values }) as unknown as Context;
export class Token extends PyObject {
  v: ContextVar;
  context: Context;
  old: Value;
  used = false;
  constructor(v: ContextVar, context: Context, old: Value) {
    super();
    this.v = v;
    this.context = context;
    this.old = old;
  }
}
const missing: Value = {};
let current: Context | null = null;
/** The context that is current; a program starts in one of its own. */
function currentContext(): Context {
  if (current === null) {
    current = new Context();
    current.entered = true;
  }
  return current;
}
export function copyContext(): Context {
  return contextOf((current ?? currentContext()).values);
}
/** `c` is the current context from here on, until `leave(c)`. Errors: RuntimeError when it is entered already. */
export function enter(c: Context): void {
  if (c.entered) throw raise('RuntimeError', `cannot enter context: ${repr(c)} is already entered`);
  c.previous = current ?? currentContext();
  c.entered = true;
  current = c;
}
export function leave(c: Context): void {
  current = c.previous;
  c.previous = null;
  c.entered = false;
}
/** Runs `f` with `c` as the current context. Errors: RuntimeError when it is entered already. */
export function runIn(c: Context, f: () => Value): Value {
  enter(c);
  try {
    return f();
  } finally {
    leave(c);
  }
}
function changed(values: Values, v: ContextVar, x: Value): Values {
  const copy = new Map(values);
  if (x === undefined) copy.delete(v);
  else copy.set(v, x);
  return copy;
}

const generic = {
  '__class_getitem__(cls, item, /) @3.7+': (cls: Value, item: Value) => (R.version >= 309 ? R.alias!(cls, item) : None),
};
const contextVar = define('ContextVar', {
  shape: ContextVar,
  module: '_contextvars',
  final: true,
  statics: {
    '__new__(cls, *args, **kw)'(_cls, args: Value[], kw: Map<string, Value>) {
      const stray = [...kw.keys()].find((k) => k !== 'default');
      const many = R.version < 308 ? 'positional arguments' : 'positional argument';
      if (args.length + kw.size > 2)
        throw raise('TypeError', `ContextVar() takes at most 2 arguments (${args.length + kw.size} given)`);
      if (args.length === 0) throw raise('TypeError', `ContextVar() takes exactly 1 ${many} (0 given)`);
      if (args.length > 1) throw raise('TypeError', `ContextVar() takes at most 1 ${many} (${args.length} given)`);
      if (stray !== undefined)
        throw raise(
          'TypeError',
          R.version < 313
            ? `'${stray}' is an invalid keyword argument for ContextVar()`
            : `ContextVar() got an unexpected keyword argument '${stray}'`,
        );
      const name = args[0];
      const fallback = kw.get('default');
      if (typeof name !== 'string') throw raise('TypeError', 'context variable name must be a str');
      return new ContextVar(name, fallback);
    },
  },
  methods: {
    'get(self, default=None, /)'(v: ContextVar, fallback) {
      const x = currentContext().values.get(v);
      if (x !== undefined) return x;
      if (fallback !== undefined) return fallback;
      if (v.fallback !== undefined) return v.fallback;
      throw raise('LookupError', v);
    },
    'set(self, value, /)'(v: ContextVar, x) {
      const c = currentContext();
      const t = new Token(v, c, c.values.get(v) ?? missing);
      c.values = changed(c.values, v, x);
      return t;
    },
    'reset(self, token, /)'(v: ContextVar, t) {
      if (!(t instanceof Token)) throw raise('TypeError', `expected an instance of Token, got ${repr(t)}`);
      if (t.used) throw raise('RuntimeError', `${repr(t)} has already been used once`);
      if (t.v !== v) throw raise('ValueError', `${repr(t)} was created by a different ContextVar`);
      const c = currentContext();
      if (t.context !== c) throw raise('ValueError', `${repr(t)} was created in a different Context`);
      t.used = true;
      c.values = changed(c.values, v, t.old === missing ? undefined : t.old);
      return None;
    },
    '__repr__(self, /)': (v: ContextVar) =>
      `<ContextVar name=${repr(v.name)}${v.fallback === undefined ? '' : ` default=${repr(v.fallback)}`} at ${address(v)}>`,
  },
  classMethods: generic,
  attributes: { name: (v) => v.name },
});
const keyOf = (k: Value): ContextVar => {
  if (!(k instanceof ContextVar)) throw raise('TypeError', `a ContextVar key was expected, got ${repr(k)}`);
  return k;
};
const context = define('Context', {
  shape: Context,
  module: '_contextvars',
  final: true,
  statics: {
    '__new__(cls, *args, **kw)'(_cls, args, kw) {
      if (args.length > 0 || kw.size > 0) throw raise('TypeError', 'Context() does not accept any arguments');
      return new Context();
    },
  },
  methods: {
    'run(self, /, *args, **kw)'(c: Context, args: Value[], kw) {
      const [f, ...rest] = args;
      if (f === undefined) throw raise('TypeError', 'run() missing 1 required positional argument');
      return runIn(c, () => f.tpcall(rest, kw.size > 0 ? kw : null));
    },
    'copy(self, /)'(c: Context) {
      return contextOf(c.values);
    },
    'get(self, key, default=None, /)': (c: Context, k, fallback = None) => c.values.get(keyOf(k)) ?? fallback,
    '__getitem__(self, key, /)'(c: Context, k) {
      const v = c.values.get(keyOf(k));
      if (v === undefined) throw raise('KeyError', k);
      return v;
    },
    '__contains__(self, key, /)': (c: Context, k) => c.values.has(keyOf(k)),
    '__len__(self, /)': (c: Context) => c.values.size,
    '__iter__(self, /)': (c: Context) => new ContextIterator(c.values.keys()),
    'keys(self, /)': (c: Context) => new ContextIterator(c.values.keys()),
    'values(self, /)': (c: Context) => new ContextIterator(c.values.values()),
    'items(self, /)': (c: Context) => new ContextIterator([...c.values].map((e) => new PyTuple(e))[Symbol.iterator]()),
    '__eq__(self, other, /)'(c: Context, o) {
      if (!(o instanceof Context)) return NotImplemented;
      if (c.values.size !== o.values.size) return false;
      for (const [k, v] of c.values) {
        const x = o.values.get(k);
        if (x === undefined || !equal(v, x)) return false;
      }
      return true;
    },
  },
  values: { __hash__: None },
});
const missingType = define('Token.MISSING', {
  abstract: true,
  methods: { '__repr__(self, /)': () => '<Token.MISSING>' },
});
Object.setPrototypeOf(missing, missingType.proto);
const token = define('Token', {
  shape: Token,
  module: '_contextvars',
  final: true,
  statics: {
    '__new__(cls, *args, **kw)'() {
      throw raise('RuntimeError', 'Tokens can only be created by ContextVars');
    },
  },
  methods: {
    '__repr__(self, /)': (t: Token) => `<Token${t.used ? ' used' : ''} var=${repr(t.v)} at ${address(t)}>`,
    '__enter__(self, /) @3.14+': (t: Token) => t,
    '__exit__(self, type, value, traceback, /) @3.14+'(t: Token) {
      contextVar.dict.$reset.js(t.v, t);
      return None;
    },
  },
  classMethods: generic,
  attributes: { var: (t) => t.v, old_value: (t) => t.old },
  values: { MISSING: missing },
});
for (const name of ['contextvars', '_contextvars'])
  natives.set(name, (ns) => {
    if (R.version < 307) return;
    defineNames(ns, {
      ContextVar: contextVar,
      Context: context,
      Token: token,
      copy_context: R.nativeFunction!('copy_context()', copyContext),
    });
  });
