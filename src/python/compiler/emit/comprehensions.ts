/**
 * Comprehensions and generator expressions. Since 3.12 (PEP 709) a comprehension is part of its function, tracebacks included; before, it had a frame of its own;
 * in Python 2 a list comprehension even shared its function's variables.
 */
import type { Comprehension, Expr } from '../ast.ts';
import type { Piece } from './code.ts';
import { Code, arg, jsName, piece } from './code.ts';
import { CO, bodyText, describe, indented } from './functions.ts';
import { expr } from './expressions.ts';
import { condition } from './operators.ts';
import { loopOver } from './loops.ts';
import { returning } from './tracing.ts';

type Node = Extract<Expr, { type: 'ListComp' | 'SetComp' | 'DictComp' | 'GeneratorExp' }>;

const titles = { ListComp: 'listcomp', SetComp: 'setcomp', DictComp: 'dictcomp', GeneratorExp: 'genexpr' };

export function comprehension(c: Code, node: Node): Piece {
  const first = node.generators[0]!;
  const source = expr(c, first.iter);
  const it = c.help(
    first.is_async ? '$aiter' : '$iter',
    [source.val],
    c.unit.since('3.13') || !c.unit.since('3.8') ? first.iter : node,
  );
  c.touched = true;
  const title = titles[node.type];
  if (node.type === 'ListComp' && !c.unit.since('3.0')) {
    const inner = new Code(c.unit, c.scope, c, c.kind, c.qualname, null, c);
    inner.assigned = c.assigned;
    const yields =
      node.generators.some((g, i) => contains(g.target) || (i > 0 && contains(g.iter)) || g.ifs.some(contains)) ||
      contains(node.elt);
    return inlined(c, inner, node, yields, source.pre, it);
  }
  const scope = c.unit.symbols.of(node);
  if (node.type !== 'GeneratorExp' && (c.unit.since('3.12') || scope.hasAwait)) {
    const inner = new Code(c.unit, scope, c, c.kind, c.qualname, null, c);
    inner.assigned = new Set([...(c.assigned ?? [])].filter((n) => !scope.bound.has(n)));
    return inlined(c, inner, node, scope.hasAwait, source.pre, it);
  }
  // Until 3.7 a `yield` in any comprehension made it a generator, whose return value was the collection.
  const kind =
    node.type === 'GeneratorExp' && scope.hasAwait
      ? 'asyncgen'
      : node.type === 'GeneratorExp' || scope.hasYield
        ? 'generator'
        : 'plain';
  // A generator that has not begun stands at no column, only at its line.
  const { line } = c.unit.since('3.8') ? node : ((node.type === 'DictComp' ? node.key : node.elt) ?? node);
  const start = kind === 'plain' ? node : { line, endLine: line, col: 0, endCol: 0 };
  const inner = new Code(c.unit, scope, c, kind, qualify(c, `<${title}>`), start);
  inner.assigned = new Set([...(c.assigned ?? [])].filter((n) => !scope.bound.has(n)));
  const body = (): void => {
    if (node.type !== 'GeneratorExp') inner.line('var $a = [];');
    generators(inner, node, 0, '$it');
    if (node.type !== 'GeneratorExp') inner.line(returning(inner, result(inner, node)));
  };
  const text = bodyText(inner, body, scope.variables.map(jsName));
  const flags =
    (kind === 'generator' ? CO.generator : kind === 'asyncgen' ? CO.asyncgen : 0) |
    CO.optimized |
    CO.newlocals |
    (c.scope.isFunction ? CO.nested : 0);
  describe(inner, { name: `<${title}>`, flags, argcount: 1, varnames: ['.0', ...scope.variables], doc: null });
  const name = `${title}$${inner.index}`;
  if (kind === 'plain')
    return piece(`(function ${name}($it) {\n${indented(text)}\n})(${it}, ${c.l(node)})`, {
      pre: source.pre,
      is: 'object',
    });
  return piece(
    `${c.help(kind === 'generator' ? '$genexp' : '$agenexp', [inner.id, `function* ${name}($f, $it) {\n${indented(text)}\n}`, it])}`,
    {
      pre: source.pre,
      is: 'object',
    },
  );
}

export function qualify(c: Code, name: string): string {
  if (c.scope.kind === 'module') return name;
  if (c.scope.kind === 'typeparams') return qualify(c.parent!, name);
  return c.scope.kind === 'class' ? `${c.qualname}.${name}` : `${c.qualname}.<locals>.${name}`;
}

function inlined(c: Code, inner: Code, node: Node, suspends: boolean, pre: string[], it: string): Piece {
  inner.line('var $a = [];');
  generators(inner, node, 0, '$it');
  inner.line(`return ${result(inner, node)};`);
  const own = inner.scope === c.scope ? [] : inner.scope.variables.map(jsName);
  const names = [...inner.temporaries, ...own];
  const declared = names.length > 0 ? [`var ${names.join(', ')};`] : [];
  const text = indented([...declared, ...inner.lines].join('\n'));
  if (suspends) return piece(`(yield* (function* ($it) {\n${text}\n})(${it}))`, { pre, is: 'object' });
  return piece(`(($it) => {\n${text}\n})(${it})`, { pre, is: 'object' });
}

function result(c: Code, node: Node): string {
  return c.help(
    node.type === 'DictComp' ? '$dict' : node.type === 'SetComp' ? '$set_' : '$list',
    ['$a'],
    node.type === 'ListComp' ? undefined : node,
  );
}

/** Loop number `i` and all within it. */
function generators(c: Code, node: Node, i: number, it: string): void {
  const g: Comprehension = node.generators[i]!;
  const own = c.unit.since('3.13');
  loopOver(c, g.target, it, own && !g.is_async ? g.iter : node, g.is_async, () => {
    const ifs = g.ifs.map((t) => condition(c, t));
    const inside = (): void => {
      if (i + 1 < node.generators.length) {
        const next = node.generators[i + 1]!;
        const source = expr(c, next.iter);
        const name = `$it${i + 1}`;
        for (const p of source.pre) c.line(`${p};`);
        c.line(`var ${name} = ${c.help(next.is_async ? '$aiter' : '$iter', [source.val], own ? next.iter : node)};`);
        tidy(c);
        generators(c, node, i + 1, name);
      } else {
        element(c, node);
        tidy(c);
      }
    };
    if (ifs.length === 0) inside();
    else c.block(`if (${ifs.map((t) => (ifs.length > 1 ? `(${t})` : t)).join(' && ')}) {`, inside);
  });
}
function tidy(c: Code): void {
  const clean = c.clean();
  if (clean) c.line(`${clean};`);
}

function element(c: Code, node: Node): void {
  if (node.type === 'DictComp') {
    const k = arg(expr(c, node.key));
    const v = arg(expr(c, node.value));
    c.line(c.unit.since('3.8') ? `$a.push(${k}, ${v});` : `$a.push(${k}, ${v});`);
    return;
  }
  const v = expr(c, node.elt);
  if (node.type !== 'GeneratorExp') {
    for (const p of v.pre) c.line(`${p};`);
    c.line(`$a.push(${v.val});`);
    return;
  }
  const sent = c.kind === 'asyncgen' ? `new ${c.use('$Wrapped')}(${v.val}, $l = $f.l = ${c.at(node.elt)})` : null;
  for (const p of v.pre) c.line(`${p};`);
  c.usesPosition = true;
  if (sent) c.line(`yield ${sent};`);
  else if (v.atom) {
    c.line(`$l = $f.l = ${c.at(node.elt)};`);
    c.line(`yield ${v.val};`);
  } else c.line(`yield ${c.help('$first', [v.val, `$l = $f.l = ${c.at(node.elt)}`])};`);
  c.line('$f.l = -1;');
}

/** Whether a Python 2 list comprehension yields. */
function contains(e: Expr): boolean {
  if (e.type === 'Yield') return true;
  return Object.values(e).some((v) => {
    if (Array.isArray(v))
      return v.some((x) => typeof x === 'object' && x !== null && 'type' in x && contains(x as Expr));
    return typeof v === 'object' && v !== null && 'type' in v && contains(v as Expr);
  });
}
