/** What the prose of a chapter can name, and where the book explains it. */
import { entries, timeline } from './book.ts';
import { glossary } from './glossary/terms.ts';
import type { Mention } from './markdown/mentions.ts';
import { anchor, record } from './record/record.ts';

const pagesApart = ['index', 'glossary'];

/** What is linked where a chapter first mentions it; `chapter` is the name of its file without its ending. */
export function mentionsIn(chapter: string): Mention[] {
  if (pagesApart.includes(chapter)) return [];
  const order = (id: string): number => entries.findIndex((entry) => entry.id === id);
  const dated = record.map((entry) => ({ to: `${timeline}/#${anchor(entry)}`, forms: [entry.name], kind: 'dated' }));
  const terms = glossary()
    .filter((term) => !term.everyday || order(chapter) >= order(term.chapter))
    .map(({ slug, forms }) => ({ to: `glossary/#${slug}`, forms, kind: 'term' }));
  return chapter === timeline ? terms : [...terms, ...dated];
}
