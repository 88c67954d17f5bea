/** Calls. A compiled function that takes exactly the arguments given is called directly; everything else goes through the runtime. */
import type { Expr, ExprOf, Keyword, Position } from '../ast.ts';
import { mangle } from '../scope.ts';
import type { Code, Piece } from './code.ts';
import { LIMIT, arg, height, jsName, piece, property, quote, settle } from './code.ts';
import { array, expr, flatten, values } from './expressions.ts';
import { localsThunk } from './names.ts';
import { plain } from './operators.ts';
import { traced } from './tracing.ts';

/** Functions that look at the names of their caller. */
const sites = new Set(['locals', 'vars', 'dir', 'eval', 'exec', 'globals', 'execfile', 'input', 'compile']);

const isGlobal = (c: Code, name: string): boolean => {
  const r = c.scope.resolve(mangle(c.scope, name));
  return r.kind === 'global' || (r.kind === 'name' && r.owner === null && !c.scope.bound.has(name));
};

export function call(c: Code, node: ExprOf<'Call'>): Piece {
  c.touched = true;
  c.frame.calls = true;
  const f = node.func;
  const isSimple = node.keywords.length === 0 && node.args.every((a) => a.type !== 'Starred');
  if (f.type === 'Name' && isGlobal(c, f.id)) {
    if (f.id === 'super' && isSimple && node.args.length === 0 && c.unit.since('3.0')) return superCall(c, node, f);
    if (sites.has(f.id)) return siteCall(c, node);
  }
  if (c.unit.options.profiled) return watched(c, node);
  if (f.type === 'Attribute') return method(c, node, f, isSimple);
  if (!isSimple) {
    const callee = expr(c, f);
    const mark = c.mark;
    // The callee is named in messages about `*` and `**`, hence used more than once.
    const name = needsName(node) ? settle(c, callee, callee.pre, f.type !== 'Name') : callee.val;
    const text = withKeywords(c, node, '$callkw', [name], name);
    c.release(mark);
    return piece(text, { pre: callee.pre });
  }
  const short =
    !c.fast ||
    f.type === 'Constant' ||
    f.type === 'UnaryOp' ||
    (f.type === 'Name' && isGlobal(c, f.id) && (f.id === 'print' || /^[A-Z]/.test(f.id)));
  if (short && height(node) <= LIMIT) {
    const callee = expr(c, f);
    const args = values(c, node.args);
    if (args.length >= 4) return piece(c.help('$call', [callee.val, array(args)], node), { pre: callee.pre });
    const target = callee.atom && !/^\d/.test(callee.val) ? callee.val : `(${callee.val})`;
    return piece(`${target}.call${args.length}(${[...args, c.l(node)].join(', ')})`, { pre: callee.pre });
  }
  const callee = expr(c, f);
  const pre = callee.pre;
  const mark = c.mark;
  const js = settle(c, callee, pre, !(f.type === 'Name' && isGlobal(c, f.id)));
  const args = settled(c, node.args, pre);
  c.release(mark);
  return direct(c, node, pre, js, args);
}

/** For `sys.setprofile`: whether the runtime or the program answers is known when the call is made. */
function watched(c: Code, node: ExprOf<'Call'>): Piece {
  const callee = expr(c, node.func);
  const mark = c.mark;
  const f = settle(c, callee, callee.pre);
  const args = array(values(c, node.args, f));
  const keywords = node.keywords.length === 0 ? 'null' : keywordMap(c, node.keywords, f);
  const place = node.func.type === 'Attribute' ? attributePlace(c, node.func, node) : node;
  const text = c.help('$callwatched', [f, args, keywords, traced(c) ? '$T' : 'null'], place);
  c.release(mark);
  return piece(text, { pre: callee.pre });
}

function settled(c: Code, nodes: readonly Expr[], pre: string[]): string[] {
  return nodes.map((n) => settle(c, expr(c, n), pre));
}
function direct(c: Code, node: Expr, pre: string[], f: string, args: string[]): Piece {
  pre.push(c.l(node));
  const other = args.length < 4 ? `${f}.call${args.length}(${args.join(', ')})` : c.help('$call', [f, array(args)]);
  return piece(`${f}.calls === ${args.length} ? ${f}.js(${args.join(', ')}) : ${other}`, {
    pre,
    loose: true,
  });
}
const needsName = (node: ExprOf<'Call'>): boolean =>
  node.args.some((a) => a.type === 'Starred') || node.keywords.some((k) => k.arg === null);

/** A call with keywords or stars: `head` are the first arguments of the helper. */
function withKeywords(
  c: Code,
  node: ExprOf<'Call'>,
  helper: '$callkw' | '$callmkw',
  head: string[],
  callee: string,
  place: Position = node,
  at?: string,
): string {
  const where = [c.l(place), ...(at === undefined ? [] : [at])];
  if (node.keywords.length > 0 && node.keywords.every((k) => k.arg !== null) && !needsName(node)) {
    const names = c.unit.constant(array(node.keywords.map((k) => quote(k.arg!))));
    const given = array([...values(c, node.args, callee), ...node.keywords.map((k) => arg(expr(c, k.value)))]);
    return c.help(helper === '$callkw' ? '$callnamed' : '$callmnamed', [...head, given, names, ...where]);
  }
  const args = array(values(c, node.args, callee));
  if (node.keywords.length === 0) return c.help(helper === '$callkw' ? '$call' : '$callm', [...head, args, ...where]);
  return c.help(helper, [...head, args, keywordMap(c, node.keywords, callee), ...where]);
}

/** The keyword arguments of a call or class as a Map. */
export function keywordMap(c: Code, keywords: readonly Keyword[], callee: string): string {
  let first = 0;
  const pairs: string[] = [];
  for (; first < keywords.length && keywords[first]!.arg !== null; first++) pairs.push(pair(c, keywords[first]!));
  let text = c.help('$kw', pairs);
  for (const k of keywords.slice(first))
    text =
      k.arg === null
        ? c.help('$kwstar', [text, arg(expr(c, k.value)), callee], k.value)
        : c.help('$kwadd', [text, quote(k.arg), arg(expr(c, k.value)), callee], k.value);
  return text;
}
const pair = (c: Code, k: Keyword): string => `${quote(k.arg!)}, ${arg(expr(c, k.value))}`;

/** Over several lines, an attribute (and a call of it) counts as being where its name stands, not where the object begins (3.10 and later). */
export function attributePlace(c: Code, f: ExprOf<'Attribute'>, node: Position): Position {
  if (f.line === f.endLine || !c.unit.since('3.10')) return node;
  return { line: f.endLine, col: f.endCol - f.attr.length, endLine: node.endLine, endCol: node.endCol };
}

function method(c: Code, node: ExprOf<'Call'>, f: ExprOf<'Attribute'>, isSimple: boolean): Piece {
  const name = mangle(c.scope, f.attr);
  if (isSimple && c.fast && isSuper(c, f.value)) return superMethod(c, node, f);
  // The call, and where a missing attribute is reported.
  const place = attributePlace(c, f, node);
  const seat = attributePlace(c, f, f);
  const at = String(c.at(seat));
  const key = property(name);
  const o = expr(c, f.value);
  const pre = o.pre;
  const mark = c.mark;
  const allPlain =
    node.args.every((a) => plain(a.type === 'Starred' ? a.value : a)) && node.keywords.every((k) => plain(k.value));
  if (!isSimple) {
    if (allPlain && !needsName(node)) {
      flatten(c, f.value, o);
      return piece(withKeywords(c, node, '$callmkw', [o.val, key], '', place, at), { pre });
    }
    const got = piece(c.help('$get', [o.val, key], seat), { pre });
    const callee = needsName(node) || height(f) > LIMIT ? settle(c, got, pre) : got.val;
    const text = withKeywords(c, node, '$callkw', [callee], callee, place);
    c.release(mark);
    return piece(text, { pre });
  }
  const literal = o.is === 'int' || f.value.type === 'Constant';
  if ((!c.fast || literal) && height(node) <= LIMIT) {
    if (allPlain || literal)
      return piece(c.help('$callm', [o.val, key, array(values(c, node.args)), c.l(place), at]), { pre });
    return piece(c.help('$call', [c.help('$get', [o.val, key], seat), array(values(c, node.args))], place), { pre });
  }
  const self = settle(c, o, pre);
  let text: string;
  if (node.args.every(plain)) {
    const args = settled(c, node.args, pre);
    const m = c.scratchOf('$m');
    pre.push(c.l(place));
    const other =
      [
        () => c.help('$callm0', [self, key, at]),
        () => c.help('$callm1', [self, key, ...args, at]),
        () => c.help('$callm2', [self, key, ...args, at]),
      ][args.length] ?? (() => c.help('$callm', [self, key, array(args), '$l', at]));
    text = `(${m} = ${self}.$${name})?.n === ${args.length + 1} ? ${m}.js(${[self, ...args].join(', ')}) : ${other()}`;
  } else {
    // Python looks the method up before it evaluates the arguments.
    const m = c.hold();
    // What is no plain method is got before the arguments: a property may do something.
    pre.push(`${m} = (${m} = ${self}.$${name})?.n ? ${m} : ${c.help('$loadm', [self, key], seat)}`);
    c.soil(m);
    const args = settled(c, node.args, pre);
    pre.push(c.l(place));
    text = `${m}.n === ${args.length + 1} ? ${m}.js(${[self, ...args].join(', ')}) : ${c.help('$callfound', [self, key, m, array(args)])}`;
  }
  c.release(mark);
  return piece(text, { pre, loose: true });
}

const isSuper = (c: Code, e: Expr): e is ExprOf<'Call'> =>
  e.type === 'Call' &&
  e.func.type === 'Name' &&
  e.func.id === 'super' &&
  e.args.length === 0 &&
  e.keywords.length === 0 &&
  c.unit.since('3.0') &&
  isGlobal(c, 'super');

/** What `super()` works with: the class comes from the `__class__` cell, the instance is the first parameter. */
function superParts(c: Code, f: Expr): string[] {
  const cell = c.scope.resolve('__class__');
  const scope = c.scope.kind === 'comprehension' ? c.frame.scope : c.scope;
  const first = scope.params[0];
  return [
    arg(expr(c, f)),
    cell.kind === 'free' ? jsName('__class__') : 'null',
    first === undefined ? 'null' : jsName(first),
  ];
}
function superCall(c: Code, node: ExprOf<'Call'>, f: ExprOf<'Name'>): Piece {
  return piece(c.help('$super0', superParts(c, f), node));
}
/** `super().name(…)`: the method is found without making the object in between. */
function superMethod(c: Code, node: ExprOf<'Call'>, f: ExprOf<'Attribute'>): Piece {
  const parts = superParts(c, (f.value as ExprOf<'Call'>).func);
  const self = parts[2]!;
  const mark = c.mark;
  const pre: string[] = [];
  const m = c.hold();
  c.soil(m);
  pre.push(`${m} = ${c.help('$superm', [...parts, property(mangle(c.scope, f.attr))], attributePlace(c, f, f))}`);
  const args = settled(c, node.args, pre);
  pre.push(c.l(attributePlace(c, f, node)));
  c.release(mark);
  return piece(
    `${m}.n === ${args.length + 1} ? ${m}.js(${[self, ...args].join(', ')}) : ${c.help('$callsuper', [m, self, array(args)])}`,
    { pre, loose: true },
  );
}

/** `locals()`, `eval()` and their like: the names they can see are put in reach just before the call. */
function siteCall(c: Code, node: ExprOf<'Call'>): Piece {
  const callee = expr(c, node.func);
  const pre = callee.pre;
  const mark = c.mark;
  const f = settle(c, callee, pre, false);
  const args = piece(array(values(c, node.args, f)));
  const list = settle(c, args, pre);
  const keywords = node.keywords.length === 0 ? null : settle(c, piece(keywordMap(c, node.keywords, f)), pre);
  const where = c.scope.isFunction
    ? [c.scope.execs ? '$x' : 'null', localsThunk(c)]
    : c.scope.split
      ? ['N', 'null']
      : ['null', 'null'];
  pre.push(`${c.use('$R')}.site = ${c.help('$mksite', ['G', ...where])}`);
  c.release(mark);
  const text = keywords === null ? c.help('$call', [f, list], node) : c.help('$callkw', [f, list, keywords], node);
  return piece(text, { pre });
}
