/** Expressions: each becomes a Piece, evaluated in Python's order. */
import type { Expr, ExprOf, Position } from '../ast.ts';
import { mangle } from '../scope.ts';
import { attributePlace, call } from './calls.ts';
import type { Code, Piece } from './code.ts';
import { LIMIT, arg, atom, height, piece, property, quote, settle } from './code.ts';
import { comprehension } from './comprehensions.ts';
import { lambda } from './functions.ts';
import { load, place } from './names.ts';
import { binOp, boolOp, compare, ifExp, unary } from './operators.ts';
import { awaiting, yielding } from './suspension.ts';

export function expr(c: Code, e: Expr): Piece {
  switch (e.type) {
    case 'Constant':
      return constant(c, e);
    case 'Name':
      return load(c, e.id, e);
    case 'BinOp':
      return binOp(c, e);
    case 'UnaryOp':
      return unary(c, e);
    case 'BoolOp':
      return boolOp(c, e);
    case 'Compare':
      return compare(c, e);
    case 'IfExp':
      return ifExp(c, e);
    case 'NamedExpr': {
      const v = expr(c, e.value);
      const name = e.target as ExprOf<'Name'>;
      c.touched = true;
      return piece(`(${place(c, name.id)} = ${v.val})`, { pre: v.pre, is: v.is });
    }
    case 'Call':
      return call(c, e);
    case 'Attribute':
      return attribute(c, e);
    case 'Subscript':
      return subscript(c, e);
    case 'Slice': {
      const parts = [e.lower, e.upper, e.step].map((x) => (x === null ? c.use('$None') : arg(expr(c, x))));
      return piece(c.help('$slice', parts), { is: 'object' });
    }
    case 'List':
      return piece(c.help('$list', [items(c, e.elts, 'null', e)]), { is: 'object' });
    case 'Tuple':
      return tuple(c, e);
    case 'Set':
      return piece(c.help('$set_', [items(c, e.elts, undefined, e)], e), { is: 'object' });
    case 'Dict':
      return dict(c, e);
    case 'Lambda':
      return lambda(c, e);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return comprehension(c, e);
    case 'Yield':
    case 'YieldFrom':
      return yielding(c, e, true);
    case 'Await':
      return awaiting(c, e, true);
    case 'JoinedStr':
      return joined(c, e);
    case 'FormattedValue':
      return formatted(c, e);
    case 'Repr':
      return piece(c.help('$repr', [arg(expr(c, e.value))], e), { is: 'text' });
    case 'Starred':
      return expr(c, e.value);
  }
}

/** `o.x`: found at once when it is a plain attribute of the instance or its class; descriptors and the rest are the runtime's. */
function attribute(c: Code, e: ExprOf<'Attribute'>): Piece {
  const name = mangle(c.scope, e.attr);
  const o = expr(c, e.value);
  // A number needs parentheses, negative or not: it is left to the runtime.
  if (!c.fast || e.value.type === 'Constant' || /^-?\d/.test(o.val) || height(e) > LIMIT) {
    flatten(c, e.value, o);
    return piece(c.help('$get', [o.val, property(name)], attributePlace(c, e, e)), { pre: o.pre });
  }
  const mark = c.mark;
  const self = settle(c, o, o.pre);
  const p = readAttribute(c, self, name, o.pre, attributePlace(c, e, e));
  c.release(mark);
  return p;
}
/** The attribute of what is in a variable. */
export function readAttribute(c: Code, self: string, name: string, pre: string[], place: Position): Piece {
  const slow = c.help('$get', [self, property(name)], place);
  if (!c.fast) return piece(slow, { pre });
  const v = c.hold();
  c.soil(v);
  c.release(c.mark - 1);
  return piece(`(${v} = ${self}.$${name})?.desc === 0 ? ${v} : ${slow}`, { pre, loose: true });
}

/** Too deep an operand goes to a temporary of its own. */
export function flatten(c: Code, node: Expr, p: Piece): void {
  if (height(node) <= LIMIT || p.atom) return;
  const mark = c.mark;
  p.val = settle(c, p, p.pre);
  c.release(mark);
}

function constant(c: Code, e: ExprOf<'Constant'>): Piece {
  const p = literal(c, e);
  if (c.unit.options.details && !c.frame.consts.includes(p.val)) c.frame.consts.push(p.val);
  return p;
}
function literal(c: Code, e: ExprOf<'Constant'>): Piece {
  switch (e.kind) {
    case 'int': {
      const n = Number(e.value);
      if (Number.isSafeInteger(n)) return atom(String(n), 'int');
      c.use('$big');
      return atom(c.unit.constant(`$big('${e.value}')`));
    }
    case 'long':
      c.use('$long');
      return atom(c.unit.constant(`$long('${e.value}')`), 'object');
    case 'float':
      c.use('$float');
      return atom(c.unit.constant(`$float(${e.value})`), 'object');
    case 'imaginary':
      c.use('$imag');
      return atom(c.unit.constant(`$imag(${e.value})`), 'object');
    case 'str':
      return e.value.length > 60 && c.fast
        ? atom(c.unit.constant(quote(e.value)), 'text')
        : atom(quote(e.value), 'text');
    case 'unicode':
      c.use('$unicode');
      return atom(c.unit.constant(`$unicode(${quote(e.value)})`), 'object');
    case 'bytes':
      c.use('$bytes');
      return atom(c.unit.constant(`$bytes(${quote(e.value)})`), 'object');
    case 'None':
      return atom(c.use('$None'), 'object');
    case 'True':
      return atom('true', 'bool');
    case 'False':
      return atom('false', 'bool');
    case 'Ellipsis':
      return atom(c.use('$Ellipsis'), 'object');
  }
}

function subscript(c: Code, e: ExprOf<'Subscript'>): Piece {
  const o = expr(c, e.value);
  const mark = c.mark;
  flatten(c, e.value, o);
  const deep = height(e.slice) > LIMIT;
  if (deep) o.val = settle(c, o, o.pre);
  const old = simpleSlice(c, e);
  let text: string;
  if (old) text = c.help('$getslice', [o.val, ...old], e);
  else {
    const i = expr(c, e.slice);
    if (deep) i.val = settle(c, i, o.pre);
    text = c.help('$getitem', [o.val, deep ? i.val : arg(i)], e);
  }
  c.release(mark);
  return piece(text, { pre: o.pre });
}
/** Python 2: `o[i:j]` without a step asks `__getslice__` first; the two bounds, or null. */
export function simpleSlice(c: Code, e: ExprOf<'Subscript'>): [string, string] | null {
  if (c.unit.since('3.0') || e.slice.type !== 'Slice' || e.slice.step !== null) return null;
  const bound = (x: Expr | null): string => (x === null ? 'void 0' : arg(expr(c, x)));
  return [bound(e.slice.lower), bound(e.slice.upper)];
}

/** The values of several expressions as the inside of a JavaScript array: `*x` is spread. In a `display` a traceback points at all of it; before 3.8, at its last. */
export function values(c: Code, nodes: readonly Expr[], callee?: string, display?: Expr): string[] {
  const whole = display !== undefined ? (c.unit.since('3.8') ? display : nodes.at(-1)) : undefined;
  // Among others, `*` fills a list first, which knows nothing of the call (3.9).
  const asker = callee && nodes.length > 1 && c.unit.since('3.9') ? 'null' : callee || 'undefined';
  return nodes.map((n) => {
    if (n.type === 'Starred') return `...${c.help('$star', ['[]', arg(expr(c, n.value)), asker], whole ?? n)}`;
    return arg(expr(c, n));
  });
}
export const items = (c: Code, nodes: readonly Expr[], callee?: string, display?: Expr): string =>
  array(values(c, nodes, callee, display));
/** A JavaScript array, over several lines when it is long. */
export function array(texts: readonly string[]): string {
  const flat = `[${texts.join(', ')}]`;
  if (flat.length <= 100 || texts.length < 3 || flat.includes('\n')) return flat;
  const lines: string[] = [];
  let line = '';
  for (const t of texts) {
    if (line !== '' && line.length + t.length > 100) {
      lines.push(`${line},`);
      line = t;
    } else line = line === '' ? t : `${line}, ${t}`;
  }
  return `[\n  ${[...lines, line].join('\n  ')}\n]`;
}

function tuple(c: Code, e: ExprOf<'Tuple'>): Piece {
  const literal = (x: Expr): boolean =>
    (x.type === 'Constant' && x.kind !== 'Ellipsis') || (x.type === 'Tuple' && x.elts.every(literal));
  const text = c.help('$tuple', [items(c, e.elts, 'null', e)]);
  if (e.elts.every(literal)) return atom(c.unit.constant(text), 'object');
  return piece(text, { is: 'object' });
}

/** Calls inside one another that a text of JavaScript may have: QuickJS's parser recurses. */
const NESTED = 50;

function dict(c: Code, e: ExprOf<'Dict'>): Piece {
  let text: string | null = null;
  const before: string[] = [];
  let nested = 0;
  let held: string | null = null;
  let run: string[] = [];
  const flush = (): void => {
    if (text === null) text = c.help('$dict', [array(run)], run.length > 0 ? e : undefined);
    else if (run.length > 0) text = c.help('$dictmore', [text, array(run)], e);
    run = [];
  };
  e.keys.forEach((k, i) => {
    const v = e.values[i]!;
    if (k === null) {
      flush();
      if (++nested > NESTED) {
        held ??= c.hold();
        before.push(`${held} = ${text}`);
        text = held;
        nested = 0;
      }
      text = c.help('$dictstar', [text!, arg(expr(c, v))], c.unit.since('3.8') ? e : v);
    } else if (c.unit.since('3.5')) run.push(arg(expr(c, k)), arg(expr(c, v)));
    else {
      // Before 3.5 the value was evaluated before the key.
      const mark = c.mark;
      const value = expr(c, v);
      // Settled before the key is compiled, which must not take the same temporary.
      const pre: string[] = [];
      const given = value.atom || k.type === 'Constant' ? arg(value) : settle(c, value, pre);
      const key = expr(c, k);
      run.push(pre.length === 0 ? arg(key) : `(${[...pre, ...key.pre].join(', ')}, ${key.val})`, given);
      if (run.length > 200) flush();
      if (run.length === 0 || pre.length === 0) c.release(mark);
    }
  });
  if (text === null || run.length > 0) flush();
  if (held === null) return piece(text!, { is: 'object' });
  c.soil(held);
  return piece(`(${before.join(', ')}, ${text})`, { is: 'object' });
}

function joined(c: Code, e: ExprOf<'JoinedStr'>): Piece {
  if (e.values.length === 1 && e.values[0]!.type === 'Constant') return expr(c, e.values[0]!);
  if (e.values.length === 1) return formatted(c, e.values[0] as ExprOf<'FormattedValue'>);
  if (e.values.length === 0) return atom("''", 'text');
  return piece(c.help('$fstr', [array(e.values.map((v) => arg(expr(c, v))))]), { is: 'text' });
}
function formatted(c: Code, e: ExprOf<'FormattedValue'>): Piece {
  const v = arg(expr(c, e.value));
  const spec = e.format_spec === null ? "''" : arg(expr(c, e.format_spec));
  return piece(c.help('$format', [v, String(e.conversion), spec], e), { is: 'text' });
}
