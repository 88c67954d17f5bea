/** Operators, comparisons and conditions: small ints are answered inline, everything else by the runtime. */
import type { CompareOperator, Expr, ExprOf, Operator } from '../ast.ts';
import type { HelperName } from '../helpers.ts';
import { has } from '../eras.ts';
import type { Code, Known, Piece } from './code.ts';
import { LIMIT, arg, height, operand, piece, question, settle } from './code.ts';
import { expr } from './expressions.ts';

const helper: Record<Operator, string> = {
  Add: 'add',
  Sub: 'sub',
  Mult: 'mul',
  MatMult: 'matmul',
  Div: 'truediv',
  Mod: 'mod',
  Pow: 'pow',
  LShift: 'lshift',
  RShift: 'rshift',
  BitOr: 'or',
  BitXor: 'xor',
  BitAnd: 'and',
  FloorDiv: 'floordiv',
};
const sign: Partial<Record<Operator, string>> = { Add: '+', Sub: '-', Mult: '*', BitAnd: '&', BitOr: '|', BitXor: '^' };

export function helperOf(c: Code, op: Operator, inPlace = false): HelperName {
  const name =
    op === 'Div' && !has(c.unit.options.era, 'true division', c.unit.options.futures) ? 'classicdiv' : helper[op];
  return `$${inPlace ? 'i' : ''}${name}` as HelperName;
}

/** Numbers answer `int` with true, strings `text`: in QuickJS four times cheaper to ask than `typeof`. */
const isNumber = (a: string, known: Known): string | null => (known === 'int' ? null : `${a}.int`);
const narrow = (a: string, known: Known): string =>
  known === 'int' && Number(a) === (Number(a) | 0) ? '' : `${a} === (${a} | 0)`;
const both = (a: string, ka: Known, b: string, kb: Known): string =>
  [isNumber(a, ka), isNumber(b, kb)].filter((t) => t !== null).join(' && ');
const never = (p: Piece): boolean => p.is === 'text' || p.is === 'object' || p.is === 'bool';

const MOST = Number.MAX_SAFE_INTEGER;

/** A chain of binary operators, which may be thousands long: innermost first, each result in the same temporary. */
export function binOp(c: Code, node: ExprOf<'BinOp'>): Piece {
  const spine: ExprOf<'BinOp'>[] = [];
  let e: Expr = node;
  for (; e.type === 'BinOp'; e = e.left) spine.push(e);
  let left = expr(c, e);
  for (let i = spine.length - 1; i >= 0; i--)
    left = binary(c, spine[i]!, left, spine[i]!.op, spine[i]!.right, false, spine.length - i);
  return left;
}

/** `left op right`, where left is already compiled; `depth` counts the operators in left. */
export function binary(
  c: Code,
  node: Expr | { line: number; col: number; endLine: number; endCol: number },
  left: Piece,
  op: Operator,
  rightNode: Expr,
  inPlace: boolean,
  depth = 1,
): Piece {
  const name = helperOf(c, op, inPlace);
  const mark = c.mark;
  const pre = left.pre;
  const literal = rightNode.type === 'Constant' && rightNode.kind === 'int' && Number(rightNode.value) < 0x40000000;
  const folded = left.is === 'int' && literal ? fold(op, Number(left.val), Number(rightNode.value)) : null;
  if (folded !== null) return piece(String(folded), { pre, atom: true, is: 'int', loose: folded < 0 });
  const inline =
    c.fast &&
    !(left.is === 'int' && literal) &&
    !never(left) &&
    (sign[op] !== undefined || (literal && Number(rightNode.value) > 0 && (op === 'Mod' || op === 'FloorDiv')));
  // One of the two is known to be text: it is joined inline if the other is, too.
  const joins = (a: string, b: string, unknown: string): Piece => {
    const slow = c.help(name, [a, b], node);
    return piece(`${unknown}.text ? ${a} + ${b} : ${slow}`, { pre, loose: true });
  };
  if (!inline) {
    let text = left.val;
    let right: Piece;
    if (c.fast && op === 'Add' && left.is === 'text' && left.atom && !left.temp && height(rightNode) <= LIMIT) {
      right = expr(c, rightNode);
      if (right.is !== 'any') return piece(c.help(name, [text, arg(right)], node), { pre });
      const b = settle(c, right, pre);
      c.release(mark);
      return joins(text, b, b);
    }
    if ((depth > LIMIT || height(rightNode) > LIMIT) && (!left.atom || left.temp)) {
      text = settle(c, left, pre);
      right = expr(c, rightNode);
      const b = settle(c, right, pre);
      c.release(mark);
      return piece(c.help(name, [text, b], node), { pre });
    }
    right = expr(c, rightNode);
    return piece(c.help(name, [text, arg(right)], node), { pre });
  }
  const a = settle(c, left, pre, left.is === 'any');
  const right = expr(c, rightNode);
  if (op === 'Add' && right.is === 'text' && left.is === 'any' && right.atom && !right.temp) {
    c.release(mark);
    return joins(a, right.val, a);
  }
  if (never(right)) {
    const text = c.help(name, [a, arg(right)], node);
    c.release(mark);
    return piece(text, { pre });
  }
  const b = settle(c, right, pre);
  c.release(mark);
  const slow = c.help(name, [a, b], node);
  const test = both(a, left.is, b, right.is);
  const symbol = sign[op];
  if (symbol === undefined) {
    const value = op === 'Mod' ? `${a} % ${b}` : `(${a} - ${a} % ${b}) / ${b}`;
    return piece(`${test === '' ? '' : `${test} && `}${a} >= 0 ? ${value} : ${slow}`, { pre, loose: true });
  }
  if (op === 'BitAnd' || op === 'BitOr' || op === 'BitXor') {
    const small = [narrow(a, left.is), narrow(b, right.is)];
    return piece(`${[test, ...small].filter(Boolean).join(' && ') || 'true'} ? ${a} ${symbol} ${b} : ${slow}`, {
      pre,
      loose: true,
    });
  }
  const n = c.scratchOf('$n');
  // A product is -0 only where zero meets a negative factor.
  const zeroed = op === 'Mult' && ![a, b].some((factor) => /^[1-9]\d*$/.test(factor)) ? ' + 0' : '';
  // Most results are small; the others up to 2^53 are as exact, and testing them twice is cheaper than a call.
  const small = `((${n} = ${a} ${symbol} ${b}) === (${n} | 0) || ${n} <= ${MOST} && ${n} >= -${MOST})`;
  return piece(`${[test, small].filter(Boolean).join(' && ')} ? ${n}${zeroed} : ${slow}`, {
    pre,
    loose: true,
  });
}

/** The value of an operator between two literals, if it is a safe integer. */
function fold(op: Operator, a: number, b: number): number | null {
  const value = { Add: a + b, Sub: a - b, Mult: a * b, Pow: a ** b, LShift: b < 64 ? a * 2 ** b : NaN }[op as string];
  return value !== undefined && Number.isSafeInteger(value) ? value + 0 : null;
}

export function unary(c: Code, node: ExprOf<'UnaryOp'>): Piece {
  const e = node.operand;
  if (node.op === 'Not') return piece(`!${condition(c, e, true)}`, { is: 'bool' });
  if (node.op === 'USub' && e.type === 'Constant') {
    if (e.kind === 'int' && Number.isSafeInteger(Number(e.value)) && e.value !== '0')
      return piece(`-${Number(e.value)}`, { atom: true, is: 'int', loose: true });
    if (e.kind === 'float') {
      c.use('$float');
      return piece(c.unit.constant(`$float(-${e.value})`), { atom: true, is: 'object' });
    }
  }
  const name = { USub: '$neg', UAdd: '$pos', Invert: '$invert' }[node.op] as HelperName;
  const v = expr(c, e);
  if (height(e) > LIMIT) {
    const mark = c.mark;
    const a = settle(c, v, v.pre);
    c.release(mark);
    return piece(c.help(name, [a], node), { pre: v.pre });
  }
  return piece(c.help(name, [v.val], node), { pre: v.pre });
}

const order: Partial<Record<CompareOperator, string>> = {
  Lt: '<',
  LtE: '<=',
  Gt: '>',
  GtE: '>=',
  Eq: '===',
  NotEq: '!==',
};
const rich: Partial<Record<CompareOperator, HelperName>> = {
  Lt: '$lt',
  LtE: '$le',
  Gt: '$gt',
  GtE: '$ge',
  Eq: '$eq',
  NotEq: '$ne',
};

/** One comparison of a settled left side; as a test it gives a JavaScript boolean, else any value. */
function comparison(
  c: Code,
  node: Expr,
  a: string,
  left: Piece,
  op: CompareOperator,
  rightNode: Expr,
  test: boolean,
  keep: ((b: string, is: Known) => void) | null,
): Piece {
  const right = expr(c, rightNode);
  const pre = right.pre;
  let b = right.val;
  const direct = op === 'Is' || op === 'IsNot' || op === 'In' || op === 'NotIn';
  const inline =
    c.fast && !direct && !(never(left) && left.is !== 'text') && right.is !== 'object' && right.is !== 'bool';
  if (inline || keep) b = settle(c, right, pre);
  keep?.(b, right.is);
  switch (op) {
    case 'Is':
    case 'IsNot': {
      const text = keep === null && !right.atom && right.loose ? `(${b})` : b;
      return piece(`${a} ${op === 'Is' ? '===' : '!=='} ${text}`, { pre, is: 'bool', loose: true });
    }
    case 'In':
    case 'NotIn':
      return piece(`${op === 'In' ? '' : '!'}${c.help('$contains', [b, a], node)}`, { pre, is: 'bool' });
    default: {
      const call = c.help(rich[op]!, [a, b], node);
      const slow = test ? c.help('$truth', [call]) : call;
      if (!inline) return piece(slow, { pre, is: test ? 'bool' : 'any' });
      const symbol = order[op]!;
      const text = (left.is === 'text' || right.is === 'text') && (op === 'Eq' || op === 'NotEq');
      const kind = text ? 'text' : 'int';
      const apart = text ? left.is === 'int' || right.is === 'int' : left.is === 'text' || right.is === 'text';
      if (apart) return piece(slow, { pre, is: test ? 'bool' : 'any' });
      const known = (k: Known): boolean => (text ? k === 'text' : k === 'int');
      const checks = [known(left.is) ? '' : `${a}.${kind}`, known(right.is) ? '' : `${b}.${kind}`].filter(Boolean);
      if (checks.length === 0) return piece(`${a} ${symbol} ${b}`, { pre, is: 'bool', loose: true });
      return piece(`${checks.join(' && ')} ? ${a} ${symbol} ${b} : ${slow}`, {
        pre,
        loose: true,
        is: test ? 'bool' : 'any',
      });
    }
  }
}

/** Whether evaluating the node neither runs code nor changes anything. */
export const plain = (e: Expr): boolean => e.type === 'Constant' || e.type === 'Name';

export function compare(c: Code, node: ExprOf<'Compare'>, test = false): Piece {
  const mark = c.mark;
  const left = expr(c, node.left);
  const pre = left.pre;
  const [op, rightNode] = [node.ops[0]!, node.comparators[0]!];
  if (node.ops.length === 1) {
    const rightFirst = op === 'In' || op === 'NotIn';
    const inlines = c.fast && rich[op] !== undefined && !never({ ...left, is: left.is === 'text' ? 'any' : left.is });
    const deep = height(node) > LIMIT;
    // `$contains(container, item)` evaluates its arguments the other way round.
    const a =
      inlines ||
      deep ||
      (rightFirst && !plain(rightNode)) ||
      (rightFirst && !left.atom) ||
      (!plain(rightNode) && !left.atom)
        ? settle(c, left, pre)
        : op === 'Is' || op === 'IsNot'
          ? operand({ ...left, pre: [] })
          : left.val;
    const p = comparison(c, node, a, left, op, rightNode, test, null);
    c.release(mark);
    return { ...p, pre: [...pre, ...p.pre] };
  }
  // a < b < c: each middle operand is evaluated once, and later ones only if needed.
  let a = settle(c, left, pre);
  let known = left;
  const parts: string[] = [];
  let text = '';
  for (let i = 0; i < node.ops.length; i++) {
    const last = i === node.ops.length - 1;
    const rightPiece = node.comparators[i]!;
    const before = c.assigned;
    let b = '';
    let is: Known = 'any';
    const keep = (text: string, what: Known): void => {
      b = text;
      is = what;
    };
    const p = comparison(c, node, a, known, node.ops[i]!, rightPiece, test || !last, last ? null : keep);
    if (i > 0) c.assigned = before;
    if (i === 0) {
      pre.push(...p.pre);
      text = p.loose ? `(${p.val})` : p.val;
    } else text = operand(p);
    parts.push(text);
    a = b;
    known = piece(b, { is });
  }
  c.release(mark);
  const final = parts.pop()!;
  // Tests other than the last give booleans; a rich comparison that is not a bool is only kept when it is the last.
  return piece(`${parts.join(' && ')} && ${final}`, { pre, loose: true, is: test ? 'bool' : 'any' });
}

/** A JavaScript boolean: the truth of an expression. With `tight`, safe as the operand of any operator. */
export function condition(c: Code, e: Expr, tight = false): string {
  const p = test(c, e);
  return tight ? operand(p) : arg(p);
}

/** The truth of an expression, as a piece known to be a bool. */
export function test(c: Code, e: Expr): Piece {
  switch (e.type) {
    case 'Compare':
      return compare(c, e, true);
    case 'UnaryOp':
      if (e.op === 'Not') return unary(c, e);
      break;
    case 'BoolOp': {
      const sep = e.op === 'And' ? ' && ' : ' || ';
      let first: Piece | null = null;
      const parts: string[] = [];
      const before = c.assigned;
      for (const v of e.values) {
        const p = test(c, v);
        if (first === null) {
          first = p;
          parts.push(p.loose ? `(${p.val})` : p.val);
        } else parts.push(operand(p));
      }
      const after = c.assigned;
      // Only the first operand is sure to have been evaluated; what it bound is not told apart here.
      c.assigned = before === null ? after : before;
      return piece(parts.join(sep), { pre: first!.pre, loose: true, is: 'bool' });
    }
    case 'Constant':
      if (e.kind === 'True' || e.kind === 'False') return piece(e.kind === 'True' ? 'true' : 'false', { is: 'bool' });
      if (e.kind === 'int') return piece(/^0+$/.test(e.value) ? 'false' : 'true', { is: 'bool' });
      if (e.kind === 'None') return piece('false', { is: 'bool' });
      break;
    default:
  }
  const p = expr(c, e);
  if (p.is === 'bool') return p;
  return piece(c.help('$truth', [p.val], e), { pre: p.pre, is: 'bool' });
}

/** `and`, `or`: the value that decided. With more than two operands all but the last are tried in one flat chain. */
export function boolOp(c: Code, node: ExprOf<'BoolOp'>): Piece {
  const mark = c.mark;
  const and = node.op === 'And';
  const [first, ...others] = node.values;
  const last = others.pop()!;
  const p = expr(c, first!);
  const before = c.assigned;
  const pre = p.pre;
  let decided: string;
  let tests: string;
  if (others.length === 0) {
    decided = settle(c, p, pre);
    tests = p.is === 'bool' ? decided : c.help('$truth', [decided], first!);
  } else {
    decided = c.hold();
    c.soil(decided);
    const parts = [p, ...others.map((v) => expr(c, v))].map((v, i) => {
      const set = `${decided} = ${i === 0 ? v.val : arg(v)}`;
      return v.is === 'bool' ? `(${set})` : c.help('$truth', [set], node.values[i]!);
    });
    tests = parts.join(and ? ' && ' : ' || ');
  }
  const end = arg(expr(c, last));
  c.release(mark);
  c.assigned = before;
  return piece(and ? `${tests} ? ${end} : ${decided}` : `${tests} ? ${decided} : ${end}`, { pre, loose: true });
}

export function ifExp(c: Code, node: ExprOf<'IfExp'>): Piece {
  const t = test(c, node.test);
  const before = c.assigned;
  const yes = arg(expr(c, node.body));
  c.assigned = before;
  const no = arg(expr(c, node.orelse));
  c.assigned = before;
  return piece(`${question({ ...t, pre: [] })} ? ${yes} : ${no}`, { pre: t.pre, loose: true });
}
