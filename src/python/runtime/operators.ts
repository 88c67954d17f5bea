/**
 * Operators: fast answers for the built-in numbers and strings, then Python's protocol of special methods.
 * Source: https://docs.python.org/3/reference/datamodel.html#emulating-numeric-types and #object.__lt__.
 */
import { raise } from './errors.ts';
import type { Value } from './object.ts';
import { callMethod, isSubtype, lookupAttr } from './object.ts';
import { NotImplemented } from './singletons.ts';
import { R, since } from './state.ts';
import { PyDict, PyFloat, PyList, PyLong, PyTuple } from './values.ts';

/** A bigint result as an int: a number where it is safe, in Python 2 a long where it is beyond 64 bits. */
export function norm(n: bigint): Value {
  if (n >= -9007199254740991n && n <= 9007199254740991n) return Number(n);
  return R.version < 300 && (n >= 2n ** 63n || n < -(2n ** 63n)) ? new PyLong(n) : n;
}
/** The result of arithmetic on two safe numbers, or undefined when it left the safe range and must be computed in bigints. */
const safe = (n: number): boolean => n >= -9007199254740991 && n <= 9007199254740991;

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

const typeName = (v: Value): string => v.cls.name;

/** `a op b` by `__op__` and `__rop__`; undefined when neither knows. */
export function binarySpecial(a: Value, b: Value, k: string, rk: string): Value {
  const ta = a.cls;
  const tb = b.cls;
  const f = ta.dict[k];
  const g = tb === ta ? undefined : tb.dict[rk];
  // Sequences have `sq_concat` and `sq_repeat`, which come after the number slots of either side.
  const concat = k === '$__add__' || k === '$__mul__';
  const late = concat && f?.native && g !== undefined && !g.native && (typeof a === 'string' || a.isSequence);
  if (late || (g !== undefined && f !== undefined && isSubtype(tb, ta) && g !== ta.dict[rk])) {
    const r = callMethod(b, rk, [a]);
    if (r !== NotImplemented) return r;
    const s = callMethod(a, k, [b]);
    return s === NotImplemented ? undefined : s;
  }
  if (f !== undefined) {
    const r = callMethod(a, k, [b]);
    if (r !== NotImplemented) return r;
  }
  if (g !== undefined) {
    const r = callMethod(b, rk, [a]);
    if (r !== NotImplemented) return r;
  }
  // An old-style instance (Python 2) coerces through one class `instance`: both sides are asked.
  if (tb === ta && ta.oldStyle && tb.dict[rk] !== undefined) {
    const r = callMethod(b, rk, [a]);
    if (r !== NotImplemented) return r;
  }
  return undefined;
}
function unsupported(sym: string, a: Value, b: Value): Value {
  return raise('TypeError', `unsupported operand type(s) for ${sym}: '${typeName(a)}' and '${typeName(b)}'`);
}
type Binary = (a: Value, b: Value) => Value;

/** Makes an operator: `fast` answers for built-in operands or returns undefined. Sequences come after numbers, as `sq_concat` and `sq_repeat` do. */
function binary(sym: string, name: string, fast: Binary, last?: Binary): Binary {
  const k = `$__${name}__`;
  const rk = `$__r${name}__`;
  return (a, b) => {
    const quick = fast(a, b);
    if (quick !== undefined) return quick;
    const r = binarySpecial(a, b, k, rk);
    if (r !== undefined) return r;
    const l = last?.(a, b);
    if (l !== undefined) return l;
    throw unsupported(sym, a, b);
  };
}
function inplace(name: string, sym: string, op: Binary): Binary {
  const ik = `$__i${name}__`;
  return (a, b) => {
    if (typeof a === 'string' && typeof b === 'string' && name === 'add' && a.length + b.length <= MAX_TEXT)
      return a + b;
    if (typeof a === 'object' && a.cls.dict[ik] !== undefined) {
      const r = callMethod(a, ik, [b]);
      if (r !== NotImplemented) return r;
    }
    if (typeof a !== 'object' && typeof b !== 'object') {
      // Only the message tells `a += b` from `a + b`.
      try {
        return op(a, b);
      } catch (e) {
        throw inplaceText(e, sym);
      }
    }
    try {
      return op(a, b);
    } catch (e) {
      throw inplaceText(e, sym);
    }
  };
}
function inplaceText(e: Value, sym: string): Value {
  const text = e?.args?.[0];
  const from = `unsupported operand type(s) for ${sym}: `;
  if (typeof text === 'string' && text.startsWith(from) && e.tb === null)
    e.args = [`unsupported operand type(s) for ${sym}=: ${text.slice(from.length)}`];
  return e;
}

/* ---- arithmetic on the built-in numbers ---- */

/** Python's float formatting of inf and nan needs no help: both are JavaScript's. */
const F = (v: number): PyFloat => new PyFloat(v);

/** Both as floats when at least one is a float and the other a number; else undefined. */
function floats(a: Value, b: Value): [number, number] | undefined {
  if (a instanceof PyFloat) {
    const y = floatValue(b);
    return y === undefined ? undefined : [a.v, y];
  }
  if (b instanceof PyFloat) {
    const x = floatValue(a);
    return x === undefined ? undefined : [x, b.v];
  }
  return undefined;
}
/** Exact built-in numbers only: subclasses go through their special methods, which may be overridden. */
const plainNumber = (v: Value): boolean => typeof v !== 'object' || (v instanceof PyFloat && v.cls.heap === false);

function arithmetic(
  onNumbers: (a: number, b: number) => number | undefined,
  onBigs: (a: bigint, b: bigint) => Value,
  onFloats: (a: number, b: number) => Value,
): Binary {
  return (a, b) => {
    if (!plainNumber(a) || !plainNumber(b)) return undefined;
    return numeric(a, b, onNumbers, onBigs, onFloats);
  };
}
function numeric(
  a: Value,
  b: Value,
  onNumbers: (a: number, b: number) => number | undefined,
  onBigs: (a: bigint, b: bigint) => Value,
  onFloats: (a: number, b: number) => Value,
): Value {
  const x = intValue(a);
  const y = intValue(b);
  if (x !== undefined && y !== undefined) {
    if (typeof x === 'number' && typeof y === 'number') {
      const r = onNumbers(x, y);
      if (r !== undefined && safe(r)) return r + 0;
    }
    return onBigs(BigInt(x), BigInt(y));
  }
  const f = floats(a, b);
  return f === undefined ? undefined : onFloats(f[0], f[1]);
}

function zeroDivision(kind: 'int' | 'modulo' | 'float' | 'floatmod' | 'floor' | 'floatfloor'): Value {
  const v = R.version;
  const text = {
    int: v >= 300 ? 'division by zero' : 'integer division or modulo by zero',
    floor:
      v >= 300
        ? v >= 314
          ? 'division by zero'
          : 'integer division or modulo by zero'
        : 'integer division or modulo by zero',
    modulo: v >= 314 ? 'division by zero' : v >= 311 ? 'integer modulo by zero' : 'integer division or modulo by zero',
    float: v >= 314 ? 'division by zero' : 'float division by zero',
    floatfloor: v >= 314 ? 'division by zero' : v >= 309 ? 'float floor division by zero' : 'float divmod()',
    floatmod: v >= 314 ? 'division by zero' : v >= 311 ? 'float modulo by zero' : 'float modulo',
  }[kind];
  return raise('ZeroDivisionError', text);
}
/** floor(a / b) for floats, with Python's rules for signs. Source: the language reference, "binary arithmetic operations". */
export function floatDivmod(x: number, y: number): [number, number] {
  if (y === 0) throw zeroDivision('floatmod');
  let mod = x % y;
  let div = (x - mod) / y;
  if (mod !== 0) {
    if (y < 0 !== mod < 0) {
      mod += y;
      div -= 1;
    }
  } else mod = y < 0 || Object.is(y, -0) ? -0 : 0;
  let floor: number;
  if (div !== 0) {
    floor = Math.floor(div);
    if (div - floor > 0.5) floor += 1;
  } else floor = x / y < 0 || Object.is(x / y, -0) ? -0 : 0;
  return [floor, mod];
}
export function floorBig(a: bigint, b: bigint): bigint {
  const q = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? q - 1n : q;
}
export function modBig(a: bigint, b: bigint): bigint {
  const r = a % b;
  return r !== 0n && r < 0n !== b < 0n ? r + b : r;
}
/** a / b of two ints, correctly rounded. Errors: OverflowError, ZeroDivisionError. */
export function trueDivide(x: number | bigint, y: number | bigint): Value {
  if (y == 0) throw zeroDivision('int');
  if (typeof x === 'number' && typeof y === 'number') return F((x + 0) / (y + 0));
  return F(divideBig(BigInt(x), BigInt(y)));
}
function divideBig(a: bigint, b: bigint): number {
  const negative = a < 0n !== b < 0n;
  const x = a < 0n ? -a : a;
  const y = b < 0n ? -b : b;
  if (x === 0n) return negative ? -0 : 0;
  // Enough quotient bits that rounding once more, to 53, is right: the sticky bit stands for the rest.
  const shift = bitLength(x) - bitLength(y) - 66;
  let q = shift > 0 ? x / (y << BigInt(shift)) : (x << BigInt(-shift)) / y;
  const exact = shift > 0 ? q * (y << BigInt(shift)) === x : q * y === x << BigInt(-shift);
  if (!exact) q |= 1n;
  if (shift > 0) {
    const n = Number(q << BigInt(shift));
    if (!Number.isFinite(n))
      throw raise(
        'OverflowError',
        since(300) ? 'integer division result too large for a float' : 'long/long too large for a float',
      );
    return negative ? -n : n;
  }
  let n = Number(q);
  let s = shift;
  // Scaling down in steps that stay exact; only the last may round (subnormals).
  while (s < -1000) {
    n *= 2 ** -1000;
    s += 1000;
  }
  n *= 2 ** s;
  return negative ? -n : n;
}
export function bitLength(n: bigint): number {
  const h = n.toString(16);
  return (h.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(h[0]!, 16)));
}

/** Results above this many bits are refused: a program's memory would be gone before an interrupt could come. */
export const MAX_BITS = 8_000_000;

function power(a: Value, b: Value): Value {
  if (!plainNumber(a) || !plainNumber(b)) return undefined;
  return powNumbers(a, b);
}
/** a ** b for ints (or subclasses) and floats; undefined for others. */
export function powNumbers(a: Value, b: Value): Value {
  const x = intValue(a);
  const y = intValue(b);
  if (x !== undefined && y !== undefined) {
    if (y < 0) {
      if (x == 0)
        throw raise(
          'ZeroDivisionError',
          since(314) ? 'zero to a negative power' : '0.0 cannot be raised to a negative power',
        );
      return floatPow(toFloat(x), toFloat(y));
    }
    if (typeof x === 'number' && typeof y === 'number') {
      const r = x ** y;
      if (safe(r)) return r + 0;
    }
    const base = BigInt(x);
    if (base !== 0n && base !== 1n && base !== -1n && Number(y) * bitLength(base < 0n ? -base : base) > MAX_BITS)
      throw raise('MemoryError');
    return norm(base ** BigInt(y));
  }
  const f = floats(a, b);
  return f === undefined ? undefined : floatPow(f[0], f[1]);
}
/** Errors: ZeroDivisionError, OverflowError. A negative base with a fractional exponent gives a complex (Python 3) or a ValueError: complex.ts sets `negativePow`. */
export function floatPow(x: number, y: number): Value {
  if (x === 1 || y === 0) return F(1);
  if (x === 0 && y < 0)
    throw raise(
      'ZeroDivisionError',
      since(314) ? 'zero to a negative power' : '0.0 cannot be raised to a negative power',
    );
  if (x === -1 && !Number.isFinite(y) && !Number.isNaN(y)) return F(1);
  if (x < 0 && Number.isFinite(x) && Number.isFinite(y) && !Number.isInteger(y)) {
    if (since(300)) return hooks.negativePow!(x, y);
    throw raise('ValueError', 'negative number cannot be raised to a fractional power');
  }
  const r = x ** y;
  if (!Number.isFinite(r) && Number.isFinite(x) && Number.isFinite(y))
    throw raise('OverflowError', 34, 'Numerical result out of range');
  return F(r);
}
/** Filled in by modules that operators.ts must not import. */
export const hooks: {
  negativePow: ((x: number, y: number) => Value) | null;
  /** str % args (strformat.ts). */
  strMod: ((s: string, args: Value) => Value) | null;
  /** Repetition of a built-in sequence, or undefined. */
  repeat: ((seq: Value, n: Value) => Value) | null;
  /** Python 2: ordering of values of different types. */
  compare2: ((a: Value, b: Value) => number) | null;
  /** `iter(x)` and friends on old protocols live in iteration.ts. */
  iterate: ((v: Value) => Iterable<Value>) | null;
} = { negativePow: null, strMod: null, repeat: null, compare2: null, iterate: null };

const addAny: Binary = binary(
  '+',
  'add',
  (a, b) => {
    if (typeof a === 'string' && typeof b === 'string') {
      if (a.length + b.length > MAX_TEXT) throw raise('MemoryError');
      return a + b;
    }
    return addNumbers(a, b);
  },
  (a, b) => {
    if (since(300) && typeof a === 'string')
      throw raise(
        'TypeError',
        R.version >= 307
          ? `can only concatenate str (not "${typeName(b)}") to str`
          : R.version >= 306
            ? `must be str, not ${typeName(b)}`
            : `Can't convert '${typeName(b)}' object to str implicitly`,
      );
    return undefined;
  },
);
/** Characters that one string may have: 100 million, far above any chapter and well below the memory limit's doubling. */
export const MAX_TEXT = 50_000_000;
export const MAX_ITEMS = 20_000_000;
const addNumbers = arithmetic(
  (a, b) => a + b,
  (a, b) => norm(a + b),
  (a, b) => F(a + b),
);
const subAny: Binary = binary(
  '-',
  'sub',
  arithmetic(
    (a, b) => a - b,
    (a, b) => norm(a - b),
    (a, b) => F(a - b),
  ),
);
const mulNumbers = arithmetic(
  (a, b) => a * b,
  (a, b) => {
    if (a !== 0n && b !== 0n && a.toString(16).length + b.toString(16).length > MAX_BITS / 4)
      throw raise('MemoryError');
    return norm(a * b);
  },
  (a, b) => F(a * b),
);
const mulAny: Binary = binary(
  '*',
  'mul',
  (a, b) => {
    const r = mulNumbers(a, b);
    if (r !== undefined) return r;
    if (typeof a === 'string' || (a instanceof PyList && a.cls.heap === false)) return repeatBy(a, b);
    if (typeof b === 'string' || (b instanceof PyList && b.cls.heap === false)) return repeatBy(b, a);
    return undefined;
  },
  (a, b) => {
    if (typeof a === 'string' || a.isSequence)
      throw raise('TypeError', `can't multiply sequence by non-int of type '${typeName(b)}'`);
    if (typeof b === 'string' || b.isSequence)
      throw raise('TypeError', `can't multiply sequence by non-int of type '${typeName(a)}'`);
    return undefined;
  },
);
const repeatBy = (seq: Value, n: Value): Value => {
  if (intValue(n) !== undefined) return hooks.repeat!(seq, n);
  // `__index__` counts where the other operand has no `__rmul__` of its own.
  return n.cls.dict.$__index__ !== undefined && n.cls.dict.$__rmul__ === undefined && n.cls.dict.$__mul__ === undefined
    ? hooks.repeat!(seq, indexOf(n))
    : undefined;
};

export const $truediv: Binary = binary('/', 'truediv', (a, b) => {
  if (!plainNumber(a) || !plainNumber(b)) return undefined;
  return trueDivideAny(a, b);
});
/** Division of ints or floats (or subclasses); undefined for others. */
export function trueDivideAny(a: Value, b: Value): Value {
  const x = intValue(a);
  const y = intValue(b);
  if (x !== undefined && y !== undefined) return trueDivide(x, y);
  const f = floats(a, b);
  if (f === undefined) return undefined;
  if (f[1] === 0) throw zeroDivision('float');
  return F(f[0] / f[1]);
}
export const intFloorDiv = (a: number, b: number): number | undefined => {
  if (b === 0) throw zeroDivision('floor');
  // Exact: for safe integers the quotient's distance from an integer is larger than its rounding error.
  return Math.floor(a / b);
};
export function floorDivNumbers(a: Value, b: Value): Value {
  return numeric(
    a,
    b,
    intFloorDiv,
    (x, y) => {
      if (y === 0n) throw zeroDivision('floor');
      return norm(floorBig(x, y));
    },
    (x, y) => {
      if (y === 0) throw zeroDivision('floatfloor');
      return F(floatDivmod(x, y)[0]);
    },
  );
}
export function modNumbers(a: Value, b: Value): Value {
  return numeric(
    a,
    b,
    (x, y) => {
      if (y === 0) throw zeroDivision('modulo');
      const r = x % y;
      return r !== 0 && r < 0 !== y < 0 ? r + y : r;
    },
    (x, y) => {
      if (y === 0n) throw zeroDivision('modulo');
      return norm(modBig(x, y));
    },
    (x, y) => F(floatDivmod(x, y)[1]),
  );
}
export const $floordiv: Binary = binary('//', 'floordiv', (a, b) =>
  plainNumber(a) && plainNumber(b) ? floorDivNumbers(a, b) : undefined,
);
/** Python 2's `/`. */
export const $classicdiv: Binary = binary('/', 'div', (a, b) => {
  if (!plainNumber(a) || !plainNumber(b)) return undefined;
  return intValue(a) !== undefined && intValue(b) !== undefined ? floorDivNumbers(a, b) : trueDivideAny(a, b);
});
export const $mod: Binary = binary('%', 'mod', (a, b) => {
  if (typeof a === 'string') {
    // A str subclass on the right may override __rmod__.
    if (typeof b === 'object' && b.isStr && b.cls.dict.$__rmod__ !== (a as Value).cls.dict.$__rmod__) return undefined;
    return hooks.strMod!(a, b);
  }
  return plainNumber(a) && plainNumber(b) ? modNumbers(a, b) : undefined;
});
const powSpecial = binary('** or pow()', 'pow', power);
export const $pow: Binary = powSpecial;
export const $matmul: Binary = binary('@', 'matmul', () => undefined);

function bits(onNumbers: (a: number, b: number) => number, onBigs: (a: bigint, b: bigint) => bigint): Binary {
  return (a, b) => {
    if (typeof a === 'object' || typeof b === 'object' || typeof a === 'string' || typeof b === 'string')
      return undefined;
    return bitNumbers(a, b, onNumbers, onBigs);
  };
}
export function bitNumbers(
  a: Value,
  b: Value,
  onNumbers: (a: number, b: number) => number,
  onBigs: (a: bigint, b: bigint) => bigint,
): Value {
  const x = intValue(a);
  const y = intValue(b);
  if (x === undefined || y === undefined) return undefined;
  if (typeof a === 'boolean' && typeof b === 'boolean') return onNumbers(a ? 1 : 0, b ? 1 : 0) === 1;
  if (typeof x === 'number' && typeof y === 'number' && x === (x | 0) && y === (y | 0)) return onNumbers(x, y);
  return norm(onBigs(BigInt(x), BigInt(y)));
}
export const andBits = [(a: number, b: number) => a & b, (a: bigint, b: bigint) => a & b] as const;
export const orBits = [(a: number, b: number) => a | b, (a: bigint, b: bigint) => a | b] as const;
export const xorBits = [(a: number, b: number) => a ^ b, (a: bigint, b: bigint) => a ^ b] as const;
export const $and: Binary = binary('&', 'and', bits(...andBits));
export const $or: Binary = binary('|', 'or', bits(...orBits));
export const $xor: Binary = binary('^', 'xor', bits(...xorBits));

/** Errors: ValueError (negative count), MemoryError. */
export function shift(a: Value, b: Value, left: boolean): Value {
  const x = intValue(a);
  const y = intValue(b);
  if (x === undefined || y === undefined) return undefined;
  if (y < 0) throw raise('ValueError', 'negative shift count');
  if (left) {
    if (x == 0) return 0;
    if (y > MAX_BITS) throw raise(y > 2 ** 53 ? 'OverflowError' : 'MemoryError');
    if (typeof x === 'number' && y < 22 && Math.abs(x) < 2 ** 31) return x * 2 ** Number(y);
    return norm(BigInt(x) << BigInt(y));
  }
  if (y > MAX_BITS) return x < 0 ? -1 : 0;
  if (typeof x === 'number' && x === (x | 0)) return y > 31 ? (x < 0 ? -1 : 0) : x >> Number(y);
  return norm(BigInt(x) >> BigInt(y));
}
const plainInt = (v: Value): boolean => typeof v !== 'object' && typeof v !== 'string';
export const $lshift: Binary = binary('<<', 'lshift', (a, b) =>
  plainInt(a) && plainInt(b) ? shift(a, b, true) : undefined,
);
export const $rshift: Binary = binary('>>', 'rshift', (a, b) =>
  plainInt(a) && plainInt(b) ? shift(a, b, false) : undefined,
);

/** Two safe ints, which compiled code leaves to the helpers once a result is beyond 32 bits, and two floats. */
const quick =
  (onNumbers: (a: number, b: number) => number, slow: Binary): Binary =>
  (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') {
      const r = onNumbers(a, b);
      if (r >= -9007199254740991 && r <= 9007199254740991) return r + 0;
    } else if (a instanceof PyFloat && b instanceof PyFloat && !a.cls.heap && !b.cls.heap)
      return new PyFloat(onNumbers(a.v, b.v));
    return slow(a, b);
  };
const sum = (a: number, b: number): number => a + b;
const difference = (a: number, b: number): number => a - b;
const product = (a: number, b: number): number => a * b;
export const $add: Binary = quick(sum, addAny);
export const $sub: Binary = quick(difference, subAny);
export const $mul: Binary = quick(product, mulAny);

export const $iadd: Binary = quick(sum, inplace('add', '+', addAny));
export const $isub: Binary = quick(difference, inplace('sub', '-', subAny));
export const $imul: Binary = quick(product, inplace('mul', '*', mulAny));
export const $itruediv = inplace('truediv', '/', $truediv);
export const $iclassicdiv = inplace('div', '/', $classicdiv);
export const $ifloordiv = inplace('floordiv', '//', $floordiv);
export const $imod = inplace('mod', '%', $mod);
export const $ipow = inplace('pow', '**', binary('**', 'pow', power));
export const $imatmul = inplace('matmul', '@', $matmul);
export const $ilshift = inplace('lshift', '<<', $lshift);
export const $irshift = inplace('rshift', '>>', $rshift);
export const $iand = inplace('and', '&', $and);
export const $ior = inplace('or', '|', $or);
export const $ixor = inplace('xor', '^', $xor);

function unary(
  name: string,
  sym: string,
  onInt: (n: number | bigint) => Value,
  onFloat: ((n: number) => Value) | null,
): (v: Value) => Value {
  const k = `$__${name}__`;
  return (v) => {
    if (plainNumber(v) && typeof v !== 'string') {
      const i = intValue(v);
      if (i !== undefined) return onInt(i);
      if (v instanceof PyFloat && onFloat) return onFloat(v.v);
    }
    if (v.cls.dict[k] === undefined) throw raise('TypeError', `bad operand type for unary ${sym}: '${typeName(v)}'`);
    return callMethod(v, k, []);
  };
}
export const $neg = unary(
  'neg',
  '-',
  (n) => (typeof n === 'number' ? 0 - n : norm(-n)),
  (n) => F(-n),
);
export const $pos = unary(
  'pos',
  '+',
  (n) => n,
  (n) => F(n),
);
export const $invert = unary('invert', '~', (n) => (typeof n === 'number' ? -1 - n : norm(~n)), null);

/* ---- truth, identity, comparison ---- */

/** Truth value testing: `__bool__` (`__nonzero__` in Python 2), then `__len__`, else true. Errors: TypeError. */
export function $truth(v: Value): boolean {
  switch (typeof v) {
    case 'boolean':
      return v;
    case 'number':
      return v !== 0;
    case 'string':
      return v !== '';
    case 'bigint':
      return true;
    default:
      return v.truth();
  }
}
export const $not = (v: Value): boolean => !$truth(v);
export function genericTruth(this: Value): boolean {
  const k = since(300) ? '$__bool__' : '$__nonzero__';
  const d = this.cls.dict;
  if (d[k] !== undefined) {
    const r = callMethod(this, k, []);
    if (typeof r === 'boolean') return r;
    if (!since(300) && typeof r === 'number') return r !== 0;
    throw raise('TypeError', `${k.slice(1)} should return bool${since(300) ? '' : ' or int'}, returned ${typeName(r)}`);
  }
  if (d.$__len__ !== undefined) return lengthOf(this) !== 0;
  return true;
}

const TOO_LONG = "cannot fit 'int' into an index-sized integer";
/** `len(v)` for what is kept in memory. Errors: TypeError, ValueError, OverflowError. */
export function $len(v: Value): number {
  const n = lengthOf(v);
  if (typeof n === 'bigint') throw raise('OverflowError', TOO_LONG);
  return n;
}
/** `len(v)`: an object may say any length up to `sys.maxsize`. Errors: TypeError, ValueError, OverflowError. */
export function lengthOf(v: Value): number | bigint {
  if (v.cls.dict.$__len__ === undefined) {
    if (v.cls.oldStyle) throw raise('AttributeError', `${v.cls.name} instance has no attribute '__len__'`);
    throw raise('TypeError', `object of type '${typeName(v)}' has no len()`);
  }
  const r = callMethod(v, '$__len__', []);
  const n = intValue(r) ?? indexOf(r);
  if (n < 0) throw raise('ValueError', '__len__() should return >= 0');
  if (typeof n === 'bigint' && n > 0x7fffffffffffffffn) throw raise('OverflowError', TOO_LONG);
  return n;
}
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

const swapped: Record<string, string> = {
  $__lt__: '$__gt__',
  $__gt__: '$__lt__',
  $__le__: '$__ge__',
  $__ge__: '$__le__',
  $__eq__: '$__eq__',
  $__ne__: '$__ne__',
};

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
    if (typeof a === 'number' && typeof b === 'number') return test(a < b ? -1 : a > b ? 1 : 0);
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

export function $eq(a: Value, b: Value): Value {
  if (typeof a !== 'object' && typeof b !== 'object')
    return a == b && (typeof a === 'string') === (typeof b === 'string');
  if (plainNumber(a) && plainNumber(b)) {
    const c = compareNumbers(a, b);
    if (c !== null) return c === 0;
  }
  const r = richSpecial(a, b, '$__eq__');
  if (r !== undefined) return r;
  if (!since(300) && a !== b && (a.cls.dict.$__cmp__ !== undefined || b.cls.dict.$__cmp__ !== undefined))
    return hooks.compare2!(a, b) === 0;
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
  if (!since(300) && a !== b && (a.cls.dict.$__cmp__ !== undefined || b.cls.dict.$__cmp__ !== undefined))
    return hooks.compare2!(a, b) !== 0;
  return a !== b;
}
/** `a is b or a == b`, as containers compare. */
export function equal(a: Value, b: Value): boolean {
  return a === b || $truth($eq(a, b));
}

/* ---- hashing ---- */

const P = 2n ** 61n - 1n;
/** hash(v) as a number or bigint in the signed 64-bit range. Errors: TypeError. */
export function hash(v: Value): Value {
  switch (typeof v) {
    case 'string':
      return hashText(v);
    case 'boolean':
      return v ? 1 : 0;
    case 'number':
    case 'bigint':
      return hashInt(v);
    default: {
      const d = v.cls.dict.$__hash__;
      if (d === undefined || d.cls.name === 'NoneType') throw unhashable(v);
      const r = callMethod(v, '$__hash__', []);
      const i = intValue(r);
      if (i === undefined) throw raise('TypeError', '__hash__ method should return an integer');
      return typeof i === 'bigint' && (i >= 2n ** 63n || i < -(2n ** 63n)) ? hashInt(i) : i == -1 ? -2 : i;
    }
  }
}
/** An old-style class's `__hash__ = None` is called like any other method. */
export const unhashable = (v: Value): Value =>
  raise('TypeError', v.cls.oldStyle ? "'NoneType' object is not callable" : `unhashable type: '${typeName(v)}'`);
export function hashInt(i: number | bigint): Value {
  if (typeof i === 'number') return i === -1 ? -2 : i;
  const m = i < 0n ? -(-i % P) : i % P;
  return m === -1n ? -2 : norm(m);
}
/** FNV-1a over the text: any fixed function will do, since PYTHONHASHSEED makes CPython's arbitrary; ours is the same on every run. */
export function hashText(s: string): number {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b ^ c, 0x85ebca6b);
  }
  const h = (b & 0xfffff) * 4294967296 + (a >>> 0);
  return s === '' ? 0 : h;
}

/* ---- containment and items ---- */

/** `item in container`. Errors: TypeError. */
export function $contains(container: Value, item: Value): boolean {
  if (container.cls.dict.$__contains__ !== undefined) {
    const f = container.cls.dict.$__contains__;
    if (f.cls.name === 'NoneType') throw raise('TypeError', `'${typeName(container)}' object is not a container`);
    return $truth(callMethod(container, '$__contains__', [item]));
  }
  if (container.cls.dict.$__iter__ === undefined && container.cls.dict.$__getitem__ === undefined)
    throw raise(
      'TypeError',
      since(314)
        ? `argument of type '${typeName(container)}' is not a container or iterable`
        : `argument of type '${typeName(container)}' is not iterable`,
    );
  for (const v of hooks.iterate!(container)) if (equal(v, item)) return true;
  return false;
}
export function $getitem(o: Value, i: Value): Value {
  if (typeof i === 'number' && o instanceof PyList && o.cls.heap === false) {
    const v = o.a[i < 0 ? i + o.a.length : i];
    if (v !== undefined) return v;
  } else if (typeof i === 'number' && o instanceof PyTuple && o.cls.heap === false) {
    const v = o.a[i < 0 ? i + o.a.length : i];
    if (v !== undefined) return v;
  } else if (o instanceof PyDict && (o as Value).cls.heap === false) {
    const v = o.get(i);
    if (v !== undefined) return v;
  }
  if (o.isType === true) return typeItem(o, i);
  if (o.cls.dict.$__getitem__ === undefined) {
    if (o.cls.oldStyle) throw raise('AttributeError', `${o.cls.name} instance has no attribute '__getitem__'`);
    throw raise(
      'TypeError',
      since(300)
        ? `'${typeName(o)}' object ${!since(307) && o.cls.heap && intValue(i) !== undefined ? 'does not support indexing' : 'is not subscriptable'}`
        : R.version >= 207
          ? `'${typeName(o)}' object has no attribute '__getitem__'`
          : 'unsubscriptable object',
    );
  }
  return callMethod(o, '$__getitem__', [i]);
}
/** `C[i]`: the metaclass's `__getitem__`, then `__class_getitem__` (PEP 560). */
function typeItem(t: Value, i: Value): Value {
  if (t.cls.dict.$__getitem__ !== undefined) return callMethod(t, '$__getitem__', [i]);
  const f = since(307) ? lookupAttr(t, '$__class_getitem__') : undefined;
  if (f === undefined)
    throw raise(
      'TypeError',
      since(300) ? `type '${t.name}' is not subscriptable` : `'${typeName(t)}' object has no attribute '__getitem__'`,
    );
  return f.tpcall([i], null);
}
export function $setitem(o: Value, i: Value, v: Value): void {
  if (typeof i === 'number' && o instanceof PyList && o.cls.heap === false) {
    const at = i < 0 ? i + o.a.length : i;
    if (at >= 0 && at < o.a.length) {
      o.a[at] = v;
      return;
    }
  } else if (o instanceof PyDict && (o as Value).cls.heap === false) {
    o.set(i, v);
    return;
  }
  if (o.cls.dict.$__setitem__ === undefined) {
    if (o.cls.oldStyle) throw raise('AttributeError', `${o.cls.name} instance has no attribute '__setitem__'`);
    throw raise('TypeError', `'${typeName(o)}' object does not support item assignment`);
  }
  callMethod(o, '$__setitem__', [i, v]);
}
export function $delitem(o: Value, i: Value): void {
  if (o.cls.dict.$__delitem__ === undefined) {
    if (o.cls.oldStyle) throw raise('AttributeError', `${o.cls.name} instance has no attribute '__delitem__'`);
    throw raise('TypeError', `'${typeName(o)}' object doesn't support item deletion`);
  }
  callMethod(o, '$__delitem__', [i]);
}
