/** `class`: the body is a JavaScript function that fills a namespace; the runtime makes the class of it. */
import type { StmtOf } from '../ast.ts';
import { mangle } from '../scope.ts';
import { Code, jsName, quote } from './code.ts';
import { keywordMap } from './calls.ts';
import { qualify } from './comprehensions.ts';
import { items } from './expressions.ts';
import { afterDocstring, decorated, describe, indented } from './functions.ts';
import { body, startsAnnotations } from './statements.ts';

export function classDef(c: Code, s: StmtOf<'ClassDef'>): void {
  decorated(c, s, (outer) => {
    const scope = c.unit.symbols.of(s);
    const generic = s.type_params.length > 0;
    let bases = items(outer, s.bases);
    if (generic)
      bases = `${bases.slice(0, -1)}${s.bases.length > 0 ? ', ' : ''}${outer.help('$genericbase', ['$params'])}]`;
    const keywords = s.keywords.length === 0 ? 'null' : keywordMap(outer, s.keywords, quote(s.name));
    const inner = new Code(c.unit, scope, outer, 'plain', qualify(outer, s.name), firstOf(s));
    inner.assigned = new Set(outer.assigned ?? []);
    inner.line('N.$__module__ = G.$__name__;');
    if (c.unit.since('3.3')) inner.line(`N.$__qualname__ = ${quote(inner.qualname)};`);
    if (c.unit.since('3.13')) inner.line(`N.$__firstlineno__ = ${firstOf(s).line};`);
    if (generic) inner.line('N.$__type_params__ = $params;');
    if (s.docstring !== null) inner.line(`N.$__doc__ = ${quote(s.docstring)};`);
    startsAnnotations(inner, s.body);
    body(inner, afterDocstring(s.body, s.docstring));
    if (c.unit.since('3.13'))
      inner.line(
        `N.$__static_attributes__ = ${inner.help('$tuple', [`[${selfAttributes(s).map(quote).join(', ')}]`])};`,
      );
    describe(inner, { name: s.name, flags: 0, argcount: 0, varnames: [], doc: s.docstring });
    const cell = scope.needsClassCell;
    const text = [
      `var ${['$l = 0', ...inner.temporaries, ...(cell ? [jsName('__class__')] : [])].join(', ')};`,
      'try {',
      indented(inner.lines.join('\n')),
      '} catch ($e) {',
      `  throw ${inner.help('$tb', ['$e', inner.id, '$l'])};`,
      '}',
      ...(cell ? [`return $v => { ${jsName('__class__')} = $v; };`] : []),
    ].join('\n');
    const fn = `function ${mangle(outer.scope, s.name)}$${inner.index}(N) {\n${indented(text)}\n}`;
    return outer.help('$class', [quote(s.name), bases, keywords, fn, inner.id, 'G'], s);
  });
}

function firstOf(s: StmtOf<'ClassDef'>): StmtOf<'ClassDef'> {
  const first = s.decorator_list[0];
  return first === undefined ? s : { ...s, line: first.line };
}

/** Names assigned as `self.name` in the methods (3.13's `__static_attributes__`). */
function selfAttributes(s: StmtOf<'ClassDef'>): string[] {
  const names = new Set<string>();
  const visit = (n: unknown, self: string): void => {
    if (Array.isArray(n)) for (const x of n) visit(x, self);
    else if (typeof n === 'object' && n !== null) {
      const e = n as { type?: string; ctx?: string; attr?: string; value?: { type?: string; id?: string } };
      if (e.type === 'Attribute' && e.ctx === 'Store' && e.value?.type === 'Name' && e.value.id === self)
        names.add(e.attr!);
      for (const v of Object.values(n)) if (typeof v === 'object') visit(v, self);
    }
  };
  for (const m of s.body)
    if (m.type === 'FunctionDef' || m.type === 'AsyncFunctionDef') {
      const self = (m.args.posonlyargs[0] ?? m.args.args[0])?.arg;
      if (self !== undefined) visit(m.body, self);
    }
  return [...names].sort();
}
