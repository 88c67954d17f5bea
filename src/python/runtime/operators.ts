/**
 * The operators: fast answers for the built-in numbers and strings, then Python's protocol of special methods (operator-protocol.ts).
 * Source: https://docs.python.org/3/reference/datamodel.html#emulating-numeric-types.
 */
import { F, arithmetic, plainNumber } from './arithmetic.ts';
import { andBits, bits, orBits, plainInt, shift, xorBits } from './bits.ts';
import { floorDivNumbers, modNumbers, trueDivideAny } from './division.ts';
import { raise } from './errors.ts';
import { MAX_BITS, MAX_TEXT } from './limits.ts';
import type { Value } from './object.ts';
import { callMethod } from './object.ts';
import { indexOf, intValue, norm, typeName } from './operands.ts';
import { hooks } from './operator-hooks.ts';
import { isOld } from './coercion.ts';
import type { Binary } from './operator-protocol.ts';
import { binary, inplace } from './operator-protocol.ts';
import { power } from './power.ts';
import { R, since } from './state.ts';
import { $float, PyFloat, PyList } from './values.ts';

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

const divide: Binary = binary('/', 'truediv', (a, b) => {
  if (!plainNumber(a) || !plainNumber(b)) return undefined;
  return trueDivideAny(a, b);
});
/** Ints that are safe as numbers divide exactly as IEEE does. */
export const $truediv: Binary = (a, b) => {
  const x = a.int === true ? a : a.float === true ? a.v : undefined;
  const y = b.int === true ? b : b.float === true ? b.v : undefined;
  return x === undefined || y === undefined || y === 0 ? divide(a, b) : $float(x / y);
};
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
export const $and: Binary = binary('&', 'and', bits(...andBits));
export const $or: Binary = binary('|', 'or', bits(...orBits));
R.or = $or;
export const $xor: Binary = binary('^', 'xor', bits(...xorBits));
export const $lshift: Binary = binary('<<', 'lshift', (a, b) =>
  plainInt(a) && plainInt(b) ? shift(a, b, true) : undefined,
);
export const $rshift: Binary = binary('>>', 'rshift', (a, b) =>
  plainInt(a) && plainInt(b) ? shift(a, b, false) : undefined,
);

/** Two safe ints, which compiled code leaves to the helpers once a result is beyond 32 bits, and floats. */
const quick =
  (onNumbers: (a: number, b: number) => number, slow: Binary): Binary =>
  (a, b) => {
    if (a.int) {
      if (b.int) {
        const r = onNumbers(a, b);
        if (r >= -9007199254740991 && r <= 9007199254740991) return r + 0;
      } else if (b.float) return $float(onNumbers(a, b.v));
    } else if (a.float) {
      if (b.float) return $float(onNumbers(a.v, b.v));
      if (b.int) return $float(onNumbers(a.v, b));
    }
    return slow(a, b);
  };
const sum = (a: number, b: number): number => a + b;
const difference = (a: number, b: number): number => a - b;
const product = (a: number, b: number): number => a * b;
/** Texts before numbers, and both before the protocol. */
const joined =
  (other: Binary): Binary =>
  (a, b) =>
    a.text && b.text && a.length + b.length <= MAX_TEXT ? a + b : other(a, b);
export const $add: Binary = joined(quick(sum, addAny));
export const $sub: Binary = quick(difference, subAny);
const product_: Binary = quick(product, mulAny);
export const $mul: Binary = (a, b) => (a.text && b.int ? hooks.repeat!(a, b) : product_(a, b));

export const $iadd: Binary = joined(quick(sum, inplace('add', '+', addAny)));
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
    if (v.cls.dict[k] === undefined)
      throw isOld(v)
        ? raise('AttributeError', `${v.cls.name} instance has no attribute '${k.slice(1)}'`)
        : raise('TypeError', `bad operand type for unary ${sym}: '${typeName(v)}'`);
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
