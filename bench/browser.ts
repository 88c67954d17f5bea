/** What a reader waits for and downloads: the built site in a headless Chromium, files counted as brotli would send them. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { policy } from '../components/policy.ts';
import { launch } from '../tests/browser/chromium.ts';
import { serve, type Site } from '../tests/browser/server.ts';
import type { Fact } from './table.ts';

const SITE = '.cache/bench-site';

/** Pages to measure, each with a cell that prints; the page's first where none is named. */
const CELLS = [
  { language: 'JavaScript', path: 'appendix-a-how-this-book-runs/', cell: 'lazy-range' },
  { language: 'Python', path: '03-the-function-that-pauses/', cell: undefined },
];

/** The facts, and what was wrong with the cells that have none. */
export async function browserFacts(quick: boolean): Promise<{ facts: Fact[]; faults: string[] }> {
  const astro = 'node_modules/.bin/astro';
  execFileSync(process.execPath, [astro, 'build', '--outDir', SITE], {
    env: { ...process.env, BASE_PATH: '/' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const site = await serve(SITE, { headers: { 'content-security-policy': policy } });
  const browser = await launch();
  try {
    const facts: Fact[] = [];
    const faults: string[] = [];
    for (const { language, path, cell } of CELLS) {
      try {
        facts.push(...(await visit(browser, site, language, path, cell, quick)));
      } catch (error) {
        faults.push(error instanceof Error ? error.message : String(error));
      }
    }
    return { facts, faults };
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
  const idle = new Set<string>();
  const onDemand = new Set<string>();
  for (let round = 0; round < (quick ? 1 : 5); round++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    let fetched = idle;
    page.on('response', (response) => fetched.add(new URL(response.url()).pathname));
    await page.goto(new URL(path, site.url).href, { waitUntil: 'networkidle' });
    fetched = onDemand;
    cold.push(await run(page, cell));
    warm.push(await run(page, cell));
    await context.close();
  }
  const scripts = [...idle].filter((file) => file.endsWith('.js'));
  return [
    fact(`${language} cell: JavaScript of its page while nobody runs it, brotli`, kilobytes(scripts), 'kB', 15),
    fact(`${language} cell: downloaded from click to output, brotli`, kilobytes(onDemand), 'kB', 450),
    fact(`${language} cell: click to output, cold`, Math.min(...cold), 'ms'),
    fact(`${language} cell: click to output, warm`, Math.min(...warm), 'ms'),
  ];
}

/** Files of the site as brotli would send them. */
function kilobytes(files: Iterable<string>): number {
  let bytes = 0;
  for (const file of files) bytes += brotliCompressSync(readFileSync(SITE + file)).length;
  return bytes / 1000;
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
