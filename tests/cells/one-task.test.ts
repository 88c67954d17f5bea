/** The same task in every style: the programs of the landing page and of appendix C print the same. That each prints its transcript, the chapters' own tests say. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readChapter } from '../../src/cells/parse.ts';

describe.each([
  ['content/index.mdx', 4],
  ['content/appendix-c-one-task.mdx', 15],
])('in %s', (path, count) => {
  const { cells } = readChapter(readFileSync(path), path);

  test('every program prints the same', () => {
    expect(cells).toHaveLength(count);
    const [first] = cells;
    expect(first?.transcript).toContain('lift-off');
    for (const { name, transcript } of cells) expect(transcript, name).toBe(first?.transcript);
  });

  test('no program leans on another', () => {
    expect(new Set(cells.map(({ session }) => session)).size).toBe(count);
  });
});

test('appendix C has each of the styles', () => {
  const path = 'content/appendix-c-one-task.mdx';
  expect(readChapter(readFileSync(path), path).cells.map(({ name, era }) => `${name} ${era ?? ''}`.trim())).toEqual([
    'asyncore 1.5.2',
    'callbacks 2.2',
    'deferreds 2.5',
    'generators 2.2',
    'inline-callbacks 2.7',
    'trampoline 2.5',
    'yield-from 3.3',
    'tornado 3.4',
    'asyncio-3-4 3.4',
    'own-loop 3.5',
    'async-generators 3.6',
    'asyncio-run 3.7',
    'curio 3.7',
    'task-group 3.11',
    'javascript',
  ]);
});
