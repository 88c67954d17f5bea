/** `match` (PEP 634): each case is a JavaScript condition; names are bound once the whole pattern has matched. */
import type { Pattern, StmtOf } from '../ast.ts';
import type { Assigned, Code } from './code.ts';
import { arg, meet, quote } from './code.ts';
import { array, expr } from './expressions.ts';
import { place } from './names.ts';
import { condition } from './operators.ts';
import { body } from './statements.ts';

interface Captures {
  /** In order: where a name goes, and the JavaScript expression of its value. */
  bindings: [string, string][];
  /** Variables that hold parts of the subject. */
  parts: string[];
}

export function match(c: Code, s: StmtOf<'Match'>): void {
  const id = c.fresh();
  const [label, subject] = [`$m${id}`, `$s${id}`];
  const ends: Assigned[] = [];
  c.block(`${label}: {`, () => {
    c.line(`var ${subject} = ${arg(expr(c, s.subject))};`);
    const clean = c.clean();
    if (clean) c.line(`${clean};`);
    for (const k of s.cases) {
      const captures: Captures = { bindings: [], parts: [] };
      const text = test(c, k.pattern, subject, captures);
      if (captures.parts.length > 0) c.line(`var ${captures.parts.join(', ')};`);
      const before = c.assigned;
      let open = true;
      c.block(`if (${text}) {`, () => {
        for (const [name, value] of captures.bindings) c.line(`${place(c, name)} = ${value};`);
        const run = (): void => {
          body(c, k.body);
          ends.push(c.assigned);
          if (c.assigned !== null) c.line(`break ${label};`);
        };
        if (k.guard === null) {
          run();
          open = !irrefutable(k.pattern);
        } else c.block(`if (${condition(c, k.guard)}) {`, run);
      });
      c.forget();
      c.assigned = open ? before : null;
    }
  });
  ends.push(c.assigned);
  c.assigned = meet(...ends);
}
const irrefutable = (p: Pattern): boolean => p.type === 'MatchAs' && (p.pattern === null || irrefutable(p.pattern));

/** A JavaScript boolean expression: whether the value matches. */
function test(c: Code, p: Pattern, value: string, out: Captures): string {
  switch (p.type) {
    case 'MatchSingleton':
      return `${value} === ${p.value === 'None' ? c.use('$None') : p.value.toLowerCase()}`;
    case 'MatchValue':
      return c.help('$truth', [c.help('$eq', [value, arg(expr(c, p.value))], p)]);
    case 'MatchAs':
      return conjunction([
        p.pattern === null ? 'true' : test(c, p.pattern, value, out),
        ...capture(out, p.name, value),
      ]);
    case 'MatchStar':
      capture(out, p.name, value);
      return 'true';
    case 'MatchOr': {
      // Every alternative binds the same names: they go to shared parts.
      const shared = new Map<string, string>();
      const tests = p.patterns.map((q) => {
        const own: Captures = { bindings: [], parts: out.parts };
        const text = test(c, q, value, own);
        const sets = own.bindings.map(([name, v]) => {
          let to = shared.get(name);
          if (to === undefined) shared.set(name, (to = part(c, out)));
          return `(${to} = ${v}, true)`;
        });
        return conjunction([text, ...sets]);
      });
      for (const [name, v] of shared) out.bindings.push([name, v]);
      return `(${tests.map((t) => (t.includes('&&') ? `(${t})` : t)).join(' || ')})`;
    }
    case 'MatchSequence': {
      const a = part(c, out);
      const star = p.patterns.findIndex((q) => q.type === 'MatchStar');
      const starred = p.patterns[star];
      const n = p.patterns.length;
      const named = starred?.type === 'MatchStar' && starred.name !== null;
      const places = star < 0 ? [n, 0, null] : [star, n - 1 - star, named];
      const size = star < 0 ? `${a}.length === ${n}` : `${a}.length >= ${n - 1}`;
      const tests = p.patterns.map((q, i) => {
        if (q.type === 'MatchStar')
          return conjunction(capture(out, q.name, c.help('$list', [`${a}.slice(${i}, ${a}.length - ${n - i - 1})`])));
        return test(c, q, star < 0 || i < star ? `${a}[${i}]` : `${a}[${a}.length - ${n - i}]`, out);
      });
      return conjunction([
        `(${a} = ${c.help('$matchseq', [value, ...places.map(String)], p)}) !== undefined`,
        size,
        ...tests,
      ]);
    }
    case 'MatchMapping': {
      const a = part(c, out);
      const keys = array(p.keys.map((k) => arg(expr(c, k))));
      const tests = p.patterns.map((q, i) => test(c, q, `${a}[${i}]`, out));
      const rest = capture(out, p.rest, `${a}[${p.keys.length}]`);
      return conjunction([
        `(${a} = ${c.help('$matchmap', [value, keys, String(p.rest !== null)], p)}) !== undefined`,
        ...tests,
        ...rest,
      ]);
    }
    case 'MatchClass': {
      const a = part(c, out);
      const names = `[${p.kwd_attrs.map(quote).join(', ')}]`;
      const tests = [...p.patterns, ...p.kwd_patterns].map((q, i) => test(c, q, `${a}[${i}]`, out));
      return conjunction([
        `(${a} = ${c.help('$matchclass', [value, arg(expr(c, p.cls)), String(p.patterns.length), names], p)}) !== undefined`,
        ...tests,
      ]);
    }
  }
}
function conjunction(tests: readonly string[]): string {
  const real = tests.filter((t) => t !== 'true');
  return real.length === 0 ? 'true' : real.join(' && ');
}
function part(c: Code, out: Captures): string {
  const name = `$q${c.fresh()}`;
  out.parts.push(name);
  return name;
}
function capture(out: Captures, name: string | null, value: string): string[] {
  if (name !== null) out.bindings.push([name, value]);
  return [];
}
