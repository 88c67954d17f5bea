/** CPython 3.13 for comparison, where one is installed: `python3.13` on PATH, or pyenv's. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export function findCPython(): string | undefined {
  const onPath = (process.env['PATH'] ?? '').split(':').map((folder) => join(folder, 'python3.13'));
  const versions = join(process.env['PYENV_ROOT'] ?? join(homedir(), '.pyenv'), 'versions');
  const pyenv = existsSync(versions)
    ? readdirSync(versions)
        .filter((version) => version.startsWith('3.13.'))
        .map((version) => join(versions, version, 'bin', 'python3.13'))
    : [];
  // pyenv's shims on PATH stand for whatever version is chosen, which may be none: its real ones go first.
  return [...pyenv, ...onPath].find((python) => existsSync(python));
}

const DRIVER = `
import io, sys, time
code = compile(open(sys.argv[1]).read(), sys.argv[1], 'exec')
best = float('inf')
for _ in range(int(sys.argv[2])):
    sys.stdout, kept = io.StringIO(), sys.stdout
    start = time.perf_counter()
    exec(code, {'__name__': '__main__'})
    best = min(best, time.perf_counter() - start)
    sys.stdout = kept
print(best * 1000)
`;

/** Milliseconds of the fastest of `rounds` runs of a file, start-up not counted. */
export function timeCPython(python: string, file: string, rounds: number): number {
  return Number(execFileSync(python, ['-c', DRIVER, file, String(rounds)], { encoding: 'utf8' }));
}
