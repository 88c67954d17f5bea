import { describe, expect, test } from 'vitest';
import { compare, printDifference, withoutAddresses } from '../../src/cells/compare.ts';

describe('a transcript agrees with', () => {
  test.each([
    ['the same text', 'a\nb\n', 'a\nb\n'],
    ['an output whose last line has no ending', 'a\nb\n', 'a\nb'],
    ['other line endings', 'a\nb\n', 'a\r\nb\r\n'],
    ['nothing, when it is empty', '', ''],
    ['nothing, when there is none', null, ''],
    ['any address, where it has 0x…', '<a at 0x…> <b at 0x…>\n', '<a at 0x7f00dead> <b at 0x1F>\n'],
    ['an empty line', '\n', '\n'],
  ])('%s', (_, transcript, output) => {
    expect(compare(transcript, output)).toEqual({ agrees: true });
  });
});

describe('a transcript differs from', () => {
  test.each([
    ['another case', 'A\n', 'a\n', 1],
    ['a space at the end', 'a\n', 'a \n', 1],
    ['another address', '<a at 0x1>\n', '<a at 0x2>\n', 1],
    ['something that is no address', 'at 0x…\n', 'at 0xyz\n', 1],
    ['three dots, which are no wildcard', 'a…\n', 'abc\n', 1],
    ['signs that mean something in a pattern', '0x… (.*)\n', '0x1 (ab)\n', 1],
    ['a line more', 'a\n', 'a\nb\n', 2],
    ['an empty line more', 'a\n', 'a\n\n', 2],
    ['a line less', 'a\nb\n', 'a\n', 2],
    ['anything, when there is none', null, 'a', 1],
    ['an empty line, when there is none', null, '\n', 1],
  ])('%s', (_, transcript, output, line) => {
    expect(compare(transcript, output)).toMatchObject({ agrees: false, line });
  });
});

const differenceOf = (transcript: string, output: string) => {
  const comparison = compare(transcript, output);
  return comparison.agrees ? '' : printDifference(comparison.difference, 1);
};

test('a difference shows what goes, what comes and a little around it', () => {
  expect(differenceOf('1\n2\n3\n4\n0x…\n5\n6\n', '1\n2\n3\nfour\n0xa\n5\n6\n7\n').split('\n')).toEqual([
    '  …',
    '  3',
    '- 4',
    '+ four',
    '  0xa',
    '  …',
    '  6',
    '+ 7',
  ]);
});

test('a long output has a difference too', () => {
  const many = (word: string) => `${Array.from({ length: 5000 }, (_, index) => `${word} ${index}`).join('\n')}\n`;
  expect(differenceOf(`x\n${many('a')}`, `x\n${many('b')}`).split('\n')).toHaveLength(10_001);
});

test('a new transcript has no addresses, and keeps other hexadecimal numbers', () => {
  expect(withoutAddresses('<a object at 0x7f00deadbeef> 0xff at 0x10')).toBe('<a object at 0x…> 0xff at 0x10');
});
