/**
 * `type.__new__`: from a name, bases and a namespace to a finished class.
 * Source: https://docs.python.org/3/reference/datamodel.html#customizing-class-creation, PEP 3115, 487.
 */
import { PyFunction } from './call.ts';
import { fullName } from './class-facts.ts';
import { PyClassMethod, PyStaticMethod } from './descriptors.ts';
import { raise } from './errors.ts';
import { dictAttribute, weakAttribute } from './instances.ts';
import type { Kw, PyType, Value } from './object.ts';
import {
  PyObject,
  callMethod,
  isSubtype,
  isType,
  makeClass,
  object,
  rederive,
  tryGet,
  type,
  typeGet,
} from './object.ts';
import { strValue } from './operands.ts';
import { None } from './singletons.ts';
import { mangle, readSlots, slotDescriptor } from './slots.ts';
import { R, since } from './state.ts';
import { superGet } from './super.ts';
import type { PyDict } from './values.ts';
import { PyTuple } from './values.ts';

/** The most derived metaclass. Errors: TypeError. */
export function metaclassOf(meta: Value, bases: PyType[]): Value {
  let winner = meta;
  for (const b of bases) {
    const m = b.cls;
    if (b.oldStyle === true || isSubtype(winner, m)) continue;
    if (isSubtype(m, winner)) {
      winner = m;
      continue;
    }
    throw raise(
      'TypeError',
      `metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases`,
    );
  }
  return winner;
}

/** The built-in layout that instances of a class with these bases need. Errors: TypeError. */
export function bestLayout(bases: PyType[]): PyType {
  let best: PyType = object;
  for (const b of bases) {
    if (!isType(b)) throw raise('TypeError', 'bases must be types');
    if (b.final) throw raise('TypeError', `type '${fullName(b)}' is not an acceptable base type`);
    const l = b.layout;
    if (l === best || isSubtype(best, l)) continue;
    if (isSubtype(l, best)) best = l;
    else throw raise('TypeError', 'multiple bases have instance lay-out conflict');
  }
  return best;
}

/** `type.__new__`: everything between the namespace and the finished class. Errors: TypeError, ValueError. */
export function newClass(meta: PyType, name: string, bases: PyType[], ns: PyDict, kw: Kw): PyType {
  if (bases.length === 0) bases = [object];
  if (since(307) && bases.some((b) => !isType(b) && tryGet(b, '$__mro_entries__') !== undefined))
    throw raise('TypeError', "type() doesn't support MRO entry resolution; use types.new_class()");
  const winner = metaclassOf(meta, bases) as PyType;
  if (winner !== meta && winner.dict.$__new__ !== type.dict.$__new__)
    return typeGet(winner, '$__new__').tpcall([winner, name, new PyTuple(bases), ns], kw);
  meta = winner;
  const layout = bestLayout(bases);
  const attributes: Record<string, Value> = {};
  for (const [k, v] of ns.entries()) {
    const key = strValue(k);
    if (key !== undefined) attributes[`$${key}`] = v;
    else if (since(313)) R.warn?.('RuntimeWarning', `non-string key in the __dict__ of class ${name}`, undefined, 0);
  }
  const slots = attributes.$__slots__;
  let hasDict = true;
  let slotNames: string[] | null = null;
  if (slots !== undefined) {
    slotNames = readSlots(slots, attributes, layout, bases);
    hasDict = slotNames.includes('__dict__') || bases.some((b) => b.hasDict);
  }
  const maker = attributes.$__new__;
  if (maker instanceof PyFunction) attributes.$__new__ = new PyStaticMethod(maker);
  for (const k of ['$__init_subclass__', '$__class_getitem__'])
    if (attributes[k] instanceof PyFunction) attributes[k] = new PyClassMethod(attributes[k]);
  if (attributes.$__eq__ !== undefined && attributes.$__hash__ === undefined && since(300)) attributes.$__hash__ = None;
  if (attributes.$__module__ === undefined) {
    const m = R.callerModule?.();
    if (m !== undefined) attributes.$__module__ = m;
  }
  const qualname = attributes.$__qualname__;
  if (qualname !== undefined && since(303)) {
    if (typeof qualname !== 'string')
      throw raise('TypeError', `type __qualname__ must be a str, not ${qualname.cls.name}`);
    delete attributes.$__qualname__;
  }
  if (attributes.$__doc__ === undefined) attributes.$__doc__ = None;
  const cell = attributes.$__classcell__;
  if (cell !== undefined && !(cell instanceof ClassCell))
    throw raise(
      'TypeError',
      `type.__new__ requires __classcell__ to be a nonlocal cell, not ${cell.cls?.name ?? 'object'}`,
    );
  delete attributes.$__classcell__;
  const t = makeClass(meta, name, bases, attributes, layout, hasDict);
  if (cell !== undefined) cell.fill(t);
  if (meta.dict.$mro !== type.dict.$mro) customOrder(t);
  if (typeof qualname === 'string') t.qualname = qualname;
  t.allSlots = [
    ...(bases.find((b) => b.allSlots !== undefined)?.allSlots ?? []),
    ...(slotNames ?? []).filter((n) => n !== '__dict__' && n !== '__weakref__'),
  ];
  if (slotNames !== null) {
    t.slots = slotNames;
    for (const n of slotNames)
      if (n !== '__dict__' && n !== '__weakref__') t.dict[`$${mangle(n, name)}`] = slotDescriptor(mangle(n, name), t);
  }
  // A class of old-style and new-style bases is a new-style one, with a `__dict__` to show.
  const mixed = meta.name !== 'classobj' && bases.some((b) => b.oldStyle === true);
  if (mixed) t.dict.oldStyle = false;
  if (hasDict && attributes.$__dict__ === undefined && !bases.some((b) => b.hasDict && !(mixed && b.oldStyle)))
    t.dict.$__dict__ = dictAttribute(t);
  const bringsWeak = slotNames === null ? hasRoom(layout.name) : slotNames.includes('__weakref__');
  if (bringsWeak && !t.mro.some((c) => c.dict.$__weakref__ !== undefined)) t.dict.$__weakref__ = weakAttribute(t);
  if (t.dict.$__del__ !== undefined || t.hasFinaliser) t.hasFinaliser = true;
  if (since(306)) for (const k of Object.keys(attributes)) if (k !== '$__qualname__') setName(t, k, attributes[k]);
  if (since(306)) initSubclass(t, kw);
  return t;
}
/** Types whose subclasses get no `__weakref__`: instances differ in size, or have one that is not shown. */
const noRoom = new Set('long bytes tuple type set frozenset collections.deque deque module function'.split(' '));
/** Python 2's int is of one size, and its str is bytes. */
const hasRoom = (layout: string): boolean => !noRoom.has(layout) && layout !== (since(300) ? 'int' : 'str');

function setName(t: PyType, k: string, v: Value): void {
  if (typeof v !== 'object' || v.cls.dict.$__set_name__ === undefined) return;
  try {
    callMethod(v, '$__set_name__', [t, k.slice(1)]);
  } catch (e) {
    const text = `Error calling __set_name__ on '${v.cls.name}' instance '${k.slice(1)}' in '${t.name}'`;
    if (since(312)) {
      callMethod(e, '$add_note', [text]);
      throw e;
    }
    const r = raise('RuntimeError', text);
    r.cause = e;
    r.suppress = true;
    r.context = e;
    throw r;
  }
}
function initSubclass(t: PyType, kw: Kw): void {
  const hook = superGet(t, t, '$__init_subclass__');
  // A custom order may leave nobody to ask.
  hook?.tpcall([], kw);
}
/** Asks the metaclass's own `mro` for the order. Errors: TypeError for what is no class, or is built otherwise. */
function customOrder(t: PyType): void {
  const order: Value[] = R.items!(callMethod(t, '$mro', []));
  for (const base of order) {
    if (!isType(base) && base.oldStyle !== true)
      throw raise('TypeError', `mro() returned a non-class ('${base.cls.name}')`);
    if (isType(base) && !isSubtype(t.layout, base.layout))
      throw raise('TypeError', `mro() returned base with unsuitable layout ('${base.name}')`);
  }
  if (order.length === 0 && since(300)) throw raise('TypeError', 'type MRO must not be empty');
  if (order.includes(t)) {
    t.mro = order as PyType[];
    rederive(t);
    return;
  }
  // `__init_subclass__` is looked for behind the class itself, in an order that must have it.
  if (since(306))
    throw raise(
      'TypeError',
      since(313)
        ? `super(type, obj): obj (type ${t.name}) is not an instance or subtype of type (${t.name}).`
        : 'super(type, obj): obj must be an instance or subtype of type',
    );
  t.mro = [t, ...(order as PyType[])];
  rederive(t);
  t.mro = order as PyType[];
}

/** The cell `__class__` of a class's methods, on its way through the namespace to `type.__new__`. */
export class ClassCell extends PyObject {
  private set: (cls: Value) => void;
  /** The class that it was filled with. */
  cell: Value = undefined;
  constructor(set: (cls: Value) => void) {
    super();
    this.set = set;
  }
  fill(cls: Value): void {
    this.set(cls);
    this.cell = cls;
  }
}
