/** A reader: opens pages of the built site in a browser that must have nothing to complain about. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { policy } from '../../components/policy.ts';
import { files } from '../site/html.ts';
import { launch } from './chromium.ts';
import { serve, type Site, type Wishes } from './server.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The pages of a built site, by path. Those of the library's modules differ in nothing but their text: three of them speak for all. */
export function pages(root: string): string[] {
  const modules = ['library/asyncio/', 'library/enum/', 'library/asyncio.tasks/'];
  return files(root)
    .filter((path) => path.endsWith('.html'))
    .map((path) => path.replace(/index\.html$/, ''))
    .filter((path) => !/^library\/./.test(path) || modules.includes(path));
}

export interface Book {
  readonly browser: Browser;
  /** Where the site's own root is. */
  readonly url: string;
  /** Opens a page in a context of its own and gives it to `look`; whatever the browser complains about meanwhile fails the test. */
  visit(path: string, look: (page: Page) => Promise<void>, options?: BrowserContextOptions): Promise<void>;
}

/** For the tests of a file: a browser, and the built site under its policy, from before the first of them until after the last. */
export function openBook(root = inject('site').atRoot, wishes: Wishes = {}): Book {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    browser = await launch();
    site = await serve(root, { ...wishes, headers: { 'content-security-policy': policy } });
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  return {
    get browser() {
      return browser;
    },
    get url() {
      return site.url;
    },
    visit: (path, look, options) => visit(browser, new URL(path, site.url), look, options),
  };
}

export function cellOf(page: Page, name: string): Locator {
  return page.locator(`book-cell[data-cell="${name}"]`);
}

export function control(within: Locator, word: string): Locator {
  return within.getByRole('button', { name: new RegExp(`^${word}\\b`) });
}

async function visit(
  browser: Browser,
  url: URL,
  look: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  try {
    await page.goto(url.href, { waitUntil: 'load' });
    await look(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

/** What axe finds wrong with the page as it now stands. Its own scripts see what was changed when it is next drawn: that is waited for. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join('\n')}`);
  });
}

interface Violation {
  id: string;
  nodes: { html: string }[];
}
