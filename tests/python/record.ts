/**
 * Writes the `.out` files of `programs/` with the real Python of each program's era: `node tests/python/record.ts [file…]` (default: those without one).
 * A program whose Python is not on the machine is named and left alone; so is one that says `# oracle: off, …`: what it imports is no part of CPython, and its
 * `.out` file was written by hand from what the documentation says.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { erasOf } from './expected.ts';

const folder = join(import.meta.dirname, 'programs');
const wanted = process.argv.slice(2).map((f) => relative(folder, resolve(f)));
const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.py'));

/** The real Python of an era: through pyenv, else `pythonX.Y` on the PATH. */
function interpreter(era: string): string | undefined {
  try {
    const root = execFileSync('pyenv', ['root'], { encoding: 'utf8' }).trim();
    const version = readdirSync(join(root, 'versions')).find((v) => v === era || v.startsWith(`${era}.`));
    if (version !== undefined) return join(root, 'versions', version, 'bin', 'python');
  } catch {
    // No pyenv: the PATH is asked.
  }
  const onPath = spawnSync(`python${era}`, ['--version']);
  return onPath.error ? undefined : `python${era}`;
}

for (const file of wanted.length > 0
  ? wanted
  : all.filter((f) => !existsSync(join(folder, f.replace(/\.py$/, '.out'))))) {
  const text = readFileSync(join(folder, file), 'utf8');
  const off = /^# oracle: off, (.*)$/m.exec(text)?.[1];
  if (off !== undefined) {
    console.log(`${file}: ${off}`);
    continue;
  }
  const base = join(folder, file.replace(/\.py$/, ''));
  // The newest Python's output is for all; an older one has a file of its own when it prints something else.
  let common: string | undefined;
  for (const era of erasOf(text).toReversed()) {
    const python = interpreter(era);
    if (python === undefined) {
      console.log(`${file}: no Python ${era} here`);
      continue;
    }
    const output = outputOf(python, file);
    common ??= output;
    const own = `${base}.${era}.out`;
    if (output === common) rmSync(own, { force: true });
    writeFileSync(output === common ? `${base}.out` : own, output);
    console.log(`${file}: written by Python ${era}`);
  }
}

function outputOf(python: string, file: string): string {
  const run = spawnSync('sh', ['-c', '"$0" -u "$1" 2>&1', python, file], {
    cwd: folder,
    encoding: 'utf8',
    env: { PYTHONHASHSEED: '0', PATH: process.env['PATH'] ?? '' },
  });
  // Some versions make the script's path absolute in tracebacks.
  return run.stdout.replaceAll(join(folder, file), file);
}
