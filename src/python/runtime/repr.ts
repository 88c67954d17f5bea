/** repr() and str(): the protocol, object addresses, and the guard against containers that contain themselves. */
import { raise } from './errors.ts';
import type { Value } from './object.ts';
import { callMethod } from './object.ts';
import { strValue } from './operands.ts';
import { since } from './state.ts';
import { PyUnicode } from './values.ts';

/** `repr(v)` as text. Errors: TypeError when `__repr__` returns something else. */
export function repr(v: Value): string {
  if (typeof v === 'number') return String(v + 0);
  const r = callMethod(v, '$__repr__', []);
  if (typeof r === 'string') return r;
  const s = strValue(r);
  if (s !== undefined) return s;
  if (!since(300) && r instanceof PyUnicode) return r.v;
  throw raise('TypeError', `__repr__ returned non-string (type ${r.cls.name})`);
}
/** `str(v)` as text. */
export function str(v: Value): string {
  if (typeof v === 'string') return v;
  if (typeof v === 'number') return String(v + 0);
  const f = v.cls.dict.$__str__;
  if (f === undefined) return repr(v);
  const r = callMethod(v, '$__str__', []);
  if (typeof r === 'string') return r;
  const s = strValue(r);
  if (s !== undefined) return s;
  if (!since(300) && r instanceof PyUnicode) return r.v;
  throw raise('TypeError', `__str__ returned non-string (type ${r.cls.name})`);
}

const inside = new Set<Value>();
/** Runs `body` unless `v` is being shown already: then `again`. */
export function guarded(v: Value, again: string, body: () => string): string {
  if (inside.has(v)) return again;
  inside.add(v);
  try {
    return body();
  } finally {
    inside.delete(v);
  }
}

const addresses = new WeakMap<object, number>();
let next = 0;
/** id(v): the same number on every run, in the order in which programs ask; a primitive's comes from its value. */
export function id(v: Value): Value {
  if (typeof v === 'object') {
    // An object that comes back for its `__del__` is still the same.
    const o = v.hid ?? v;
    let a = addresses.get(o);
    if (a === undefined) {
      a = 0x7f0000000000 + 0x1000 + next * 0x40;
      next++;
      addresses.set(o, a);
    }
    return a;
  }
  if (typeof v === 'number') return 0x560000000000 + ((v * 32) % 0x8000000000) + (v < 0 ? 0x8000000000 : 0);
  if (typeof v === 'boolean') return v ? 0x55f000000020 : 0x55f000000000;
  if (typeof v === 'bigint') return 0x570000000000 + Number(BigInt.asUintN(36, v)) * 16;
  let h = 7;
  for (let i = 0; i < v.length; i++) h = (Math.imul(h, 31) + v.charCodeAt(i)) | 0;
  return 0x7e0000000000 + (h >>> 0) * 16;
}
export const address = (v: Value): string => `0x${id(v).toString(16).padStart(12, '0')}`;
