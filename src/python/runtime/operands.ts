/** What an operand is: an int, a float, a text or an index, subclasses included, and the name of its type for messages. */
import { raise } from './errors.ts';
import type { Value } from './object.ts';
import { callMethod } from './object.ts';
import { R, since } from './state.ts';
import { PyFloat, PyLong } from './values.ts';

/** A bigint result as an int: a number where it is safe, in Python 2 a long where it is beyond 64 bits. */
export function norm(n: bigint): Value {
  if (n >= -9007199254740991n && n <= 9007199254740991n) return Number(n);
  return R.version < 300 && (n >= 2n ** 63n || n < -(2n ** 63n)) ? new PyLong(n) : n;
}
/** False of a result that left the range in which numbers are exact: it must be computed in bigints. */
export const safe = (n: number): boolean => n >= -9007199254740991 && n <= 9007199254740991;

/** int, bool or an instance of a subclass of int as a number or bigint; undefined for anything else. */
export function intValue(v: Value): number | bigint | undefined {
  switch (typeof v) {
    case 'number':
    case 'bigint':
      return v;
    case 'boolean':
      return v ? 1 : 0;
    case 'object':
      return v.isInt === true ? v.v : undefined;
    default:
      return undefined;
  }
}
/** The text of a str or an instance of a subclass; undefined for anything else. */
export function strValue(v: Value): string | undefined {
  return typeof v === 'string' ? v : typeof v === 'object' && v.isStr === true ? v.v : undefined;
}
/** A float, or an int turned into one; undefined for anything else. Errors: OverflowError. */
export function floatValue(v: Value): number | undefined {
  if (v instanceof PyFloat) return v.v;
  const i = intValue(v);
  if (i === undefined) return undefined;
  return toFloat(i);
}
/** Errors: OverflowError. */
export function toFloat(i: number | bigint): number {
  if (typeof i === 'number') return i + 0;
  const n = Number(i);
  if (!Number.isFinite(n))
    throw raise(
      'OverflowError',
      since(300) ? 'int too large to convert to float' : 'long int too large to convert to float',
    );
  return n;
}

/** The name of a value's type, as messages say it: one that is written in C has its module's with it. */
export function typeName(v: Value): string {
  const { cls } = v;
  if (cls.oldStyle === true && v.isType !== true) return 'instance';
  return cls.heap || plainModules.has(cls.module) ? cls.name : `${cls.module}.${cls.name}`;
}
const plainModules: ReadonlySet<unknown> = new Set([null, undefined, 'builtins', 'types', 'exceptions', '__builtin__']);
/** `operator.index(v)`. Errors: TypeError. */
export function indexOf(v: Value): number | bigint {
  const i = intValue(v);
  if (i !== undefined) return i;
  if (v.cls.dict.$__index__ === undefined)
    throw raise('TypeError', `'${typeName(v)}' object cannot be interpreted as an integer`);
  const r = callMethod(v, '$__index__', []);
  const n = intValue(r);
  if (n === undefined) throw raise('TypeError', `__index__ returned non-int (type ${typeName(r)})`);
  if (typeof r !== 'number' && typeof r !== 'bigint' && since(304)) notStrictly('__index__', r);
  return n;
}

/** Warns that a special method gave an instance of a subclass of int (a bool, say). */
export function notStrictly(method: string, r: Value): void {
  R.warn?.(
    'DeprecationWarning',
    `${method} returned non-int (type ${typeName(r)}).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.`,
    undefined as never,
    0,
  );
}
