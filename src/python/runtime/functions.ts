/** The classes of functions, code objects, frames and tracebacks: what a program sees when it looks at them. Source: the reference, "The standard type hierarchy". */
import { equal } from './comparison.ts';
import { BoundToClass, NativeClassMethod, NativeStatic, define, extend } from './define.ts';
import { PyFunction } from './call.ts';
import { PyCode } from './code-objects.ts';
import { Native, NativeBound, NativeMethod } from './native.ts';
import { raise } from './errors.ts';
import { ownerOf } from './finalise.ts';
import { Traceback, traceback } from './base-exception.ts';
import { $frame, Frame } from './generator.ts';
import type { Value } from './object.ts';
import { PyObject } from './object.ts';
import { instanceDict } from './instances.ts';
import { address } from './repr.ts';
import { None, NotImplemented } from './singletons.ts';
import { R, since } from './state.ts';
import { GetSet, NamespaceDict, PyDict, PyTuple } from './values.ts';
import { MemberDescriptor } from './slots.ts';

/** The dict of a namespace object: one per namespace, so that `globals() is globals()`. */
const namespaces = new WeakMap<object, NamespaceDict>();
export function namespaceDict(ns: Record<string, Value>): PyDict {
  let d = namespaces.get(ns);
  if (d === undefined) {
    d = new NamespaceDict(ns);
    namespaces.set(ns, d);
  }
  return d;
}
export function rememberNamespace(ns: Record<string, Value>, d: PyDict): void {
  namespaces.set(ns, d as NamespaceDict);
}

const text = (what: string, v: Value): string => {
  if (typeof v !== 'string') throw raise('TypeError', `${what} must be set to a string object`);
  return v;
};

function defaultsTuple(f: Value): Value {
  return f.defaults === null || f.defaults.length === 0 ? None : new PyTuple(f.defaults);
}
function setDefaults(f: Value, v: Value): void {
  f.naming = null;
  if (v === undefined || v === None) f.defaults = null;
  else if (v instanceof PyTuple) f.defaults = v.a;
  else throw raise('TypeError', '__defaults__ must be set to a tuple object');
}
export const functionType = define('function', {
  identity: true,
  shape: PyFunction,
  hasDict: true,
  final: true,
  statics: {
    '__new__(cls, code, globals, name=None, argdefs=None, closure=None)'() {
      throw raise(
        'NotImplementedError',
        'making a function from a code object is not part of this Python: def and lambda make functions',
      );
    },
  },
  methods: {
    '__repr__(self, /)': (f) => `<function ${since(303) ? f.qualname : f.name} at ${address(f)}>`,
    '__call__(self, /, *args, **kw)': (f, args, kw) => f.tpcall(args, kw.size > 0 ? kw : null),
    '__get__(self, obj, type=None, /)': (f, o, t) =>
      o === None && t !== undefined && t !== None.cls ? f.tpget(undefined, t) : f.tpget(o, o.cls),
  },
  attributes: {
    __name__: [
      (f) => f.name,
      (f, v) => {
        f.name = text('__name__', v);
        nameWhatItMakes(f);
      },
    ],
    '__qualname__ @3.3+': [
      (f) => f.qualname,
      (f, v) => {
        f.qualname = text('__qualname__', v);
        nameWhatItMakes(f);
      },
    ],
    __module__: [
      (f) => f['@module'] ?? f.code.G.$__name__ ?? None,
      (f, v) => {
        f['@module'] = v ?? None;
      },
    ],
    __doc__: [
      (f) => f['@doc'] ?? f.code.f.doc ?? None,
      (f, v) => {
        f['@doc'] = v ?? None;
      },
    ],
    __code__: [
      (f) => f.code,
      (_f, v) => {
        if (!(v instanceof PyCode)) throw raise('TypeError', '__code__ must be set to a code object');
        throw raise('NotImplementedError', 'replacing the code of a function is not part of this Python');
      },
    ],
    __globals__: (f) => namespaceDict(f.code.G),
    '__builtins__ @3.10+': () => namespaceDict(R.builtins!),
    __defaults__: [defaultsTuple, setDefaults],
    '__kwdefaults__ @3.0+': [
      (f) => {
        if (f.kwdefaults === null || f.kwdefaults.size === 0) return None;
        const d = new PyDict();
        for (const [k, v] of f.kwdefaults) d.set(k, v);
        return d;
      },
      (f, v) => {
        f.naming = null;
        if (v === undefined || v === None) f.kwdefaults = null;
        else if (!(v instanceof PyDict)) throw raise('TypeError', '__kwdefaults__ must be set to a dict object');
        else f.kwdefaults = new Map(v.entries());
      },
    ],
    '__annotations__ @3.0+': [
      (f) => annotationsOf(f),
      (f, v) => {
        if (v === undefined || v === None) f.annotations = new PyDict();
        else if (!(v instanceof PyDict)) throw raise('TypeError', '__annotations__ must be set to a dict object');
        else f.annotations = v;
      },
    ],
    __closure__: (f) => closureOf(f),
    __dict__: [
      (f) => instanceDict(f),
      (f, v) => {
        if (v === undefined)
          throw raise('TypeError', since(300) ? 'cannot delete __dict__' : "function's dictionary may not be deleted");
        if (!(v instanceof PyDict))
          throw raise(
            'TypeError',
            since(300)
              ? `__dict__ must be set to a dictionary, not a '${v.cls.name}'`
              : "setting function's dictionary to a non-dict",
          );
        const d = instanceDict(f);
        const entries = v.entries();
        d.clear();
        for (const [k, x] of entries) d.set(k, x);
      },
    ],
    '__type_params__ @3.12+': [
      (f) => (f['@type_params'] ??= new PyTuple([])),
      (f, v) => {
        f['@type_params'] = v;
      },
    ],
  },
});
// In Python 2 they have these names too.
for (const name of ['name', 'doc', 'code', 'globals', 'defaults', 'closure', 'dict']) {
  const { read, write } = functionType.dict[`$__${name}__`];
  extend(functionType, { attributes: { [`func_${name} @2.7-`]: write === null ? read : [read, write] } });
}

/** Annotations arrive as [name, value, …], or as a thunk of it (3.14); the dict is made when first asked for. */
function annotationsOf(f: Value): Value {
  if (f.annotations instanceof PyDict) return f.annotations;
  const list: Value[] = typeof f.annotations === 'function' ? f.annotations() : (f.annotations ?? []);
  const d = new PyDict();
  for (let i = 0; i < list.length; i += 2) d.set(list[i], list[i + 1]);
  f.annotations = d;
  return d;
}
export class PyCell extends PyObject {
  read: () => Value;
  write: (v: Value) => void;
  constructor(read: () => Value, write: (v: Value) => void) {
    super();
    this.read = read;
    this.write = write;
  }
}
define('cell', {
  shape: PyCell,
  statics: {
    '__new__(cls, contents=None, /)'(_cls, v) {
      let held = v;
      return new PyCell(
        () => held,
        (x) => {
          held = x;
        },
      );
    },
  },
  methods: {
    '__repr__(self, /)': (c) =>
      `<cell at ${address(c)}: ${c.read() === undefined ? 'empty' : `${c.read().cls.name} object at ${address(c.read())}`}>`,
    '__eq__(self, other, /)': (c, o) => (o instanceof PyCell ? c.read() === o.read() : NotImplemented),
  },
  attributes: {
    cell_contents: [
      (c) => {
        const v = c.read();
        if (v === undefined) throw raise('ValueError', 'Cell is empty');
        return v;
      },
      (c, v) => c.write(v),
    ],
  },
});
/** The compiler may lend a function its cells as [name, read, write, …]; without them only their number is known. */
function closureOf(f: Value): Value {
  const names: string[] = f.code.f.freevars;
  if (names.length === 0) return None;
  if (f.cells === undefined)
    f.cells = new PyTuple(
      names.map(
        (_, i) =>
          new PyCell(
            () => f.closure?.[i]?.[0]?.(),
            (v) => f.closure?.[i]?.[1]?.(v),
          ),
      ),
    );
  return f.cells;
}

/* ---- native functions ---- */

const nativeAttributes = {
  __name__: (f: Value) => f.name ?? f.f.name,
  '__qualname__ @3.3+': (f: Value) => (f.f ?? f).qualname,
  __doc__: (f: Value) => (f.f ?? f)['@doc'] ?? None,
  '__text_signature__ @3.3+': (f: Value) =>
    (f.f ?? f).text.slice((f.f ?? f).name.length).replace(/^\((self|cls)(, )?/, '($$$1$2'),
};
export const builtinFunction = define('builtin_function_or_method', {
  shape: Native,
  final: true,
  abstract: true,
  methods: {
    '__repr__(self, /)': (f) =>
      f.owner !== null && f.isStatic
        ? `<built-in method ${f.name} of type object at ${address(f.owner)}>`
        : `<built-in function ${f.name}>`,
    '__call__(self, /, *args, **kw)': (f, args, kw) => f.tpcall(args, kw.size > 0 ? kw : null),
    '__reduce__(self, /)': (f) => f.name,
  },
  attributes: {
    ...nativeAttributes,
    __self__: (f) => (f.owner !== null ? f.owner : R.importModule!(since(300) ? 'builtins' : '__builtin__')),
    __module__: (f) => f.module ?? (since(300) ? 'builtins' : '__builtin__'),
  },
});
define('method_descriptor', {
  shape: NativeMethod,
  final: true,
  abstract: true,
  methods: {
    '__repr__(self, /)': (f) =>
      f.isSlot
        ? `<slot wrapper '${f.name}' of '${f.owner.name}' objects>`
        : `<method '${f.name}' of '${f.owner.name}' objects>`,
    '__call__(self, /, *args, **kw)': (f, args, kw) => f.tpcall(args, kw.size > 0 ? kw : null),
    '__get__(self, obj, type=None, /)': (f, o) => (o === None ? f : f.tpget(o, o.cls)),
  },
  attributes: { ...nativeAttributes, __objclass__: (f) => f.owner },
});
define('builtin_method', {
  shape: NativeBound,
  final: true,
  abstract: true,
  methods: {
    '__repr__(self, /)'(b) {
      if (b.f.isSlot) return `<method-wrapper '${b.f.name}' of ${b.self.cls.name} object at ${address(b.self)}>`;
      return `<built-in method ${b.f.name} of ${b.self.cls.name} object at ${address(b.self)}>`;
    },
    '__call__(self, /, *args, **kw)': (b, args, kw) => b.tpcall(args, kw.size > 0 ? kw : null),
    '__eq__(self, other, /)': (b, o) =>
      o instanceof NativeBound
        ? b.f === o.f && (b.self === o.self || (!since(308) && b.f.isSlot && equal(b.self, o.self)))
        : NotImplemented,
    '__hash__(self, /)': (b) => b.f.name.length * 7919,
    '__reduce__(self, /)': (b) => new PyTuple([R.builtins!.$getattr, new PyTuple([b.self, b.f.name])]),
  },
  attributes: {
    ...nativeAttributes,
    __self__: (b) => b.self,
    __module__: () => None,
    __objclass__: (b) => (b.f.isSlot ? b.f.owner : undefined),
  },
}).name = 'builtin_function_or_method';
define('builtin_class_method', {
  shape: BoundToClass,
  final: true,
  abstract: true,
  methods: {
    '__repr__(self, /)': (b) => `<built-in method ${b.f.name} of type object at ${address(b.self)}>`,
    '__eq__(self, other, /)': (b, o) => (o instanceof BoundToClass ? b.f === o.f && b.self === o.self : NotImplemented),
    '__hash__(self, /)': (b) => b.f.name.length * 7919,
  },
  attributes: { ...nativeAttributes, __self__: (b) => b.self, __module__: () => None },
}).name = 'builtin_function_or_method';
define('classmethod_descriptor', {
  shape: NativeClassMethod,
  abstract: true,
  methods: {
    '__repr__(self, /)': (d) => `<method '${d.f.name}' of '${d.f.owner.name}' objects>`,
    '__get__(self, obj, type=None, /)': (d, o, t) => d.tpget(o, t === None || t === undefined ? o.cls : t),
    '__call__(self, cls, /, *args, **kw)': (d, cls, args, kw) =>
      d.tpget(undefined, cls).tpcall(args, kw.size > 0 ? kw : null),
  },
  attributes: { __name__: (d) => d.f.name, __objclass__: (d) => d.f.owner, __doc__: () => None },
});
define('native_staticmethod', { shape: NativeStatic, abstract: true, attributes: { __func__: (d) => d.f } }).name =
  'staticmethod';
for (const [name, shape] of [
  ['getset_descriptor', GetSet],
  ['member_descriptor', MemberDescriptor],
] as const)
  define(name, {
    shape,
    abstract: true,
    methods: {
      '__repr__(self, /)': (g) =>
        `<${name === 'getset_descriptor' ? 'attribute' : 'member'} '${g.name}' of '${g.owner.name}' objects>`,
      '__get__(self, obj, type=None, /)': (g, o) => (o === None ? g : g.tpget(o, o.cls)),
      '__set__(self, obj, value, /)': (g, o, v) => (g.tpset(o, v), None),
      '__delete__(self, obj, /)': (g, o) => (g.tpset(o, undefined), None),
    },
    attributes: {
      __name__: (g) => g.name,
      '__qualname__ @3.3+': (g) => `${g.owner.qualname}.${g.name}`,
      __objclass__: (g) => g.owner,
      __doc__: (g) => g['@doc'] ?? None,
    },
  });

/* ---- code, frame, traceback ---- */

const strings = (names: string[]): PyTuple => new PyTuple(names);
define('code', {
  shape: PyCode,
  abstract: true,
  methods: {
    '__repr__(self, /)': (c) =>
      `<code object ${c.f.name} at ${address(c)}, file "${c.f.filename}", line ${c.f.firstlineno}>`,
    '__eq__(self, other, /)': (c, o) => (o instanceof PyCode ? c.f === o.f : NotImplemented),
    '__hash__(self, /)': (c) => c.f.firstlineno * 31 + c.f.name.length,
    'co_positions(self, /) @3.11+': (c) =>
      new PyTuple(
        c.f.positions.split(';').map((_: string, i: number) => {
          const [a, b, x, y] = c.position(i);
          return new PyTuple([a, b, x, y]);
        }),
      ),
  },
  attributes: {
    co_name: (c) => c.f.name,
    'co_qualname @3.11+': (c) => c.f.qualname,
    co_filename: (c) => c.f.filename,
    co_firstlineno: (c) => c.f.firstlineno,
    co_argcount: (c) => c.f.argcount,
    'co_posonlyargcount @3.8+': (c) => c.f.posonlyargcount,
    'co_kwonlyargcount @3.0+': (c) => c.f.kwonlyargcount,
    co_flags: (c) => c.f.flags,
    co_varnames: (c) => strings(c.f.varnames),
    co_freevars: (c) => strings(c.f.freevars),
    co_cellvars: (c) => strings(c.f.cellvars),
    co_names: (c) => strings(c.f.names ?? []),
    co_nlocals: (c) => c.f.varnames.length,
    co_stacksize: () => 1,
    co_consts: (c) => new PyTuple([...(c.f.doc !== null ? [c.f.doc] : [None]), ...(c.f.consts ?? [])]),
  },
});
/** Generators are named after their function as it is called now (3.5); the name in its code is the one of the `def`. */
function nameWhatItMakes(f: PyFunction): void {
  if (!since(305) || (f.code.f.flags & (32 | 128 | 512)) === 0 || (f as Value)['@names'] === true) return;
  (f as Value)['@names'] = true;
  const make = f.js;
  f.js = (...args) => {
    const made = make(...args);
    made.name = f.name;
    made.qualname = f.qualname;
    return made;
  };
}
define('frame', {
  shape: Frame,
  abstract: true,
  methods: {
    '__repr__(self, /)': (f) =>
      `<frame at ${address(f)}, file '${f.code.f.filename}', line ${f.line ?? f.code.line(Math.max(0, f.l))}, code ${f.code.f.name}>`,
    'clear(self, /) @3.4+'(f) {
      if (f.l === -1) throw raise('RuntimeError', 'cannot clear an executing frame');
      const suspended = f.l > 0 && f.line === undefined;
      if (suspended && since(313)) throw raise('RuntimeError', 'cannot clear a suspended frame');
      f.locals = null;
      const owner = ownerOf(f);
      if (f.l === 0 && owner?.kind === 'coroutine') R.neverAwaited?.(f.code, owner);
      if (suspended) owner?.close();
      else if (owner !== undefined) f.l = -2;
      return None;
    },
  },
  attributes: {
    f_code: (f) => f.code,
    f_lineno: (f) => f.line ?? f.code.line(Math.max(0, f.l)),
    f_lasti: (f) => (f.l === 0 ? -1 : Math.abs(f.l) * 2),
    f_globals: (f) => namespaceDict(f.code.G),
    f_builtins: () => namespaceDict(R.builtins!),
    f_locals: (f) => frameLocals(f),
    f_back: (f) => f.back ?? None,
    f_trace: [
      (f) => f.tracer ?? None,
      (f, v) => {
        f.tracer = v === undefined ? None : v;
      },
    ],
  },
});
function frameLocals(f: Value): Value {
  if (f.locals === null) return f.code.f.name === '<module>' ? namespaceDict(f.code.G) : new PyDict();
  const d = new PyDict();
  for (const [k, v] of Object.entries(f.locals() as Record<string, Value>)) if (v !== undefined) d.set(k, v);
  return d;
}
export const tracebackType = define('traceback', {
  shape: Traceback,
  statics: {
    '__new__(cls, tb_next, tb_frame, tb_lasti, tb_lineno) @3.7+'(_cls, next, frame, lasti, lineno) {
      if (!(frame instanceof Frame))
        throw raise('TypeError', `traceback() argument 'tb_frame' must be frame, not ${frame.cls.name}`);
      const t = traceback(frame.code, lasti, next === None ? null : next);
      t.frame = frame;
      t.lineno = lineno;
      return t;
    },
  },
  attributes: {
    tb_next: [
      (t) => t.next ?? None,
      (t, v) => {
        if (v !== None && !(v instanceof Traceback))
          throw raise('TypeError', `expected traceback object or None, got '${v.cls.name}'`);
        for (let x: Value = v; x instanceof Traceback; x = x.next)
          if (x === t) throw raise('ValueError', 'traceback loop detected');
        t.next = v === None ? null : v;
      },
    ],
    tb_frame: (t) => {
      if (t.frame === null) {
        t.frame = $frame(t.code);
        t.frame.line = t.line;
        t.frame.l = -1;
      }
      return t.frame;
    },
    tb_lineno: (t) => t.line,
    tb_lasti: (t) => t.l * 2,
  },
});
