/** Type parameters (PEP 695): a block of their own around the definition. */
import type { Expr, StmtOf, TypeParam } from '../ast.ts';
import { mangle } from '../scope.ts';
import { Code, arg, jsName, quote } from './code.ts';
import { expr } from './expressions.ts';
import { indented, late } from './functions.ts';
import { place } from './names.ts';

/** An expression that makes the parameters, then the definition with them in reach as variables and as the tuple `$params`. */
export function typeParams(
  c: Code,
  s: object & { type: string },
  params: readonly TypeParam[],
  definition: (outer: Code) => string,
): string {
  const scope = c.unit.symbols.typeParams(s);
  const inner = new Code(c.unit, scope, c, c.kind, c.qualname, null, c);
  inner.assigned = new Set(c.assigned ?? []);
  const thunk = (e: Expr | null): string => (e === null ? 'null' : late(inner, () => arg(expr(inner, e))));
  for (const p of params) {
    // A bound that is written as a tuple is a choice of types.
    const kind = p.bound?.type === 'Tuple' ? 'Constrained' : p.type;
    const made = inner.help('$typeparam', [quote(kind), quote(p.name), thunk(p.bound), thunk(p.default_value)]);
    inner.line(`var ${jsName(mangle(scope, p.name))} = ${made};`);
    inner.assign(mangle(scope, p.name));
  }
  inner.line(
    `var $params = ${inner.help('$tuple', [`[${params.map((p) => jsName(mangle(scope, p.name))).join(', ')}]`])};`,
  );
  const text = definition(inner);
  const value = s.type === 'ClassDef' || s.type === 'TypeAlias' ? text : inner.help('$generic', [text, '$params']);
  inner.line(`return ${value};`);
  const temps = inner.temporaries;
  return `(() => {\n${indented([...(temps.length > 0 ? [`var ${temps.join(', ')};`] : []), ...inner.lines].join('\n'))}\n})()`;
}

export function typeAlias(c: Code, s: StmtOf<'TypeAlias'>): void {
  const name = s.name as Extract<Expr, { type: 'Name' }>;
  const make = (outer: Code, params: string): string =>
    outer.help('$typealias', [quote(name.id), params, late(outer, () => arg(expr(outer, s.value)))]);
  const text =
    s.type_params.length === 0
      ? make(c, c.help('$tuple', ['[]']))
      : typeParams(c, s, s.type_params, (outer) => make(outer, '$params'));
  c.line(`${place(c, name.id)} = ${text};`);
}
