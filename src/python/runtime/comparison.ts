/**
 * Comparison: by value for built-in numbers and strings, else by special methods and their reflections.
 * Source: https://docs.python.org/3/reference/datamodel.html#object.__lt__.
 */
import { plainNumber } from './arithmetic.ts';
import { coerces } from './coercion.ts';
import { raise } from './errors.ts';
import type { NativeJs, Value } from './object.ts';
import { callMethod, isSubtype } from './object.ts';
import { intValue, typeName } from './operands.ts';
import { hooks } from './operator-hooks.ts';
import type { Binary } from './operator-protocol.ts';
import { NotImplemented } from './singletons.ts';
import { since } from './state.ts';
import { $truth } from './truth.ts';
import { PyFloat } from './values.ts';

const swapped: Record<string, string> = {
  $__lt__: '$__gt__',
  $__gt__: '$__lt__',
  $__le__: '$__ge__',
  $__ge__: '$__le__',
  $__eq__: '$__eq__',
  $__ne__: '$__ne__',
};

const tests: Record<string, (order: number) => boolean> = {
  lt: (c) => c < 0,
  le: (c) => c <= 0,
  eq: (c) => c === 0,
  ne: (c) => c !== 0,
  gt: (c) => c > 0,
  ge: (c) => c >= 0,
};

/** The six comparisons of a built-in class: `method` makes each of what it asks of an order (negative, 0 or positive) and its name. */
export function comparisonMethods(
  method: (test: (order: number) => boolean, name: string) => NativeJs,
): Record<string, NativeJs> {
  const methods: Record<string, NativeJs> = {};
  for (const [name, test] of Object.entries(tests)) methods[`__${name}__(self, value, /)`] = method(test, name);
  return methods;
}

/** Rich comparison by special methods; undefined when neither side knows. */
function richSpecial(a: Value, b: Value, k: string): Value {
  const ta = a.cls;
  const tb = b.cls;
  const rk = swapped[k]!;
  let reflected = false;
  if (ta !== tb && isSubtype(tb, ta) && tb.dict[rk] !== undefined) {
    reflected = true;
    const r = callMethod(b, rk, [a]);
    if (r !== NotImplemented) return r;
  }
  if (ta.dict[k] !== undefined) {
    const r = callMethod(a, k, [b]);
    if (r !== NotImplemented) return r;
  }
  if (!reflected && tb.dict[rk] !== undefined) {
    const r = callMethod(b, rk, [a]);
    if (r !== NotImplemented) return r;
  }
  return undefined;
}

/** -1, 0, 1, or undefined (unordered: nan) for built-in numbers; null when they are not both numbers. */
export function compareNumbers(a: Value, b: Value): number | undefined | null {
  const x = a instanceof PyFloat ? a.v : intValue(a);
  const y = b instanceof PyFloat ? b.v : intValue(b);
  if (x === undefined || y === undefined) return null;
  // QuickJS takes fractions for more than they are when it compares them with a bigint; and a bigint is never in the safe range.
  if (typeof x !== typeof y)
    return typeof x === 'bigint' ? compareWithBig(x, y as number, 1) : compareWithBig(y as bigint, x as number, -1);
  return x < y ? -1 : x > y ? 1 : x == y ? 0 : undefined;
}
function compareWithBig(big: bigint, v: number, sign: number): number | undefined {
  if (v !== v) return undefined;
  if (!Number.isFinite(v)) return v > 0 ? -sign : sign;
  if (Math.abs(v) < 9007199254740992) return big > 0n ? sign : -sign;
  const other = BigInt(v);
  return big === other ? 0 : big > other ? sign : -sign;
}
/** Order of two strings by code points, which UTF-16 order is not. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) {
      const xs = x >= 0xd800 && x <= 0xdfff;
      const ys = y >= 0xd800 && y <= 0xdfff;
      if (xs !== ys) return xs ? 1 : -1;
      return x < y ? -1 : 1;
    }
  }
  return a.length < b.length ? -1 : 1;
}

function ordering(sym: string, k: string, test: (c: number) => boolean): Binary {
  return (a, b) => {
    const x = a.int === true ? a : a.float === true ? a.v : undefined;
    const y = b.int === true ? b : b.float === true ? b.v : undefined;
    if (x !== undefined && y !== undefined) return x < y ? test(-1) : x > y ? test(1) : x === y ? test(0) : false;
    if (typeof a === 'string' && typeof b === 'string') return test(compareText(a, b));
    if (plainNumber(a) && plainNumber(b)) {
      const c = compareNumbers(a, b);
      if (c !== null) return c === undefined ? false : test(c);
    }
    const r = richSpecial(a, b, k);
    if (r !== undefined) return r;
    if (!since(300)) return test(hooks.compare2!(a, b));
    throw raise(
      'TypeError',
      since(306)
        ? `'${sym}' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`
        : `unorderable types: ${typeName(a)}() ${sym} ${typeName(b)}()`,
    );
  };
}
export const $lt = ordering('<', '$__lt__', (c) => c < 0);
export const $le = ordering('<=', '$__le__', (c) => c <= 0);
export const $gt = ordering('>', '$__gt__', (c) => c > 0);
export const $ge = ordering('>=', '$__ge__', (c) => c >= 0);

/** Python 2: a class of the program's may say how they are ordered, where nobody says whether they are equal. */
const ordered = (a: Value, b: Value): boolean =>
  (a !== b && (a.cls.dict.$__cmp__ !== undefined || b.cls.dict.$__cmp__ !== undefined)) || coerces(a, b);

export function $eq(a: Value, b: Value): Value {
  if (typeof a !== 'object' && typeof b !== 'object')
    return a == b && (typeof a === 'string') === (typeof b === 'string');
  if (plainNumber(a) && plainNumber(b)) {
    const c = compareNumbers(a, b);
    if (c !== null) return c === 0;
  }
  const r = richSpecial(a, b, '$__eq__');
  if (r !== undefined) return r;
  if (!since(300) && ordered(a, b)) return hooks.compare2!(a, b) === 0;
  return a === b;
}
export function $ne(a: Value, b: Value): Value {
  if (typeof a !== 'object' && typeof b !== 'object')
    return !(a == b && (typeof a === 'string') === (typeof b === 'string'));
  if (plainNumber(a) && plainNumber(b)) {
    const c = compareNumbers(a, b);
    if (c !== null) return c !== 0;
  }
  const r = richSpecial(a, b, '$__ne__');
  if (r !== undefined) return r;
  if (!since(300) && ordered(a, b)) return hooks.compare2!(a, b) !== 0;
  return a !== b;
}
/** `a is b or a == b`, as containers compare. */
export function equal(a: Value, b: Value): boolean {
  return a === b || $truth($eq(a, b));
}
