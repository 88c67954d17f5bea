import { describe, expect, test } from 'vitest';
import { parseChapter } from '../../src/cells/parse.ts';
import { rewrite } from '../../src/cells/rewrite.ts';

/** The chapter after the outputs, one per cell; null leaves a cell as it is. */
function after(text: string, outputs: (string | null)[], path = 'content/a.mdx'): string {
  const chapter = parseChapter(text, path);
  const edits = outputs.flatMap((output, index) => (output === null ? [] : [{ cell: chapter.cells[index]!, output }]));
  return rewrite(chapter, edits);
}

const cell = '```js run\n1\n```\n';
const python = '```python run era=3.4\n1\n```\n';

describe('a new transcript', () => {
  test.each([
    [
      'takes the place of the old one',
      `A\n\n${cell}\n\`\`\`output\nold\n\`\`\`\nB`,
      'new\n',
      `A\n\n${cell}\n\`\`\`output\nnew\n\`\`\`\nB`,
    ],
    ['follows a cell that had none', `${cell}\nB\n`, 'new\n', `${cell}\n\`\`\`output\nnew\n\`\`\`\n\nB\n`],
    [
      'follows the input',
      `${python}\n\`\`\`input\nx\n\`\`\`\nB\n`,
      'new\n',
      `${python}\n\`\`\`input\nx\n\`\`\`\n\n\`\`\`output\nnew\n\`\`\`\nB\n`,
    ],
    ['follows a cell at the very end', '```js run\n1\n```', 'new\n', '```js run\n1\n```\n\n```output\nnew\n```\n'],
    ['goes when nothing is printed', `${cell}\n\`\`\`output\nold\n\`\`\`\n\nB\n`, '', `${cell}\nB\n`],
    ['ends its last line', `${cell}\nB\n`, 'new', `${cell}\n\`\`\`output\nnew\n\`\`\`\n\nB\n`],
    ['keeps empty lines', `${cell}\nB\n`, '\na\n\n\n', `${cell}\n\`\`\`output\n\na\n\n\n\`\`\`\n\nB\n`],
    [
      'has a longer fence than any in it',
      `${cell}\n\`\`\`output\nold\n\`\`\`\n`,
      '```\n  `````\nx\n',
      `${cell}\n\`\`\`\`\`\`output\n\`\`\`\n  \`\`\`\`\`\nx\n\`\`\`\`\`\`\n`,
    ],
    ['keeps tildes', `${cell}\n~~~output\nold\n~~~\n`, '```\n~~~\n', `${cell}\n~~~~output\n\`\`\`\n~~~\n~~~~\n`],
    [
      'is indented like its cell in a list',
      '- x\n\n  ```js run\n  1\n  ```\n\n- y\n',
      'a\n\n  b\n',
      '- x\n\n  ```js run\n  1\n  ```\n\n  ```output\n  a\n\n    b\n  ```\n\n- y\n',
    ],
    [
      'is indented below a bullet',
      '10. ```js run\n    1\n    ```\n',
      'a\n',
      '10. ```js run\n    1\n    ```\n\n    ```output\n    a\n    ```\n',
    ],
    [
      'stays in its quotation',
      '> ```js run\n> 1\n> ```\n\nB\n',
      'a\n\nb\n',
      '> ```js run\n> 1\n> ```\n>\n> ```output\n> a\n>\n> b\n> ```\n\nB\n',
    ],
    [
      'stays in its component',
      '<Aside>\n  ```js run\n  1\n  ```\n</Aside>\n',
      'a\n',
      '<Aside>\n  ```js run\n  1\n  ```\n\n  ```output\n  a\n  ```\n</Aside>\n',
    ],
    [
      'has the line endings of the file',
      '```js run\r\n1\r\n```\r\n\r\nB\r\n',
      'a\nb\n',
      '```js run\r\n1\r\n```\r\n\r\n```output\r\na\r\nb\r\n```\r\n\r\nB\r\n',
    ],
  ])('%s', (_, before, output, expected) => {
    expect(after(before, [output])).toBe(expected);
  });

  test('is one of many: cells that are not edited keep theirs', () => {
    const old = `${cell}\n\`\`\`output\nold\n\`\`\`\n\n`;
    const fresh = (output: string) => old.replace('old', output);
    expect(after(old + old + cell + old, ['a\nb\n', null, 'c\n', 'd\n'])).toBe(
      `${fresh('a\nb')}${old}${cell}\n\`\`\`output\nc\n\`\`\`\n${fresh('d')}`,
    );
  });
});
