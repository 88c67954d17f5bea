/** What idioms of JavaScript cost in QuickJS, each as a multiple of reading and writing a `var`: by these, compiled code and the runtime's hot paths are written. */
import { bareQuickJS, evaluate } from './quickjs.ts';
import { fastest } from './measure.ts';
import type { Idiom } from './table.ts';

const setUp = `'use strict';
class A { get two() { return 2; } }
const made = new A();
const o = { flag: true, n: 1, f(x) { return x; } };
const proto = { __proto__: null, z: 0 };
function* endless() { for (;;) yield 1; }
const g = endless();
g.next();
function f(x) { return x; }
`;
/** Each is run as a statement, where \`i\` counts. The first is the measure of the others. */
const idioms: readonly [name: string, statement: string][] = [
  ['`v = i` with a `var`', 'v = i'],
  ['`let w = i` in a block', '{ let w = i; }'],
  ['`x === void 0`', 'v === void 0'],
  ['`x === undefined`', 'v === undefined'],
  ['`if (x.flag)`', 'if (o.flag) ;'],
  ['`if (x.flag === true)`', 'if (o.flag === true) ;'],
  ['`x instanceof A`', 'o instanceof A'],
  ['a call', 'f(i)'],
  ['a method call', 'o.f(i)'],
  ['a getter', 'made.two'],
  ['`{ __proto__, a, b }`', '({ __proto__: proto, a: i, b: i })'],
  ['`[a, b]`', '[i, i]'],
  ['a closure', '(() => i)'],
  ['a generator made', 'endless()'],
  ['a generator resumed', 'g.next(i)'],
];
const TIMES = 8;

/** Errors: whatever an idiom raises. */
export async function idiomCosts(quick: boolean): Promise<Idiom[]> {
  const context = await bareQuickJS();
  const count = quick ? 2_000 : 50_000;
  const cost = (statement: string): number => {
    const body = `${statement};`.repeat(TIMES);
    evaluate(
      context,
      `globalThis.run = (() => { ${setUp} return () => { var v = 0; for (var i = 0; i < ${count}; i++) { ${body} } }; })(); 0`,
    );
    return fastest(() => evaluate(context, 'run(); 0'), quick ? 2 : 7);
  };
  const nothing = cost('');
  const costs = idioms.map(([name, statement]) => [name, cost(statement) - nothing] as const);
  context.dispose();
  const unit = costs[0]![1];
  return costs.map(([name, spent]) => ({ what: name, ratio: spent / unit }));
}
