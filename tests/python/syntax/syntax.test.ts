/** Programs, right and wrong, and what each era makes of them; confirmed by the real Pythons that are installed. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SyntaxFault, parse } from '../../../src/python/compiler/parser.ts';
import type { Era } from '../../../src/python/compiler/eras.ts';
import { fromPython, oracles, print, readCases } from './cases.ts';
import { ourAnswer } from './compare.ts';

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.txt'));

for (const file of files) {
  const mode = file.includes('trees') ? 'parse' : 'compile';
  const cases = readCases(join(import.meta.dirname, file));
  describe(file, () => {
    cases.forEach(({ source, answers }, i) => {
      test(`${i + 1}: ${source.split('\n').find((line) => line !== '') ?? ''}`, () => {
        const ours = answers.map(({ era }) => {
          const [, text] = ourAnswer(source, era, mode);
          return { era, answer: text === '' ? 'accepted' : text };
        });
        expect(print([{ source, answers: ours }])).toBe(print([{ source, answers }]));
      });
    });
    for (const era of oracles) {
      const told = cases.flatMap(({ source, answers }) =>
        answers.filter((each) => each.era === era).map(({ answer }) => ({ source, answer })),
      );
      const real = fromPython(
        era,
        mode,
        told.map(({ source }) => source),
      );
      test.skipIf(real === null)(`a real Python ${era} agrees`, () => {
        expect(told.map(({ source }, i) => ({ source, answer: real?.[i] }))).toEqual(told);
      });
    }
  });
}

function faultOf(source: string, era: Era): string {
  try {
    parse(source, { filename: 'deep.py', era, mode: 'exec' });
    return 'accepted';
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    return `${error.name}: ${error.message}`;
  }
}

describe('limits', () => {
  const deep: [string, string][] = [
    ['brackets', '('.repeat(100_000)],
    ['not', `${'not '.repeat(100_000)}1`],
    ['signs', `${'-'.repeat(100_000)}1`],
    ['powers', `${'1**'.repeat(100_000)}1`],
    ['lambdas', `${'lambda: '.repeat(100_000)}1`],
    ['conditions', `${'1 if 1 else '.repeat(100_000)}1`],
    ['attributes', `a${'.b'.repeat(100_000)}`],
    ['sums', `1${'+1'.repeat(100_000)}`],
    ['calls', `a${'()'.repeat(100_000)}`],
    ['blocks', Array.from({ length: 101 }, (_, i) => `${' '.repeat(i)}if 1:`).join('\n')],
  ];
  for (const era of ['2.7', '3.8', '3.13'] as const) {
    test.each(deep)(`too deep in ${era}: %s`, (_, source) => {
      expect(faultOf(source, era)).toMatch(
        /^(MemoryError|RecursionError|SyntaxError: too many nested|IndentationError: too many levels)/,
      );
    });
  }
  test('two hundred brackets are not too many', () => {
    expect(faultOf(`${'('.repeat(199)}1${')'.repeat(199)}`, '3.13')).toBe('accepted');
  });
  test('a chain of elif may be long', () => {
    expect(faultOf(`if 1: pass\n${'elif 1: pass\n'.repeat(10_000)}`, '3.13')).toBe('accepted');
  });
  test('a mistake at the end of a long text is found', () => {
    expect(faultOf(`${'x = f(a)[1] + 2\n'.repeat(20_000)}y = (1 2)\n`, '3.13')).toBe(
      'SyntaxError: invalid syntax. Perhaps you forgot a comma?',
    );
  });
});
