/** What a reader is told of a program in all Pythons. */
import { expect, test } from 'vitest';
import { answer, grouped, type Run } from '../../components/cell/answers.ts';
import { eras } from '../../src/python/compiler/eras.ts';
import { Sandbox } from '../../src/sandbox/node.ts';

const sandbox = new Sandbox({ spare: false });

/** The answers of all Pythons, as lines: `2.2 2.5: same: prints this`. */
async function answers(text: string, own: string): Promise<string[]> {
  const sources = [{ filename: '<cell it>', text }];
  const runs: Run[] = [];
  for (const { era } of eras) {
    let [output, errors] = ['', ''];
    const outcome = await sandbox.run({ language: 'python', era, sources }, (event) => {
      if (event.type !== 'output') return;
      output += event.text;
      if (event.stream === 'stderr') errors += event.text;
    });
    runs.push({ era, outcome, output, errors });
  }
  const first = runs.find(({ era }) => era === own)!;
  return grouped(runs.map((run) => ({ era: run.era, ...answer(run, first, sources) }))).map(
    ({ eras: versions, kind, words }) => `${versions.join(' ')}: ${kind}: ${words}`,
  );
}

test('a new word is refused before its time, and then means the same', async () => {
  expect(await answers('def g(n):\n    x = yield n\nprint(next(g(3)))\n', '3.13')).toEqual([
    '1.5.2 2.2: refused: SyntaxError: invalid syntax, line 2',
    "2.5: fails: NameError: name 'next' is not defined, line 3",
    '2.7 3.3 3.4 3.5 3.6 3.7 3.8 3.9 3.10 3.11 3.12 3.13 3.14: same: prints this',
  ]);
});

test('a division that came to mean something else', async () => {
  expect(await answers('print(7 / 2)\n', '2.7')).toEqual([
    '1.5.2 2.2 2.5 2.7: same: prints this',
    '3.3 3.4 3.5 3.6 3.7 3.8 3.9 3.10 3.11 3.12 3.13 3.14: differs: prints something else',
  ]);
});

test('an exception is the same however its traceback is drawn', async () => {
  const all = await answers('def f():\n    raise KeyError("k")\nf()\n', '3.13');
  expect(all).toEqual([`${eras.map(({ era }) => era).join(' ')}: same: ends in KeyError`]);
});
