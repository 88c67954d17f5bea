/**
 * What `in` and `[…]` ask of a container: `__contains__`, `__getitem__`, `__setitem__`, `__delitem__`.
 * Source: https://docs.python.org/3/reference/datamodel.html#emulating-container-types.
 */
import { equal } from './comparison.ts';
import { raise } from './errors.ts';
import type { Value } from './object.ts';
import { callMethod, lookupAttr } from './object.ts';
import { intValue, typeName } from './operands.ts';
import { hooks } from './operator-hooks.ts';
import { None } from './singletons.ts';
import { R, since } from './state.ts';
import { $truth } from './truth.ts';

/** `item in container`. Errors: TypeError. */
export function $contains(container: Value, item: Value): boolean {
  if (container.table) return container.h.get(item) !== undefined;
  const f = container.cls.dict.$__contains__;
  if (f !== undefined) {
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
  if (o.row) {
    if (i.int) {
      const v = o.a[i < 0 ? i + o.a.length : i];
      if (v !== undefined) return v;
    }
  } else if (o.table) {
    const v = o.h.get(i);
    if (v !== undefined) return v;
  }
  if (o.isType) return typeItem(o, i);
  if (o.cls.dict.$__getitem__ === undefined) {
    if (o.cls.oldStyle) throw raise('AttributeError', `${o.cls.name} instance has no attribute '__getitem__'`);
    throw raise(
      'TypeError',
      since(300)
        ? `'${typeName(o)}' object ${!since(307) && o.cls.heap && intValue(i) !== undefined ? 'does not support indexing' : 'is not subscriptable'}`
        : R.version >= 207
          ? `'${typeName(o)}' object ${o.cls.heap && intValue(i) !== undefined ? 'does not support indexing' : "has no attribute '__getitem__'"}`
          : 'unsubscriptable object',
    );
  }
  return callMethod(o, '$__getitem__', [i]);
}
/** `C[i]`: the metaclass's `__getitem__`, then `__class_getitem__` (PEP 560). */
function typeItem(t: Value, i: Value): Value {
  if (t.cls.dict.$__getitem__ !== undefined) return callMethod(t, '$__getitem__', [i]);
  const f = since(307) ? lookupAttr(t, '$__class_getitem__') : undefined;
  if (f === undefined || f === None)
    throw raise(
      'TypeError',
      since(311)
        ? `type '${t.name}' is not subscriptable`
        : since(300)
          ? `'${t.cls.name}' object is not subscriptable`
          : `'${typeName(t)}' object has no attribute '__getitem__'`,
    );
  return f.tpcall([i], null);
}
export function $setitem(o: Value, i: Value, v: Value): void {
  if (o.table) {
    const { h } = o;
    // What `set` does in the usual case, without the call.
    if (i.ownKey && h.byHash === null && h.order === null) h.m.set(i, v);
    else h.set(i, v);
    return;
  }
  if (o.row && i.int && !o.tuple) {
    const at = i < 0 ? i + o.a.length : i;
    if (at >= 0 && at < o.a.length) {
      o.a[at] = v;
      return;
    }
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
