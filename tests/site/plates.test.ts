/** How cells are drawn: every kind of cell, wherever it stands, becomes one plate with all its parts. */
import { readFileSync } from 'node:fs';
import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { cellPlates } from '../../components/markdown/cells.ts';
import { attribute, elementsOf, hasClass, within, type Element } from './html.ts';

const file = new URL('plates.md', import.meta.url);
const text = readFileSync(file, 'utf8');
// Astro hands a Markdown file on without its frontmatter; lines then count from there.
const body = text.slice(text.indexOf('---\n', 4) + 4);
const { html } = await markdownToHtml(body, { mdastPlugins: [cellPlates()], fileURL: file });
const elements = elementsOf(html);
const cells = new Map(
  elements
    .filter(({ tag }) => tag === 'book-cell')
    .map((cell) => [attribute(cell, 'dataCell') ?? attribute(cell, 'data-cell'), cell]),
);

const cell = (name: string): Element => {
  const found = cells.get(name);
  if (!found) throw new Error(`no cell ${name} was drawn; there are ${[...cells.keys()].join(', ')}`);
  return found;
};
const fact = (name: string, key: string): string | undefined => {
  const { properties } = cell(name);
  const value = properties[`data-${key}`] ?? properties[`data${key[0]!.toUpperCase()}${key.slice(1)}`];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
};
const part = (name: string, kind: string): string | undefined =>
  within(cell(name), (each) => hasClass(each, kind))?.text;

test('each cell is drawn once, and an ordinary listing is left alone', () => {
  expect([...cells.keys()]).toEqual(['asks', 'fails', 'quiet', 'cell-4']);
  expect(elements.filter(({ tag }) => tag === 'pre').map((pre) => pre.text.split('\n')[0])).toEqual([
    'not a cell',
    'name = input()',
    'Ada',
    '<b>Ada',
    "{}['x']",
    'Traceback (most recent call last):',
    'const quiet = 1;',
    'import modem',
    'carrier lost',
  ]);
});

test('input and transcript stand in their cell, under a caption', () => {
  expect(part('asks', 'given')).toBe('InputAda\n');
  expect(part('asks', 'transcript')).toBe('Prints<b>Ada\n');
  expect(within(cell('asks'), ({ tag }) => tag === 'b')).toBeUndefined();
});

test('a failure that is meant looks meant', () => {
  expect(fact('fails', 'raises')).toBe('KeyError');
  expect(part('fails', 'transcript')).toMatch(/^Prints, and fails as it should/);
});

test('language, era and session are what the parser says; a skipped cell says why', () => {
  expect(fact('quiet', 'language')).toBe('js');
  expect(fact('quiet', 'era')).toBeUndefined();
  expect(part('quiet', 'stamp')).toBe('JavaScript');
  expect(part('asks', 'stamp')).toBe('Python 3.6 · December 2016');
  expect(part('cell-4', 'stamp')).toBe('Python 2.2 · December 2001');
  expect(fact('asks', 'session')).toBe(fact('fails', 'session'));
  expect(fact('quiet', 'session')).not.toBe(fact('fails', 'session'));
  expect(part('cell-4', 'skipped')).toContain('needs a modem');
});
