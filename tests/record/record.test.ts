/** The record against the headers of the PEPs, against the compiler's table of eras, and against what the prose names. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { entries } from '../../components/book.ts';
import { inWords, monthInWords, point } from '../../components/record/dates.ts';
import { anchor, record, recorded, type Entry } from '../../components/record/record.ts';
import { people, prose, readChapters, shownIn } from '../../components/record/shown.ts';
import { eras } from '../../src/python/compiler/eras.ts';

const headers = new Map<string, Record<string, string | undefined>>(
  readFileSync('tests/record/pep-headers.txt', 'utf8')
    .split(/\n\n+(?=PEP: )/)
    .slice(1)
    .map((header) => {
      const fields = Object.fromEntries(
        header
          .trim()
          .split('\n')
          .map((line) => line.split(': ', 2)),
      );
      return [`PEP ${fields['PEP']}`, fields] as const;
    }),
);
const peps = record.filter(({ kind }) => kind === 'pep');

test.for(peps)('$name has the date and the authors that its header gives', (entry: Entry) => {
  const header = headers.get(entry.name);
  expect(header, `copy the header's fields of ${entry.name} into tests/record/pep-headers.txt`).toBeDefined();
  const [day = '', month = '', year = ''] = header!['Created']!.split('-');
  const number = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ').indexOf(month) + 1;
  expect(entry.date).toBe(`${year}-${String(number).padStart(2, '0')}-${day}`);
  expect(entry.by.join(', ')).toBe(header!['Author']);
  expect(header!['Read']).toMatch(/pep-\d{4}\.(rst|txt), [0-9a-f]{40}$/);
  expect(entry.source).toBe(`https://peps.python.org/pep-${entry.name.slice(4).padStart(4, '0')}/`);
});

test('a release that is an era has its day from the table of eras', () => {
  for (const { name, date } of record.filter(({ kind }) => kind === 'release')) {
    const era = eras.find((each) => `Python ${each.era}` === name);
    if (era) expect(date, name).toBe(era.released);
  }
});

describe.for(readChapters().map(({ entry, chapter }) => ({ id: entry.id, chapter })))(
  'content/$id.mdx',
  ({ chapter }) => {
    test('names no PEP and no release that the record does not have', () => {
      const named = prose(chapter).matchAll(/\b(PEP\s+\d+|Python\s+(?:1\.5\.2|\d\.\d+))/g);
      const known = new Set(record.map(({ name }) => name));
      const missing = [...named].map(([name]) => name.replace(/\s+/g, ' ')).filter((name) => !known.has(name));
      expect(missing, 'add them to components/record/record.ts, with their dates and where they were read').toEqual([]);
    });
  },
);

test('every entry has a date, a source, a line, and an anchor of its own', () => {
  for (const { name, date, source, line, read } of record) {
    expect(date, name).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
    expect(read, name).toMatch(/^\d{4}-\d\d(-\d\d)?$/);
    expect(source, name).toMatch(/^https?:\/\//);
    expect(line, name).toMatch(/[^.]\.$/);
  }
  expect(new Set(record.map(anchor)).size).toBe(record.length);
  const dates = record.map(({ date }) => date);
  expect(dates).toEqual(dates.toSorted());
});

test('every entry is named in a chapter, or runs in one', () => {
  const unused = [...shownIn()].filter(([, chapters]) => chapters.length === 0).map(([{ name }]) => name);
  // The chapter on the event loop, which names it, is still a draft.
  expect(unused.filter((name) => name !== 'uvloop' && name !== 'Tornado 5.0')).toEqual([]);
});

test('what a chapter tells of is in the record, and nothing happened before the line begins', () => {
  for (const { tells } of entries) if (tells !== undefined) expect(point(recorded(tells).date)).toBeGreaterThan(1996);
});

test('people have all that is theirs, in the order of time', () => {
  const rossum = people().find(({ name }) => name === 'Guido van Rossum')!;
  expect(rossum.entries.map(({ name }) => name)).toEqual([
    'PEP 234',
    'PEP 342',
    'PEP 3003',
    'PEP 3156',
    'PEP 479',
    'PEP 654',
  ]);
});

test('dates are said as far as they are known', () => {
  expect(['1996', '2003-03', '2015-04-09'].map(inWords)).toEqual(['1996', 'March 2003', '9 April 2015']);
  expect(monthInWords('2001-12-21')).toBe('December 2001');
  expect([point('1996'), point('2003-03'), point('2001-12-21')].map((at) => at.toFixed(2))).toEqual([
    '1996.50',
    '2003.21',
    '2001.97',
  ]);
});

test('what is not in the record is asked for', () => {
  expect(() => recorded('PEP 1')).toThrow('record.ts has no PEP 1: add it, with its date and where that was read');
});
