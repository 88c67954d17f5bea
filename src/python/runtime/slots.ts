/**
 * `__slots__`: which names are allowed, and the descriptor that each becomes.
 * Source: https://docs.python.org/3/reference/datamodel.html#slots.
 */
import { attributeName } from './class-facts.ts';
import { raise } from './errors.ts';
import type { PyType, Value } from './object.ts';
import { strValue } from './operands.ts';
import { R, since } from './state.ts';
import { GetSet, PyUnicode } from './values.ts';

/** A private name as the class keeps it: `__x` in `C` is `_C__x`. */
export const mangle = (n: string, cls: string): string =>
  n.startsWith('__') && !n.endsWith('__') ? `_${cls.replace(/^_+/, '')}${n}` : n;

const slotName = (v: Value): string | undefined => (v instanceof PyUnicode ? attributeName(v) : strValue(v));

/** The names that `__slots__` gives. Errors: TypeError, ValueError. */
export function readSlots(slots: Value, attributes: Record<string, Value>, layout: PyType, bases: PyType[]): string[] {
  const text = slotName(slots);
  const list: Value[] = text !== undefined ? [text] : R.items!(slots);
  const names: string[] = [];
  for (const s of list) {
    const n = slotName(s);
    if (n === undefined) throw raise('TypeError', `__slots__ items must be strings, not '${s.cls.name}'`);
    if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(n)) throw raise('TypeError', '__slots__ must be identifiers');
    if (attributes[`$${n}`] !== undefined && n !== '__qualname__' && n !== '__classcell__')
      throw raise('ValueError', `'${n}' in __slots__ conflicts with class variable`);
    names.push(n);
  }
  if (names.length > 0 && `tuple type ${since(300) ? 'int bytes' : 'long str'}`.split(' ').includes(layout.name))
    throw raise('TypeError', `nonempty __slots__ not supported for subtype of '${layout.name}'`);
  const again = (n: string, inherited: boolean): boolean =>
    names.filter((each) => each === n).length + (inherited ? 1 : 0) > 1 && names.includes(n);
  if (
    again(
      '__dict__',
      bases.some((b) => b.hasDict),
    )
  )
    throw raise('TypeError', '__dict__ slot disallowed: we already got one');
  if (
    again(
      '__weakref__',
      bases.some((b) => b.heap && (b.slots === null || b.slots.includes('__weakref__'))),
    )
  )
    throw raise(
      'TypeError',
      `__weakref__ slot disallowed: ${since(312) ? 'we already got one' : 'either we already got one, or __itemsize__ != 0'}`,
    );
  return names;
}
/** A slot: `member_descriptor`, its value in the instance's field `@name`. */
export function slotDescriptor(name: string, t: PyType): GetSet {
  const field = `@${name}`;
  const g = new MemberDescriptor(
    name,
    t,
    (o) => {
      const v = o[field];
      if (v === undefined && !since(310)) throw raise('AttributeError', name);
      return v;
    },
    (o, v) => {
      if (v === undefined) {
        if (o[field] === undefined) throw raise('AttributeError', name);
        delete o[field];
      } else o[field] = v;
    },
  );
  return g;
}
export class MemberDescriptor extends GetSet {}
