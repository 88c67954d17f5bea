/** A book in a folder of its own, verified as an author would: `vitest run`, then `vitest run -u`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let root: string;

beforeEach(() => {
  mkdirSync('.cache', { recursive: true });
  root = mkdtempSync(join(process.cwd(), '.cache/book-'));
  mkdirSync(join(root, 'content'));
});

afterEach(() => rmSync(root, { recursive: true }));

const file = () => join(root, 'content/new.mdx');

/** Runs Vitest on the book; CI is set only when asked for. */
function vitest(args: string[] = [], env: Record<string, string> = {}): { status: number | null; said: string } {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(CI|GITHUB_|VITEST|NODE_OPTIONS|FORCE_COLOR)/.test(name),
  );
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config',
      join(process.cwd(), 'tests/cells/fake/vitest.config.ts'),
      '--root',
      root,
      ...args,
    ],
    { encoding: 'utf8', env: { ...Object.fromEntries(inherited), NO_COLOR: '1', ...env } },
  );
  return { status, said: stdout + stderr };
}

const chapter = `---
title: A new chapter
era: '3.4'
---

\`\`\`python run name=right
print one
\`\`\`

\`\`\`output
one
\`\`\`

\`\`\`python run name=wrong
print two
print three
\`\`\`

\`\`\`output
two
drei
\`\`\`

\`\`\`python run name=left-out skip="needs a real network"
print four
\`\`\`
`;

describe('a new chapter with a right and a wrong transcript', { timeout: 0 }, () => {
  test('fails at its line, in the report and in the annotation, until -u', () => {
    writeFileSync(file(), chapter);
    const first = vitest();
    expect(first.status).toBe(1);
    expect(first.said).toContain('FAIL  content/new.mdx:14 > wrong');
    expect(first.said).toContain('- drei\n+ three');
    expect(first.said).toContain('content/new.mdx:21:1');
    expect(first.said).toMatch(/> 21\||21\| drei/);
    expect(first.said).toMatch(/::error file=[^\n]*content\/new\.mdx,title=[^\n]*wrong,line=21,/);
    expect(first.said).toContain(
      'content/new.mdx: 2 ran, 1 failed, 1 skipped\n    line 24, left-out: needs a real network',
    );
    expect(first.said).not.toContain('> right');
    expect(readFileSync(file(), 'utf8')).toBe(chapter);

    const update = vitest(['-u']);
    expect(update.status).toBe(0);
    expect(update.said).toContain('content/new.mdx:14 wrong: new transcript\n  two\n- drei\n+ three');
    expect(readFileSync(file(), 'utf8')).toBe(chapter.replace('drei', 'three'));

    expect(vitest().status).toBe(0);
  });

  test('is never written by CI, not even with -u', () => {
    writeFileSync(file(), chapter);
    const { status, said } = vitest(['-u'], { CI: 'true' });
    expect(status).toBe(1);
    expect(said).toContain('FAIL  content/new.mdx:14 > wrong');
    expect(readFileSync(file(), 'utf8')).toBe(chapter);
  });
});

test('a cell that prints and has no transcript fails until -u', { timeout: 0 }, () => {
  const bare = chapter.replace(/\n```output\none\n```\n/, '');
  writeFileSync(file(), bare);
  const { status, said } = vitest();
  expect(status).toBe(1);
  expect(said).toContain('right prints, and has no transcript');
  expect(vitest(['-u']).status).toBe(0);
  expect(readFileSync(file(), 'utf8')).toBe(chapter.replace('drei', 'three'));
});

test('a listing of emitted JavaScript that is stale fails at its line until -u', { timeout: 0 }, () => {
  const cell = '```python run name=shown\ndef three():\n    yield 3\n```\n\n';
  const stale = `${chapter.replace('drei', 'three')}\n${cell}\`\`\`js becomes three\nfunction* three() {}\n\`\`\`\n`;
  writeFileSync(file(), stale);
  const { status, said } = vitest();
  expect(status).toBe(1);
  expect(said).toContain('FAIL  content/new.mdx:33 > JavaScript of three');
  expect(said).toContain('- function* three() {}\n+ function* three$');
  expect(vitest(['-u']).status).toBe(0);
  expect(readFileSync(file(), 'utf8')).toMatch(
    /```js becomes three\nfunction\* three\$\d+i\(\$f\) \{\n[^]*yield 3;[^]*\n\}\n```\n$/,
  );
  expect(vitest().status).toBe(0);
});

test('-u does not hide a cell that ends as it may not', { timeout: 0 }, () => {
  const raising = chapter.replace('print three', 'raise KeyError');
  writeFileSync(file(), raising);
  const { status, said } = vitest(['-u']);
  expect(status).toBe(1);
  expect(said).toContain('wrong ended in KeyError');
  expect(readFileSync(file(), 'utf8')).toBe(raising);
});

test('a chapter that cannot be read is a failing test on the line of each mistake', { timeout: 0 }, () => {
  writeFileSync(file(), chapter.replace('name=right', 'nmae=right').replace('name=wrong', 'era=4.0'));
  const { status, said } = vitest();
  expect(status).toBe(1);
  expect(said).toContain('FAIL  content/new.mdx:6 > there is no attribute nmae.');
  expect(said).toContain('FAIL  content/new.mdx:14 > there is no era 4.0.');
  expect(said).toContain('Did you mean name?');
  expect(said).toContain('content/new.mdx: none ran, 2 mistakes');
  expect(said).toMatch(/::error file=[^\n]*content\/new\.mdx,[^\n]*line=14,/);
});
