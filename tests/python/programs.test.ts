/**
 * Programs with what they print, as text: `name.py` beside `name.out`. The first line of a program may say `# era: 2.7`, or several Pythons (default: 3.13).
 * Standard output and the traceback of an uncaught exception are compared, in the order in which they were written. `tests/python/record.ts` writes the
 * `.out` files with the real Pythons.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Sandbox } from '../../src/sandbox/node.ts';
import { erasOf, outputFile } from './expected.ts';

const folder = join(import.meta.dirname, 'programs');
const sandbox = new Sandbox();
afterAll(() => sandbox.close());

const programs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.py'))
  .sort()
  .flatMap((file) => erasOf(readFileSync(join(folder, file), 'utf8')).map((era) => [file, era] as const));

test.each(programs)('%s in %s', async (file, era) => {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  let output = '';
  await sandbox.run(
    { language: 'python', era, sources: [{ filename: relative(folder, path), text }], argv: [file] },
    (event) => {
      if (event.type === 'output') output += event.text;
    },
  );
  expect(output).toBe(readFileSync(outputFile(path, era), 'utf8'));
});
