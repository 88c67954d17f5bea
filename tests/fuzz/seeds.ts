/** What is mutated: the programs of the tests, and the cells of the chapters. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseChapter, program } from '../../src/cells/parse.ts';
import { NEWEST_ERA } from '../../src/sandbox/host.ts';
import { erasOf } from '../python/expected.ts';

export interface Seed {
  /** Where it is from. */
  name: string;
  era: string;
  text: string;
}

const root = join(import.meta.dirname, '../..');

const filesIn = (folder: string, pattern: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => pattern.test(file))
    .sort()
    .map((file) => join(folder, file));

/** Always in the same order, so that a seed's number means the same program as long as none is added. */
export function seeds(): Seed[] {
  const programs = filesIn('tests/python/programs', /\.py$/).map((name): Seed => {
    const text = readFileSync(join(root, name), 'utf8');
    return { name, era: erasOf(text)[0]!, text };
  });
  const cells = filesIn('content', /\.mdx?$/).flatMap((name) => {
    const chapter = parseChapter(readFileSync(join(root, name), 'utf8'), name);
    return chapter.cells
      .filter(({ language }) => language === 'python')
      .map((cell): Seed => {
        const { era = NEWEST_ERA, sources } = program(chapter, cell);
        return { name: `${name}, ${cell.name}`, era, text: sources.map(({ text }) => text).join('\n') };
      });
  });
  return [...programs, ...cells];
}
