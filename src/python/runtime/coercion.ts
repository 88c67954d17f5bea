/**
 * Coercion, as Python 2 had it: before an operator of an old-style instance the two operands are brought to a common type by `__coerce__`, and what is
 * compared by neither side's methods is, too. New-style classes have it for `coerce()` and comparison only.
 * Source: https://docs.python.org/2/reference/datamodel.html#coercion-rules.
 */
import { raise } from './errors.ts';
import type { Value } from './object.ts';
import { callMethod, isType } from './object.ts';
import { None, NotImplemented } from './singletons.ts';
import { PyTuple } from './values.ts';

type Binary = (a: Value, b: Value) => Value;

/** An instance of an old-style class. */
export const isOld = (v: Value): boolean => v.cls.oldStyle === true && !isType(v);
const ownCoercion = (v: Value): boolean => {
  const f = v.cls.heap === true ? v.cls.dict.$__coerce__ : undefined;
  return f !== undefined && f.native !== true;
};
/** Whether a class of the program's says how one of the two is coerced. */
export const coerces = (a: Value, b: Value): boolean => ownCoercion(a) || ownCoercion(b);
/** The same, where only old-style instances count. */
export const coercesOld = (a: Value, b: Value): boolean => (isOld(a) && ownCoercion(a)) || (isOld(b) && ownCoercion(b));

/** What `v.__coerce__(w)` gives; null when it will not. Errors: TypeError. */
function ask(v: Value, w: Value): [Value, Value] | null {
  if (v.cls.dict.$__coerce__ === undefined) return null;
  const r = callMethod(v, '$__coerce__', [w]);
  if (r === NotImplemented || (r === None && isOld(v))) return null;
  if (!(r instanceof PyTuple) || r.a.length !== 2)
    throw raise(
      'TypeError',
      isOld(v) ? 'coercion should return None or 2-tuple' : "__coerce__ didn't return a 2-tuple",
    );
  return [r.a[0], r.a[1]];
}

/** Built-in types whose operators look at the types of both operands themselves. */
const looking = new Set('int long float complex bool str unicode set frozenset'.split(' '));
const looks = (v: Value): boolean => v.cls.heap === true || looking.has(v.cls.name);

/** Both as values of a common type, as `coerce()` makes them; null when there is none. Errors: TypeError, and what `__coerce__` raises. */
export function coerced(x: Value, y: Value): [Value, Value] | null {
  if (x.cls === y.cls && !looks(x)) return [x, y];
  const there = ask(x, y);
  if (there !== null) return there;
  const back = ask(y, x);
  return back === null ? null : [back[1], back[0]];
}

function generic(v: Value, w: Value, k: string): Value {
  if (v.cls.dict[k] === undefined) return undefined;
  const r = callMethod(v, k, [w]);
  return r === NotImplemented ? undefined : r;
}

/** One side's answer to an operator: by its method, once it is coerced; undefined when it has none. */
export function half(op: Binary, v: Value, w: Value, k: string, reflected: boolean): Value {
  if (!isOld(v)) return generic(v, w, k);
  const pair = ask(v, w);
  if (pair === null) return generic(v, w, k);
  const [x, y] = pair;
  // An instance that stays itself must not be coerced for ever.
  if (isOld(x)) return generic(x, y, k);
  return reflected ? op(y, x) : op(x, y);
}

/** `a op b` where an old-style instance coerces; undefined when neither side knows. */
export function coercing(op: Binary, a: Value, b: Value, k: string, rk: string): Value {
  // To put sequences together comes after everything else.
  const late = (k === '$__add__' || k === '$__mul__') && (typeof a === 'string' || a.isSequence === true);
  const r = (late ? undefined : half(op, a, b, k, false)) ?? half(op, b, a, rk, true);
  if (r !== undefined) return r;
  const pair = looks(a) && looks(b) ? null : coerced(a, b);
  if (pair !== null) return op(...pair);
  return late ? generic(a, b, k) : undefined;
}
