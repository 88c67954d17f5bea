/** Which real CPython confirms a cell, and what the ones on this machine say. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { confirm, lastLines } from '../../src/cells/oracle/confirm.ts';
import { epoch, findPythons, nearestPython } from '../../src/cells/oracle/pythons.ts';
import type { Answer } from '../../src/cells/oracle/confirm.ts';
import type { Python } from '../../src/cells/oracle/pythons.ts';
import { readChapter } from '../../src/cells/parse.ts';
import { run as runHere } from '../../src/cells/runner.ts';
import type { Attributes, Cell, Era } from '../../src/cells/types.ts';
import { verify } from '../../src/cells/verify.ts';

const found = findPythons();
console.log(`CPython here: ${found.map(({ version }) => version).join(', ') || 'none, so no cell is asked'}`);

describe('the CPython that is asked', () => {
  const pythons: Python[] = ['2.7.18', '3.6.15', '3.8.18', '3.13.0'].map((version) => ({ version, path: version }));
  const ask = (era: Era, oracle?: Attributes['oracle'], from = pythons) =>
    nearestPython({ era, attributes: { fresh: false, timeline: false, ...(oracle && { oracle }) } }, from)?.version;

  test.each<[era: Era, version: string]>([
    ['1.5.2', '2.7.18'],
    ['2.5', '2.7.18'],
    ['2.7', '2.7.18'],
    ['3.3', '3.6.15'],
    ['3.7', '3.8.18'],
    ['3.8', '3.8.18'],
    ['3.10', '3.13.0'],
    ['3.14', '3.13.0'],
  ])('about %s is %s', (era, version) => expect(ask(era)).toBe(version));

  test('is never one of another major version', () => {
    expect(ask('2.7', undefined, pythons.slice(1))).toBeUndefined();
    expect(ask('1.5.2', undefined, pythons.slice(1))).toBeUndefined();
    expect(ask('3.3', undefined, pythons.slice(0, 1))).toBeUndefined();
  });

  test('is the one that the cell names, or none when it says so', () => {
    expect(ask('3.3', { version: '3.8' })).toBe('3.8.18');
    expect(ask('3.3', { version: '3.8.18' })).toBe('3.8.18');
    expect(ask('3.3', { version: '3.1' })).toBeUndefined();
    expect(ask('3.3', { off: 'why' })).toBeUndefined();
  });
});

test('an era begins at noon UTC on the day of its release', () => {
  expect(new Date(epoch('3.4') * 1000).toISOString()).toBe('2014-03-16T12:00:00.000Z');
});

test('of a traceback, another version confirms the last line', () => {
  const text =
    'a\nTraceback (most recent call last):\n  File "x", line 1, in ?\n    x\n    ^\nKeyError: 1\nb\n  File "x", line 2\n    y\nSyntaxError: z\n';
  expect(lastLines(text)).toBe('a\nKeyError: 1\nb\nSyntaxError: z\n');
});

/** What the CPythons here say to the cells of a chapter; undefined for a cell that none can answer. */
async function answers(path: string, asWritten = /^(2\.7|3\.6)\./): Promise<[Cell, Answer | undefined][]> {
  const chapter = readChapter(readFileSync(path), path);
  const said: [Cell, Answer | undefined][] = [];
  for (const cell of chapter.cells) {
    const python = nearestPython(
      cell,
      found.filter(({ version }) => asWritten.test(version)),
    );
    said.push([cell, python && (await confirm(chapter, cell, python))]);
  }
  return said;
}

/** The chapters below have the wording of these versions. */
const asWritten = /^(2\.7|3\.6)\./;

test('cells that await do here what they do there', { timeout: 0 }, async () => {
  const path = 'tests/cells/oracle/awaiting.md';
  const chapter = readChapter(readFileSync(path), path);
  for (const cell of chapter.cells) expect(await verify(chapter, cell, runHere)).toEqual({ status: 'agrees' });
  for (const [cell, answer] of await answers(path, /^3\.8\./))
    if (answer) expect([cell.name, answer]).toEqual([cell.name, { status: 'confirmed', how: 'exactly' }]);
});

describe.skipIf(!found.some(({ version }) => asWritten.test(version)))(
  'the CPythons on this machine',
  { timeout: 0 },
  () => {
    test('confirm what is so, sleeping included, in no time', async () => {
      const said = (await answers('tests/cells/oracle/book.md')).filter(([, answer]) => answer);
      for (const [cell, answer] of said) {
        const how = cell.name === 'older' ? 'but for tracebacks' : 'exactly';
        expect([cell.name, answer]).toEqual([cell.name, { status: 'confirmed', how }]);
      }
    });

    test('deny what is not so, and say why', async () => {
      const said = (await answers('tests/cells/oracle/denied.md')).filter(([, answer]) => answer);
      for (const [cell, answer] of said) {
        const why = {
          'prints-something-else': /- 0\.5\n\+ 0$/,
          'raises-nothing': /^It ended in no exception, where the chapter says KeyError/,
          'raises-unannounced': /^It ended in KeyError, where the chapter says none/,
          'after-that':
            /^<cell raises-nothing>, before it, ended in|^<cell raises-unannounced>, before it, ended in KeyError/,
          'solved-already': /^solved-already passes its check as it stands/,
          'never-solved': /^the solution of never-solved does not pass its check: it should print 2$/,
        }[cell.name];
        expect(answer).toMatchObject({ status: 'denied', message: expect.stringMatching(why!) });
      }
    });
  },
);
