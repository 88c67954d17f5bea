/** Every mistake an author can make: a folder with a chapter that makes it, and what is said of it. */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe as group, expect, test } from 'vitest';
import { attempt, complaint } from '../../src/cells/attempt.ts';
import { ChapterError } from '../../src/cells/mistakes.ts';
import { readChapter } from '../../src/cells/parse.ts';
import { verify } from '../../src/cells/verify.ts';
import { run } from './fake/runner.ts';

const chapters = globSync('tests/cells/failure/*/chapter.{md,mdx}').toSorted();

/** All that is wrong with a chapter, when it is read and when its cells run. */
async function complaints(file: string): Promise<string> {
  const path = `content/${basename(file)}`;
  try {
    const chapter = readChapter(readFileSync(file), path);
    const said: string[] = [];
    for (const cell of chapter.cells) {
      if (cell.exercise) {
        for (const which of ['start', 'solution'] as const) {
          const wrong = complaint(cell, which, await attempt(chapter, cell, which, run));
          if (wrong) said.push(`${path}:${wrong.line}: ${wrong.message}`);
        }
        continue;
      }
      const verdict = await verify(chapter, cell, run);
      if ('message' in verdict) said.push(`${path}:${verdict.line}: ${verdict.message}`);
    }
    return said.join('\n');
  } catch (error) {
    if (error instanceof ChapterError) return error.message;
    throw error;
  }
}

group('a mistake is named with its place and its remedy', () => {
  test.each(chapters.map((file) => [basename(dirname(file)), file]))('%s', async (_, file) => {
    const said = await complaints(file);
    expect(said).toMatch(/^content\/chapter\.mdx?:\d+:/);
    await expect(`${said}\n`).toMatchFileSnapshot(`${process.cwd()}/${dirname(file)}/expected.txt`);
  });
});
