/** The timeline in a browser, under the policy: drawn without JavaScript, and with it watched, by mouse, by keys and at any speed. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { barriers, cellOf, control, openBook } from './reader.ts';

const loops = '10-a-loop-of-ones-own/';
const pause = '03-the-function-that-pauses/';

const book = openBook();
const { visit } = book;

/** Presses Watch, and answers the cell when its player is there. */
async function watch(page: Page, name: string): Promise<Locator> {
  const cell = cellOf(page, name);
  await control(cell, 'Watch').click();
  await cell.locator('.player').waitFor();
  return cell;
}
const said = (cell: Locator): Promise<string> => cell.locator('.said').innerText();
const printed = (cell: Locator): Promise<string> =>
  cell.locator('.transcript .listing').evaluate((each) => each.textContent);
/** Numbers of the lines that are marked, the innermost first. */
const marked = (listing: Locator): Promise<number[]> =>
  listing.evaluate((each) =>
    [...each.style.getPropertyValue('--places').matchAll(/\+ (\d+)/g)].map(([, row]) => Number(row) + 1),
  );

test('without JavaScript the timeline is there, as a drawing and as a table; on a phone time goes down', async () => {
  const look = (shown: string, hidden: string) => async (page: Page) => {
    const cell = cellOf(page, 'small-loop');
    expect(await cell.locator(`svg.${shown}`).isVisible()).toBe(true);
    expect(await cell.locator(`svg.${hidden}`).isVisible()).toBe(false);
    expect(await cell.locator(`svg.${shown} .head`).allInnerTexts()).toHaveLength(3);
    await cell.getByText('The timeline in words').click();
    expect(await cell.locator('.timeline tbody tr').count()).toBe(13);
    expect(await cell.locator('.timeline tbody tr').first().innerText()).toMatch(
      /^0\.0 s\s+countdown\('Ariane', 3, 1\.5\)\s+0\.0 s Ariane 3\s+yield 1\.5, line 6/,
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  };
  await visit(loops, look('across', 'down'), { javaScriptEnabled: false });
  await visit(loops, look('down', 'across'), { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
});

test('on a phone all that can be done with a program stands in one row, wide enough for a finger', async () => {
  for (const width of [360, 390]) {
    const look = async (page: Page): Promise<void> => {
      const row = cellOf(page, 'small-loop').locator('.controls');
      await control(row, 'JavaScript').waitFor();
      const boxes = await row.getByRole('button').evaluateAll((all) =>
        all.map((each) => {
          const { top, width, height } = each.getBoundingClientRect();
          return { top, size: Math.min(width, height) };
        }),
      );
      expect(boxes).toHaveLength(6);
      expect(new Set(boxes.map(({ top }) => top)).size, `${width} pixels`).toBe(1);
      expect(Math.min(...boxes.map(({ size }) => size))).toBeGreaterThanOrEqual(44);
    };
    await visit(loops, look, { viewport: { width, height: 844 }, hasTouch: true, isMobile: true });
  }
});

test('steps go on and back; what was printed, the line and the words keep pace', async () => {
  await visit(pause, async (page) => {
    const cell = await watch(page, 'lazy');
    expect(await barriers(page)).toEqual([]);
    expect(await printed(cell)).toBe('');
    await control(cell, 'Step').click();
    expect(await said(cell)).toBe('step 1 of 9 · lazy_range(3) goes on, line 3');
    await control(cell, 'Step').click();
    expect(await said(cell)).toBe('step 2 of 9 · lazy_range(3) stops at yield 0, line 7');
    expect(await printed(cell)).toBe('  making 0\n');
    expect(await marked(cell.locator('.plate > .listing'))).toEqual([7]);
    await control(cell, 'Step').click();
    expect(await printed(cell)).toBe('  making 0\nusing 0\n');
    await control(cell, 'Back').click();
    expect(await printed(cell)).toBe('  making 0\n');
    await control(cell, 'Close').click();
    expect(await printed(cell)).toContain('using 2');
    expect(await cell.locator('.player, .playhead, .marked').count()).toBe(0);
    expect(await cell.locator('.transcript .caption').innerText()).toBe('Prints');
  });
});

test('the keyboard scrubs, and hears the time', async () => {
  await visit(loops, async (page) => {
    const cell = await watch(page, 'small-loop');
    const slider = cell.getByRole('slider');
    await slider.focus();
    await page.keyboard.press('End');
    expect(await slider.getAttribute('aria-valuetext')).toBe('5.0 s (virtual): the program ends');
    expect(await printed(cell)).toContain('Soyuz has lift-off');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await slider.getAttribute('aria-valuetext')).toBe(
      "0.0 s (virtual): countdown('Ariane', 3, 1.5) stops at yield 1.5",
    );
    // The line of this cell, and in the cell that defines the rocket the line that waits for it.
    expect(await marked(cell.locator('.plate > .listing'))).toEqual([6]);
    expect(await marked(cellOf(page, 'rocket').locator('.plate > .listing'))).toEqual([11]);
  });
});

test('the hand drags the playhead', async () => {
  await visit(loops, async (page) => {
    const cell = await watch(page, 'small-loop');
    const box = (await cell.locator('svg.across').boundingBox())!;
    await page.mouse.move(box.x + 230, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 5, box.y + 60, { steps: 5 });
    expect(await said(cell)).toMatch(/^5\.0 s/);
    await page.mouse.move(box.x + 280, box.y + 60, { steps: 3 });
    await page.mouse.up();
    expect(await said(cell)).toMatch(/^1\.0 s/);
    expect(await cell.locator('svg.across .turn.now').count()).toBe(1);
  });
});

test('it plays to the end at any speed, by gliding or by steps, and pauses', async () => {
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    await visit(
      pause,
      async (page) => {
        const cell = await watch(page, 'lazy');
        await cell.getByRole('combobox').selectOption('4 ×');
        await control(cell, 'Play').click();
        await control(cell, 'Pause').click();
        const paused = await said(cell);
        await page.waitForTimeout(200);
        expect(await said(cell)).toBe(paused);
        await control(cell, 'Play').click();
        await cell.getByText('step 9 of 9').waitFor();
        await control(cell, 'Play').waitFor();
      },
      { reducedMotion },
    );
  }
});

test('a reader’s own run is drawn and watched', async () => {
  await visit(pause, async (page) => {
    const cell = cellOf(page, 'turns');
    await control(cell, 'Edit').click();
    await cell.locator('.cm-content').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(
      'from __future__ import generators\ndef once():\n    yield 1\na, b, c = once(), once(), once()\na.next(); c.next()',
    );
    await control(cell, 'Run').click();
    await cell.locator('svg.across .head', { hasText: 'once()' }).first().waitFor();
    expect(await cell.locator('svg.across .head').count()).toBe(2);
    await watch(page, 'turns');
    expect(await cell.getByRole('slider').getAttribute('max')).toBe('5');
    await control(cell, 'Reset').click();
    expect(await cell.locator('svg.across .head').first().textContent()).toContain('soup');
  });
});

test('a cell without a timeline offers to be watched when it has run, and runs again for that', async () => {
  await visit(pause, async (page) => {
    const cell = cellOf(page, 'by-hand');
    expect(await control(cell, 'Watch').isVisible()).toBe(false);
    await control(cell, 'Run').click();
    await watch(page, 'by-hand');
    await cell.getByRole('slider').focus();
    await page.keyboard.press('End');
    expect(await printed(cell)).toBe(await cell.locator('.transcript .listing').evaluate((each) => each.textContent));
    expect(await barriers(page)).toEqual([]);
  });
});

test('in which Pythons a program runs', async () => {
  await visit(pause, async (page) => {
    const cell = cellOf(page, 'lazy');
    await control(cell, 'Pythons').click();
    await cell.getByText('the same in 3 of 16 Pythons').waitFor();
    const answers = await cell.locator('.answers > li').allInnerTexts();
    expect(answers[1]).toMatch(/^2\.2\s\(this cell\)\s+2\.5 2\.7\s+prints this$/);
    expect(answers.at(-1)).toMatch(
      /^3\.10 3\.11 3\.12 3\.13 3\.14\s+refuses it: SyntaxError: Missing parentheses .*, line 6$/,
    );
    expect(await barriers(page)).toEqual([]);
    await control(cell, 'Pythons').click();
    expect(await cell.locator('.pythons').count()).toBe(0);
    // From inside the page: a fast machine has asked all sixteen before a click from outside arrives.
    await control(cell, 'Pythons').evaluate(async (pythons: HTMLElement) => {
      pythons.click();
      const stop = (): HTMLElement | null | undefined => pythons.closest('book-cell')?.querySelector('.pythons button');
      while (!stop()) await new Promise((resolve) => setTimeout(resolve));
      stop()?.click();
    });
    await cell.getByText(/^stopped after \d+ of 16$/).waitFor();
  });
});
