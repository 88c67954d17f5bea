/** The cell in a browser, under the policy: run, stop, edit, reset, what it says, what it keeps, and what it fetches. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { files } from '../site/html.ts';
import { barriers, cellOf, control, openBook } from './reader.ts';

const { atRoot } = inject('site');
const appendix = 'appendix-a-how-this-book-runs/';

/** The pages that have programs. */
const paths = files(atRoot)
  .filter((path) => path.endsWith('index.html') && readFileSync(join(atRoot, path), 'utf8').includes('<book-cell'))
  .map((path) => path.replace(/index\.html$/, ''));

const book = openBook();
const { visit } = book;

/** Few steps in much time: Stop comes before the limit, however fast the machine is. */
const endless = "console.log('begun');\nwhile (true) 'x'.repeat(20000);";

/** Presses Run and answers what the cell says when it has ended. */
async function run(cell: Locator): Promise<string> {
  await control(cell, 'Run').click();
  return ended(cell);
}

async function ended(cell: Locator): Promise<string> {
  await control(cell, 'Run').waitFor();
  return cell.locator('.state').innerText();
}

/** Opens the editor and puts a program in place of the one there. */
async function rewrite(page: Page, cell: Locator, text: string): Promise<void> {
  if ((await cell.locator('.editor').count()) === 0) await control(cell, 'Edit').click();
  await cell.locator('.cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

test('a program runs, and agrees with the book', async () => {
  await visit(appendix, async (page) => {
    const cell = cellOf(page, 'lazy-range');
    const before = await cell.locator('.transcript .listing').innerText();
    expect(await run(cell)).toBe('agrees with the book');
    expect(await cell.locator('.transcript .listing').innerText()).toBe(before);
    expect(await barriers(page)).toEqual([]);
  });
});

test('a later program of a session replays the earlier ones, and says when they are the reader’s', async () => {
  await visit(appendix, async (page) => {
    const [trap, byHand] = [cellOf(page, 'trap'), cellOf(page, 'by-hand')];
    expect(await run(byHand)).toBe('agrees with the book');
    await rewrite(
      page,
      trap,
      `${await trap.locator('> .plate > .listing').evaluate((each) => each.textContent)}\nconsole.log('mine');`,
    );
    expect(await byHand.locator('.marks').innerText()).toContain('stale');
    expect(await run(byHand)).toContain('with your version of trap');
    expect(await byHand.locator('.marks').innerText()).not.toContain('stale');
  });
});

test('an edited program is marked, runs on Ctrl-Enter, shows where it differs, survives navigation, and can be reset', async () => {
  await visit(appendix, async (page) => {
    const cell = cellOf(page, 'lazy-range');
    await rewrite(page, cell, "console.log(0);\nconsole.log('other');");
    expect(await cell.locator('.marks').innerText()).toContain('edited');
    await page.keyboard.press('Control+Enter');
    expect(await ended(cell)).toBe('your version differs from the book in 2 lines');
    expect(await cell.locator('.line.here').allInnerTexts()).toEqual([expect.stringContaining('other')]);
    expect(await cell.locator('.line.book').count()).toBe(2);
    expect(await barriers(page)).toEqual([]);

    await page.goto(new URL('03-the-function-that-pauses/', book.url).href);
    await page.goto(new URL(appendix, book.url).href);
    expect(await cell.locator('> .plate > .listing').innerText()).toContain('other');
    expect(await cell.locator('.marks').innerText()).toContain('edited');
    expect(await cell.locator('.transcript .caption').innerText()).toContain('author');

    await control(cell, 'Reset').click();
    expect(await cell.locator('> .plate > .listing').innerText()).toContain('lazyRange(2)');
    expect(await cell.locator('.marks').innerText()).toBe('');
    await page.reload();
    expect(await cell.locator('> .plate > .listing').innerText()).toContain('lazyRange(2)');
  });
});

test('an edited program that prints what the book says is named over what it prints', async () => {
  await visit(appendix, async (page) => {
    const cell = cellOf(page, 'lazy-range');
    const caption = cell.locator('.transcript .caption');
    const authors = await caption.innerText();
    await control(cell, 'Edit').click();
    await cell.locator('.cm-content').click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('// mine\n');
    expect(await caption.innerText()).toBe('The author’s version prints');
    expect(await run(cell)).toBe('your version prints what the book says');
    expect(await caption.innerText()).toBe('Your version prints');
    await control(cell, 'Reset').click();
    expect(await caption.innerText()).toBe(authors);
  });
});

test('an exercise says what is still wrong, and when it is solved', async () => {
  await visit('03-the-function-that-pauses/', async (page) => {
    const cell = cellOf(page, 'no-more');
    expect(await cell.locator('.stamp').innerText()).toMatch(/^Exercise · Python 2\.2/);
    expect(await run(cell)).toBe('not yet: to hand out 3 of [5, 6, 7, 8, 9], first still takes 4');
    expect(await cell.locator('.transcript .listing').innerText()).toContain('asked for 3');
    await rewrite(page, cell, 'print frist');
    expect(await run(cell)).toBe('not yet: it ended in NameError');
    const solution = page.locator('details', { has: page.getByText('Solution', { exact: true }) }).first();
    await rewrite(page, cell, await solution.locator('.listing').evaluate((each) => each.textContent));
    expect(await run(cell)).toBe('solved');
    expect(await barriers(page)).toEqual([]);
  });
});

test('with the keyboard alone: run, edit, leave the editor with Escape and Tab, run again', async () => {
  await visit(appendix, async (page) => {
    const cell = cellOf(page, 'lazy-range');
    await cell.locator('.head a').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Run');
    await page.keyboard.press('Enter');
    expect(await ended(cell)).toBe('agrees with the book');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await cell.locator('.cm-content').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('editor');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Run');
    await page.keyboard.press('Shift+Enter');
    expect(await ended(cell)).toBe('agrees with the book');
  });
});

test('a program that never ends can be stopped, or ends at a limit; the next runs as if nothing had happened', async () => {
  await visit(appendix, async (page) => {
    const cell = cellOf(page, 'lazy-range');
    await rewrite(page, cell, endless);
    await control(cell, 'Run').click();
    await cell.locator('.live', { hasText: 'begun' }).waitFor();
    await control(cell, 'Stop').click();
    expect(await ended(cell)).toBe('stopped');
    expect(await cell.locator('.transcript .listing').innerText()).toContain('begun');

    await rewrite(page, cell, 'while (true) {}');
    expect(await run(cell)).toMatch(/steps|limit/);

    await rewrite(page, cell, endless);
    await control(cell, 'Run').click();
    await cell.locator('.live', { hasText: 'begun' }).waitFor();
    await control(cell, 'Reset').click();
    expect(await cell.locator('.transcript .listing').innerText()).not.toContain('begun');
    expect(await run(cell)).toBe('agrees with the book');
  });
});

test('Stop interrupts Python: its last words are printed, and the session goes on', async () => {
  await visit(
    '03-the-function-that-pauses/',
    async (page) => {
      const cell = cellOf(page, 'eager');
      // Few steps in much time: Stop comes before the limit, however busy the machine is.
      const text = `print 'begun'\ntry:\n    while 1:\n        many = 'x' * 20000\nfinally:\n    print 'tidy'\n`;
      await rewrite(page, cell, text);
      await page.keyboard.press('Control+Enter');
      await cell.locator('.live', { hasText: 'begun' }).waitFor();
      await page.keyboard.press('Escape');
      await control(cell, 'Stop').focus();
      await page.keyboard.press('Enter');
      expect(await ended(cell)).toBe('stopped');
      const said = await cell.locator('.transcript .listing').innerText();
      expect(said).toContain('begun\ntidy\nTraceback (most recent call last):');
      expect(said).toMatch(/line [34], in \?/);
      expect(said).toContain('KeyboardInterrupt');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Run');
      await control(cell, 'Reset').click();
      expect(await run(cell)).toBe('agrees with the book');
    },
    { viewport: { width: 390, height: 844 } },
  );
});

test('a sandbox that does not arrive is said, and asked for again by the next Run', async () => {
  const context = await book.browser.newContext();
  const page = await context.newPage();
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto(new URL(appendix, book.url).href);
  const cell = cellOf(page, 'lazy-range');
  const transcript = await cell.locator('.transcript .listing').innerText();
  expect(await run(cell)).toContain('did not start');
  expect(await cell.locator('.transcript .listing').innerText()).toBe(transcript);
  await page.unroute('**/*.wasm');
  expect(await run(cell)).toBe('agrees with the book');
  await context.close();
});

test('while the sandbox is on its way the cell says so, and Stop gives up the wait', async () => {
  await visit(appendix, async (page) => {
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/*.wasm', async (route) => {
      await held;
      await route.continue();
    });
    const cell = cellOf(page, 'lazy-range');
    await control(cell, 'Run').click();
    await cell.locator('.state', { hasText: 'fetching the sandbox' }).waitFor();
    await control(cell, 'Stop').click();
    expect(await ended(cell)).toBe('stopped');
    letGo();
    expect(await run(cell)).toBe('agrees with the book');
  });
});

test('a page that is left while a program runs complains about nothing', async () => {
  await visit(appendix, async (page) => {
    const cell = cellOf(page, 'lazy-range');
    await rewrite(page, cell, endless);
    await control(cell, 'Run').click();
    await cell.locator('.live', { hasText: 'begun' }).waitFor();
    await page.goto(book.url);
    expect(await page.locator('h1').innerText()).toContain('Wait');
  });
});

test('the JavaScript that a Python program became can be seen', async () => {
  await visit('03-the-function-that-pauses/', async (page) => {
    const cell = page.locator('book-cell').first();
    await control(cell, 'JavaScript').click();
    expect(await cell.locator('.javascript .listing').innerText()).toContain('function');
    expect(await barriers(page)).toEqual([]);
    await control(cell, 'JavaScript').click();
    expect(await cell.locator('.javascript').count()).toBe(0);
  });
});

test.for(paths)('/%s: every program agrees with the book, and every exercise is still to be solved', async (path) => {
  await visit(path, async (page) => {
    const said = await page.evaluate(async () => {
      const cells = document.querySelectorAll<HTMLElement & { run(): Promise<void> }>('book-cell:not([data-skip])');
      const words: string[] = [];
      for (const cell of cells) {
        await cell.run();
        const kind = 'exercise' in cell.dataset ? 'exercise' : 'program';
        words.push(`${kind} ${cell.dataset['cell']}: ${cell.querySelector('.state')?.textContent}`);
      }
      return words;
    });
    const asItShould = /^program \S+: agrees with the book$|^exercise \S+: not yet: \S/;
    expect(said.filter((words) => !asItShould.test(words))).toEqual([]);
  });
});

test('until the first output a reader downloads at most 450 kB, compressed, with WebAssembly and all but the typefaces', async () => {
  const asked = new Set<string>();
  const context = await book.browser.newContext();
  const page = await context.newPage();
  context.on('request', (request) => asked.add(new URL(request.url()).pathname));
  await page.goto(new URL('03-the-function-that-pauses/', book.url).href, { waitUntil: 'networkidle' });
  expect(await run(page.locator('book-cell').first())).toBe('agrees with the book');
  await context.close();
  const sizes = [...asked]
    .filter((path) => !path.endsWith('.woff2'))
    .map((path) => {
      const file = readFileSync(join(atRoot, path.endsWith('/') ? `${path}index.html` : path));
      return { path, bytes: brotliCompressSync(file).length };
    });
  expect(sizes.filter(({ path }) => path.endsWith('.wasm'))).toHaveLength(1);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(total, JSON.stringify(sizes, null, 1)).toBeLessThanOrEqual(450_000);
});
