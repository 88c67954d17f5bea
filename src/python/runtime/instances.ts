/** What an instance carries: its class, its `__dict__`, its state for pickling and copying, its names for `dir()`. */
import { raise } from './errors.ts';
import type { PyType, Value } from './object.ts';
import { isType, tryGet } from './object.ts';
import { R, since } from './state.ts';
import { None } from './singletons.ts';
import { GetSet, NamespaceDict, PyDict, PyTuple } from './values.ts';

const added = (t: PyType): string => String((t.slots ?? []).filter((n) => !n.startsWith('__')).toSorted());
/** The class of an order, from a place on, that last added slots; without one, the built-in layout. */
const grown = (t: PyType, from = 0): PyType => t.mro.slice(from).find((c) => c.heap && added(c) !== '') ?? t.layout;
/** Whether instances of two classes are of one shape: the same class gave it, or two that added the same slots to the same. */
function alike(a: PyType, b: PyType): boolean {
  const [last, other] = [grown(a), grown(b)];
  return (
    last === other || (last.heap && other.heap && added(last) === added(other) && grown(last, 1) === grown(other, 1))
  );
}
/** `__class__` assignment needs the same layout on both sides. */
export function setClass(o: Value, cls: Value): void {
  if (cls === undefined) throw raise('TypeError', "can't delete __class__ attribute");
  if (!isType(cls)) throw raise('TypeError', `__class__ must be set to a class, not '${cls.cls.name}' object`);
  const old: PyType = o.cls;
  // A module may take up a class with properties of its own (since 3.5: Customizing module attribute access).
  const module = since(305) && old.layout.name === 'module' && cls.layout === old.layout;
  if (typeof o !== 'object' || (!module && (!old.heap || !cls.heap)))
    throw raise('TypeError', '__class__ assignment only supported for mutable types or ModuleType subclasses');
  if (
    old.layout !== cls.layout ||
    old.hasDict !== cls.hasDict ||
    (old.dict.$__weakref__ === undefined) !== (cls.dict.$__weakref__ === undefined) ||
    (!module && !alike(old, cls))
  )
    throw raise('TypeError', `__class__ assignment: '${cls.name}' object layout differs from '${old.name}'`);
  // What is behind a mortal's handle has the class.
  Object.setPrototypeOf(Object.getPrototypeOf(o) === o.hid ? o.hid : o, cls.proto);
}

/** The instance's `__dict__`, the same object each time it is asked for. */
const dicts = new WeakMap<object, PyDict>();
export function instanceDict(o: Value): PyDict {
  const s = o.hid ?? o;
  let d = dicts.get(s);
  if (d === undefined) {
    d = new NamespaceDict(s);
    dicts.set(s, d);
  }
  return d;
}
function setInstanceDict(o: Value, v: Value): void {
  if (v !== undefined && !(v instanceof PyDict))
    throw raise('TypeError', `__dict__ must be set to a dictionary, not a '${v.cls.name}'`);
  const entries = v?.entries() ?? [];
  const d = instanceDict(o);
  d.clear();
  for (const [k, x] of entries) d.set(k, x);
}

/** The `__dict__` of a class's instances. */
export const dictAttribute = (t: PyType): Value => new GetSet('__dict__', t, instanceDict, setInstanceDict);

/** The `__weakref__` of a class's instances: the first weak reference to one, or None. */
export const weakAttribute = (t: PyType): Value =>
  new GetSet('__weakref__', t, (o) => R.weakReferences?.(o)[0] ?? None, null);

/** State as `object.__getstate__` gives it: the dict, or (dict, slots), or None. */
export function objectState(o: Value): Value {
  const d = o.cls.hasDict ? instanceDict(o) : undefined;
  const slots = new PyDict();
  for (const name of o.cls.allSlots ?? []) if (o[`@${name}`] !== undefined) slots.set(name, o[`@${name}`]);
  const dict = d !== undefined && d.size > 0 ? copyDict(d) : None;
  return slots.size > 0 ? new PyTuple([dict, slots]) : dict;
}
export function copyDict(d: PyDict): PyDict {
  const out = new PyDict();
  for (const [k, v] of d.entries()) out.set(k, v);
  return out;
}

/** Names for `dir(v)`, sorted. */
export function directory(v: Value): string[] {
  const names = new Set<string>();
  const addOwn = (d: Record<string, Value>): void => {
    for (const k of Object.keys(d)) if (k[0] === '$') names.add(k.slice(1));
  };
  const t: PyType = isType(v) ? v : v.cls;
  if (t !== v) {
    const d = tryGet(v, '$__dict__');
    if (d instanceof PyDict) for (const k of d.keys()) if (typeof k === 'string') names.add(k);
  }
  // Of a module, Python 2 shows only what is in it.
  if (!since(300) && t.layout.name === 'module' && t !== v) return [...names].sort();
  for (const c of t.mro) if (c.heap || !t.oldStyle) addOwn(c.dict);
  return [...names].sort();
}
