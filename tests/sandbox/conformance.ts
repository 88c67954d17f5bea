/**
 * What every adapter of the sandbox must do with a program: the same cases run in a Node worker and in a browser's.
 * Each is followed by a small program that must find nothing of it left.
 */
import type { Limits, Outcome, Program } from '../../src/sandbox/protocol.ts';

export interface Case {
  name: string;
  program: Program;
  /** Standard output and error, in the order in which they were written; a pattern where the text is long. */
  output: string | RegExp;
  /** What the outcome must say; fields that are left out may say anything. */
  outcome: Partial<Omit<Outcome, 'message'>> & { message?: RegExp };
}

export interface Result {
  output: string;
  outcome: Outcome;
}

const js = (text: string | string[], more: { limits?: Partial<Limits> } = {}): Program => ({
  language: 'js',
  sources: [text].flat().map((one, index) => ({ filename: `<cell ${index + 1}>`, text: one })),
  ...more,
});

const done = { status: 'done', exit: 0 } as const;

export const cases: Case[] = [
  {
    name: 'prints values as a reader would write them',
    program:
      js(`console.log('text', ['text', 1, -0, 2n], { a: null, 'b c': [undefined] }, new Map([['k', { v: 1 }]]), new Set([1]));
console.log(class Rocket {}, function launch() {}, () => {}, Symbol('s'), [[], {}], new (class Point { x = 1 })());
console.log();
console.error('to standard error');`),
    output: `text [ 'text', 1, -0, 2n ] { a: null, 'b c': [ undefined ] } Map(1) { 'k' => { v: 1 } } Set(1) { 1 }
[class Rocket] [Function: launch] [Function (anonymous)] Symbol(s) [ [], {} ] Point { x: 1 }

to standard error
`,
    outcome: done,
  },
  {
    name: 'prints every character',
    program: js(`console.log('é 😀 \\0 \\uffff|')`),
    output: 'é 😀 \0 \uffff|\n',
    outcome: done,
  },
  {
    name: 'imports the scheduler',
    program: js(`import { Kernel, sleep } from 'scheduler';
console.log(typeof Kernel, typeof sleep);`),
    output: 'function function\n',
    outcome: done,
  },
  {
    name: 'continues a session silently, with its names and imports',
    program: js([
      `import { Kernel } from 'scheduler';\nconst x = 1;\nconsole.log('not heard');`,
      `import { Kernel, sleep } from 'scheduler';\nfunction twice() { return 2 * x }`,
      `console.log(x, twice(), typeof Kernel, typeof sleep)`,
    ]),
    output: '1 2 function function\n',
    outcome: { ...done, source: 2 },
  },
  {
    name: 'says where an uncaught error came from',
    program: js([`function fail() {\n  throw new TypeError('no such thing');\n}`, `console.log('before');\n\nfail();`]),
    output: 'before\nTypeError: no such thing\n    at <cell 1>, line 2\n',
    outcome: { status: 'exception', exit: 1, exception: 'TypeError' },
  },
  {
    name: 'says where the text is not JavaScript',
    program: js(`const a = 1;\nconst b = ;`),
    output: /^SyntaxError: .*\n {4}at <cell 1>, line 2\n$/,
    outcome: { status: 'exception', exit: 1, exception: 'SyntaxError' },
  },
  {
    name: 'throws what is no error',
    program: js(`throw 5`),
    output: 'Uncaught 5\n',
    outcome: { status: 'exception', exit: 1 },
  },
  {
    name: 'ends an endless loop by fuel, at the same step everywhere',
    program: js(`console.log('go');\nlet i = 0;\nwhile (true) {\n  i++;\n  Math.sqrt(i);\n}`, {
      limits: { fuel: 20_000_000 },
    }),
    output: 'go\n',
    outcome: {
      status: 'limit',
      exit: 1,
      limit: 'fuel',
      fuel: 20_000_000,
      message: /20,000,000 steps.*at <cell 1>, line \d\.$/,
    },
  },
  {
    name: 'does not let a program catch the end of its fuel',
    program: js(`for (;;) { try { for (;;); } catch { console.log('caught') } finally { console.log('finally') } }`, {
      limits: { fuel: 5_000_000 },
    }),
    output: '',
    outcome: { status: 'limit', limit: 'fuel' },
  },
  {
    name: 'ends an endless loop by the clock',
    program: js(`for (;;);`, { limits: { fuel: 1e15, seconds: 0.2 } }),
    output: '',
    outcome: { status: 'limit', limit: 'seconds' },
  },
  {
    name: 'ends unbounded recursion',
    program: js(`function f() {\n  return f() + 1;\n}\nf();`),
    output: '',
    outcome: { status: 'limit', limit: 'stack', message: /96 KiB.*<cell 1>, line [12]\.$/ },
  },
  {
    name: 'ends unbounded recursion through generators and through toString',
    program: js(`function* g() { yield* g() }
try { g().next() } catch (error) { console.log(error.message) }
const o = { toString() { return '' + o } };
try { '' + o } catch (error) { console.log(error.message) }`),
    output: 'stack overflow\nstack overflow\n',
    outcome: done,
  },
  {
    name: 'ends recursion in the middle of QuickJS itself, one way or another',
    program: js(`const deep = [];
let inner = deep;
for (let i = 0; i < 1e5; i++) inner = inner[0] = [];
JSON.stringify(deep);`),
    output: '',
    outcome: { status: 'limit', limit: 'stack' },
  },
  {
    name: 'ends at a text nested ten thousand deep, one way or another',
    program: js(`${'('.repeat(1e4)}${')'.repeat(1e4)}`),
    output: '',
    outcome: { status: 'limit', limit: 'stack' },
  },
  {
    name: 'ends a memory bomb of small objects',
    program: js(`const all = [];\nfor (;;) all.push({ a: 1 });`, { limits: { memory: 32 << 20 } }),
    output: '',
    outcome: { status: 'limit', limit: 'memory', message: /32 MiB/ },
  },
  {
    name: 'ends a memory bomb of large blocks',
    program: js(`const all = [];\nfor (;;) all.push(new Uint8Array(1e6));`, { limits: { memory: 32 << 20 } }),
    output: '',
    outcome: { status: 'limit', limit: 'memory', message: /32 MiB.*<cell 1>, line 2/ },
  },
  {
    name: 'refuses one string that is too large',
    program: js(`try { 'x'.repeat(2 ** 29) } catch (error) { console.log(error.message) }`),
    output: 'out of memory\n',
    outcome: done,
  },
  {
    name: 'cuts off too many lines',
    program: js(`for (let i = 0; i < 1e7; i++) console.log(i);`, { limits: { outputLines: 100 } }),
    output: /^0\n1\n[^]*98\n99\n$/,
    outcome: { status: 'limit', limit: 'outputLines', message: /100 lines/ },
  },
  {
    name: 'cuts off too many characters',
    program: js(`for (;;) console.log('x'.repeat(999));`, { limits: { outputChars: 10_000 } }),
    output: /^(x{999}\n){10}$/,
    outcome: { status: 'limit', limit: 'outputChars', message: /10,000 characters/ },
  },
  {
    name: 'allows as many lines as the limit says',
    program: js(`for (let i = 0; i < 3; i++) console.log(i);`, { limits: { outputLines: 3 } }),
    output: '0\n1\n2\n',
    outcome: done,
  },
  {
    name: 'ends a catastrophic regular expression',
    program: js(`/^(a+)+$/.test('a'.repeat(40) + 'b')`, { limits: { fuel: 10_000_000 } }),
    output: '',
    outcome: { status: 'limit', limit: 'fuel' },
  },
  {
    name: 'ends one native operation that never looks at its fuel',
    program: js(`console.log('go');\nconst text = new Array(1e9) + '';`, { limits: { seconds: 0.3 } }),
    output: 'go\n',
    outcome: { status: 'limit', exit: 1, limit: 'seconds', message: /one long operation/ },
  },
  {
    name: 'has nothing of the host in reach',
    program: js(`const hidden = Object.getOwnPropertyNames(globalThis).filter((name) => name.startsWith('$'));
const outside = ['process', 'require', 'window', 'self', 'document', 'fetch', 'XMLHttpRequest', 'WebSocket', 'Worker', 'postMessage',
  'importScripts', 'WebAssembly', 'navigator', 'setTimeout', 'performance', 'std', 'os'].filter((name) => name in globalThis);
console.log(hidden, outside);
console.log(Function('return this')() === globalThis, console.log.constructor === Function);
await import('node:fs').catch((error) => console.log(error.message));
await import('./other').catch((error) => console.log(error.message));`),
    output: "[] []\ntrue true\ncould not load module 'node:fs'\ncould not load module 'other'\n",
    outcome: done,
  },
  {
    name: 'survives prototypes turned against it',
    program:
      js(`Object.prototype.toJSON = Array.prototype.map = Array.prototype.join = RegExp.prototype.test = () => { throw 'mine' };
Object.defineProperty(Object.prototype, 'then', { get() { throw 'mine too' } });
null.x`),
    output: /^Uncaught object\n$/,
    outcome: { status: 'exception', exit: 1 },
  },
  {
    name: 'has a still clock and the same dice',
    program: js(
      `console.log(new Date().toISOString(), Date.now() === +new Date(), new Date(0).getHours(), Math.random());`,
    ),
    output: '2015-06-17T12:00:00.000Z true 0 0.8794664279557765\n',
    outcome: done,
  },
  {
    name: 'awaits at the top level, and runs promises',
    program: js(`const later = async () => { await null; console.log('later'); return 1 };
const one = later();
console.log('first');
console.log(await one);`),
    output: 'first\nlater\n1\n',
    outcome: done,
  },
  {
    name: 'ends endless promises by fuel',
    program: js(`const again = async () => { for (;;) await null };\nagain();`, { limits: { fuel: 5_000_000 } }),
    output: '',
    outcome: { status: 'limit', limit: 'fuel' },
  },
  {
    name: 'ends a memory bomb inside a promise',
    program: js(`const all = [];\nawait null;\nfor (;;) all.push(new Uint8Array(1e6));`, {
      limits: { memory: 32 << 20 },
    }),
    output: '',
    outcome: { status: 'limit', limit: 'memory' },
  },
  {
    name: 'says that a top-level await never ends',
    program: js(`await new Promise(() => {});`),
    output: 'Error: the top-level await waits for something that never comes\n',
    outcome: { status: 'exception', exit: 13 },
  },
];

/** What must work after each case, as if nothing had happened. */
export const next: Case = {
  name: 'the next program',
  program: js(`console.log(typeof all, [1, 2].map((n) => n + 1), JSON.stringify({ a: 1 }))`),
  output: 'undefined [ 2, 3 ] {"a":1}\n',
  outcome: done,
};
