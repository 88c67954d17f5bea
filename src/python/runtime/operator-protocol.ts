/**
 * Python's protocol for `a op b`: special methods and their reflections, a subclass on the right first, the words of the refusal.
 * Source: https://docs.python.org/3/reference/datamodel.html#emulating-numeric-types.
 */
import { coercesOld, coercing, half } from './coercion.ts';
import { raise } from './errors.ts';
import { MAX_TEXT } from './limits.ts';
import type { Value } from './object.ts';
import { callMethod, isSubtype } from './object.ts';
import { typeName } from './operands.ts';
import { NotImplemented } from './singletons.ts';
import { R, since } from './state.ts';

/** `a op b` by `__op__` and `__rop__`; undefined when neither knows. */
export function binarySpecial(a: Value, b: Value, k: string, rk: string): Value {
  const ta = a.cls;
  const tb = b.cls;
  const f = ta.dict[k];
  const g = tb === ta ? undefined : tb.dict[rk];
  // Sequences have `sq_concat` and `sq_repeat`, which come after the number slots of either side.
  const concat = k === '$__add__' || k === '$__mul__';
  const late = concat && f?.native && g !== undefined && !g.native && (typeof a === 'string' || a.isSequence);
  if (late || (g !== undefined && f !== undefined && isSubtype(tb, ta) && g !== ta.dict[rk])) {
    const r = callMethod(b, rk, [a]);
    if (r !== NotImplemented) return r;
    const s = callMethod(a, k, [b]);
    return s === NotImplemented ? undefined : s;
  }
  if (f !== undefined) {
    const r = callMethod(a, k, [b]);
    if (r !== NotImplemented) return r;
  }
  if (g !== undefined) {
    const r = callMethod(b, rk, [a]);
    if (r !== NotImplemented) return r;
  }
  // An old-style instance (Python 2) coerces through one class `instance`: both sides are asked.
  if (tb === ta && ta.oldStyle && tb.dict[rk] !== undefined) {
    const r = callMethod(b, rk, [a]);
    if (r !== NotImplemented) return r;
  }
  return undefined;
}
function unsupported(sym: string, a: Value, b: Value): Value {
  // The print statement of Python 2 is an expression in Python 3.
  const hint =
    sym === '>>' && a === R.builtins?.$print && since(306)
      ? '. Did you mean "print(<message>, file=<output_stream>)"?'
      : '';
  return raise('TypeError', `unsupported operand type(s) for ${sym}: '${typeName(a)}' and '${typeName(b)}'${hint}`);
}
/** An operator with two operands. */
export type Binary = (a: Value, b: Value) => Value;

/** Makes an operator: `fast` answers for built-in operands or returns undefined. Sequences come after numbers, as `sq_concat` and `sq_repeat` do. */
export function binary(sym: string, name: string, fast: Binary, last?: Binary): Binary {
  const k = `$__${name}__`;
  const rk = `$__r${name}__`;
  const op: Binary = (a, b) => {
    const quick = fast(a, b);
    if (quick !== undefined) return quick;
    const r = R.version < 300 && coercesOld(a, b) ? coercing(op, a, b, k, rk) : binarySpecial(a, b, k, rk);
    if (r !== undefined) return r;
    const l = last?.(a, b);
    if (l !== undefined) return l;
    throw unsupported(sym, a, b);
  };
  return op;
}
/** Makes an augmented assignment: `__iop__`, else the operator, whose message then names the assignment. */
export function inplace(name: string, sym: string, op: Binary): Binary {
  const ik = `$__i${name}__`;
  const assign: Binary = (a, b) => {
    if (typeof a === 'string' && typeof b === 'string' && name === 'add' && a.length + b.length <= MAX_TEXT)
      return a + b;
    if (R.version < 300 && coercesOld(a, a)) {
      const r = half(assign, a, b, ik, false);
      if (r !== undefined) return r;
    } else if (typeof a === 'object' && a.cls.dict[ik] !== undefined) {
      const r = callMethod(a, ik, [b]);
      if (r !== NotImplemented) return r;
    }
    if (typeof a !== 'object' && typeof b !== 'object') {
      // Only the message tells `a += b` from `a + b`.
      try {
        return op(a, b);
      } catch (e) {
        throw inplaceText(e, sym);
      }
    }
    try {
      return op(a, b);
    } catch (e) {
      throw inplaceText(e, sym);
    }
  };
  return assign;
}
function inplaceText(e: Value, sym: string): Value {
  const text = e?.args?.[0];
  const from = `unsupported operand type(s) for ${sym}: `;
  if (typeof text === 'string' && text.startsWith(from) && e.tb === null)
    e.args = [`unsupported operand type(s) for ${sym}=: ${text.slice(from.length)}`];
  return e;
}
