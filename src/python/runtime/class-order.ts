/** The order in which a class and those before it are asked for a name. Source: PEP 253; https://docs.python.org/3/howto/mro.html. */
import { raise } from './errors.ts';
import type { PyType } from './object.ts';
import { since } from './state.ts';

/** C3 linearisation. Errors: TypeError when there is no consistent order. */
export function c3(cls: PyType, bases: PyType[]): PyType[] {
  const twice = bases.find((b, i) => bases.indexOf(b) < i);
  if (twice !== undefined) throw raise('TypeError', `duplicate base class ${twice.name}`);
  // Old-style classes (Python 2): depth first, from left to right; what all of them have comes last.
  if (bases[0]!.oldStyle && bases.every((b) => b.oldStyle))
    return [cls, ...new Set(bases.flatMap((b) => b.mro.slice(0, -2))), ...bases[0]!.mro.slice(-2)];
  // Of one base there is nothing to merge.
  if (bases.length === 1 && bases[0]!.mro[0] === bases[0]) return [cls, ...bases[0]!.mro];
  // What old-style classes have in common is not for a class that has a new-style one before or behind them.
  const sequences = [...bases.map((b) => b.mro.filter((c) => c.name !== 'oldobject')), [...bases]];
  const result = [cls];
  for (;;) {
    const left = sequences.filter((s) => s.length > 0);
    if (left.length === 0) return result;
    const head = left.map((s) => s[0]!).find((candidate) => !left.some((s) => s.indexOf(candidate) > 0));
    if (head === undefined) {
      const names = [...new Set(left.map((s) => s[0]!))].map((b) => b.name).join(', ');
      throw raise(
        'TypeError',
        `Cannot create a consistent method resolution${since(313) ? ' ' : '\n'}order (MRO) for bases ${names}`,
      );
    }
    result.push(head);
    for (const s of left) if (s[0] === head) s.shift();
  }
}

/** Whether an order is another with one class before it. A loop, because an order may be long. */
export function follows(order: PyType[], rest: PyType[]): boolean {
  if (order.length - 1 !== rest.length) return false;
  for (let i = 0; i < rest.length; i++) if (rest[i] !== order[i + 1]) return false;
  return true;
}
