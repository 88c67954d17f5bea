/**
 * From the text of a chapter to its cells. The page, the tests and `-u` all read chapters here, and nowhere else.
 */
import type { Program } from '../sandbox/protocol.ts';
import { cut, join } from './fences.ts';
import { readFrontmatter } from './frontmatter.ts';
import { ChapterError } from './mistakes.ts';
import { CellReader } from './reader.ts';
import type { Cell, Chapter } from './types.ts';

/**
 * Reads a chapter. `path` goes into messages, and its ending says whether the text is Markdown or MDX.
 * Throws a {@link ChapterError} that lists every mistake the author made.
 */
export function parseChapter(text: string, path: string): Chapter {
  const { frontmatter, mistakes } = readFrontmatter(text, path);
  if (mistakes.length) throw new ChapterError(mistakes);
  const { segments, mistakes: broken } = cut(text, path);
  const reader = new CellReader(path, frontmatter.era);
  for (const segment of segments) reader.read(segment);
  reader.end();
  const all = [...broken, ...reader.mistakes];
  if (all.length) throw new ChapterError(all);
  return { path, frontmatter, segments, cells: reader.cells };
}

/** As {@link parseChapter}, from the bytes of a file; text that is not UTF-8 is a mistake like any other. */
export function readChapter(bytes: Uint8Array, path: string): Chapter {
  return parseChapter(decode(bytes, path), path);
}

/** The text of the chapter, byte for byte. */
export function print(chapter: Chapter): string {
  return join(chapter.segments);
}

/** What to run for a cell: the cells of its session up to it, of which only the last is heard. */
export function program(chapter: Chapter, cell: Cell): Program {
  const session = chapter.cells.filter((other) => other.session === cell.session && other.index <= cell.index);
  const sources = session
    .filter((other) => other === cell || (other.attributes.skip === undefined && !other.exercise))
    .map(({ name, text, input, attributes: { raises, await: awaits } }) => ({
      filename: `<cell ${name}>`,
      text,
      ...(raises !== undefined && { raises }),
      ...(awaits && { await: true as const }),
      ...(input !== null && { stdin: input }),
    }));
  return {
    language: cell.language,
    ...(cell.era && { era: cell.era }),
    sources,
    ...(cell.input !== null && { stdin: cell.input }),
    ...(cell.attributes.timeline && { trace: true }),
  };
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    let good = 0;
    let line = 1;
    for (const [index, byte] of bytes.entries()) {
      if (byte !== 0x0a) continue;
      if (!valid(bytes.subarray(good, index))) break;
      good = index + 1;
      line += 1;
    }
    const mistake = { path, line, message: 'this line is not UTF-8.', remedy: 'Save the file as UTF-8.' };
    throw new ChapterError([mistake]);
  }
}

function valid(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
