import { describe, expect, test } from 'vitest';
import { parseChapter, print, program } from '../../src/cells/parse.ts';

const head = "---\ntitle: A chapter\nera: '3.4'\n---\n\n";
const read = (text: string, path = 'content/chapter.mdx') => parseChapter(head + text, path);

describe('cells of a chapter', () => {
  test('a cell has the chapter’s era, a number for a name and the fences after it', () => {
    const { cells } = read(
      '```python run\nname = input()\nprint(name)\n```\n\n```input\nAda\n```\n\n```output\nAda\n```\n',
    );
    expect(cells).toEqual([
      {
        index: 0,
        name: 'cell-1',
        language: 'python',
        era: '3.4',
        text: 'name = input()\nprint(name)\n',
        input: 'Ada\n',
        transcript: 'Ada\n',
        attributes: { fresh: false, timeline: false },
        session: 1,
        line: 6,
        codeLine: 7,
        inputLine: 11,
        transcriptLine: 15,
      },
    ]);
  });

  test('all attributes are read, with and without quotes', () => {
    const [cell] = read(
      '```python run era=2.5 name=one fresh timeline skip="no net here" oracle="off:it sleeps"\n```\n',
    ).cells;
    expect(cell).toMatchObject({ name: 'one', era: '2.5' });
    expect(cell?.attributes).toEqual({
      fresh: true,
      timeline: true,
      skip: 'no net here',
      oracle: { off: 'it sleeps' },
    });
    expect(read('```python run raises=KeyError oracle=3.6\n```\n').cells[0]?.attributes).toEqual({
      fresh: false,
      timeline: false,
      raises: 'KeyError',
      oracle: { version: '3.6' },
    });
  });

  test('a listing without run is left alone', () => {
    expect(read('```python\nprint(1)\n```\n\n```\nplain\n```\n\n    indented run\n').cells).toEqual([]);
  });

  test.each([
    ['a list', '1. One:\n\n   ```python run\n   if x:\n       y\n   ```\n\n   ```output\n   1\n\n     2\n   ```\n'],
    [
      'a list, on the bullet’s line',
      '-   ```python run\n    if x:\n        y\n    ```\n\n    ```output\n    1\n\n      2\n    ```\n',
    ],
    ['a quotation', '> ```python run\n> if x:\n>     y\n> ```\n>\n> ```output\n> 1\n>\n>   2\n> ```\n'],
    [
      'a component',
      '<Aside>\n  ```python run\n  if x:\n      y\n  ```\n\n  ```output\n  1\n\n    2\n  ```\n</Aside>\n',
    ],
    ['tildes', '~~~~python run\nif x:\n    y\n~~~~\n\n~~~output\n1\n\n  2\n~~~\n'],
    ['Windows lines', '```python run\r\nif x:\r\n    y\r\n```\r\n\r\n```output\r\n1\r\n\r\n  2\r\n```\r\n'],
  ])('in %s, the text has no more indentation than its own', (_, text) => {
    const { cells } = read(text);
    expect(cells.map((cell) => [cell.text, cell.transcript])).toEqual([['if x:\n    y\n', '1\n\n  2\n']]);
  });

  test('in Markdown, a folded set-up is a cell like any other', () => {
    const { cells } = read(
      '<details>\n<summary>Set-up</summary>\n\n```python run\nx = 1\n```\n\n</details>\n',
      'content/a.md',
    );
    expect(cells).toMatchObject([{ text: 'x = 1\n', line: 9 }]);
  });

  test('an empty transcript, and one of an empty line, are two things', () => {
    const transcripts = ['', '\n', '\n\n'].map(
      (text) => read(`\`\`\`python run\n\`\`\`\n\n\`\`\`output\n${text}\`\`\`\n`).cells[0]?.transcript,
    );
    expect(transcripts).toEqual(['', '\n', '\n\n']);
  });

  test('a byte order mark does not hide a chapter’s frontmatter or first fence', () => {
    expect(parseChapter(`\uFEFF${head}\`\`\`python run\n\`\`\`\n`, 'a.mdx').cells).toMatchObject([
      { era: '3.4', line: 6 },
    ]);
    expect(parseChapter('\uFEFF```js run\n1\n```\n', 'a.md').cells).toMatchObject([{ text: '1\n', line: 1 }]);
  });
});

describe('sessions', () => {
  const cell = (info: string, text: string, rest = '') => `\`\`\`${info}\n${text}\n\`\`\`\n${rest}\n`;

  test('fresh, another era and another language begin a new one', () => {
    const infos = [
      'python run',
      'python run',
      'python run fresh',
      'python run',
      'python run era=2.7',
      'python run',
      'js run',
      'js run',
    ];
    expect(read(infos.map((info) => cell(info, '1')).join('')).cells.map(({ session }) => session)).toEqual([
      1, 1, 2, 2, 3, 4, 5, 5,
    ]);
  });

  test('a cell runs after the earlier ones of its session, with their input, but without those that are skipped', () => {
    const chapter = read(
      cell('python run', 'before') +
        cell('python run fresh name=first', 'a', '\n```input\nAda\n```\n') +
        cell('python run skip="no net"', 'b') +
        cell('python run raises=KeyError', 'c') +
        cell('python run timeline', 'd', '\n```input\nBob\n```\n') +
        cell('python run', 'after'),
    );
    expect(program(chapter, chapter.cells[4]!)).toEqual({
      language: 'python',
      era: '3.4',
      sources: [
        { filename: '<cell first>', text: 'a\n', stdin: 'Ada\n' },
        { filename: '<cell cell-4>', text: 'c\n', raises: 'KeyError' },
        { filename: '<cell cell-5>', text: 'd\n', stdin: 'Bob\n' },
      ],
      stdin: 'Bob\n',
      trace: true,
    });
  });
});

describe('exercises', () => {
  const cell = (info: string, text: string) => `\`\`\`${info}\n${text}\n\`\`\`\n\n`;
  const chapter = read(
    cell('python run', 'before') +
      cell('python exercise name=words', 'start') +
      '<details>\n<summary>Solution</summary>\n\n' +
      cell('python solution', 'solved') +
      '</details>\n\n' +
      cell('python check', 'asked') +
      cell('python run', 'after') +
      cell('python exercise era=2.7 name=older', 'old') +
      cell('python check', 'asked too') +
      cell('python solution', 'done') +
      cell('python run era=2.7', 'late') +
      cell('python exercise name=back', 'again') +
      cell('python check', 'asked once more') +
      cell('python solution', 'done'),
  );

  test('have a check and a solution, with their lines', () => {
    expect(chapter.cells[1]).toMatchObject({
      name: 'words',
      text: 'start\n',
      transcript: null,
      exercise: { solution: { text: 'solved\n', line: 17 }, check: { text: 'asked\n', line: 23 } },
    });
    expect(chapter.cells.map(({ exercise }) => exercise !== undefined)).toEqual([
      false,
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  test('go on from the cells of their era before them, and nothing goes on from them', () => {
    expect(chapter.cells.map(({ session }) => session)).toEqual([1, 1, 1, 2, 3, 1]);
    const texts = chapter.cells.map((each) => program(chapter, each).sources.map(({ text }) => text));
    expect(texts).toEqual([
      ['before\n'],
      ['before\n', 'start\n'],
      ['before\n', 'after\n'],
      ['old\n'],
      ['late\n'],
      ['before\n', 'after\n', 'again\n'],
    ]);
  });
});

test('printing an unchanged chapter gives the same bytes', () => {
  const text = `\uFEFF${head.replaceAll('\n', '\r\n')}é 😀\t\r\n\n* \`\`\`python run \r\n  1\r\n  \`\`\`\n\n\n> ~~~js\n> 1\n> ~~~`;
  expect(print(parseChapter(text, 'a.mdx'))).toBe(text);
});
