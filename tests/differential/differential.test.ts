/**
 * Random programs print here what CPython prints. The programs of this run are the same every time; `npm run differential` makes others. What once differed is
 * kept: in `cases/` what has been mended since, in `cases/open/` what still differs, which fails here as soon as it no longer does: move it up then.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { erasOf, outputFile } from '../python/expected.ts';
import { Comparison, minor, pythons } from './compare.ts';
import { generate, source } from './generate.ts';
import { shrink } from './shrink.ts';
import { line, print, type Block } from './tree.ts';

const SEED = 1;
const COUNT = 30;

const folder = join(import.meta.dirname, 'cases');
const comparison = new Comparison();
afterAll(() => comparison.close());

const casesIn = (path: string): (readonly [file: string, era: string])[] =>
  readdirSync(path)
    .filter((file) => file.endsWith('.py'))
    .flatMap((file) => {
      const text = readFileSync(join(path, file), 'utf8');
      if (!/^# era: [\d.]+/.test(text)) throw new Error(`${file}: the first line says no era. Write # era: 3.13`);
      return erasOf(text).map((era) => [file, era] as const);
    });
const outputs = async (path: string, era: string): Promise<[here: string, there: string]> => [
  await comparison.here(readFileSync(path, 'utf8'), era),
  readFileSync(outputFile(path, era), 'utf8'),
];

test.each(casesIn(folder))('%s in %s', async (file, era) => {
  const [here, there] = await outputs(join(folder, file), era);
  expect(here).toBe(there);
});

for (const [file, era] of casesIn(join(folder, 'open')))
  test.fails(`open: ${file} in ${era}`, async () => {
    const [here, there] = await outputs(join(folder, 'open', file), era);
    expect(here).toBe(there);
  });

/** Each seed has its Python, on every machine; one that is not there is named. */
const VERSIONS = [13, 12, 13, 11, 13, 10, 9, 8, 7, 6];
const here = pythons();
const missing = new Set<string>();
for (let seed = SEED; seed < SEED + COUNT; seed++) {
  const version = VERSIONS[seed % VERSIONS.length]!;
  const python = here.find((one) => minor(one.version) === version);
  if (!python) {
    missing.add(`3.${version}`);
    continue;
  }
  test(`seed ${seed}, Python 3.${version}`, async () => {
    const text = source(generate(seed, version), version);
    const there = await comparison.there(text, python);
    expect(there).toBeDefined();
    expect(await comparison.here(text, `3.${version}`)).toBe(there);
  });
}
if (missing.size > 0)
  console.warn(
    `differential: no CPython ${[...missing].join(', ')} here; of the random programs ${here.length > 0 ? 'only those of the others' : 'none'} ran, and the kept cases.`,
  );

test('a seed makes the same program every time', () => {
  expect(print(generate(7, 13))).toBe(print(generate(7, 13)));
  expect(print(generate(7, 13))).not.toBe(print(generate(8, 13)));
});

test('an older Python gets nothing that it does not know', () => {
  for (let seed = 0; seed < 50; seed++) expect(source(generate(seed, 6), 6)).not.toMatch(/contextvars|:=|^\s*match /m);
});

test('shrinking leaves what the difference needs', async () => {
  const needed = (program: Block): Promise<boolean> => Promise.resolve(print(program).includes('needed()'));
  const program = generate(3, 13);
  const whole: Block = [
    ...program,
    { clauses: [{ head: 'try', body: [...program, line('show(', ['[', ['needed()'], ']'], ')')] }] },
  ];
  expect(print(await shrink(whole, needed, 10_000)).length).toBeLessThan(20);
});
