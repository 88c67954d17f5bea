/**
 * `npm run differential -- [--seed N] [--count N] [--python 3.13] [--keep]`: random programs, here and on the real CPythons of the machine. The n-th program of
 * a run has the seed N + n, so each can be had again by itself. A difference is shrunk and printed, and with --keep put into `cases/open/`. Ends with status 1
 * when there was one.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Comparison, minor, pythons, raisedIn } from './compare.ts';
import { generate, source } from './generate.ts';
import { shrink } from './shrink.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    count: { type: 'string', default: '200' },
    python: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});
const number = (name: 'seed' | 'count', fallback: number): number => {
  const n = values[name] === undefined ? fallback : Number(values[name]);
  if (Number.isSafeInteger(n) && n >= 0) return n;
  console.error(`--${name} ${values[name]}: write a whole number, as in --${name} 1`);
  process.exit(2);
};
const seed = number('seed', Math.floor(Math.random() * 1e9));
const count = number('count', 200);
const here = pythons().filter(
  ({ version }) => values.python === undefined || `${version}.`.startsWith(`${values.python}.`),
);
if (here.length === 0) {
  console.error(
    `No CPython ${values.python ?? 'from 3.6 on'} is on this machine: install one with pyenv, or put it on the PATH.`,
  );
  process.exit(2);
}
console.log(`seed ${seed}, ${count} programs; CPython ${here.map(({ version }) => version).join(', ')}`);

const comparison = new Comparison();
let differences = 0;
for (let n = seed; n < seed + count; n++) {
  const python = here[n % here.length]!;
  const version = minor(python.version);
  const program = generate(n, version);
  const found = await comparison.differ(program, python);
  if (!found) continue;
  differences += 1;
  const names = raisedIn(found.there);
  const small = await shrink(program, async (less) => {
    const still = await comparison.differ(less, python);
    return still !== undefined && [...raisedIn(still.there)].every((name) => names.has(name));
  });
  const outputs = (await comparison.differ(small, python))!;
  const text = source(small, version).slice(source([], version).length - '    pass\n'.length + '    '.length);
  console.log(
    `\n--- seed ${n}, Python 3.${version}\n${text}--- CPython\n${tail(outputs.there)}--- here\n${tail(outputs.here)}`,
  );
  if (values.keep) {
    const path = join(import.meta.dirname, 'cases/open', `seed-${n}`);
    writeFileSync(`${path}.py`, `# era: 3.${version}\n${source(small, version)}`);
    writeFileSync(`${path}.out`, (await comparison.there(`# era: 3.${version}\n${source(small, version)}`, python))!);
  }
}
comparison.close();
console.log(`\n${count} programs from seed ${seed}: ${differences} differ`);
process.exitCode = differences > 0 ? 1 : 0;

/** The end of an output is where the difference is, as a rule. */
function tail(output: string): string {
  const lines = output.split('\n');
  return lines.length > 24 ? `…\n${lines.slice(-24).join('\n')}` : output;
}
