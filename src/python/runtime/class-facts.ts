/** What is asked of classes everywhere: how a class is named, whether something is its instance, and the text of an attribute's name. */
import { encode } from './codecs.ts';
import { raise } from './errors.ts';
import type { PyType, Value } from './object.ts';
import { isSubtype, isType, own, tryGet } from './object.ts';
import { strValue } from './operands.ts';
import { since } from './state.ts';
import { PyTuple, PyUnicode } from './values.ts';

/** The class's name as reprs show it: `module.qualname`, without `builtins`. */
export function fullName(t: PyType): string {
  const m = t.heap ? (own(t.dict, '$__module__') ? t.dict.$__module__ : t.dict.$__module__) : t.module;
  const name = since(303) && t.heap ? t.qualname : t.name;
  return typeof m === 'string' && m !== 'builtins' && m !== '__builtin__' && m !== 'exceptions' ? `${m}.${name}` : name;
}

/** The name that `getattr` and its like are given. Errors: TypeError, UnicodeEncodeError. */
export function attributeName(name: Value): string {
  const s = strValue(name);
  if (s !== undefined) return s;
  if (!since(300) && name instanceof PyUnicode) return encode(name.v, 'ascii', 'strict');
  throw raise('TypeError', `attribute name must be string, not '${name.cls.name}'`);
}

/** Whether the `__new__` of a built-in class may make an instance of `cls`: of itself, or of what inherits from it. Errors: TypeError. */
export function checkNew(cls: Value, base: PyType): void {
  if (cls === base) return;
  if (!isType(cls)) throw raise('TypeError', `${base.name}.__new__(X): X is not a type object (${cls.cls.name})`);
  if (!isSubtype(cls, base))
    throw raise('TypeError', `${base.name}.__new__(${cls.name}): ${cls.name} is not a subtype of ${base.name}`);
  // What a built-in subclass needs, only that knows how to fill: `int.__new__(bool)`.
  if (cls.layout !== base.layout)
    throw raise('TypeError', `${base.name}.__new__(${cls.name}) is not safe, use ${cls.layout.name}.__new__()`);
}

/** isinstance by the class alone, and by what `__class__` claims. */
export function plainInstance(o: Value, t: PyType): boolean {
  if (isSubtype(o.cls, t)) return true;
  if (typeof o !== 'object') return false;
  const claimed = tryGet(o, '$__class__');
  return claimed !== undefined && claimed !== o.cls && isType(claimed) && isSubtype(claimed, t);
}
export function plainSubclass(c: Value, t: PyType): boolean {
  if (isType(c)) return isSubtype(c, t);
  const bases = tryGet(c, '$__bases__');
  if (!(bases instanceof PyTuple)) throw raise('TypeError', 'issubclass() arg 1 must be a class');
  return bases.a.some((b) => plainSubclass(b, t));
}
