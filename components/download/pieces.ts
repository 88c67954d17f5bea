/** A chapter as a row of pieces, for whoever takes it away: prose that stands on its own, listings and cells in their order. */
import type { Cell, Chapter } from '../../src/cells/types.ts';
import { releasedOn } from '../releases.ts';
import { label, title as book } from '../book.ts';

export type Piece = { kind: 'prose'; text: string } | { kind: 'cell'; cell: Cell };

/** The chapter from its title on. `link` gives a chapter's file, `04-talking-back.mdx`, the name it has where the reader takes it. */
export function pieces(chapter: Chapter, link: (file: string) => string): Piece[] {
  const row: Piece[] = [{ kind: 'prose', text: opening(chapter) }];
  const add = (text: string): void => {
    const last = row.at(-1);
    if (last?.kind === 'prose') last.text += text;
    else row.push({ kind: 'prose', text });
  };
  const cells = new Map(chapter.cells.map((cell) => [cell.line, cell]));
  const parts = new Set(chapter.cells.flatMap(({ inputLine, transcriptLine }) => [inputLine, transcriptLine]));
  for (const segment of chapter.segments) {
    if (segment.kind === 'prose') add(withoutTags(segment.raw, link));
    else if (cells.has(segment.line)) row.push({ kind: 'cell', cell: cells.get(segment.line)! });
    else if (!parts.has(segment.line))
      add(segment.open.replace(/ (?:check|solution|becomes)\b.*/, '') + segment.body + segment.close);
  }
  return row
    .map((piece) => (piece.kind === 'prose' ? { ...piece, text: tidy(piece.text) } : piece))
    .filter((piece) => piece.kind === 'cell' || piece.text !== '');
}

/** The era of the chapter, or of most of its cells; undefined for a chapter without Python. */
export function eraOf(chapter: Chapter): Cell['era'] {
  if (chapter.cells.every(({ era }) => era === undefined)) return undefined;
  if (chapter.frontmatter.era) return chapter.frontmatter.era;
  const counts = new Map<string, number>();
  for (const { era } of chapter.cells) if (era) counts.set(era, (counts.get(era) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return chapter.cells.find(({ era }) => era && counts.get(era) === most)?.era;
}

/** `# Talking back`, and what a page says above its text. */
function opening(chapter: Chapter): string {
  const { title, number, question } = chapter.frontmatter.values;
  const era = eraOf(chapter);
  const lines = [
    `# ${String(title)}`,
    `${label(String(number))} of _${book}_.`,
    `_${String(question)}_`,
    ...(era ? [`Programs are for Python ${era}, of ${releasedOn(era)}, where nothing else is said.`] : []),
  ];
  return `${lines.join('\n\n')}\n\n`;
}

/** Markdown without frontmatter and comments, and without the tags of the site but those that fold. */
function withoutTags(raw: string, link: (file: string) => string): string {
  return raw
    .replace(/^\uFEFF?---\n.*?\n---\n/s, '')
    .replace(/\{\/\*.*?\*\/\}/gs, '')
    .replace(/^<\/?(?!details|summary)[A-Za-z][^>]*>$/gm, '')
    .replace(/\]\(([\w-]+)\.mdx?(#[\w-]+)?\)/g, (_, file: string, anchor = '') => `](${link(file)}${String(anchor)})`);
}

/** Folds stay where all that they fold is prose; around a cell, the summary becomes a line of its own. */
function tidy(text: string): string {
  const parts = text.split(/(<details>\n(?:(?!<details>).)*?\n<\/details>)/s);
  return parts
    .map((part, index) => (index % 2 ? part : unfolded(part)))
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Without folds: `<summary>Set-up</summary>` is `_Set-up_`. */
export function unfolded(text: string): string {
  return text.replace(/^<\/?details>$/gm, '').replace(/^<summary>(.*?)<\/summary>$/gm, '_$1_');
}
