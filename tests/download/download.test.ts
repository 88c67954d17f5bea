/** Chapters as files to take away: notebooks as Jupyter wants them, Python files that the Python of their era compiles. */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { notebook, type NotebookCell } from '../../components/download/notebook.ts';
import { eraOf, pieces } from '../../components/download/pieces.ts';
import { script } from '../../components/download/script.ts';
import { findPythons, nearestPython } from '../../src/cells/oracle/pythons.ts';
import { parseChapter, readChapter } from '../../src/cells/parse.ts';
import { Sandbox } from '../../src/sandbox/node.ts';

const sandbox = new Sandbox();
afterAll(() => sandbox.close());
const pythons = findPythons();
const chapters = readdirSync('content')
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => ({ name, chapter: readChapter(readFileSync(`content/${name}`), `content/${name}`) }))
  .filter(({ chapter }) => eraOf(chapter) !== undefined);

describe.for(chapters)('content/$name', ({ chapter }) => {
  const book = notebook(chapter);
  const python = chapter.cells.filter(({ language }) => language === 'python');

  test('as a notebook has the chapter’s Python cells and outputs, in order', () => {
    const code = book.cells.filter((cell) => cell.cell_type === 'code');
    expect(code.map(({ source }) => `${source}\n`)).toEqual(python.map(({ text }) => text));
    expect(code.map(({ outputs }) => outputs.map(textOf).join('') || null)).toEqual(
      python.map(({ transcript }) => transcript),
    );
    expect(code.map(({ metadata }) => (metadata as { era?: string }).era)).toEqual(python.map(({ era }) => era));
    const listed = book.cells.map(({ source }) => source).join('\n');
    for (const { text, language } of chapter.cells) if (language === 'js') expect(listed).toContain(text);
  });

  test('as a notebook is of the shape that nbformat 4.5 asks for', () => {
    const read = JSON.parse(JSON.stringify(book)) as typeof book;
    expect([read.nbformat, read.nbformat_minor]).toEqual([4, 5]);
    expect(read.metadata).toMatchObject({
      kernelspec: { name: expect.stringMatching(/^python[23]$/), display_name: expect.any(String) },
      language_info: { name: 'python' },
    });
    expect(new Set(read.cells.map(({ id }) => id)).size).toBe(read.cells.length);
    for (const cell of read.cells) expectWellFormed(cell);
  });

  test('as a Python file is compiled by the Python of its era', ({ skip }) => {
    const own = nearestPython({ era: eraOf(chapter)!, attributes: { fresh: false, timeline: false } }, pythons);
    if (!own) return skip(`no CPython on this machine is near Python ${eraOf(chapter)}`);
    const program = 'import sys; compile(getattr(sys.stdin, "buffer", sys.stdin).read(), "chapter.py", "exec")';
    const { stderr, status } = spawnSync(own.path, ['-c', program], { input: script(chapter), encoding: 'utf8' });
    expect({ stderr, status }).toMatchObject({ status: 0 });
  });

  test('as a Python file prints what its cells print, one after the other, past those that are meant to fail', async () => {
    const era = eraOf(chapter)!;
    let printed = '';
    await sandbox.run(
      { language: 'python', era, sources: [{ filename: 'chapter.py', text: script(chapter) }] },
      (event) => {
        if (event.type === 'output') printed += event.text;
      },
    );
    // In the file its lines have other numbers, and the clock has gone on.
    const elsewhere = (text: string): string => text.replace(/\bline \d+/g, 'line …').replace(/12:00:\d\d/g, '12:00:…');
    printed = elsewhere(printed);
    let from = 0;
    for (const { name, transcript, exercise, attributes, ...cell } of chapter.cells) {
      if (cell.era !== era || transcript === null || exercise || attributes.raises || /0x…|<cell /.test(transcript))
        continue;
      const wanted = elsewhere(transcript);
      expect(printed.slice(from), `after ${name}`).toContain(wanted);
      from = printed.indexOf(wanted, from) + wanted.length;
    }
    expect(from).toBeGreaterThan(0);
  });

  test('as a Python file has every cell, running or as a comment', () => {
    const file = script(chapter);
    for (const { name } of chapter.cells) expect(file).toMatch(new RegExp(`^# %% ${name}( \\(.*\\))?$`, 'm'));
  });
});

function textOf(output: { output_type: string; text?: string; traceback?: string[] }): string {
  return output.text ?? output.traceback!.map((line) => `${line}\n`).join('');
}

function expectWellFormed(cell: NotebookCell): void {
  expect(cell.id).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
  expect(typeof cell.source).toBe('string');
  expect(cell.metadata).toBeTypeOf('object');
  const keys = ['cell_type', 'id', 'metadata', 'source'];
  if (cell.cell_type === 'markdown') {
    expect(Object.keys(cell).toSorted()).toEqual(keys);
    expect(cell.source).not.toMatch(/^(?:---$|<\/?(?:aside|[A-Z]))/m);
    const folds = cell.source.match(/^<\/?details>$/gm) ?? [];
    expect(folds).toEqual(folds.map((_, index) => (index % 2 ? '</details>' : '<details>')));
    expect(folds.length % 2).toBe(0);
    return;
  }
  expect(Object.keys(cell).toSorted()).toEqual([...keys, 'execution_count', 'outputs'].toSorted());
  expect(cell.execution_count === null || Number.isInteger(cell.execution_count)).toBe(true);
  for (const output of cell.outputs) {
    const shape =
      output.output_type === 'stream'
        ? ['name', 'output_type', 'text']
        : ['ename', 'evalue', 'output_type', 'traceback'];
    expect(Object.keys(output).toSorted()).toEqual(shape);
  }
}

const small = parseChapter(
  [
    "---\ntitle: Small\nnumber: 1\nera: '2.2'\nquestion: How?\n---",
    'See [the next](02-next.mdx#here).\n\n<aside>\n\nBy the way.\n\n</aside>',
    '```python run name=first\nfrom __future__ import generators\nprint "é"\n```\n\n```output\né\n```',
    '```text\na listing\n```',
    '```python run era=3.5 name=other raises=ValueError\nprint(1)\nint("x")\n```\n\n```output\n1\nTraceback (most recent call last):\nValueError: x\n```',
    '```js run name=script\nconsole.log(1);\n```\n\n```output\n1\n```',
  ].join('\n\n'),
  'content/01-small.md',
);

test('prose stands on its own: no frontmatter, no tags, links to the neighbours’ files', () => {
  const [opening, , listing] = pieces(small, (file) => `${file}.ipynb`);
  expect(opening).toEqual({
    kind: 'prose',
    text: '# Small\n\nChapter 1 of _How Python Learned to Wait_.\n\n_How?_\n\nPrograms are for Python 2.2, of 21 December 2001, where nothing else is said.\n\nSee [the next](02-next.ipynb#here).\n\nBy the way.',
  });
  expect(listing).toEqual({ kind: 'prose', text: '```text\na listing\n```' });
});

test('a fold around prose stays a fold in a notebook; around a cell it is a line', () => {
  const text = [
    "---\ntitle: Small\nnumber: 1\nera: '3.5'\nquestion: How?\n---",
    '<details>\n<summary>Set-up</summary>\n\nFirst.',
    '```python run\nx = 1\n```',
    '</details>',
    '<details>\n<summary>Hint</summary>\n\nThink.\n\n</details>',
  ];
  const chapter = parseChapter(text.join('\n\n'), 'content/01-small.md');
  const [opening, , hint] = notebook(chapter).cells;
  expect(opening?.source).toMatch(/_Set-up_\n\nFirst\.$/);
  expect(hint?.source).toBe('<details>\n<summary>Hint</summary>\n\nThink.\n\n</details>');
  expect(script(chapter)).toMatch(/\n# _Hint_\n#\n# Think\.\n$/);
});

test('a Python file asks for the future at its top, and keeps other Pythons and JavaScript in comments', () => {
  const lines = script(small).split('\n');
  expect(lines[0]).toBe('# -*- coding: utf-8 -*-');
  expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([
    'from __future__ import generators',
    'print "é"',
  ]);
  expect(lines).toContain('# %% other (Python 3.5; ends in ValueError, as it should)');
  expect(lines).toContain('# %% script (JavaScript)');
});

test('a failure is an error output, apart from what was printed before it', () => {
  const cell = notebook(small).cells.find(({ id }) => id === 'other');
  expect(cell).toMatchObject({
    metadata: { era: '3.5', tags: ['raises-exception'] },
    outputs: [
      { output_type: 'stream', name: 'stdout', text: '1\n' },
      {
        output_type: 'error',
        ename: 'ValueError',
        evalue: 'x',
        traceback: ['Traceback (most recent call last):', 'ValueError: x'],
      },
    ],
  });
});
