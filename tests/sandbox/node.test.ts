/** The sandbox in Node's workers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Sandbox } from '../../src/sandbox/node.ts';
import type { Event } from '../../src/sandbox/protocol.ts';
import type { Case, Result } from './case.ts';
import { cases, next, nextPython } from './conformance.ts';
import { interruptions } from './interruptions.ts';
import { expectResult } from './expecting.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = new Sandbox();
  await sandbox.warm();
});
afterAll(() => sandbox.close());

async function run({ program }: Case): Promise<Result> {
  let output = '';
  const outcome = await sandbox.run(program, (event) => {
    if (event.type === 'output') output += event.text;
  });
  return { output, outcome };
}

describe('a program in a Node worker', () => {
  test.for(cases)('$name', { timeout: 60_000 }, async (one) => {
    expectResult(await run(one), one);
    const after = one.program.language === 'js' ? next : nextPython;
    expectResult(await run(after), after);
  });
});

test('is stopped by a signal, and the next one runs', async () => {
  const stop = new AbortController();
  const heard: Event[] = [];
  const outcome = await sandbox.run(
    { language: 'js', sources: [{ filename: '<cell>', text: `console.log('go'); for (;;);` }], limits: { fuel: 1e15 } },
    (event) => {
      heard.push(event);
      stop.abort();
    },
    stop.signal,
  );
  expect(outcome.status).toBe('stopped');
  expect(heard).toEqual([{ type: 'output', stream: 'stdout', text: 'go\n' }]);
  expectResult(await run(next), next);
});

describe('a Python program that is stopped', () => {
  test.for(interruptions)('$name', { timeout: 60_000 }, async (one) => {
    const stop = new AbortController();
    let output = '';
    const outcome = await sandbox.run(
      one.program,
      (event) => {
        if (event.type === 'output') output += event.text;
        stop.abort();
      },
      stop.signal,
    );
    expectResult({ output, outcome }, one);
    expectResult(await run(nextPython), nextPython);
  });
});

test('is interrupted as often as it is asked to, and may end by itself', async () => {
  const text = `left = 3
while left:
    try:
        print(left)
        while True:
            pass
    except KeyboardInterrupt:
        left -= 1
`;
  let output = '';
  const outcome = await sandbox.run({ language: 'python', sources: [{ filename: '<cell>', text }] }, (event) => {
    if (event.type === 'output') output += event.text;
    sandbox.interrupt();
  });
  expect(output).toBe('3\n2\n1\n');
  expect(outcome).toMatchObject({ status: 'done', exit: 0, interrupted: true });
});

test('is heard while it runs', async () => {
  const heard: string[] = [];
  const text = `for (let i = 0; i < 3; i++) { console.log(i); for (let j = 0; j < 1e7; j++); }`;
  const outcome = await sandbox.run({ language: 'js', sources: [{ filename: '<cell>', text }] }, (event) => {
    if (event.type === 'output') heard.push(event.text);
  });
  expect(outcome.status).toBe('done');
  expect(heard).toEqual(['0\n', '1\n', '2\n']);
});

test('waits for the program before it, and an aborted signal keeps it from starting', async () => {
  const order: string[] = [];
  const note = (name: string, signal?: AbortSignal): Promise<unknown> =>
    sandbox
      .run(
        { language: 'js', sources: [{ filename: '<cell>', text: `console.log('${name}')` }] },
        (event) => {
          if (event.type === 'output') order.push(event.text);
        },
        signal,
      )
      .then((outcome) => order.push(outcome.status));
  await Promise.all([note('a'), note('b', AbortSignal.abort()), note('c')]);
  expect(order).toEqual(['a\n', 'done', 'stopped', 'c\n', 'done']);
});

test('one signal stops whichever run it was given to last', async () => {
  const stop = new AbortController();
  const say = { language: 'js', sources: [{ filename: '<cell>', text: 'console.log(1)' }] } as const;
  const sources = [{ filename: '<cell>', text: 'console.log(1); for (;;) ;' }];
  expect((await sandbox.run({ ...say, sources: [...say.sources] }, undefined, stop.signal)).status).toBe('done');
  const endless = sandbox.run({ language: 'js', sources }, () => stop.abort(), stop.signal);
  expect((await endless).status).toBe('stopped');
});

test('records the trace of the source that is heard, with the output of each moment', async () => {
  const heard: Event[] = [];
  const sources = ['print("not heard")\ndef g():\n    yield 1\nlist(g())', 'print("heard")\nnext(g())'];
  const outcome = await sandbox.run(
    {
      language: 'python',
      era: '3.13',
      trace: true,
      sources: sources.map((text, index) => ({ filename: `<cell ${index + 1}>`, text })),
    },
    (event) => heard.push(event),
  );
  expect(outcome.status).toBe('done');
  const events = heard.flatMap((event) => (event.type === 'trace' ? event.events : []));
  expect(events.map(({ kind }) => kind).slice(0, 4)).toEqual(['created', 'created', 'resumed', 'suspended']);
  expect(events[0]).toMatchObject({ name: 'program', at: 0, output: 0 });
  expect(events[1]).toMatchObject({ name: 'g()', output: 'heard\n'.length });
});
