/** What holds for every chapter. A failure prints its seed: run again with it as `FC_SEED`; `FC_RUNS` says how many. */
import fc from 'fast-check';
import { describe, test } from 'vitest';
import { compare } from '../../src/cells/compare.ts';
import { cut, join } from '../../src/cells/fences.ts';
import { parseChapter, print } from '../../src/cells/parse.ts';
import { rewrite } from '../../src/cells/rewrite.ts';
import { ChapterError } from '../../src/cells/mistakes.ts';

const seed = process.env['FC_SEED'];
const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 300), ...(seed && { seed: Number(seed) }) };

const eol = fc.constantFrom('\n', '\r\n');
const line = fc.oneof(
  fc.constantFrom(
    '',
    'Text.',
    '# A title',
    '- item',
    '  more',
    '> said',
    '    indented',
    '\tx',
    '<details>',
    '</details>',
    '{1}',
    '---',
    '***',
  ),
  fc.constantFrom(
    '```',
    '````',
    '~~~',
    '```js run',
    '  ```js run',
    '- ```js run',
    '> ```js run',
    '```output',
    '```input',
    '~~~output',
    '```js',
  ),
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
/** Anything that could stand in a file, mostly not a good chapter. */
const text = fc.array(fc.tuple(line, fc.oneof(eol, eol, fc.constant('\r')))).map((lines) => lines.flat().join(''));

/** What a cell could print; a transcript cannot hold every character. */
const output = fc
  .array(
    fc.oneof(
      fc.constantFrom('', '```', '~~~~', '  ```', '    x', '> y', '- z', '1', ' ', '</details>'),
      fc.string({ maxLength: 12 }),
    ),
  )
  .map((lines) => lines.join('\n'))
  .filter((printed) => !printed.includes('\0'));

const wrap = fc.constantFrom(
  { first: '', rest: '' },
  { first: '- ', rest: '  ' },
  { first: '10. ', rest: '    ' },
  { first: '> ', rest: '> ' },
  { first: '> - ', rest: '>   ' },
);

/** A good chapter, as lists of lines. */
const chapter = fc
  .record({
    ending: eol,
    parts: fc.array(
      fc.record({
        wrap,
        marks: fc.constantFrom('```', '~~~', '`````'),
        code: fc.array(fc.constantFrom('x', '', '  y', '> z', '- a')),
        transcript: fc.option(fc.array(fc.constantFrom('1', '', '  2', '> 3'))),
        after: fc.constantFrom('Text.', '## Title', '<b>bold</b>', ''),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ ending, parts }) =>
    parts
      .flatMap(({ wrap: { first, rest }, marks, code, transcript, after }) => {
        const fence = (info: string, body: string[]) => [`${marks}${info}`, ...body, marks];
        const cell = fence('js run', code);
        const lines = transcript ? [...cell, '', ...fence('output', transcript)] : cell;
        return ['Before.', '', ...lines.map((row, index) => (index === 0 ? first : rest) + row), '', after, ''];
      })
      .join(ending),
  );

describe('for every text', { timeout: 600_000 }, () => {
  test('its segments joined are the text again', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('a.md', 'a.mdx'), (given, path) => join(cut(given, path).segments) === given),
      runs,
    );
  });

  test('a chapter is read and printed to the same bytes, or its mistakes are told', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('a.md', 'a.mdx'), (given, path) => {
        try {
          return print(parseChapter(given, path)) === given;
        } catch (error) {
          return (
            error instanceof ChapterError &&
            error.mistakes.every((mistake) => mistake.line > 0 && mistake.remedy !== '')
          );
        }
      }),
      runs,
    );
  });
});

describe('for every chapter and everything its cells may print', { timeout: 600_000 }, () => {
  test('a written transcript reads back, and nothing else has changed', () => {
    fc.assert(
      fc.property(
        chapter,
        fc.constantFrom('a.md', 'a.mdx'),
        fc.array(fc.option(output), { maxLength: 6 }),
        (given, path, outputs) => {
          const before = parseChapter(given, path);
          const edits = before.cells.flatMap((cell) => {
            const printed = outputs[cell.index];
            return printed === null || printed === undefined ? [] : [{ cell, output: printed }];
          });
          const after = parseChapter(rewrite(before, edits), path);
          return before.cells.every((cell, index) => {
            const now = after.cells[index]!;
            const edit = edits.find((other) => other.cell === cell);
            const kept = edit ? compare(now.transcript, edit.output).agrees : now.transcript === cell.transcript;
            return kept && now.text === cell.text && now.session === cell.session;
          });
        },
      ),
      runs,
    );
  });

  test('writing the same transcripts twice changes nothing more', () => {
    fc.assert(
      fc.property(chapter, output, (given, printed) => {
        const write = (from: string) => {
          const read = parseChapter(from, 'a.mdx');
          return rewrite(
            read,
            read.cells.map((cell) => ({ cell, output: printed })),
          );
        };
        const once = write(given);
        return write(once) === once;
      }),
      runs,
    );
  });
});
