/** How every page of the site stands in a window: whether it fits, keeps its policy, and can be read by everybody. */
import { expect, inject, test } from 'vitest';
import { barriers, pages, openBook } from './reader.ts';

const { atRoot } = inject('site');

const book = openBook();

interface Sight {
  width: number;
  colorScheme: 'light' | 'dark';
}

// Where things stand depends on the width and their colours on the theme, so that two sights of a page show both of both. The other two
// are for one page of each kind, lest a rule for narrow windows should ever name a colour.
const sights: Sight[] = [
  { width: 390, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
];
const crossed: Sight[] = [
  { width: 390, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
];
const kinds = ['', '03-the-function-that-pauses/', 'appendix-b-timeline/', 'glossary/', 'library/asyncio/'];

test.for(pages(atRoot))(
  '/%s fits, keeps the policy, and axe finds nothing, wide and narrow, light and dark',
  async (path) => {
    await book.visit(
      path,
      async (page) => {
        for (const { width, colorScheme } of kinds.includes(path) ? [...sights, ...crossed] : sights) {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ colorScheme });
          const where = `at ${width} pixels, ${colorScheme}`;
          expect(await page.evaluate(() => document.documentElement.scrollWidth), where).toBe(width);
          expect(await barriers(page), where).toEqual([]);
        }
      },
      { viewport: { width: sights[0]!.width, height: 900 }, colorScheme: sights[0]!.colorScheme },
    );
  },
);

test('each kind of page is there to be seen', () => {
  expect(pages(atRoot)).toEqual(expect.arrayContaining(kinds));
});
