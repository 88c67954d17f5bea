/**
 * `BaseException`: what every exception has, and the traceback that it carries.
 * A Python exception is thrown as it is: an object of its class, no JavaScript Error (which would capture a stack each time).
 * Source: https://docs.python.org/3/library/exceptions.html, PEP 3134 (chaining).
 */
import type { PyCode } from './code-objects.ts';
import { define } from './define.ts';
import { E, plainException, raise } from './errors.ts';
import { instanceDict } from './instances.ts';
import type { PyType, Value } from './object.ts';
import { PyObject, callMethod, setattr } from './object.ts';
import { repr, str } from './repr.ts';
import { None } from './singletons.ts';
import { R } from './state.ts';
import { PyDict, PyList, PyTuple } from './values.ts';

/** One level of a traceback: the frame (by its code and position), and the next, deeper one. */
export class Traceback extends PyObject {
  declare code: PyCode;
  declare l: number;
  declare next: Traceback | null;
  /** Overrides the position's line. */
  declare lineno: number | null;
  declare frame: Value;
  get line(): number {
    return this.lineno ?? this.code.line(this.l);
  }
}

Object.assign(Traceback.prototype, { lineno: null, frame: null });
const tracebacks = Traceback.prototype;
export const traceback = (code: PyCode, l: number, next: Traceback | null): Traceback =>
  ({ __proto__: tracebacks, code, l, next }) as unknown as Traceback;

/** A bare exception, with the fields that every one has. */
export function allocException(cls: PyType): Value {
  return { __proto__: cls.proto, args: [], tb: null };
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
    // Where a subclass has a `__str__` of its own, that is asked.
    '__unicode__(self, /) @2.6-2.7'(self) {
      const { args } = self;
      const own = self.cls.dict.$__str__ !== BaseException.dict.$__str__;
      return R.builtins!.$unicode.call1(
        own
          ? callMethod(self, '$__str__', [])
          : args.length === 1
            ? args[0]
            : args.length === 0
              ? ''
              : new PyTuple(args),
      );
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
      const own = instanceDict(self);
      return new PyTuple([self.cls, new PyTuple(self.args), ...(own.keys().length > 0 ? [own] : [])]);
    },
    '__setstate__(self, state, /)'(self, state) {
      if (state === None) return None;
      if (!(state instanceof PyDict)) throw raise('TypeError', 'state is not a dictionary');
      for (const [k, v] of state.entries()) setattr(self, `$${k}`, v);
      return None;
    },
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
// Most exceptions need none of these. `seen`: the traceback's outermost entry is of the frame that is handling the exception.
Object.assign(BaseException.proto, { cause: null, context: null, suppress: false, seen: false, isException: true });
plainException.new = BaseException.dict.$__new__;
plainException.init = BaseException.dict.$__init__;
E.BaseException = BaseException;

function setTraceback(e: Value, tb: Value): void {
  if (tb !== None && !(tb instanceof Traceback)) throw raise('TypeError', '__traceback__ must be a traceback or None');
  e.tb = tb === None ? null : tb;
  e.seen = false;
}

/** Is it an exception? Old-style instances, which Python 2 can raise too, are none. */
export const isException = (v: Value): boolean => v.isException === true && v.isType === false;
/** Is it a class of exceptions? */
export const isExceptionClass = (v: Value): boolean => v.isType === true && v.dict.isException === true;
