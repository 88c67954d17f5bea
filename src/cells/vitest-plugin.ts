/**
 * Makes every chapter a test file: one test() per cell and one per solution of an exercise, standing on the line of the cell's fence, so that Vitest's
 * reports, code frames and annotations point into the chapter. A chapter that cannot be read is a file of failing tests,
 * one on the line of each mistake.
 */
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ChapterError, describe } from './mistakes.ts';
import { readChapter } from './parse.ts';
import type { Chapter, Mistake } from './types.ts';

const suite = fileURLToPath(new URL('./suite.ts', import.meta.url));

interface SourceMap {
  version: 3;
  sources: string[];
  sourcesContent: string[];
  names: string[];
  mappings: string;
}

export interface ChapterTests {
  name: string;
  enforce: 'pre';
  configResolved(config: { root: string }): void;
  load(id: string): Promise<{ code: string; map: SourceMap } | undefined>;
}

/** `runner` is the path of a module whose `run` runs a program; by default, the book's sandbox. */
export function chapterTests({ runner = fileURLToPath(new URL('./runner.ts', import.meta.url)) } = {}): ChapterTests {
  let root = process.cwd();
  return {
    name: 'chapter-tests',
    enforce: 'pre',
    configResolved(config) {
      root = config.root;
    },
    async load(id) {
      if (!/\.mdx?$/.test(id)) return undefined;
      const path = relative(root, id);
      const bytes = await readFile(id);
      const map = lineByLine(id, new TextDecoder().decode(bytes));
      try {
        return { code: testModule(readChapter(bytes, path), id, runner), map };
      } catch (error) {
        if (error instanceof ChapterError) return { code: failingModule(error.mistakes), map };
        throw error;
      }
    },
  };
}

/**
 * The module of a chapter, line for line. Errors are thrown on their own line too: `at` has a function for each line
 * that a verdict can name.
 */
function testModule(chapter: Chapter, file: string, runner: string): string {
  const lines = new Lines();
  const q = JSON.stringify;
  lines.add(
    1,
    `import { test } from 'vitest'; import { suite } from ${q(suite)}; import { run } from ${q(runner)}; ` +
      `const at = {}; const check = suite(${q(file)}, ${q(chapter.path)}, run, at);`,
  );
  for (const cell of chapter.cells) {
    lines.add(
      cell.line,
      `at[${cell.line}] = (fail) => fail(); test(${q(cell.name)}, (context) => check(${cell.index}, context));`,
    );
    if (cell.exercise) {
      const { check, solution } = cell.exercise;
      lines.add(check.line, `at[${check.line}] = (fail) => fail();`);
      lines.add(
        solution.line,
        `at[${solution.line}] = (fail) => fail(); test(${q(`solution of ${cell.name}`)}, (context) => check(${cell.index}, context, 'solution'));`,
      );
    }
    if (cell.becomes) {
      const { line, of } = cell.becomes;
      lines.add(
        line,
        `at[${line}] = (fail) => fail(); test(${q(`JavaScript of ${of}`)}, (context) => check(${cell.index}, context, 'becomes'));`,
      );
    }
    if (cell.transcriptLine === undefined) continue;
    const last = cell.transcriptLine + (cell.transcript ?? '').split('\n').length;
    for (let line = cell.transcriptLine; line <= last; line++) lines.add(line, `at[${line}] = (fail) => fail();`);
  }
  if (chapter.cells.length === 0) lines.add(1, `test('no cells', () => {});`);
  return lines.toString();
}

function failingModule(mistakes: readonly Mistake[]): string {
  const lines = new Lines();
  lines.add(1, `import { test } from 'vitest';`);
  for (const mistake of mistakes) {
    const fail = `const error = new Error(${JSON.stringify(describe(mistake))}); error.name = 'ChapterError'; task.meta.mistake = true; throw error;`;
    lines.add(mistake.line, `test(${JSON.stringify(mistake.message)}, ({ task }) => { ${fail} });`);
  }
  return lines.toString();
}

/** Every line comes from the start of the same line: in the notation of source maps, `AAAA` is that, and `AACA` is one line further. */
function lineByLine(file: string, text: string): SourceMap {
  const mappings = text.split('\n').map((_, index) => (index === 0 ? 'AAAA' : 'AACA'));
  return { version: 3, sources: [file], sourcesContent: [text], names: [], mappings: mappings.join(';') };
}

/** Code at given lines of an otherwise empty file. */
class Lines {
  private readonly lines: string[] = [];

  add(line: number, code: string): void {
    while (this.lines.length < line) this.lines.push('');
    this.lines[line - 1] += `${code} `;
  }

  toString(): string {
    return this.lines.join('\n');
  }
}
