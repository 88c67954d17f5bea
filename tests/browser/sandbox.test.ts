/** The sandbox in a browser's workers, under the content security policy of the book. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { policy } from '../../components/policy.ts';
import { guestBundle } from '../../src/sandbox/build/vite-plugin.ts';
import { cases, next, nextPython } from '../sandbox/conformance.ts';
import { interruptions } from '../sandbox/interruptions.ts';
import { recursion } from '../sandbox/recursion.ts';
import { expectResult } from '../sandbox/expecting.ts';
import { launch } from './chromium.ts';
import { serve, type Site } from './server.ts';

const outDir = mkdtempSync(join(tmpdir(), 'sandbox-page-'));
const requested: string[] = [];
const complaints: string[] = [];
let site: Site;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await build({
    root: fileURLToPath(new URL('sandbox-page', import.meta.url)),
    base: '/a-book/',
    configFile: false,
    logLevel: 'warn',
    plugins: [guestBundle()],
    worker: { format: 'es' },
    build: { outDir, assetsInlineLimit: 0, emptyOutDir: true },
  });
  site = await serve(outDir, { base: '/a-book/', headers: { 'content-security-policy': policy } });
  browser = await launch();
  page = await browser.newPage();
  page.on('request', (request) => requested.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(site.url);
  await page.waitForFunction(() => 'run' in globalThis);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(outDir, { recursive: true, force: true });
});

test('downloads nothing of the sandbox before the first run, and says how far it is', async () => {
  await page.waitForLoadState('networkidle');
  expect(requested.filter((url) => /wasm|guest|worker/.test(url))).toEqual([]);
  expectResult(await page.evaluate((program) => run(program), next.program), next);
  expect(requested.filter((url) => url.includes('.wasm'))).toHaveLength(1);
  const shares = await page.evaluate(() => globalThis.shares);
  expect(shares.at(-1)).toBe(1);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});

describe('a program in a browser worker', () => {
  test.for(cases)('$name', async (one) => {
    expectResult(await page.evaluate((program) => run(program), one.program), one);
    const after = one.program.language === 'js' ? next : nextPython;
    expectResult(await page.evaluate((program) => run(program), after.program), after);
  });
});

describe('a program in a browser that has not optimised QuickJS yet', () => {
  let slow: Browser;
  let slowPage: Page;
  beforeAll(async () => {
    slow = await launch({ slow: true });
    slowPage = await slow.newPage();
    await slowPage.goto(site.url);
    await slowPage.waitForFunction(() => 'run' in globalThis);
  });
  afterAll(() => slow?.close());

  test.for(recursion)('$name', async (one) => {
    expectResult(await slowPage.evaluate((program) => run(program), one.program), one);
  });
});

test('is stopped, and the next one runs', async () => {
  const { output, outcome } = await page.evaluate(() =>
    run(
      {
        language: 'js',
        sources: [{ filename: '<cell>', text: `console.log('go'); for (;;);` }],
        limits: { fuel: 1e15 },
      },
      true,
    ),
  );
  expect(output).toBe('go\n');
  expect(outcome.status).toBe('stopped');
  expectResult(await page.evaluate((program) => run(program), next.program), next);
});

describe('a Python program that is stopped', () => {
  test.for(interruptions)('$name', async (one) => {
    expectResult(await page.evaluate((program) => run(program, true), one.program), one);
    expectResult(await page.evaluate((program) => run(program), nextPython.program), nextPython);
  });
});

test('the policy is not broken, and nothing is reported on the console', () => {
  expect(complaints).toEqual([]);
});
