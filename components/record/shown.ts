/** Which chapters name or show what is in the record: read from their prose, and from the eras of their cells. */
import { existsSync, readFileSync } from 'node:fs';
import { readChapter } from '../../src/cells/parse.ts';
import type { Chapter } from '../../src/cells/types.ts';
import { entries, timeline, type Entry as Contents } from '../book.ts';
import { Seeker, type Mention } from '../markdown/mentions.ts';
import { record, type Entry } from './record.ts';

/** The chapters that are written, with their text, in order; the appendix that the record is printed in is none of them. */
export function readChapters(): { entry: Contents; chapter: Chapter }[] {
  return entries
    .filter(({ id }) => id !== timeline)
    .flatMap((entry) => {
      const path = `content/${entry.id}.mdx`;
      return existsSync(path) ? [{ entry, chapter: readChapter(readFileSync(path), path) }] : [];
    });
}

/** What a reader reads as prose: no fences, no code, no addresses. */
export function prose(chapter: Chapter): string {
  return chapter.segments
    .map((segment) => (segment.kind === 'prose' ? segment.raw : '\n'))
    .join('')
    .replace(/^---\n.*?\n---\n/s, '')
    .replace(/`[^`]*`/g, ' ')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/[_*[\]]/g, '');
}

/** For each entry of the record, the chapters that name it, or run a cell in it. */
export function shownIn(): ReadonlyMap<Entry, readonly Contents[]> {
  const shown = new Map<Entry, Contents[]>(record.map((entry) => [entry, []]));
  for (const { entry: chapter, chapter: text } of readChapters()) {
    const mentions = new Map<Mention, Entry>(record.map((entry) => [{ to: '', forms: [entry.name], kind: '' }, entry]));
    const found = new Set<Entry>();
    for (const { mention } of new Seeker([...mentions.keys()]).cut(prose(text))) {
      if (mention) found.add(mentions.get(mention)!);
    }
    for (const { era } of text.cells) for (const entry of record) if (entry.name === `Python ${era}`) found.add(entry);
    for (const entry of found) shown.get(entry)!.push(chapter);
  }
  return shown;
}

/** Whoever is behind something in the record, in the order of their first, with all of theirs. */
export function people(): { name: string; entries: Entry[] }[] {
  const all = new Map<string, Entry[]>();
  for (const entry of record) for (const name of entry.by) all.set(name, [...(all.get(name) ?? []), entry]);
  return [...all].map(([name, entries]) => ({ name, entries }));
}
