/** The built-in functions about numbers and characters. Source: the library reference, "Built-in Functions". */
import { size } from './codepoints.ts';
import { coerced, coercesOld, coercing } from './coercion.ts';
import { raise } from './errors.ts';
import { asciiRepr } from './percent.ts';
import { roundFloat } from './float-text.ts';
import { toFloatValue } from './float.ts';
import { intText } from './format-spec.ts';
import type { NativeJs, Value } from './object.ts';
import { callMethod, special } from './object.ts';
import { indexOf, intValue, strValue, typeName } from './operands.ts';
import { binarySpecial } from './operator-protocol.ts';
import { $pow } from './operators.ts';
import { None, NotImplemented } from './singletons.ts';
import { since } from './state.ts';
import { PyByteArray, PyBytes, PyFloat, PyLong, PyTuple, PyUnicode } from './values.ts';

function prefixed(v: Value, base: number, prefix: string): string {
  const n = indexOf(v);
  const long = !since(300) && v instanceof PyLong && base !== 2 ? 'L' : '';
  return (n < 0 ? '-' : '') + prefix + intText(n < 0 ? -n : n, base) + long;
}
/** Python 2 asks `__hex__` and `__oct__`. */
function old(v: Value, name: 'hex' | 'oct', base: number, prefix: string): string {
  const k = `$__${name}__`;
  if (special(v, k) === undefined) throw raise('TypeError', `${name}() argument can't be converted to ${name}`);
  if (v.cls.heap) return strValue(callMethod(v, k, []))!;
  return prefixed(v, base, base === 8 && intValue(v) == 0 ? '' : prefix);
}
function code(v: Value): Value {
  const s =
    strValue(v) ?? (v instanceof PyUnicode ? v.v : v instanceof PyBytes || v instanceof PyByteArray ? v.s : undefined);
  if (s === undefined) throw raise('TypeError', `ord() expected string of length 1, but ${v.cls.name} found`);
  const n = v instanceof PyBytes || v instanceof PyByteArray ? s.length : size(s);
  if (n !== 1) throw raise('TypeError', `ord() expected a character, but string of length ${n} found`);
  return s.codePointAt(0);
}
function character(v: Value): string {
  if (!since(309)) {
    if (v instanceof PyFloat) throw raise('TypeError', 'integer argument expected, got float');
    if (intValue(v) === undefined && special(v, '$__index__') === undefined && special(v, '$__int__') === undefined)
      throw raise(
        'TypeError',
        since(300) ? `an integer is required (got type ${v.cls.name})` : 'an integer is required',
      );
  }
  const n = indexOf(v);
  if (typeof n === 'bigint' && !since(311))
    throw raise(
      'OverflowError',
      since(308) ? 'Python int too large to convert to C int' : 'Python int too large to convert to C long',
    );
  const limit = since(300) ? 0x110000 : 256;
  if (n < 0 || n >= limit)
    throw raise('ValueError', since(300) ? 'chr() arg not in range(0x110000)' : 'chr() arg not in range(256)');
  return String.fromCodePoint(Number(n));
}

export const numberFunctions: Record<string, NativeJs> = {
  'chr(i, /)': character,
  'unichr(i, /) @2.0-2.7'(v) {
    const n = indexOf(v);
    if (n < 0 || n > 0x10ffff) throw raise('ValueError', 'unichr() arg not in range(0x110000) (wide Python build)');
    return new PyUnicode(String.fromCodePoint(Number(n)));
  },
  'ord(c, /)': code,
  'ascii(obj, /) @3.0+': asciiRepr,
  'bin(number, /) @2.6+': (v) => prefixed(v, 2, '0b'),
  'oct(number, /) @3.0+': (v) => prefixed(v, 8, '0o'),
  'oct(number, /) @2.7-': (v) => old(v, 'oct', 8, '0'),
  'hex(number, /) @3.0+': (v) => prefixed(v, 16, '0x'),
  'hex(number, /) @2.7-': (v) => old(v, 'hex', 16, '0x'),
  'round(number, ndigits=None) @3.0+'(v, digits) {
    if (special(v, '$__round__') === undefined)
      throw raise('TypeError', `type ${v.cls.name} doesn't define __round__ method`);
    return callMethod(v, '$__round__', digits === undefined || digits === None ? [] : [digits]);
  },
  'round(number, ndigits=0) @2.7-'(v, digits) {
    if (!(v instanceof PyFloat) && special(v, '$__float__') === undefined)
      throw raise('TypeError', 'a float is required');
    const x = toFloatValue(v);
    if (digits !== undefined && intValue(digits) === undefined && special(digits, '$__index__') === undefined)
      throw raise('TypeError', `'${digits.cls.name}' object cannot be interpreted as an index`);
    const r = roundFloat(x, digits === undefined ? 0 : Number(indexOf(digits)), true);
    if (!Number.isFinite(r) && Number.isFinite(x)) throw raise('OverflowError', 'rounded value too large to represent');
    return new PyFloat(r);
  },
  'coerce(x, y, /) @2.7-'(x, y) {
    const pair = coerced(x, y);
    if (pair !== null) return new PyTuple(pair);
    throw raise('TypeError', 'number coercion failed');
  },
  'divmod(x, y, /)': divmod,
  'pow(base, exp, mod=None) @3.8+': pow,
  'pow(base, exp, mod=None, /) @3.7-': pow,
};

function divmod(a: Value, b: Value): Value {
  const [k, rk] = ['$__divmod__', '$__rdivmod__'] as const;
  const r = !since(300) && coercesOld(a, b) ? coercing(divmod, a, b, k, rk) : binarySpecial(a, b, k, rk);
  if (r !== undefined) return r;
  throw raise('TypeError', `unsupported operand type(s) for divmod(): '${typeName(a)}' and '${typeName(b)}'`);
}
function pow(x: Value, y: Value, mod: Value): Value {
  if (mod === undefined || mod === None) return $pow(x, y);
  if (special(x, '$__pow__') !== undefined) {
    const r = callMethod(x, '$__pow__', [y, mod]);
    if (r !== NotImplemented) return r;
  }
  if (y instanceof PyLong || (since(314) && special(y, '$__rpow__') !== undefined)) {
    const r = callMethod(y, '$__rpow__', [x, mod]);
    if (r !== NotImplemented) return r;
  }
  if (x instanceof PyFloat || y instanceof PyFloat || mod instanceof PyFloat)
    throw raise('TypeError', 'pow() 3rd argument not allowed unless all arguments are integers');
  throw raise(
    'TypeError',
    `unsupported operand type(s) for ${since(309) ? '** or ' : ''}pow(): '${x.cls.name}', '${y.cls.name}', '${mod.cls.name}'`,
  );
}
