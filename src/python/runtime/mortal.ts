/** Instances of classes with a `__del__` of the program's: how they come back for it. Source: PEP 442; the reference, "object.__del__". */
import { watchValue } from './finalise.ts';
import type { PyType, Value } from './object.ts';
import { callMethod } from './object.ts';
import { R } from './state.ts';

/**
 * An instance that must come back for its `__del__`: what the program holds is a handle, whose prototype `hid` has the attributes; when the handle is gone,
 * a new one stands before the same attributes. An object that its own attributes lead back to is held by them, and goes when the program ends.
 */
export function mortal(cls: PyType): Value {
  const hid = cls.layout.alloc(cls);
  const o = { __proto__: hid, hid };
  watchMortal(o, hid);
  return o;
}
function watchMortal(o: Value, hid: Value): void {
  // What the library would say of its own objects at the program's end, CPython has no more words for by then.
  const library = String(hid.cls.dict.$__del__.code?.f.filename ?? '').startsWith('lib/');
  watchValue(o, () => bury({ __proto__: hid, hid }), library);
}
/** Makes a handle of an instance that was made without a thought to its `__del__`: its attributes move behind it. */
export function mortalise(o: Value): void {
  if (o.hid !== undefined) return;
  const hid = { __proto__: Object.getPrototypeOf(o) } as Value;
  for (const key of Object.keys(o)) {
    hid[key] = o[key];
    delete o[key];
  }
  Object.setPrototypeOf(o, hid);
  o.hid = hid;
  watchMortal(o, hid);
}
/** Calls the `__del__` of an object that is gone, on a handle that stands for it. */
export function bury(o: Value): void {
  const f = o.cls.dict.$__del__;
  if (f === undefined) return;
  const { ex } = R;
  R.ex = null;
  try {
    callMethod(o, '$__del__', []);
  } catch (e) {
    R.unraisable?.(e, R.version >= 308 ? f : f.tpget(o, o.cls));
  } finally {
    R.ex = ex;
  }
}
