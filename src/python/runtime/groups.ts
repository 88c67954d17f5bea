/** Exception groups and `except*`. Source: PEP 654. */
import { table } from './code.ts';
import { define, defineNames } from './define.ts';
import { E, raise } from './errors.ts';
import { BaseException, isException, isExceptionClass } from './base-exception.ts';
import { isStop } from './exceptions.ts';
import { items } from './iteration.ts';
import type { PyType, Value } from './object.ts';
import { getattr, isSubtype, isType, makeClass, own, type } from './object.ts';
import { $truth } from './truth.ts';
import { repr } from './repr.ts';
import { None } from './singletons.ts';
import { R } from './state.ts';
import { PyList, PyTuple } from './values.ts';

/** A test made of a class, a tuple of classes, or a function. Errors: TypeError. */
function matcher(condition: Value): (e: Value) => boolean {
  if (isExceptionClass(condition)) return (e) => isSubtype(e.cls, condition);
  if (condition instanceof PyTuple && condition.a.length > 0 && condition.a.every(isExceptionClass))
    return (e) => condition.a.some((c) => isSubtype(e.cls, c));
  if (!isType(condition) && condition.cls.dict.$__call__ !== undefined)
    return (e) => $truth(condition.tpcall([e], null));
  throw raise('TypeError', 'expected a function, exception type or tuple of exception types');
}
/** A group like `g` with other exceptions: by its own `derive`, with the metadata copied. */
function deriveLike(g: Value, inner: Value[]): Value {
  const d = getattr(g, '$derive').tpcall([new PyList(inner)], null);
  if (d.group === undefined) throw raise('TypeError', 'derive must return an instance of BaseExceptionGroup');
  d.tb = g.tb;
  d.context = g.context;
  d.cause = g.cause;
  d.suppress = g.suppress;
  const notes = own(g, '$__notes__') ? g.$__notes__ : undefined;
  if (notes !== undefined && notes.cls.dict.$__iter__ !== undefined && notes.a !== undefined)
    d.$__notes__ = new PyList(notes.a.slice());
  return d;
}
/** [matching part, rest]; null for an empty one. */
export function split(e: Value, test: (e: Value) => boolean): [Value, Value] {
  if (test(e)) return [e, null];
  if (e.group === undefined) return [null, e];
  const yes: Value[] = [];
  const no: Value[] = [];
  for (const x of e.group) {
    const [m, r] = split(x, test);
    if (m !== null) yes.push(m);
    if (r !== null) no.push(r);
  }
  return [yes.length > 0 ? deriveLike(e, yes) : null, no.length > 0 ? deriveLike(e, no) : null];
}
const orNone = (v: Value): Value => v ?? None;

function make(cls: PyType, args: Value[]): Value {
  if (args.length !== 2)
    throw raise('TypeError', `BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`);
  const [message, list] = args;
  if (typeof message !== 'string' && message.isStr !== true)
    throw raise('TypeError', `BaseExceptionGroup.__new__() argument 1 must be str, not ${message.cls.name}`);
  if (
    !(list instanceof PyList || list instanceof PyTuple) &&
    (list.cls.dict.$__getitem__ === undefined ||
      list.cls.dict.$__len__ === undefined ||
      list.d !== undefined ||
      list.h !== undefined)
  )
    throw raise('TypeError', 'second argument (exceptions) must be a sequence');
  const inner = items(list);
  if (inner.length === 0) throw raise('ValueError', 'second argument (exceptions) must be a non-empty sequence');
  inner.forEach((x, i) => {
    if (!isException(x)) throw raise('ValueError', `Item ${i} of second argument (exceptions) is not an exception`);
  });
  const plain = inner.every((x) => isStop(x, 'Exception'));
  let c = cls;
  if (cls === BaseExceptionGroup && plain) c = ExceptionGroup;
  else if (!plain && isSubtype(cls, E.Exception!))
    throw raise(
      'TypeError',
      cls === ExceptionGroup
        ? 'Cannot nest BaseExceptions in an ExceptionGroup'
        : `Cannot nest BaseExceptions in '${cls.name}'`,
    );
  const e = c.alloc(c);
  e.args = args;
  e.message = message;
  e.group = inner;
  return e;
}
export const BaseExceptionGroup = define('BaseExceptionGroup', {
  base: BaseException,
  alloc: BaseException.alloc,
  hasDict: true,
  statics: { '__new__(cls, *args, **kw)': make },
  methods: {
    '__init__(self, *args, **kw)': () => None,
    '__str__(self, /)': (e) => `${e.message} (${e.group.length} sub-exception${e.group.length === 1 ? '' : 's'})`,
    '__repr__(self, /)': (e) =>
      `${e.cls.name}(${repr(e.message)}, ${repr(e.args[1] instanceof PyTuple ? new PyTuple(e.group) : new PyList(e.group))})`,
    'derive(self, excs, /)': (e, list) => BaseExceptionGroup.tpcall([e.message, list], null),
    'split(self, condition, /)'(e, condition) {
      const [m, r] = split(e, matcher(condition));
      return new PyTuple([orNone(m), orNone(r)]);
    },
    'subgroup(self, condition, /)': (e, condition) => orNone(split(e, matcher(condition))[0]),
  },
  classMethods: { '__class_getitem__(cls, item, /)': (cls, item) => R.alias!(cls, item) },
  attributes: { message: (e) => e.message, exceptions: (e) => new PyTuple(e.group) },
});
const ExceptionGroup = makeClass(
  type,
  'ExceptionGroup',
  [BaseExceptionGroup, E.Exception!],
  {},
  BaseExceptionGroup,
  true,
);
ExceptionGroup.heap = false;
ExceptionGroup.module = 'builtins';
ExceptionGroup.alloc = BaseException.alloc;
E.BaseExceptionGroup = BaseExceptionGroup;
E.ExceptionGroup = ExceptionGroup;
defineNames(R.builtins!, { 'BaseExceptionGroup @3.11+': BaseExceptionGroup, 'ExceptionGroup @3.11+': ExceptionGroup });

/* ---- except* ---- */

interface Group {
  /** What was raised. */
  e: Value;
  /** What no clause has taken yet; null when nothing is left. */
  rest: Value;
  /** Raised by the clauses. */
  raised: Value[];
}
const $group = (e: Value): Group => ({ e, rest: e, raised: [] });

/** The part that a clause takes, as a group (a bare exception is wrapped in one). Errors: TypeError. */
function $groupmatch(g: Group, t: Value): Value {
  for (const c of t instanceof PyTuple ? t.a : [t]) {
    if (!isExceptionClass(c))
      throw raise('TypeError', 'catching classes that do not inherit from BaseException is not allowed');
    if (isSubtype(c, BaseExceptionGroup))
      throw raise('TypeError', 'catching ExceptionGroup with except* is not allowed. Use except instead.');
  }
  if (g.rest === null) return undefined;
  const test = matcher(t);
  if (g.rest.group === undefined) {
    if (!test(g.rest)) return undefined;
    const whole = BaseExceptionGroup.tpcall(['', new PyTuple([g.rest])], null);
    // The naked exception's traceback stays its own; the group that wraps it has none.
    g.rest = null;
    return whole;
  }
  const [m, r] = split(g.rest, test);
  if (m === null) return undefined;
  g.rest = r;
  return m;
}
function $groupraise(g: Group, e: Value): void {
  g.raised.push(e);
}
/** All leaves of an exception tree, by identity. */
function leaves(e: Value, into: Set<Value>): Set<Value> {
  if (e.group === undefined) into.add(e);
  else for (const x of e.group) leaves(x, into);
  return into;
}
function sameMeta(a: Value, b: Value): boolean {
  const notes = (e: Value): Value => (own(e, '$__notes__') ? e.$__notes__ : undefined);
  return notes(a) === notes(b) && a.tb === b.tb && a.cause === b.cause && a.context === b.context;
}
/** The part of `orig` made of exactly these leaves. */
function projection(orig: Value, keep: Set<Value>): Value {
  return split(orig, (e) => e.group === undefined && keep.has(e))[0];
}
/** What must be raised at the end. Source: PEP 654, "Raising exceptions in an except* block". */
function $groupend(g: Group): Value {
  if (g.raised.length === 0) return g.rest ?? undefined;
  const raised: Value[] = [];
  const reraised: Value[] = g.rest !== null ? [g.rest] : [];
  for (const e of g.raised)
    (e.group !== undefined && g.e.group !== undefined && sameMeta(e, g.e) ? reraised : raised).push(e);
  let again: Value = null;
  if (reraised.length > 0 && g.e.group !== undefined) {
    const keep = new Set<Value>();
    for (const e of reraised) leaves(e, keep);
    again = projection(g.e, keep);
  } else if (reraised.length > 0) again = reraised[0];
  if (raised.length === 0) return again ?? undefined;
  const all = again === null ? raised : [...raised, again];
  if (all.length === 1) return all[0];
  return BaseExceptionGroup.tpcall(['', new PyList(all)], null);
}
Object.assign(table, { $group, $groupmatch, $groupraise, $groupend });
