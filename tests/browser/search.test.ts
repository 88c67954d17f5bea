/** The search in a browser: under the policy, at a host's root and in a folder, with the keyboard, and without JavaScript. */
import { describe, expect, inject, test } from 'vitest';
import { base } from '../site/build.ts';
import { barriers, openBook } from './reader.ts';

const { atRoot, inFolder } = inject('site');
const books = { root: openBook(atRoot), folder: openBook(inFolder, { base }) };

describe.for(['root', 'folder'] as const)('in the %s of a host', (place) => {
  test('“yield from” is found in chapter 6, and a result leads to its section', async () => {
    await books[place].visit('search/', async (page) => {
      await page.getByRole('searchbox').fill('yield from');
      await page.getByRole('status').filter({ hasText: 'pages have “yield from”' }).waitFor();
      const pages = page.locator('.found .page');
      expect(await pages.first().textContent()).toBe('yield from');
      expect(await page.locator('.found .label').first().textContent()).toBe('Chapter 6 · 2012');
      expect(await page.locator('.found .excerpt mark').count()).toBeGreaterThan(0);
      expect(new URL(page.url()).searchParams.get('q')).toBe('yield from');
      expect(await barriers(page)).toEqual([]);
      await pages.filter({ hasText: /^yield from$/ }).click();
      await page.waitForURL('**/06-yield-from/**');
      expect(await page.locator('h1').textContent()).toBe('yield from');
    });
  });
});

test('what was searched for stands in the address, and is searched for again on the way back', async () => {
  await books.root.visit('search/?q=asyncore', async (page) => {
    await page.getByRole('status').filter({ hasText: '“asyncore”' }).waitFor();
    await page.locator('.found .page').first().click();
    await page.waitForSelector('.prose');
    await page.goBack();
    await page.getByRole('status').filter({ hasText: '“asyncore”' }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('asyncore');
  });
});

test('programs are searched too, whole identifiers; controls and stamps are not', async () => {
  await books.root.visit('search/?q=call_later', async (page) => {
    await page.getByRole('status').filter({ hasText: '“call_later”' }).waitFor();
    expect(await page.locator('.found mark').first().textContent()).toMatch(/call_later/);
    await page.getByRole('searchbox').fill('"Take this chapter away"');
    await page.getByRole('status').filter({ hasText: 'Nothing has' }).waitFor();
    expect(await page.locator('.found li').count()).toBe(0);
  });
});

test('the slash key leads to the search, and the arrows through what is found', async () => {
  await books.root.visit('glossary/', async (page) => {
    await page.keyboard.press('/');
    await page.waitForURL('**/search/');
    await page.keyboard.type('trampoline');
    await page.getByRole('status').filter({ hasText: '“trampoline”' }).waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('page');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('words');
  });
});

test('without JavaScript the page leads to every chapter instead', async () => {
  await books.root.visit(
    'search/',
    async (page) => {
      expect(await page.locator('input:visible').count()).toBe(0);
      await page.getByRole('link', { name: /Chapter 6/ }).click();
      await page.waitForURL('**/06-yield-from/');
    },
    { javaScriptEnabled: false },
  );
});

test('an index that cannot be fetched is said so', async () => {
  const context = await books.root.browser.newContext();
  const page = await context.newPage();
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto(new URL('search/?q=loop', books.root.url).href);
  await page.getByRole('status').filter({ hasText: 'could not be fetched' }).waitFor();
  await context.close();
});
