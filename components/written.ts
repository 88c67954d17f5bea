/** The chapters that there are: the files of `content/`, checked against the book's list. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { entries } from './book.ts';

export type Written = CollectionEntry<'chapters'>['data'];
export type Chapter = CollectionEntry<'chapters'>;

/** The page that is not a chapter: the landing page's programs. */
export const landing = 'index';

/** Every chapter file in the order of the book. A file that the list does not know stands after those it knows. */
export async function writtenChapters(): Promise<Chapter[]> {
  const files = await getCollection('chapters', ({ id }) => id !== landing);
  return files.sort((a, b) => a.data.order - b.data.order || a.id.localeCompare(b.id));
}

/** For the contents: what is written, by id. */
export function byId(files: readonly Chapter[]): Map<string, Written> {
  return new Map(files.map((file) => [file.id, file.data]));
}

/** A chapter's place on the line of time: from the list, else from its frontmatter. */
export function yearOf(chapter: Chapter): number | undefined {
  const listed = entries.find(({ id }) => id === chapter.id)?.year;
  const given = Number.parseFloat(chapter.data.year ?? '');
  return listed ?? (Number.isNaN(given) ? undefined : given);
}
