/**
 * A few hundred hostile programs, always the same ones, and those that once found something (`cases/`): each ends as a program of Python ends, whatever it is.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Random } from '../differential/random.ts';
import { erasOf } from '../python/expected.ts';
import { hostile } from './hostile.ts';
import { tokensOf } from './mutate.ts';
import { shrink } from './shrink.ts';
import { foreignWords, Trial } from './verdict.ts';

const folder = join(import.meta.dirname, 'cases');
const trial = new Trial();
afterAll(() => trial.close());

describe('once found', () => {
  const cases = readdirSync(folder).filter((file) => file.endsWith('.py'));
  test.each(cases)('%s', async (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const era of erasOf(text)) expect((await trial.run(text, era)).finding).toBeNull();
  });
});

// Bounded: a long run is for the command.
test.each([0, 1, 2, 3, 4, 5])('programs from seed %i00 on', async (hundred) => {
  for (let seed = hundred * 100; seed < hundred * 100 + 20; seed++) {
    const { text, era, from } = hostile(seed);
    const { finding } = await trial.run(text, era, { fuel: 5_000_000 });
    expect(finding, `seed ${seed}, from ${from}, in Python ${era}`).toBeNull();
  }
});

test('a seed makes the same program every time', () => {
  expect(hostile(11)).toEqual(hostile(11));
  expect(hostile(11).text).not.toBe(hostile(12).text);
});

test('tokens are the text again', () => {
  for (let seed = 0; seed < 50; seed++) {
    const { text } = hostile(seed);
    expect(tokensOf(text).join('')).toBe(text);
  }
});

test('words of JavaScript are found, and a program that prints them is not accused', () => {
  const said = 'Traceback (most recent call last):\nSystemError: TypeError: not a function\n';
  expect(foreignWords(said, 'f()')).toBe('SystemError: TypeError: not a function');
  expect(foreignWords("TypeError: 'int' object is not callable\n", 'f()')).toBeNull();
  expect(foreignWords('x is not a function\n', "print('x is not a function')")).toBeNull();
});

test('shrinking leaves what a finding needs', async () => {
  const random = new Random(5);
  const lines = Array.from({ length: 60 }, () => `x = [${random.below(100)}, ${random.below(100)}]`);
  const text = [...lines, 'needed(1, 2)', ...lines].join('\n');
  expect(await shrink(text, (less) => Promise.resolve(less.includes('needed')))).toBe('needed');
});
