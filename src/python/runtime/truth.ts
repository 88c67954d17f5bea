/**
 * Truth and length.
 * Source: https://docs.python.org/3/library/stdtypes.html#truth-value-testing.
 */
import { raise } from './errors.ts';
import type { Value } from './object.ts';
import { callMethod } from './object.ts';
import { indexOf, intValue, typeName } from './operands.ts';
import { since } from './state.ts';

/** Truth value testing: `__bool__` (`__nonzero__` in Python 2), then `__len__`, else true. Errors: TypeError. */
export function $truth(v: Value): boolean {
  if (v === true) return true;
  if (v === false) return false;
  if (v.int) return v !== 0;
  if (typeof v === 'string') return v !== '';
  return typeof v === 'bigint' ? true : v.truth();
}
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
  if (v.row) return v.a.length;
  if (v.table) return v.h.size;
  if (v.cls.dict.$__len__ === undefined) {
    if (v.cls.oldStyle) throw raise('AttributeError', `${v.cls.name} instance has no attribute '__len__'`);
    throw raise('TypeError', `object of type '${typeName(v)}' has no len()`);
  }
  const r = callMethod(v, '$__len__', []);
  if (r.int && r >= 0) return r;
  const n = intValue(r) ?? indexOf(r);
  if (n < 0) throw raise('ValueError', '__len__() should return >= 0');
  if (typeof n === 'bigint' && n > 0x7fffffffffffffffn) throw raise('OverflowError', TOO_LONG);
  return n;
}
