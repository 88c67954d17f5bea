/** Binding: assignment to every kind of target, augmented assignment, `del`. */
import type { Expr, ExprOf, StmtOf } from '../ast.ts';
import { mangle } from '../scope.ts';
import type { Code, Piece } from './code.ts';
import { arg, piece, property, settle } from './code.ts';
import { expr, readAttribute, simpleSlice } from './expressions.ts';
import { load, mayHold, place, unbind } from './names.ts';
import { binary } from './operators.ts';
import { lines } from './statements.ts';

/** Writes the statements that bind `target` to the value; the value is evaluated first. */
export function store(c: Code, target: Expr, value: Piece): void {
  switch (target.type) {
    case 'Name':
      lines(c, value.pre);
      if (mayHold(c, target.id)) c.touched ||= !c.fast || value.is === 'any' || value.is === 'object';
      c.line(`${place(c, target.id)} = ${value.val};`);
      return;
    case 'Starred':
      store(c, target.value, value);
      return;
    case 'Tuple':
    case 'List':
      unpack(c, target, value);
      return;
    case 'Attribute': {
      const mark = c.mark;
      lines(c, value.pre);
      const { val } = late(c, value, target.value);
      const o = expr(c, target.value);
      lines(c, o.pre);
      c.line(`${c.help('$set', [o.val, property(mangle(c.scope, target.attr)), val], target)};`);
      c.touched = true;
      c.release(mark);
      return;
    }
    case 'Subscript': {
      const mark = c.mark;
      lines(c, value.pre);
      const { val } = late(c, value, target.value, target.slice);
      const o = expr(c, target.value);
      lines(c, o.pre);
      const old = simpleSlice(c, target);
      if (old) c.line(`${c.help('$setslice', [o.val, ...old, val], target)};`);
      else c.line(`${c.help('$setitem', [o.val, arg(expr(c, target.slice)), val], target)};`);
      c.touched = true;
      c.release(mark);
      return;
    }
    default:
      throw new TypeError(`The compiler cannot store into a ${target.type}.`);
  }
}

/** The value must be evaluated before the target's parts: it stays where it is only if nobody can tell. */
function late(c: Code, value: Piece, ...parts: Expr[]): { val: string } {
  if (value.atom && !value.temp) return { val: value.val };
  if (
    parts.every(
      (e) =>
        e.type === 'Constant' ||
        (e.type === 'Name' &&
          c.isAssigned(mangle(c.scope, e.id)) &&
          c.scope.resolve(mangle(c.scope, e.id)).kind === 'local'),
    )
  )
    return { val: value.val };
  const pre: string[] = [];
  const t = settle(c, { ...value, pre: [] }, pre);
  lines(c, pre);
  return { val: t };
}

function unpack(c: Code, target: ExprOf<'Tuple'> | ExprOf<'List'>, value: Piece): void {
  const mark = c.mark;
  const star = target.elts.findIndex((e) => e.type === 'Starred');
  lines(c, value.pre);
  // A tuple's own items are at hand; of a list's, `$unpack` makes a copy.
  const own =
    star < 0 && c.fast && value.atom
      ? `${value.val}.tuple && ${value.val}.a.length === ${target.elts.length} ? ${value.val}.a : `
      : '';
  const text =
    star < 0
      ? `${own}${c.help('$unpack', [value.val, String(target.elts.length)], target)}`
      : c.help('$unpackex', [value.val, String(star), String(target.elts.length - star - 1)], target);
  if (target.elts.length === 0) {
    c.line(`${text};`);
    return;
  }
  const t = c.hold();
  c.soil(t);
  c.line(`${t} = ${text};`);
  target.elts.forEach((e, i) => store(c, e, piece(`${t}[${i}]`)));
  c.release(mark);
}

export function assign(c: Code, s: StmtOf<'Assign'>): void {
  const [target] = s.targets;
  const v = s.value;
  if (
    s.targets.length === 1 &&
    (target!.type === 'Tuple' || target!.type === 'List') &&
    v.type === 'Tuple' &&
    pairwise(target!, v)
  ) {
    parallel(c, target as ExprOf<'Tuple'>, v);
    return;
  }
  const value = expr(c, v);
  if (s.targets.length === 1) {
    store(c, target!, value);
    return;
  }
  const mark = c.mark;
  const pre: string[] = [];
  const t = settle(c, value, pre);
  lines(c, pre);
  for (const each of s.targets) store(c, each, { ...value, pre: [], val: t, atom: true, temp: false });
  c.release(mark);
}
const pairwise = (t: ExprOf<'Tuple'> | ExprOf<'List'>, v: ExprOf<'Tuple'>): boolean =>
  t.elts.length === v.elts.length &&
  t.elts.length > 0 &&
  t.elts.length <= 8 &&
  [...t.elts, ...v.elts].every((e) => e.type !== 'Starred');

/** `a, b = b, a`: no tuple is ever seen, so none is made. */
function parallel(c: Code, target: ExprOf<'Tuple'>, value: ExprOf<'Tuple'>): void {
  const mark = c.mark;
  const pre: string[] = [];
  const held = value.elts.map((e) => {
    const p = expr(c, e);
    if (e.type === 'Constant') return p;
    pre.push(...p.pre);
    // A variable is copied: one of the targets may be that very variable.
    return { ...p, pre: [], val: settle(c, { ...p, pre: [], atom: false }, pre), atom: true, temp: false };
  });
  lines(c, pre);
  target.elts.forEach((t, i) => store(c, t, held[i]!));
  c.release(mark);
}

export function augAssign(c: Code, s: StmtOf<'AugAssign'>): void {
  const mark = c.mark;
  const t = s.target;
  switch (t.type) {
    case 'Name': {
      const p = binary(c, s, load(c, t.id, t), s.op, s.value, true);
      lines(c, p.pre);
      c.line(`${place(c, t.id)} = ${p.val};`);
      break;
    }
    case 'Attribute': {
      const o = expr(c, t.value);
      const pre = o.pre;
      const self = settle(c, o, pre);
      const key = property(mangle(c.scope, t.attr));
      const read = readAttribute(c, self, mangle(c.scope, t.attr), pre, t);
      const p = binary(c, s, read, s.op, s.value, true);
      lines(c, p.pre);
      c.line(`${c.help('$set', [self, key, p.val], t)};`);
      break;
    }
    case 'Subscript': {
      const o = expr(c, t.value);
      const pre = o.pre;
      const self = settle(c, o, pre);
      const i = settle(c, expr(c, t.slice), pre);
      const p = binary(c, s, piece(c.help('$getitem', [self, i], t), { pre }), s.op, s.value, true);
      lines(c, p.pre);
      c.line(`${c.help('$setitem', [self, i, p.val], t)};`);
      break;
    }
    default:
      throw new TypeError(`The compiler cannot augment a ${t.type}.`);
  }
  c.release(mark);
}

export function remove(c: Code, target: Expr): void {
  c.touched = true;
  switch (target.type) {
    case 'Name':
      c.line(unbind(c, target.id, target));
      return;
    case 'Tuple':
    case 'List':
      for (const e of target.elts) remove(c, e);
      return;
    case 'Attribute': {
      const o = expr(c, target.value);
      lines(c, o.pre);
      c.line(`${c.help('$del', [o.val, property(mangle(c.scope, target.attr))], target)};`);
      return;
    }
    case 'Subscript': {
      const o = expr(c, target.value);
      lines(c, o.pre);
      const old = simpleSlice(c, target);
      if (old) c.line(`${c.help('$delslice', [o.val, ...old], target)};`);
      else c.line(`${c.help('$delitem', [o.val, arg(expr(c, target.slice))], target)};`);
      return;
    }
    default:
      throw new TypeError(`The compiler cannot delete a ${target.type}.`);
  }
}
