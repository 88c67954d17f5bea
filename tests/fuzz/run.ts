/**
 * `npm run fuzz -- [--seed N] [--count N] [--of NAME] [--keep]`: damaged programs, compiled and run as a reader's would be. The n-th of a run has the seed N + n, so each can
 * be had again by itself. Whatever no Python would do (JavaScript's words, a lost sandbox, a hang) is shrunk and printed, each cause once, and with --keep
 * put into `cases/`. Ends with status 1 when there was any.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hostile } from './hostile.ts';
import { shrink } from './shrink.ts';
import { Trial } from './verdict.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    count: { type: 'string', default: '1000' },
    keep: { type: 'boolean', default: false },
    slow: { type: 'string', default: '5' },
  },
});
const number = (name: 'seed' | 'count' | 'slow', fallback: number): number => {
  const n = values[name] === undefined ? fallback : Number(values[name]);
  if (Number.isSafeInteger(n) && n >= 0) return n;
  console.error(`--${name} ${values[name]}: write a whole number, as in --${name} 1`);
  process.exit(2);
};
const seed = number('seed', Math.floor(Math.random() * 1e9));
const count = number('count', 1000);
const slow = number('slow', 5) * 1000;
console.log(`seed ${seed}, ${count} programs`);

const trial = new Trial();
const known = new Map<string, number>();
const outcomes = new Map<string, number>();
const add = (tally: Map<string, number>, key: string): number => {
  tally.set(key, (tally.get(key) ?? 0) + 1);
  return tally.get(key)!;
};

for (let n = seed; n < seed + count; n++) {
  const { text, era, from } = hostile(n);
  const { finding, outcome, took } = await trial.run(text, era);
  add(outcomes, outcome.limit ?? outcome.exception ?? outcome.status);
  if (took > slow)
    console.log(`seed ${n} (${from}) took ${Math.round(took / 1000)} s: ${outcome.message ?? outcome.status}`);
  if (!finding || add(known, `${finding.kind} ${finding.words}`) > 1) continue;
  const small = await shrink(
    text,
    async (less) => {
      const found = (await trial.run(less, era, { seconds: 10 })).finding;
      return found?.kind === finding.kind && found.words === finding.words;
    },
    finding.kind === 'hang' ? 40 : 400,
  );
  console.log(`\n--- seed ${n}, Python ${era}, ${from}: ${finding.kind}\n${small}\n--- ${finding.words}`);
  if (values.keep) writeFileSync(join(import.meta.dirname, 'cases', `seed-${n}.py`), `# era: ${era}\n${small}`);
}
trial.close();
const tallied = [...outcomes].sort(([, a], [, b]) => b - a).map(([name, times]) => `${times} ${name}`);
console.log(`\n${count} programs from seed ${seed}: ${tallied.slice(0, 12).join(', ')}`);
for (const [words, times] of known) console.log(`${times} × ${words}`);
console.log(`${known.size} kinds of findings`);
process.exitCode = known.size > 0 ? 1 : 0;
