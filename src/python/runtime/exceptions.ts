/**
 * The built-in exception classes, and what compiled code does with exceptions: raise, catch, match, chain.
 * A Python exception is thrown as it is: an object of its class, no JavaScript Error (which would capture a stack each time).
 * Source: https://docs.python.org/3/library/exceptions.html, PEP 3134 (chaining), PEP 3109 (raising), PEP 654 (groups).
 */
import type { PyCode } from './call.ts';
import { Native } from './call.ts';
import { define, extend } from './define.ts';
import { E, fromJavaScript, plainException, raise } from './errors.ts';
import type { PyType, Value } from './object.ts';
import { PyObject, isSubtype, isType, makeClass, object, type } from './object.ts';
import { repr, str } from './repr.ts';
import { None } from './singletons.ts';
import { R, since } from './state.ts';
import { PyList, PyTuple } from './values.ts';

/** One level of a traceback: the frame (by its code and position), and the next, deeper one. */
export class Traceback extends PyObject {
  code: PyCode;
  l: number;
  next: Traceback | null;
  /** Overrides the position's line. */
  lineno: number | null = null;
  frame: Value = null;
  constructor(code: PyCode, l: number, next: Traceback | null) {
    super();
    this.code = code;
    this.l = l;
    this.next = next;
  }
  get line(): number {
    return this.lineno ?? this.code.line(this.l);
  }
}

function allocException(cls: PyType): Value {
  return {
    __proto__: cls.proto,
    args: [],
    cause: null,
    context: null,
    suppress: false,
    tb: null,
    // True while the traceback's outermost entry is of the frame that is handling the exception.
    seen: false,
  };
}
export const BaseException: PyType = define('BaseException', {
  alloc: allocException,
  hasDict: true,
  statics: {
    '__new__(cls, *args, **kw)'(cls: PyType, args: Value[]) {
      const e = cls.alloc(cls);
      e.args = args;
      return e;
    },
  },
  methods: {
    '__init__(self, *args)'(self, args: Value[]) {
      self.args = args;
      return None;
    },
    '__repr__(self, /)'(self) {
      const inner =
        self.args.length === 1 && !(self.args.length === 1 && R.version < 307) ? repr(self.args[0]) : undefined;
      if (inner !== undefined) return `${self.cls.name}(${inner})`;
      if (self.args.length === 0) return `${self.cls.name}()`;
      return `${self.cls.name}${repr(new PyTuple(self.args))}`;
    },
    '__str__(self, /)'(self) {
      if (self.args.length === 0) return '';
      return self.args.length === 1 ? str(self.args[0]) : repr(new PyTuple(self.args));
    },
    'with_traceback(self, tb, /) @3.0+'(self, tb) {
      setTraceback(self, tb);
      return self;
    },
    'add_note(self, note, /) @3.11+'(self, note) {
      if (typeof note !== 'string') throw raise('TypeError', `add_note() argument must be str, not ${note.cls.name}`);
      if (!Object.hasOwn(self, '$__notes__')) self.$__notes__ = new PyList([]);
      if (!(self.$__notes__ instanceof PyList)) throw raise('TypeError', 'Cannot add note: __notes__ is not a list');
      self.$__notes__.a.push(note);
      return None;
    },
    '__reduce__(self, /)'(self) {
      return new PyTuple([self.cls, new PyTuple(self.args)]);
    },
    '__setstate__(self, state, /)': () => None,
    '__getitem__(self, index, /) @2.7-'(self, i) {
      return new PyTuple(self.args).cls.dict.$__getitem__.js(new PyTuple(self.args), i);
    },
  },
  attributes: {
    args: [
      (e) => new PyTuple(e.args),
      (e, v) => {
        if (v === undefined) throw raise('TypeError', 'args may not be deleted');
        e.args = R.items!(v);
      },
    ],
    '__cause__ @3.0+': [
      (e) => e.cause ?? None,
      (e, v) => {
        if (v === undefined) throw raise('TypeError', '__cause__ may not be deleted');
        if (v !== None && !isException(v))
          throw raise('TypeError', 'exception cause must be None or derive from BaseException');
        e.cause = v === None ? null : v;
        e.suppress = true;
      },
    ],
    '__context__ @3.0+': [
      (e) => e.context ?? None,
      (e, v) => {
        if (v === undefined) throw raise('TypeError', '__context__ may not be deleted');
        if (v !== None && !isException(v))
          throw raise('TypeError', 'exception context must be None or derive from BaseException');
        e.context = v === None ? null : v;
        // The program has said where the chain ends: see $chain.
        e.chainEnds = v === None;
      },
    ],
    '__suppress_context__ @3.3+': [
      (e) => e.suppress,
      (e, v) => {
        e.suppress = v === true;
      },
    ],
    '__traceback__ @3.0+': [
      (e) => e.tb ?? None,
      (e, v) => {
        if (v === undefined) throw raise('TypeError', '__traceback__ may not be deleted');
        setTraceback(e, v);
      },
    ],
    'message @2.5-2.7': [
      (e) => e['@message'] ?? (e.args.length === 1 ? e.args[0] : ''),
      (e, v) => {
        e['@message'] = v;
      },
    ],
  },
});
plainException.new = BaseException.dict.$__new__;
plainException.init = BaseException.dict.$__init__;
E.BaseException = BaseException;

function setTraceback(e: Value, tb: Value): void {
  if (tb !== None && !(tb instanceof Traceback)) throw raise('TypeError', '__traceback__ must be a traceback or None');
  e.tb = tb === None ? null : tb;
  e.seen = false;
}

/** The hierarchy, each line `Name: Base`, with the eras that have it. Source: the library reference, and the "What's new" of each release. */
const hierarchy = `
SystemExit: BaseException
KeyboardInterrupt: BaseException
GeneratorExit: BaseException
Exception: BaseException
StopIteration: Exception
StopAsyncIteration: Exception
StandardError: Exception
ArithmeticError: Exception
FloatingPointError: ArithmeticError
OverflowError: ArithmeticError
ZeroDivisionError: ArithmeticError
AssertionError: Exception
AttributeError: Exception
BufferError: Exception
EOFError: Exception
ImportError: Exception
ModuleNotFoundError: ImportError
LookupError: Exception
IndexError: LookupError
KeyError: LookupError
MemoryError: Exception
NameError: Exception
UnboundLocalError: NameError
OSError: Exception
BlockingIOError: OSError
ChildProcessError: OSError
ConnectionError: OSError
BrokenPipeError: ConnectionError
ConnectionAbortedError: ConnectionError
ConnectionRefusedError: ConnectionError
ConnectionResetError: ConnectionError
FileExistsError: OSError
FileNotFoundError: OSError
InterruptedError: OSError
IsADirectoryError: OSError
NotADirectoryError: OSError
PermissionError: OSError
ProcessLookupError: OSError
TimeoutError: OSError
ReferenceError: Exception
RuntimeError: Exception
NotImplementedError: RuntimeError
PythonFinalizationError: RuntimeError
RecursionError: RuntimeError
SyntaxError: Exception
IndentationError: SyntaxError
TabError: IndentationError
SystemError: Exception
TypeError: Exception
ValueError: Exception
UnicodeError: ValueError
UnicodeDecodeError: UnicodeError
UnicodeEncodeError: UnicodeError
UnicodeTranslateError: UnicodeError
Warning: Exception
BytesWarning: Warning
DeprecationWarning: Warning
EncodingWarning: Warning
FutureWarning: Warning
ImportWarning: Warning
PendingDeprecationWarning: Warning
ResourceWarning: Warning
RuntimeWarning: Warning
SyntaxWarning: Warning
UnicodeWarning: Warning
UserWarning: Warning
`;
for (const line of hierarchy.trim().split('\n')) {
  const [name, base] = line.split(': ') as [string, string];
  const t = makeClass(type, name, [E[base]!], {}, BaseException, true);
  t.heap = false;
  t.module = 'builtins';
  t.alloc = allocException;
  E[name] = t;
}
/** When each exception's name arrived or went: read by builtins.ts. */
export const exceptionEras: Record<string, string> = {
  StopIteration: '2.2+',
  StopAsyncIteration: '3.5+',
  GeneratorExit: '2.5+',
  StandardError: '2.7-',
  ModuleNotFoundError: '3.6+',
  RecursionError: '3.5+',
  BlockingIOError: '3.3+',
  ChildProcessError: '3.3+',
  ConnectionError: '3.3+',
  BrokenPipeError: '3.3+',
  ConnectionAbortedError: '3.3+',
  ConnectionRefusedError: '3.3+',
  ConnectionResetError: '3.3+',
  FileExistsError: '3.3+',
  FileNotFoundError: '3.3+',
  InterruptedError: '3.3+',
  IsADirectoryError: '3.3+',
  NotADirectoryError: '3.3+',
  PermissionError: '3.3+',
  ProcessLookupError: '3.3+',
  TimeoutError: '3.3+',
  PythonFinalizationError: '3.13+',
  BytesWarning: '2.6+',
  EncodingWarning: '3.10+',
  ResourceWarning: '3.2+',
  ImportWarning: '2.5+',
  UnicodeWarning: '2.5+',
  PendingDeprecationWarning: '2.3+',
  FutureWarning: '2.3+',
  BufferError: '2.6+',
  ReferenceError: '2.2+',
  BaseException: '2.5+',
  UnicodeDecodeError: '2.3+',
  UnicodeEncodeError: '2.3+',
  UnicodeTranslateError: '2.3+',
  BaseExceptionGroup: '3.11+',
  ExceptionGroup: '3.11+',
  Warning: '2.1+',
  UserWarning: '2.1+',
  DeprecationWarning: '2.1+',
  SyntaxWarning: '2.1+',
  RuntimeWarning: '2.1+',
  IndentationError: '2.0+',
  TabError: '2.0+',
  UnboundLocalError: '2.0+',
};

/** Members with a default of None, as CPython's exception structs have them. */
function members(name: string, names: string[]): void {
  const t = E[name]!;
  for (const m of names)
    extend(t, {
      attributes: {
        [m]: [
          (e: Value) => e[`@${m}`] ?? None,
          (e: Value, v: Value) => {
            e[`@${m}`] = v;
          },
        ],
      },
    });
}
members('SystemExit', ['code']);
members('StopIteration', ['value']);
members('AttributeError', ['name', 'obj']);
members('NameError', ['name']);
members('ImportError', ['name', 'path', 'msg', 'name_from']);
members('SyntaxError', [
  'msg',
  'filename',
  'lineno',
  'offset',
  'text',
  'end_lineno',
  'end_offset',
  'print_file_and_line',
]);
members('OSError', ['errno', 'strerror', 'filename', 'filename2']);
for (const n of ['UnicodeDecodeError', 'UnicodeEncodeError', 'UnicodeTranslateError'])
  members(n, ['encoding', 'object', 'start', 'end', 'reason']);

/** Constructors that keep their arguments under names. */
function initialiser(name: string, init: (e: Value, args: Value[], kw: Map<string, Value>) => void): void {
  extend(E[name]!, {
    methods: {
      '__init__(self, *args, **kw)'(self, args: Value[], kw: Map<string, Value>) {
        self.args = args;
        init(self, args, kw);
        return None;
      },
    },
  });
}
const only = (e: Value, kw: Map<string, Value>, ...names: string[]): void => {
  for (const [k, v] of kw) {
    if (!names.includes(k))
      throw raise(
        'TypeError',
        since(313)
          ? `${e.cls.name}() got an unexpected keyword argument '${k}'`
          : names.length
            ? `'${k}' is an invalid keyword argument for ${e.cls.name}()`
            : `${e.cls.name}() takes no keyword arguments`,
      );
    e[`@${k}`] = v;
  }
};
initialiser('SystemExit', (e, args) => {
  e['@code'] = args.length === 0 ? None : args.length === 1 ? args[0] : new PyTuple(args);
});
initialiser('StopIteration', (e, args) => {
  e['@value'] = args[0] ?? None;
});
initialiser('AttributeError', (e, _args, kw) => only(e, kw, 'name', 'obj'));
initialiser('NameError', (e, _args, kw) => only(e, kw, 'name'));
initialiser('ImportError', (e, args, kw) => {
  only(e, kw, 'name', 'path', 'name_from');
  e['@msg'] = args.length === 1 ? args[0] : None;
});
initialiser('SyntaxError', (e, args) => {
  if (args.length > 0) e['@msg'] = args[0];
  if (args.length === 2) {
    const info = R.items!(args[1]);
    ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset'].forEach((n, i) => {
      if (info[i] !== undefined) e[`@${n}`] = info[i];
    });
  }
});
extend(E.SyntaxError!, {
  methods: {
    '__str__(self, /)'(self) {
      const msg = self['@msg'] ?? None;
      const file = self['@filename'];
      const line = self['@lineno'];
      const text = str(msg);
      const base = typeof file === 'string' ? file.slice(file.lastIndexOf('/') + 1) : undefined;
      if (base !== undefined && typeof line === 'number') return `${text} (${base}, line ${line})`;
      if (base !== undefined) return `${text} (${base})`;
      return typeof line === 'number' ? `${text} (line ${line})` : text;
    },
  },
});
extend(E.ImportError!, {
  methods: {
    '__str__(self, /)': (self) =>
      typeof self['@msg'] === 'string' ? self['@msg'] : E.BaseException!.dict.$__str__.js(self),
  },
});
extend(E.KeyError!, {
  methods: {
    '__str__(self, /)': (self) =>
      self.args.length === 1 ? repr(self.args[0]) : E.BaseException!.dict.$__str__.js(self),
  },
});
/** errno → the subclass of OSError that it means. Source: PEP 3151. */
const byErrno: Record<number, string> = {
  11: 'BlockingIOError',
  115: 'BlockingIOError',
  114: 'BlockingIOError',
  10: 'ChildProcessError',
  32: 'BrokenPipeError',
  108: 'BrokenPipeError',
  103: 'ConnectionAbortedError',
  111: 'ConnectionRefusedError',
  104: 'ConnectionResetError',
  17: 'FileExistsError',
  2: 'FileNotFoundError',
  4: 'InterruptedError',
  21: 'IsADirectoryError',
  20: 'NotADirectoryError',
  13: 'PermissionError',
  1: 'PermissionError',
  3: 'ProcessLookupError',
  110: 'TimeoutError',
};
extend(E.OSError!, {
  statics: {
    '__new__(cls, *args, **kw)'(cls: PyType, args: Value[]) {
      let c = cls;
      if (since(303) && cls === E.OSError && args.length >= 2 && typeof args[0] === 'number')
        c = E[byErrno[args[0]] ?? 'OSError']!;
      const e = c.alloc(c);
      fillOSError(e, args);
      return e;
    },
  },
  methods: {
    '__init__(self, *args, **kw)'(self, args: Value[]) {
      if (self.args.length === 0 && args.length > 0) fillOSError(self, args);
      return None;
    },
    '__str__(self, /)'(self) {
      const { '@errno': n, '@strerror': s, '@filename': f, '@filename2': f2 } = self;
      if (n !== undefined && s !== undefined) {
        if (f !== undefined && f !== None)
          return `[Errno ${str(n)}] ${str(s)}: ${repr(f)}${f2 !== undefined && f2 !== None ? ` -> ${repr(f2)}` : ''}`;
        return `[Errno ${str(n)}] ${str(s)}`;
      }
      return E.BaseException!.dict.$__str__.js(self);
    },
  },
});
function fillOSError(e: Value, args: Value[]): void {
  e.args = args;
  if (args.length >= 2 && args.length <= 5) {
    e['@errno'] = args[0];
    e['@strerror'] = args[1];
    if (args[2] !== undefined && args[2] !== None) {
      e['@filename'] = args[2];
      if (args[4] !== undefined) e['@filename2'] = args[4];
      e.args = args.slice(0, 2);
    }
  }
}
initialiser('UnicodeDecodeError', unicodeInit);
initialiser('UnicodeEncodeError', unicodeInit);
initialiser('UnicodeTranslateError', (e, args) => unicodeInit(e, [None, ...args]));
function unicodeInit(e: Value, args: Value[]): void {
  if (args.length !== 5) throw raise('TypeError', `function takes exactly 5 arguments (${args.length} given)`);
  ['encoding', 'object', 'start', 'end', 'reason'].forEach((n, i) => {
    e[`@${n}`] = args[i];
  });
}
extend(E.UnicodeDecodeError!, {
  methods: {
    '__str__(self, /)'(e) {
      if (e['@object'] === undefined) return '';
      const [start, end] = [e['@start'], e['@end']];
      const text: string = e['@object'].s ?? e['@object'];
      if (end === start + 1)
        return `'${e['@encoding']}' codec can't decode byte 0x${text.charCodeAt(start).toString(16).padStart(2, '0')} in position ${start}: ${str(e['@reason'])}`;
      return `'${e['@encoding']}' codec can't decode bytes in position ${start}-${end - 1}: ${str(e['@reason'])}`;
    },
  },
});
extend(E.UnicodeEncodeError!, {
  methods: {
    '__str__(self, /)'(e) {
      if (e['@object'] === undefined) return '';
      const [start, end] = [e['@start'], e['@end']];
      const chars = [...(e['@object'].v ?? e['@object'])];
      if (end === start + 1) {
        const c = (chars[start] ?? '').codePointAt(0) ?? 0;
        const shown =
          c <= 0xff
            ? `\\x${c.toString(16).padStart(2, '0')}`
            : c <= 0xffff
              ? `\\u${c.toString(16).padStart(4, '0')}`
              : `\\U${c.toString(16).padStart(8, '0')}`;
        return `'${e['@encoding']}' codec can't encode character ${since(300) ? '' : 'u'}'${shown}' in position ${start}: ${str(e['@reason'])}`;
      }
      return `'${e['@encoding']}' codec can't encode characters in position ${start}-${end - 1}: ${str(e['@reason'])}`;
    },
  },
});

/** Eras whose hierarchy differs: called when a program's era is set. Before 3.3 RuntimeError was RecursionError's place, StandardError stood between. */
export const isException = (v: Value): boolean => v instanceof PyObject && v.cls.mro.includes(BaseException);
export const isExceptionClass = (v: Value): boolean => isType(v) && isSubtype(v, BaseException);
/** Is `e` a Python exception of the named built-in class? */
export function isStop(e: Value, name: string): boolean {
  return e instanceof PyObject && (e.cls === E[name] || e.cls.mro.includes(E[name]!));
}
export const stopValue = (e: Value): Value => e['@value'] ?? e.args[0] ?? None;

/** Sets `__context__`, breaking a cycle that this would close. */
export function setContext(e: Value, context: Value): void {
  if (context === null || context === e) return;
  for (let o = context; o.context !== null; o = o.context)
    if (o.context === e) {
      o.context = null;
      break;
    }
  e.context = context;
}

/* ---- what compiled code calls ---- */

/** JavaScript's own errors become Python's; the frame's traceback entry is added unless this frame already did. */
export function normalise(e: Value, code: PyCode, l: number): Value {
  if (!(e instanceof PyObject)) e = fromJavaScript(e);
  if (e.seen === true) e.seen = false;
  else if (!code.native) e.tb = new Traceback(code, e.at ?? l, e.tb);
  if (e.at !== undefined) e.at = undefined;
  return e;
}
/** Function-level catch: the exception leaves this frame. */
export const $tb = normalise;
/** Caught, or passing a `finally`, in this frame. */
export function $exc(e: Value, code: PyCode, l: number): Value {
  return normalise(e, code, l);
}
/** Rethrown by the frame that caught it: its entry is there already. */
export function $again(e: Value): Value {
  e.seen = true;
  return e;
}
/**
 * What a suspended body gets instead of a value while it handles `e`. Thrown in from outside, it has `e` for its context since 3.9. Raised by what the
 * body delegates to (`fresh`), it began below the handler: `e` is where its chain of contexts goes on, in every version.
 */
export function $chain(x: Value, e: Value): void {
  if (!isException(x)) return;
  const raisedBelow = x.fresh === true;
  if (raisedBelow) x.fresh = false;
  if (e === null) return;
  if (!raisedBelow) {
    if (since(309)) setContext(x, e);
    return;
  }
  let last = x;
  while (last !== e && last.context !== null) last = last.context;
  if (last !== e && last.chainEnds !== true) setContext(last, e);
}
export const $stopped = (e: Value): boolean => isStop(e, 'StopAsyncIteration');

/** Turns what stands after `raise` into an exception. Errors: TypeError. */
function instantiate(v: Value, what: string): Value {
  if (isExceptionClass(v)) {
    const e = v.tpcall([], null);
    if (!isException(e))
      throw raise(
        'TypeError',
        `calling ${repr(v)} should have returned an instance of BaseException, not ${since(303) ? repr(e.cls) : e.cls.name}`,
      );
    return e;
  }
  if (isException(v)) return v;
  throw raise('TypeError', what);
}
export const mustDerive = (): string =>
  since(300)
    ? 'exceptions must derive from BaseException'
    : 'exceptions must be old-style classes or derived from BaseException, not ';

export function $raise(v: Value, cause?: Value): Value {
  const e = instantiate(v, mustDerive());
  if (cause !== undefined) {
    if (cause === None) e.cause = null;
    else e.cause = instantiate(cause, 'exception causes must derive from BaseException');
    e.suppress = true;
  }
  e.seen = false;
  e.chainEnds = false;
  if (R.ex !== null) setContext(e, R.ex);
  return e;
}
/** A bare `raise`. Errors: RuntimeError when nothing is being handled. */
export function $reraise(): Value {
  if (R.ex === null)
    return since(300)
      ? raise('RuntimeError', 'No active exception to reraise')
      : raise('TypeError', 'exceptions must be old-style classes or derived from BaseException, not NoneType');
  R.ex.seen = true;
  return R.ex;
}
/** Python 2's `raise type, value, traceback`. */
export function $raise2(t: Value, v: Value = None, tb: Value = None): Value {
  let e: Value;
  if (isExceptionClass(t)) {
    if (isException(v) && isSubtype(v.cls, t)) e = v;
    else e = t.tpcall(v === None ? [] : v instanceof PyTuple ? v.a : [v], null);
  } else if (isException(t)) {
    if (v !== None) throw raise('TypeError', 'instance exception may not have a separate value');
    e = t;
  } else if (R.oldInstance?.(t, v) !== undefined) e = R.oldInstance(t, v);
  else
    throw raise('TypeError', `exceptions must be old-style classes or derived from BaseException, not ${t.cls.name}`);
  e.seen = false;
  if (tb !== None) e.tb = tb;
  else if (e.tb !== null && R.version < 300) e.tb = null;
  return e;
}

/** Does the exception match what stands after `except`? Errors: TypeError for something that is no exception class. */
export function $match(e: Value, t: Value): boolean {
  if (t instanceof PyTuple) {
    for (const one of t.a) if ($match(e, one)) return true;
    return false;
  }
  if (isType(t)) {
    if (since(300) && !isSubtype(t, BaseException)) throw raise('TypeError', notCatchable);
    return e.cls === t || e.cls.mro.includes(t);
  }
  if (since(300)) throw raise('TypeError', notCatchable);
  return e.thrown !== undefined ? e.thrown === t : false;
}
const notCatchable = 'catching classes that do not inherit from BaseException is not allowed';

export const $assertfail = (msg?: Value): Value => raise('AssertionError', ...(msg === undefined ? [] : [msg]));
export function $nameerror(name: string): never {
  const e = raise(
    'NameError',
    since(300) ? `name '${name}' is not defined` : R.version >= 204 ? `name '${name}' is not defined` : name,
  );
  e['@name'] = name;
  throw e;
}
export function $unbound(name: string): never {
  throw raise(
    'UnboundLocalError',
    since(311)
      ? `cannot access local variable '${name}' where it is not associated with a value`
      : R.version >= 202
        ? `local variable '${name}' referenced before assignment`
        : name,
  );
}
export function $unboundfree(name: string): never {
  throw raise(
    'NameError',
    since(311)
      ? `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`
      : `free variable '${name}' referenced before assignment in enclosing scope`,
  );
}
export { object, Native };
