/** A whole source text as one JavaScript expression: `(function ($, G, N) { … })`. */
import type { Expr, Root } from '../ast.ts';
import type { Unit } from './code.ts';
import { Code, quote } from './code.ts';
import { CO, afterDocstring, bodyText, describe, indented } from './functions.ts';
import { expr } from './expressions.ts';
import { body, lines, startsAnnotations } from './statements.ts';

export function emitModule(unit: Unit, root: Root): string {
  const suspends = unit.options.topLevelAwait && unit.symbols.root.hasAwait;
  const first = { line: 1, col: 0, endLine: 1, endCol: 0 };
  const title = root.type === 'Expression' ? '<module>' : '<module>';
  const c = new Code(unit, unit.symbols.root, null, suspends ? 'coroutine' : 'plain', title, first);
  const text = bodyText(c, () => write(c, root), []);
  describe(c, {
    name: title,
    flags: suspends ? CO.coroutine : 0,
    argcount: 0,
    varnames: [],
    doc: root.type === 'Module' ? root.docstring : null,
  });
  const inside = suspends
    ? [
        `var $f = ${c.help('$frame', [c.id])};`,
        `return ${c.help('$coro', ['$f', `(function* module$0i($f) {\n${indented(text)}\n  return ${c.use('$None')};\n})($f)`])};`,
      ]
    : [text];
  const used = [...unit.used].sort();
  const header = [
    "'use strict';",
    ...wrapped('var {', used, '} = $;'),
    `var $file = ${quote(unit.options.filename)};`,
    ...(unit.used.has('$signal') ? ['var $s = false;', '$signal(($v) => { $s = $v; });'] : []),
    ...unit.constantLines,
    ...[...unit.codes].reverse(),
  ];
  return `(function ($, G, N) {\n${indented([...header, ...inside].join('\n'))}\n})`;
}

function write(c: Code, root: Root): void {
  if (root.type === 'Expression') {
    value(c, root.body);
    return;
  }
  const space = c.scope.split ? 'N' : 'G';
  if (root.type === 'Module') {
    if (root.docstring !== null) c.line(`${space}.$__doc__ = ${quote(root.docstring)};`);
    startsAnnotations(c, root.body);
    body(c, afterDocstring(root.body, root.docstring));
  } else body(c, root.body);
}
function value(c: Code, e: Expr): void {
  const v = expr(c, e);
  lines(c, v.pre);
  c.line(`return ${v.val};`);
}

function wrapped(open: string, names: readonly string[], close: string): string[] {
  const flat = `${open} ${names.join(', ')} ${close}`;
  if (flat.length <= 116) return [flat];
  const out = [open];
  let line = '';
  for (const n of names) {
    if (line.length + n.length > 110) {
      out.push(`  ${line}`);
      line = '';
    }
    line += `${line === '' ? '' : ' '}${n},`;
  }
  return [...out, `  ${line}`, close];
}
