/**
 * What every adapter of the sandbox must do with a program: the same cases run in a Node worker and in a browser's.
 * Each is followed by a small program that must find nothing of it left.
 */
import { done, js, python, type Case } from './case.ts';
import { recursion } from './recursion.ts';

export const cases: Case[] = [
  {
    name: 'knows what characters are called',
    program: python(`import unicodedata
print("\\N{SNOWMAN}", unicodedata.name("\u00e9"), unicodedata.category("A"))
`),
    output: '☃ LATIN SMALL LETTER E WITH ACUTE Lu\n',
    outcome: done,
  },
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
    name: 'ends an endless loop for which nobody set a limit, and says what the limit is',
    program: js('for (;;);'),
    output: '',
    outcome: {
      status: 'limit',
      limit: 'fuel',
      message: /^Stopped after 100,000,000 steps: the program may be in an endless loop/,
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
  {
    name: 'continues a Python session silently',
    program: python(['x = 1\nprint("not heard")', 'def twice():\n    return x * 2', 'print(x, twice())']),
    output: '1 2\n',
    outcome: { ...done, source: 2 },
  },
  {
    name: 'runs each program in the Python of its era',
    program: python('print "text", 7 / 2', { era: '2.7' }),
    output: 'text 3\n',
    outcome: done,
  },
  {
    name: 'gives a program its input, and nothing after it',
    program: python('print(input(), input())\ninput()', { stdin: 'one\ntwo' }),
    output: /^one two\nTraceback[^]*\nEOFError: EOF when reading a line\n$/,
    outcome: { status: 'exception', exit: 1, exception: 'EOFError' },
  },
  {
    name: 'gives each source of a session its own input',
    program: {
      ...python([]),
      sources: [
        { filename: '<cell 1>', text: 'name = input()', stdin: 'Ada\nleft over\n' },
        { filename: '<cell 2>', text: 'print(name, input())', stdin: 'Grace\n' },
      ],
    },
    output: 'Ada Grace\n',
    outcome: { ...done, source: 1 },
  },
  {
    name: 'writes the traceback of an uncaught exception after the output before it',
    program: python('print("before")\n1 / 0'),
    output: /^before\nTraceback[^]*<cell 1>", line 2[^]*\nZeroDivisionError: division by zero\n$/,
    outcome: { status: 'exception', exit: 1, exception: 'ZeroDivisionError' },
  },
  {
    name: 'reads modules of the library while the program runs: for an import, for a module that is left out, for a name that was meant',
    program: python(`logging = __import__('logging')
logging.warning('%d by name', 1)
try:
    import zlib
except ImportError as e:
    print(e)
prnt(3)`),
    output: `WARNING:root:1 by name
No module named 'zlib': not part of this book's library
Traceback (most recent call last):
  File "<cell 1>", line 7, in <module>
    prnt(3)
    ^^^^
NameError: name 'prnt' is not defined. Did you mean: 'print'?
`,
    outcome: { status: 'exception', exit: 1, exception: 'NameError' },
  },
  {
    name: 'ends with the status that the program asks for',
    program: python('import sys\nsys.exit(3)'),
    output: '',
    outcome: { status: 'exit', exit: 3 },
  },
  {
    name: 'ends an endless loop in Python, and says where',
    program: python('def wait():\n    while True:\n        check()\n\ndef check():\n    pass\n\nwait()', {
      limits: { fuel: 20_000_000 },
    }),
    output: '',
    outcome: { status: 'limit', limit: 'fuel', fuel: 20_000_000, message: /<cell 1>, .*in (wait|check)\.$/ },
  },
  {
    name: 'ends a busy loop of tasks, and says which',
    program: python(
      'import asyncio\nasync def spin():\n    while True:\n        await asyncio.sleep(0)\nasyncio.run(spin())',
      { limits: { fuel: 20_000_000 } },
    ),
    output: '',
    outcome: {
      status: 'limit',
      limit: 'fuel',
      message: /^Stopped after 20,000,000 steps: the program may be in an endless loop, at <cell 1>, line [1-5], in /,
    },
  },
  {
    name: 'ends a task that waits for nobody, and says which',
    program: python(
      'import asyncio\nasync def wait():\n    async with lock:\n        pass\nasync def main():\n    global lock\n    lock = asyncio.Lock()\n    await lock.acquire()\n    await asyncio.create_task(wait(), name="late")\nasyncio.run(main())',
    ),
    output: /Deadlock: the event loop has nothing left to do[^]*; late, wait\(\) running at <cell 1>:3, waits for /,
    outcome: { status: 'exception', exit: 1, exception: 'Deadlock' },
  },
  {
    name: 'refuses connections when there are as many sockets as there may be',
    program: python(`import socket
server = socket.create_server(('127.0.0.1', 0))
kept = []
while len(kept) < 100_000:
    kept.append((socket.create_connection(server.getsockname()), server.accept()))`),
    output: /\nOSError: \[Errno 24\] Too many open files\n$/,
    outcome: { status: 'exception', exit: 1, exception: 'OSError' },
  },
  {
    name: 'does not let Python catch the end of its fuel',
    program: python(
      'while True:\n    try:\n        while True: pass\n    except BaseException:\n        print("caught")\n    finally:\n        print("finally")',
      { limits: { fuel: 10_000_000 } },
    ),
    output: '',
    outcome: { status: 'limit', limit: 'fuel' },
  },
  {
    name: 'lets Python catch the end of its memory',
    program: python(
      'a = []\ntry:\n    while True:\n        a.append([0] * 10000)\nexcept MemoryError:\n    a = None\n    print("ended")',
      { limits: { memory: 32 << 20 } },
    ),
    output: 'ended\n',
    outcome: done,
  },
  {
    name: 'says of ten megabytes that are no Python what is wrong with them',
    program: python('Ten megabytes of prose, which nobody ever ran. '.repeat(220_000)),
    output: /SyntaxError: invalid syntax\n$/,
    outcome: { status: 'exception', exception: 'SyntaxError' },
  },
  {
    name: 'has not the memory for ten megabytes of Python',
    program: python('x = [1, 2]\n'.repeat(950_000)),
    output: 'MemoryError\n',
    outcome: { status: 'exception', exception: 'MemoryError' },
  },
  {
    name: 'refuses what is too large before it tries',
    program: python(`for text in ("'x' * 10**9", "10 ** 10**8", "[0] * 10**9"):
    try:
        exec('_ = ' + text)
    except MemoryError:
        print('MemoryError')`),
    output: 'MemoryError\nMemoryError\nMemoryError\n',
    outcome: done,
  },
  {
    name: 'cuts off ten million lines of Python',
    program: python('for i in range(10**7):\n    print(i)', { limits: { outputLines: 1000 } }),
    output: /^0\n1\n[^]*\n999\n$/,
    outcome: { status: 'limit', limit: 'outputLines' },
  },
  {
    name: 'refuses a huge literal and deep nesting as Python does',
    program: python(`for text in ('9' * 5000, '(' * 300 + ')' * 300):
    try:
        eval(text)
    except SyntaxError as error:
        print(str(error)[:30])
try:
    eval('-' * 10000 + '1')
except (MemoryError, RecursionError):
    print('too deep')`),
    output: 'Exceeds the limit (4300 digits\ntoo many nested parentheses (<\ntoo deep\n',
    outcome: done,
  },
  {
    name: 'has nothing of JavaScript or the host in Python',
    program:
      python(`for name in ('globalThis', 'constructor', '__proto__', 'eval_', 'process', 'console', 'hasOwnProperty'):
    try:
        eval(name)
        print('found', name)
    except NameError:
        pass
for value in (1, 'a', [], {}, print, type, len):
    for name in ('constructor', 'prototype', '__proto__', 'js', 'cls', 'toString', 'call'):
        if hasattr(value, name):
            print('found', value, name)
for name in ('multiprocessing', 'subprocess', 'ctypes'):
    try:
        __import__(name)
        print('found', name)
    except ImportError:
        pass`),
    output: '',
    outcome: done,
  },
  ...recursion,
];

/** What must work after each case, as if nothing had happened. */
export const nextPython: Case = {
  name: 'the next Python program',
  program: python('print(sum(range(10)), *[name for name in globals() if name in "adfgx"])'),
  output: '45\n',
  outcome: done,
};
export const next: Case = {
  name: 'the next program',
  program: js(`console.log(typeof all, [1, 2].map((n) => n + 1), JSON.stringify({ a: 1 }))`),
  output: 'undefined [ 2, 3 ] {"a":1}\n',
  outcome: done,
};
