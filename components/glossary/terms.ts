/**
 * The glossary, `content/glossary.mdx`, as data: a section for each term, which ends in a line that says where the book
 * introduces it. Pages link the first use of each term from there; what an author may write is in CONTRIBUTING.md.
 */
import { readFileSync } from 'node:fs';

export interface Term {
  name: string;
  /** Its anchor on the page of the glossary. */
  slug: string;
  /** What is linked: the name, its plural, and what the author adds after `Also:`. */
  forms: readonly string[];
  /** The chapter that introduces it: the name of its file in `content/`, without its ending. */
  chapter: string;
  /** Whether the word has its everyday meaning in earlier chapters, and is not linked there. */
  everyday: boolean;
  line: number;
}

const glossaryFile = 'content/glossary.mdx';

/** The terms of the book, in the order of the file. */
export function glossary(): Term[] {
  return readGlossary(readFileSync(glossaryFile, 'utf8'), glossaryFile);
}

const introduction =
  /^Introduced in \[[^\]]+\]\(([\w-]+)\.mdx?(?:#[\w-]+)?\)(, an everyday word before)?\.(?: Also: ([^.]+)\.)?$/;

/** Reads the text of a glossary; throws an error that names file and line when a section is not as it should be. */
export function readGlossary(text: string, path: string): Term[] {
  const terms: Term[] = [];
  const lines = text.split(/\r?\n/);
  const fail = (line: number, what: string): never => {
    throw new Error(`${path}:${line}: ${what}`);
  };
  const headings = lines.flatMap((line, index) => (line.startsWith('## ') ? [index] : []));
  for (const [position, start] of headings.entries()) {
    const name = lines[start]!.slice(3).trim();
    const paragraphs = lines
      .slice(start + 1, headings[position + 1])
      .join('\n')
      .trim()
      .split(/\n{2,}/);
    const last = introduction.exec(paragraphs.at(-1)!.replaceAll('\n', ' '));
    if (!last || paragraphs.length < 2) {
      fail(
        start + 1,
        `${name} needs a definition and then, as a paragraph of its own, \`Introduced in [chapter 9](09-async-and-await.mdx).\`, ` +
          'to which `, an everyday word before` and ` Also: other, forms.` may be added.',
      );
      continue;
    }
    const twin = terms.find((term) => term.name.toLowerCase() === name.toLowerCase());
    if (twin) fail(start + 1, `${name} is explained at line ${twin.line} too. Keep one of the two.`);
    const also = last[3]?.split(',').map((form) => form.trim()) ?? [];
    terms.push({
      name,
      slug: name
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
      forms: [name, ...also].flatMap((form) => [form, plural(form)]),
      chapter: last[1]!,
      everyday: last[2] !== undefined,
      line: start + 1,
    });
  }
  return terms;
}

function plural(form: string): string {
  if (/(?:s|x|ch|sh)$/.test(form)) return `${form}es`;
  return /[^aeiou]y$/.test(form) ? form.replace(/y$/, 'ies') : `${form}s`;
}
