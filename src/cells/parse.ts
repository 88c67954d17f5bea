/**
 * From the text of a chapter to its cells. The page, the tests and `-u` all read chapters here, and nowhere else.
 */
import type { Program } from '../sandbox/protocol.ts';
import { cut, join } from './fences.ts';
import { readFrontmatter, unknownEra } from './frontmatter.ts';
import { readInfo } from './info.ts';
import { ChapterError, nearest } from './mistakes.ts';
import { isEra } from '../python/compiler/eras.ts';
import type { Cell, Chapter, Era, Fence, Language, Mistake, Segment } from './types.ts';

const languages: readonly string[] = ['python', 'js'] satisfies Language[];

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
    .filter((other) => other === cell || other.attributes.skip === undefined)
    .map(({ name, text, input, attributes: { raises } }) => ({
      filename: `<cell ${name}>`,
      text,
      ...(raises !== undefined && { raises }),
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

/** How many cells a chapter has: what the built page must show too. */
export function countCells(text: string, path: string): number {
  return parseChapter(text, path).cells.length;
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

/** Walks the segments; knows which cell the next `input` or `output` belongs to. */
class CellReader {
  readonly cells: Cell[] = [];
  readonly mistakes: Mistake[] = [];
  /** The cell that an `input` or `output` here would go with: undefined after anything else than blank lines. */
  private open: Cell | undefined;
  /** Whether the fence that would have been that cell was broken: then what follows it is not blamed too. */
  private forgiving = false;
  private readonly path: string;
  private readonly era: Era | undefined;

  constructor(path: string, era: Era | undefined) {
    this.path = path;
    this.era = era;
  }

  read(segment: Segment): void {
    if (segment.kind === 'prose') {
      if (/[^\s>]/.test(segment.raw)) this.close();
    } else if (segment.language === 'output' || segment.language === 'input') this.attach(segment, segment.language);
    else this.start(segment);
  }

  private close(): void {
    this.open = undefined;
    this.forgiving = false;
  }

  private blame(fence: Fence, message: string, remedy: string, word?: string): void {
    const at = word === undefined ? -1 : fence.open.indexOf(word);
    this.mistakes.push({ path: this.path, line: fence.line, column: at < 0 ? fence.column : at + 1, message, remedy });
  }

  private start(fence: Fence): void {
    this.close();
    const [first = '', ...rest] = fence.info.split(/\s+/);
    if (first !== 'run') {
      this.forgiving = this.listing(fence, first, rest);
      return;
    }
    const before = this.mistakes.length;
    const { info, faults } = readInfo(fence.info.slice(first.length));
    for (const { word, message, remedy } of faults) this.blame(fence, message, remedy, word);
    const language = this.language(fence);
    const era = this.eraOf(fence, language, info.era);
    const index = this.cells.length;
    const name = info.name ?? `cell-${index + 1}`;
    const twin = this.cells.find((other) => other.name === name);
    if (twin)
      this.blame(
        fence,
        `the cell at line ${twin.line} is called ${name} too.`,
        'Give one of the two another name.',
        `name=${name}`,
      );
    if (info.skip !== undefined && info.raises !== undefined) {
      this.blame(fence, 'a skipped cell raises nothing.', 'Remove skip or raises.', 'raises=');
    }
    const { era: _, name: __, ...attributes } = info;
    const previous = this.cells.at(-1);
    const goesOn = previous && !info.fresh && previous.language === language && previous.era === era;
    const session = goesOn ? previous.session : (previous?.session ?? 0) + 1;
    this.open = {
      index,
      name,
      language,
      ...(era && { era }),
      text: fence.text,
      input: null,
      transcript: null,
      attributes,
      session,
      line: fence.line,
      codeLine: fence.line + 1,
    };
    this.forgiving = this.mistakes.length > before;
    this.cells.push(this.open);
  }

  /** An ordinary listing, unless it was meant to run; answers whether it was. */
  private listing(fence: Fence, first: string, rest: string[]): boolean {
    const meant = languages.includes(fence.language) && first !== '' && nearest(first, ['run']) === 'run';
    if (meant)
      this.blame(
        fence,
        `${first} is not run.`,
        'Write run after the language; a listing that is not run has only the language.',
        first,
      );
    else if (languages.includes(fence.language) && rest.includes('run')) {
      this.blame(fence, `run comes first, before ${first}.`, `Write ${fence.language} run ${first}.`, first);
      return true;
    }
    return meant;
  }

  private language(fence: Fence): Language {
    if (fence.language === 'python' || fence.language === 'js') return fence.language;
    const meant =
      { py: 'python', python3: 'python', javascript: 'js', mjs: 'js' }[fence.language] ??
      nearest(fence.language, languages);
    this.blame(
      fence,
      `${fence.language} does not run here.`,
      meant ? `Write ${meant} run.` : 'The languages that run are python and js.',
      fence.language,
    );
    return 'python';
  }

  private eraOf(fence: Fence, language: Language, given: string | undefined): Era | undefined {
    if (language === 'js') {
      if (given !== undefined) this.blame(fence, 'a js cell has no era.', 'Remove era.', 'era=');
      return undefined;
    }
    if (given === undefined) {
      if (!this.era)
        this.blame(
          fence,
          'this cell has no era.',
          "Write era=3.4 after run, or era: '3.4' in the chapter's frontmatter.",
        );
      return this.era;
    }
    if (isEra(given)) return given;
    const { message, remedy } = unknownEra(given);
    this.blame(fence, message, remedy, `era=${given}`);
    return undefined;
  }

  private attach(fence: Fence, kind: 'input' | 'output'): void {
    const cell = this.open;
    if (fence.info) {
      this.blame(
        fence,
        `${kind} has no attributes.`,
        `Write ${kind} alone; attributes belong to the cell.`,
        fence.info,
      );
    }
    if (!cell) {
      const what = kind === 'input' ? 'this input belongs to no cell.' : 'this transcript belongs to no cell.';
      const remedy = `Put it right after a fence like \`\`\`python run, with nothing but blank lines between; for a listing that is not checked, call it text.`;
      if (!this.forgiving) this.blame(fence, what, remedy);
    } else if (kind === 'input') {
      if (cell.transcript !== null)
        this.blame(fence, 'the input stands after the transcript.', 'Put the input between the cell and its output.');
      else if (cell.input !== null)
        this.blame(fence, 'this cell has two inputs.', `Put all lines into the one at line ${cell.inputLine}.`);
      else Object.assign(cell, { input: fence.text, inputLine: fence.line });
    } else if (cell.transcript !== null) {
      this.blame(
        fence,
        'this cell has two transcripts.',
        `Keep the one at line ${cell.transcriptLine}, or split the cell.`,
      );
    } else Object.assign(cell, { transcript: fence.text, transcriptLine: fence.line });
  }
}
