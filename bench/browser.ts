/** What a reader waits for and downloads: the built site in a headless Chromium, files counted as brotli would send them. */
import { execFileSync } from 'node:child_process';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { policy } from '../components/policy.ts';
import { launch } from '../tests/browser/chromium.ts';
import { serve, type Site } from '../tests/browser/server.ts';
import type { Fact } from './table.ts';

const SITE = '.cache/bench-site';

/** Pages to measure, each with a cell that prints. */
const CELLS = [
  { language: 'JavaScript', path: 'appendix-a-how-this-book-runs/', cell: 'lazy-range' },
  { language: 'Python', path: '06-yield-from/', cell: undefined },
];

export async function browserFacts(quick: boolean): Promise<Fact[]> {
  const astro = 'node_modules/.bin/astro';
  execFileSync(process.execPath, [astro, 'build', '--outDir', SITE], {
    env: { ...process.env, BASE_PATH: '/' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const site = await serve(SITE, { headers: { 'content-security-policy': policy } });
  const browser = await launch();
  try {
    const facts: Fact[] = [];
    for (const { language, path, cell } of CELLS)
      facts.push(...(await visit(browser, site, language, path, cell, quick)));
    return facts;
  } finally {
    await browser.close();
    await site.close();
  }
}

async function visit(
  browser: Browser,
  site: Site,
  language: string,
  path: string,
  cell: string | undefined,
  quick: boolean,
): Promise<Fact[]> {
  const cold: number[] = [];
  const warm: number[] = [];
  const downloads: Download[] = [];
  let idle: Download[] = [];
  for (let round = 0; round < (quick ? 1 : 5); round++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    downloads.length = 0;
    const pending: Promise<void>[] = [];
    page.on('response', (response) => {
      const note = async (): Promise<void> => {
        const body = await response.body();
        downloads.push({
          script: response.request().resourceType() === 'script',
          bytes: brotliCompressSync(body).length,
        });
      };
      pending.push(note());
    });
    try {
      await page.goto(new URL(path, site.url).href, { waitUntil: 'networkidle' });
      await Promise.all(pending);
      idle = downloads.splice(0);
      cold.push(await run(page, cell));
      await Promise.all(pending);
      warm.push(await run(page, cell));
    } finally {
      await Promise.all(pending);
      await context.close();
    }
  }
  const total = (list: readonly Download[]): number => list.reduce((sum, { bytes }) => sum + bytes, 0);
  return [
    fact(
      `${language}: JavaScript of the page while nobody runs it`,
      total(idle.filter(({ script }) => script)) / 1000,
      'kB',
      15,
    ),
    fact(`${language}: downloaded from the click to the output`, total(downloads) / 1000, 'kB', 450),
    fact(`${language}: click to output, cold`, Math.min(...cold), 'ms'),
    fact(`${language}: click to output, warm`, Math.min(...warm), 'ms'),
  ];
}

interface Download {
  script: boolean;
  bytes: number;
}

function fact(what: string, value: number, unit: string, aim?: number): Fact {
  return { what, value, unit, ...(aim === undefined ? {} : { aim }) };
}

/** Runs the cell and answers the milliseconds from the click to its end; the programs are small. Throws when it does not agree with the book. */
async function run(page: Page, name: string | undefined): Promise<number> {
  const said = await page.evaluate(async (wanted) => {
    const selector = wanted === undefined ? 'book-cell' : `book-cell[data-cell="${wanted}"]`;
    const cell = document.querySelector<HTMLElement & { run(): Promise<void> }>(selector);
    if (cell === null) throw new Error(`no ${selector} on ${location.href}`);
    const start = performance.now();
    await cell.run();
    return { time: performance.now() - start, state: cell.querySelector('.state')?.textContent ?? '' };
  }, name);
  if (said.state !== 'agrees with the book') throw new Error(`a cell of ${page.url()} says “${said.state}”`);
  return said.time;
}
