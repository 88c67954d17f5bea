/** The bytecode that chapter 9 shows beside each other is what a real Python 3.6 compiles the two lines into, where there is one. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findPythons } from '../../src/cells/oracle/pythons.ts';

const python = findPythons().find(({ version }) => version.startsWith('3.6.'));
const listing = /^y = yield from x +y = await x\n\n([\s\S]*?)\n```$/m.exec(
  readFileSync('content/09-async-and-await.mdx', 'utf8'),
);

const ask = `
import dis

def one(x):
    y = yield from x

async def other(x):
    y = await x

for function in one, other:
    for each in list(dis.get_instructions(function))[:5]:
        print(each.opname, each.argrepr)
`;

test.skipIf(!python)('a Python 3.6 compiles yield from and await as chapter 9 says', () => {
  const { stdout } = spawnSync(python!.path, ['-'], { input: ask, encoding: 'utf8' });
  const rows = listing![1]!.split('\n').map((row) => [row.slice(0, 30), row.slice(30)]);
  const shown = [0, 1].flatMap((side) => rows.map((row) => row[side]!.trim().replace(/ +/g, ' ')));
  expect(
    stdout
      .trim()
      .split('\n')
      .map((row) => row.trim()),
  ).toEqual(shown);
});
