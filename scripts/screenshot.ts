/** Takes the README's picture, docs/screenshot.png, of the book as it is built now: `node scripts/screenshot.ts`. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { launch } from '../tests/browser/chromium.ts';
import { serve } from '../tests/browser/server.ts';

const output = '.cache/screenshot';
execFileSync(process.execPath, ['node_modules/.bin/astro', 'build', '--outDir', output], { stdio: 'ignore' });
const site = await serve(output);
const browser = await launch();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1010 }, colorScheme: 'light' });
  await page.goto(site.url);
  await page.getByRole('radio', { name: '2018' }).check({ force: true });
  await page.locator('book-cell:visible').getByRole('button', { name: /^Run/ }).click();
  await page.locator('book-cell:visible [data-tone=good]').waitFor();
  await page.locator('h1').click();
  await page.evaluate(() => document.fonts.ready);
  mkdirSync('docs', { recursive: true });
  await page.screenshot({ path: 'docs/screenshot.png' });
} finally {
  await browser.close();
  await site.close();
}
