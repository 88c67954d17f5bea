/** The chapters that there are, the files of `content/`, and how they stand with the book's list of what there will be. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { appendices, entries, type Entry } from './book.ts';
import { point } from './record/dates.ts';
import { recorded } from './record/record.ts';

export type Chapter = CollectionEntry<'chapters'>;

/** The page that is not a chapter: the landing page's programs. */
export const landing = 'index';

/** Nor is the glossary. */
export const glossaryPage = 'glossary';

/** A line of the contents. */
export interface Station extends Entry {
  written: boolean;
  appendix: boolean;
  /** Its place on the line of time, in years. */
  year?: number;
  /** As the contents print it: `2001`, or nothing. */
  when: string;
}

/** Appendices stand behind all chapters. */
const firstAppendix = 101;

/** Every chapter file, in the order that their frontmatter gives. */
export async function writtenChapters(): Promise<Chapter[]> {
  const files = await getCollection('chapters', ({ id }) => id !== landing && id !== glossaryPage);
  return files.sort((a, b) => a.data.order - b.data.order || a.id.localeCompare(b.id));
}

/** The contents: all that is planned, with what is written as its file says; a file that nobody planned takes its place too. */
export function stations(files: readonly Chapter[]): Station[] {
  const planned = entries.map((entry, index) => {
    const appendix = appendices.includes(entry);
    const order = appendix ? firstAppendix + appendices.indexOf(entry) : index + 1;
    const file = files.find(({ id }) => id === entry.id);
    return { order, station: station(entry, appendix, file) };
  });
  const others = files
    .filter(({ id }) => !entries.some((entry) => entry.id === id))
    .map((file) => {
      const { number, title, summary, order } = file.data;
      return { order, station: station({ id: file.id, number, title, line: summary }, order >= firstAppendix, file) };
    });
  return [...planned, ...others].sort((a, b) => a.order - b.order).map((each) => each.station);
}

/** A chapter's place on the line of time: from the record, by way of the list, else from its frontmatter. */
export function yearOf(chapter: Chapter): number | undefined {
  const entry = entries.find(({ id }) => id === chapter.id);
  const listed = entry && dated(entry);
  const given = Number.parseFloat(chapter.data.year ?? '');
  return listed ?? (Number.isNaN(given) ? undefined : given);
}

function dated({ tells }: Entry): number | undefined {
  return tells === undefined ? undefined : point(recorded(tells).date);
}

function station(entry: Entry, appendix: boolean, file: Chapter | undefined): Station {
  const year = file ? yearOf(file) : dated(entry);
  const era = file?.data.era ?? entry.era;
  return {
    ...entry,
    title: file?.data.title ?? entry.title,
    ...(year !== undefined && { year }),
    ...(era !== undefined && { era }),
    written: file !== undefined,
    appendix,
    when: file?.data.year ?? (year === undefined ? '' : String(Math.floor(year))),
  };
}
