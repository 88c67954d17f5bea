/** What compiled code may ask for (compiler/helpers.ts) and what the runtime gives are the same names. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { helpers } from '../../src/python/compiler/helpers.ts';

test('the runtime has every helper that compiled code may ask for', () => {
  const folder = join(import.meta.dirname, '../../src/python/runtime');
  const text = readdirSync(folder)
    .filter((f) => f.endsWith('.ts'))
    .map((f) => readFileSync(join(folder, f), 'utf8'))
    .join('\n');
  const given = (name: string): boolean =>
    new RegExp(`(export (const|function|class) |[\\s{,])\\${name}\\b`).test(text);
  expect(Object.keys(helpers).filter((name) => !given(name))).toEqual([]);
});
