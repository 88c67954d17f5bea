/** The real CPythons on the machine, and which of them speaks for an era. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { eras } from '../../python/compiler/eras.ts';
import type { Cell, Era } from '../types.ts';

export interface Python {
  /** `3.13.0`. */
  version: string;
  path: string;
}

/** Every CPython that pyenv or PATH has, one for each minor version, oldest first. */
export function findPythons(): Python[] {
  const found = new Map<string, Python>();
  for (const path of candidates()) {
    const ask =
      "import sys, platform; print('%s %d.%d.%d' % ((platform.python_implementation(),) + sys.version_info[:3]))";
    const { status, stdout } = spawnSync(path, ['-c', ask], { encoding: 'utf8' });
    const version = /^CPython (\d+\.\d+\.\d+)/.exec(stdout ?? '')?.[1];
    if (status !== 0 || version === undefined || !supported(version)) continue;
    if (!found.has(minor(version))) found.set(minor(version), { version, path });
  }
  return [...found.values()].sort((a, b) => rank(a.version) - rank(b.version));
}

/**
 * The CPython for a cell: the one it asks for; or that of its era; or else the nearest newer one of the same major
 * version, since Python adds more than it takes away; or else the nearest older one.
 */
export function nearestPython(cell: Pick<Cell, 'era' | 'attributes'>, pythons: readonly Python[]): Python | undefined {
  const { oracle } = cell.attributes;
  if (oracle && 'off' in oracle) return undefined;
  if (oracle) return pythons.find(({ version }) => `${version}.`.startsWith(`${oracle.version}.`));
  const wanted = rank(cell.era!);
  const kin = pythons.filter(
    ({ version }) => version.split('.')[0] === cell.era!.split('.')[0] || (wanted < 2000 && version.startsWith('2')),
  );
  return kin.find(({ version }) => rank(version) >= wanted) ?? kin.at(-1);
}

/** Whether a CPython is of the very era, so that its tracebacks are too. */
export function isOf(python: Python, era: Era): boolean {
  return minor(python.version) === minor(era);
}

/** Seconds since 1970 at which an era's clock starts: noon UTC on the day of its release. */
export function epoch(era: Era): number {
  const { released } = eras.find((row) => row.era === era)!;
  return Date.parse(`${released}T12:00:00Z`) / 1000;
}

function* candidates(): Generator<string> {
  const roots = [process.env['PYENV_ROOT'], join(homedir(), '.pyenv'), pyenvRoot()];
  for (const root of new Set(roots)) {
    if (root)
      yield* programs(join(root, 'versions'))
        .flatMap((folder) => [join(folder, 'bin/python')])
        .filter(runs);
  }
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    yield* programs(folder).filter((path) => /[\\/]python(\d(\.\d+)?)?$/.test(path) && runs(path));
  }
}

function pyenvRoot(): string | undefined {
  return spawnSync('pyenv', ['root'], { encoding: 'utf8' }).stdout?.trim();
}

function programs(folder: string): string[] {
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function supported(version: string): boolean {
  return rank(version) >= rank('2.7') && !['3.0', '3.1', '3.2'].includes(minor(version));
}

function minor(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

function rank(version: string): number {
  const [major = '0', second = '0'] = version.split('.');
  return Number(major) * 1000 + Number(second);
}
