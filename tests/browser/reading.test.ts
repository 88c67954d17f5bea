/** The site in a browser, as readers meet it before anything runs: with and without JavaScript, on screen and on paper, in a folder, on a second visit. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { policy } from '../../components/policy.ts';
import { base } from '../site/build.ts';
import { barriers, pages, openBook } from './reader.ts';
import { serve } from './server.ts';

const { atRoot, inFolder } = inject('site');
const paths = pages(atRoot);
const chapter = '03-the-function-that-pauses/';

const book = openBook();
const { visit } = book;

describe('without JavaScript', () => {
  test.for(paths)('/%s is complete, and offers nothing that would not work', async (path) => {
    await visit(
      path,
      async (page) => {
        expect(await page.locator('button:visible, input:visible, [role=button]:visible').count()).toBe(0);
        expect(await page.locator('h1:visible').count()).toBe(1);
        for (const listing of await page.locator('book-cell .listing').all()) {
          if (!(await listing.evaluate((each) => each.closest('details') !== null)))
            expect(await listing.isVisible()).toBe(true);
        }
      },
      { javaScriptEnabled: false },
    );
  });
});

test('in a folder of a host the book is the same book', async () => {
  const folder = await serve(inFolder, { base, headers: { 'content-security-policy': policy } });
  const context = await book.browser.newContext();
  try {
    const page = await context.newPage();
    const failed: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) failed.push(response.url());
    });
    await page.goto(folder.url);
    await page.getByRole('link', { name: 'The function that pauses' }).click();
    await page.waitForURL(`**${base}${chapter}`);
    expect(await page.locator('book-cell .controls').count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: /^On to/ }).click();
    await page.waitForURL((url) => url.pathname !== `${base}${chapter}`);
    expect(new URL(page.url()).pathname.startsWith(base)).toBe(true);
    expect(failed).toEqual([]);
  } finally {
    await context.close();
    await folder.close();
  }
});

test('an address that leads nowhere says so and shows the way', async () => {
  const context = await book.browser.newContext();
  const page = await context.newPage();
  const response = await page.goto(`${book.url}no/such/page/`);
  expect(response?.status()).toBe(404);
  expect(await page.getByRole('link', { name: /Chapter 3/ }).count()).toBe(1);
  await context.close();
});

test('the choice of light or dark holds on the next page, from its first paint', async () => {
  await visit('', async (page) => {
    await page.getByRole('button', { name: 'Switch to dark colours' }).click();
    await page.goto(new URL(chapter, book.url).href, { waitUntil: 'commit' });
    await page.waitForSelector('h1');
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await page.getByRole('button', { name: 'Switch to light colours' }).waitFor();
  });
});

test('the landing page offers the place where the reader was, and nothing to who comes first', async () => {
  await visit('', async (page) => {
    const offer = page.locator('[data-continue]');
    expect(await offer.isVisible()).toBe(false);
    await page.goto(new URL('06-yield-from/', book.url).href);
    await page.locator('.prose h2').nth(1).scrollIntoViewIfNeeded();
    await page.evaluate(() => document.querySelectorAll('.prose h2')[1]!.scrollIntoView({ behavior: 'instant' }));
    const section = await page.locator('.prose h2').nth(1).textContent();
    await page.goto(book.url);
    await offer.waitFor();
    expect(await offer.textContent()).toBe(`Continue reading: chapter 6, yield from, at “${section}”`);
    expect(await barriers(page)).toEqual([]);
    await offer.getByRole('link').click();
    await page.waitForURL(/\/06-yield-from\/#./);
    await page.evaluate(() => document.querySelector('.way-on')!.scrollIntoView({ behavior: 'instant', block: 'end' }));
    await page.goto(book.url);
    await offer.waitFor();
    expect(await offer.textContent()).toMatch(/^Continue reading: chapter [78], [^,]*(, as it arrived)?$/);
  });
});

test('a place that is none is not offered', async () => {
  await visit('', async (page) => {
    for (const kept of ['{', '[]', '{"page":"no-such-page/","name":"chapter 99"}', '{"page":"\\"]","name":"x"}']) {
      await page.evaluate((value) => localStorage.setItem('reading', value), kept);
      await page.reload();
      await page.waitForSelector('[data-theme-switch]:not([hidden])');
      expect(await page.locator('[data-continue]').isVisible(), kept).toBe(false);
    }
  });
});

test('the contents mark the section in view', async () => {
  await visit(chapter, async (page) => {
    const links = page.locator('.branch a');
    const count = await links.count();
    expect(count).toBeGreaterThan(3);
    for (const index of [1, count - 2]) {
      const link = links.nth(index);
      await link.click();
      await page.waitForFunction(
        (hash) => document.querySelector('.branch [aria-current=location]')?.getAttribute('href') === hash,
        await link.getAttribute('href'),
      );
    }
  });
});

test('the landing page shows one countdown at a time, chosen with the arrow keys too', async () => {
  await visit('', async (page) => {
    expect(await page.locator('book-cell:visible').count()).toBe(1);
    const years = page.getByRole('radio');
    expect(await years.count()).toBe(await page.locator('book-cell').count());
    await years.first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('book-cell:visible').count()).toBe(1);
    expect(await page.locator('book-cell').nth(1).isVisible()).toBe(true);
  });
});

test('on paper there are no controls, set-up is unfolded, and links are spelled out', async () => {
  await visit(chapter, async (page) => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('button:visible').count()).toBe(0);
    expect(await page.locator('nav:visible').count()).toBe(0);
    expect(await page.locator('.transcript .listing:visible').count()).toBeGreaterThan(0);
    const spelled = await page
      .locator('.prose a[href^="http"]')
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(spelled).toContain('http');
  });
  await visit('', async (page) => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('button:visible, input:visible').count()).toBe(0);
    expect(await page.locator('book-cell:visible').count()).toBe(await page.locator('book-cell').count());
  });
});

describe('all that a page fetches before anything runs, compressed', () => {
  const known = new Map<string, number>();
  /** A file's bytes, compressed unless it already is; style sheets and scripts are the same for every page, so each is weighed once. */
  const weight = (file: string): number => {
    if (!known.has(file)) {
      const bytes = readFileSync(join(atRoot, file));
      known.set(file, file.endsWith('.woff2') ? bytes.length : brotliCompressSync(bytes).length);
    }
    return known.get(file)!;
  };
  test.for(paths.filter((path) => !path.startsWith('library/')))('/%s is under 120 kB', async (path) => {
    const weights = new Map<string, number>();
    await visit(path, async (page) => {
      await page.waitForLoadState('networkidle');
      const urls = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      for (const url of [page.url(), ...urls]) {
        const file = new URL(url).pathname.slice(1).replace(/(^|\/)$/, '$1index.html');
        weights.set(file, weight(file));
      }
    });
    expect([...weights.keys()].some((file) => file.endsWith('.css'))).toBe(true);
    const heaviest = [...weights].toSorted(([, a], [, b]) => b - a).slice(0, 5);
    const total = [...weights.values()].reduce((sum, bytes) => sum + bytes, 0);
    expect(total, JSON.stringify(heaviest)).toBeLessThan(120_000);
  });
});

test('nothing of the sandbox, the editor or the search is fetched by a page where nobody asks for it', async () => {
  const asked: string[] = [];
  const context = await book.browser.newContext();
  const page = await context.newPage();
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(new URL(chapter, book.url).href, { waitUntil: 'networkidle' });
  expect(asked.filter((path) => /\.wasm$|sandbox|guest|worker|editor|pagefind/.test(path))).toEqual([]);
  expect(asked.length).toBeGreaterThan(3);
  await context.close();
});
