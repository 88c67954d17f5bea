/**
 * `npm run oracle [-- CHAPTER…]`: runs every Python cell on the nearest real CPython that pyenv or PATH has, and compares what it prints
 * with the transcript. A cell without such a Python is named, and is no failure. Ends with status 1 when a CPython denies a cell.
 */
import { globSync, readFileSync } from 'node:fs';
import { confirm } from '../src/cells/oracle/confirm.ts';
import { findPythons, isOf, nearestPython } from '../src/cells/oracle/pythons.ts';
import { ChapterError } from '../src/cells/mistakes.ts';
import { readChapter } from '../src/cells/parse.ts';
import type { Cell } from '../src/cells/types.ts';

const pythons = findPythons();
const paths = process.argv.length > 2 ? process.argv.slice(2) : globSync('content/**/*.{md,mdx}').toSorted();
const tally = { confirmed: 0, denied: 0, left: 0 };
console.log(`CPython here: ${pythons.map(({ version }) => version).join(', ') || 'none'}`);

for (const path of paths) {
  try {
    await check(path);
  } catch (error) {
    tally.denied += 1;
    if (error instanceof ChapterError) console.log(`\n${error.message}`);
    else if (error instanceof Error && 'code' in error)
      console.log(`\n${path}: cannot be read (${String(error.code)}). Name a chapter, as content/06-yield-from.mdx.`);
    else throw error;
  }
}
console.log(`\n${tally.confirmed} confirmed, ${tally.denied} denied, ${tally.left} without an oracle`);
process.exitCode = tally.denied > 0 ? 1 : 0;

async function check(path: string): Promise<void> {
  const chapter = readChapter(readFileSync(path), path);
  const cells = chapter.cells.filter((cell) => cell.language === 'python');
  if (cells.length) console.log(`\n${path}`);
  for (const cell of cells) {
    const place = `  ${cell.line}: ${cell.name}`;
    const python = nearestPython(cell, pythons);
    if (!python || cell.attributes.skip !== undefined) {
      tally.left += 1;
      console.log(`${place}: not asked: ${whyNot(cell)}`);
      continue;
    }
    const answer = await confirm(chapter, cell, python);
    const who = isOf(python, cell.era!) ? python.version : `${python.version} for ${cell.era}`;
    tally[answer.status] += 1;
    if (answer.status === 'denied')
      console.log(`${path}:${cell.line}: ${cell.name}: denied by ${who}. ${answer.message}`);
    else
      console.log(
        `${place}: ${who}${answer.how === 'exactly' ? '' : `, ${answer.how}, of which only the last lines were compared`}`,
      );
  }
}

function whyNot({ era, attributes: { oracle, skip } }: Cell): string {
  if (skip !== undefined) return `skipped, ${skip}`;
  if (oracle && 'off' in oracle) return oracle.off;
  return `no CPython ${oracle ? oracle.version : `near ${era}`} here`;
}
