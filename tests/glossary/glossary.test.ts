/** The glossary as data, and the links to it from the first use of each term. */
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { glossary, readGlossary } from '../../components/glossary/terms.ts';
import { firstMentions, type Mention } from '../../components/markdown/mentions.ts';
import { mentionsIn } from '../../components/mentioned.ts';
import { attribute, elementsOf } from '../site/html.ts';

const file = pathToFileURL('content/09-some-chapter.md');
const mentions: Mention[] = [
  { to: 'glossary/#event-loop', forms: ['event loop', 'event loops'], kind: 'term' },
  { to: 'glossary/#loop', forms: ['loop', 'loops'], kind: 'term' },
  { to: 'b/#pep-492', forms: ['PEP 492'], kind: 'dated' },
  { to: 'b/#python-3-1', forms: ['Python 3.1'], kind: 'dated' },
];

async function links(text: string): Promise<string[]> {
  const { html } = await markdownToHtml(text, {
    mdastPlugins: [firstMentions('/book/', () => mentions)],
    fileURL: file,
  });
  return elementsOf(html)
    .filter(({ tag }) => tag === 'a')
    .map((link) => `${link.text.replaceAll('\n', '|')} -> ${attribute(link, 'href')}`);
}

test('the first use is linked, and only the first', async () => {
  expect(await links('An event\nloop, an event loop.\n\nEvent loops.')).toEqual([
    'event|loop -> /book/glossary/#event-loop',
  ]);
});

test('emphasis, lists and quotations hold mentions like any text; a sentence may begin with one', async () => {
  expect(await links('_Loops_ go on.')).toEqual(['Loops -> /book/glossary/#loop']);
  expect(await links('> 1. of PEP 492')).toEqual(['PEP 492 -> /book/b/#pep-492']);
});

test('headings, code and parts of longer words are left alone', async () => {
  expect(
    await links('# Loop\n\n`loop`\n\n```\nloop\n```\n\nloophole, a-loop, Python 3.10, Python 3.1.4, PEP 4920'),
  ).toEqual([]);
  expect(await links('It was Python 3.1.')).toEqual(['Python 3.1 -> /book/b/#python-3-1']);
});

test("the author's own link counts as the first", async () => {
  expect(await links('[PEP 492](https://peps.python.org/pep-0492/), and PEP 492.')).toEqual([
    'PEP 492 -> https://peps.python.org/pep-0492/',
  ]);
});

test('a section says what the term means, where it is introduced, and how else it is written', () => {
  const text =
    '# Words\n\n## ready queue\n\nWho can go on.\n\nIntroduced in\n[chapter 5](05-a.mdx#ready), an everyday word before. Also: run queue.\n';
  expect(readGlossary(text, 'g.md')).toEqual([
    {
      name: 'ready queue',
      slug: 'ready-queue',
      forms: ['ready queue', 'ready queues', 'run queue', 'run queues'],
      chapter: '05-a',
      everyday: true,
      line: 3,
    },
  ]);
});

test.for([
  ['## trap\n\nA request.\n', /^g.md:1: trap needs a definition and then/],
  ['\n## trap\n\nIntroduced in [chapter 5](05-a.mdx).\n', /^g.md:2: trap needs a definition/],
  [
    '## trap\n\nA.\n\nIntroduced in [5](05-a.mdx).\n\n## Trap\n\nB.\n\nIntroduced in [5](05-a.mdx).\n',
    /^g.md:7: Trap is explained at line 1 too/,
  ],
] as const)('a mistake in a section names its line: %#', ([text, message]) => {
  expect(() => readGlossary(text, 'g.md')).toThrow(message);
});

test('the terms of the book are in the order of the alphabet, and their chapters are there', () => {
  const terms = glossary();
  const names = terms.map(({ name }) => name.toLowerCase());
  expect(names).toEqual(names.toSorted());
  for (const { chapter, name } of terms) expect(existsSync(`content/${chapter}.mdx`), `${name}: ${chapter}`).toBe(true);
});

test('no form belongs to two terms', () => {
  const forms = glossary().flatMap((term) => term.forms);
  expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([]);
});

test('an everyday word is linked only from the chapter that introduces the term', () => {
  const everyday = glossary().find((term) => term.everyday)!;
  const linked = (chapter: string): boolean =>
    mentionsIn(chapter).some(({ to }) => to === `glossary/#${everyday.slug}`);
  expect(linked(everyday.chapter)).toBe(true);
  expect(linked('01-before-the-keyword')).toBe(false);
  expect(mentionsIn('glossary')).toEqual([]);
});
