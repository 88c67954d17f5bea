/**
 * Hashing: equal numbers hash alike, whatever their type.
 * Source: https://docs.python.org/3/library/stdtypes.html#hashing-of-numeric-types.
 */
import { raise } from './errors.ts';
import type { Value } from './object.ts';
import { callMethod } from './object.ts';
import { intValue, norm, typeName } from './operands.ts';

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
