/** The library as the site shows it: names, summaries, and the Pythons that have a module. */
import { pathToFileURL } from 'node:url';
import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { erasOf, moduleName, modules, span, summaryOf } from '../../components/library/modules.ts';
import { chapterLinks } from '../../components/markdown/links.ts';
import { eras } from '../../src/python/compiler/eras.ts';

test('a file is a module, a folder with an __init__ a package', () => {
  expect(moduleName('src/python/stdlib/heapq.py')).toBe('heapq');
  expect(moduleName('src/python/stdlib/asyncio/__init__.py')).toBe('asyncio');
  expect(moduleName('src/python/stdlib/concurrent/futures/thread.py')).toBe('concurrent.futures.thread');
});

test.for([
  ['"""One loop. And more.\n\nMore."""\n', 'One loop.'],
  ['# -*- coding: utf-8 -*-\n"""Over\ntwo lines. And more."""', 'Over two lines.'],
  ['"""Since 3.4 (PEP 3156)\n\nMore."""', 'Since 3.4 (PEP 3156)'],
  ['r"""`\\d` is a digit."""', '`\\d` is a digit.'],
  ['import os\n', ''],
] as const)('%j is summed up as %j', ([source, summary]) => {
  expect(summaryOf(source)).toBe(summary);
});

test('every module says what it is', () => {
  for (const { name, summary } of modules()) expect(summary, `${name} needs a docstring`).not.toBe('');
});

test('a module is in the Pythons of the table of eras; a part of a package in those of the package', () => {
  expect(span(erasOf('asyncore'))).toBe('to 3.11');
  expect(span(erasOf('asyncio'))).toBe('3.4 and later');
  expect(span(erasOf('asyncio.tasks'))).toBe('3.4 and later');
  expect(span(erasOf('sets'))).toBe('2.5 to 2.7');
  expect(span(erasOf('keyword'))).toBe('in every Python');
  expect(erasOf('keyword')).toEqual(eras.map(({ era }) => era));
  expect(span(erasOf('_thread'))).toBe('inside the library');
});

test('an author links a module by its file', async () => {
  const link = async (url: string): Promise<string> => {
    const options = {
      mdastPlugins: [chapterLinks('/book/')],
      fileURL: pathToFileURL('content/01-before-the-keyword.mdx'),
    };
    return (await markdownToHtml(`[source](${url})`, options)).html.trim();
  };
  expect(await link('../src/python/stdlib/asyncore.py')).toBe('<p><a href="/book/library/asyncore/">source</a></p>');
  expect(await link('../src/python/stdlib/')).toBe('<p><a href="/book/library/">source</a></p>');
  await expect(link('../src/python/stdlib/nothing.py')).rejects.toThrow(
    /01-before-the-keyword\.mdx:1: no module \.\.\/src\/python\/stdlib\/nothing\.py: link a \.py file/,
  );
});
