/** The modules that programs of the book can import and that are written in Python: where they stand, and in which Pythons they are. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { eras, has, type Era } from '../../src/python/compiler/eras.ts';
import { libraryFeatures } from '../../src/python/compiler/library-eras.ts';

export interface Module {
  /** `asyncio.tasks`. */
  name: string;
  /** From the repository's root, with slashes. */
  path: string;
  source: string;
  /** The first sentence of its docstring. */
  summary: string;
  /** The Pythons that have it. Empty for what only other modules import. */
  eras: readonly Era[];
}

const folder = 'src/python/stdlib';
const rows = new Set(libraryFeatures.map(({ feature }) => feature));

/** Every module, by name: a package comes before what is in it. */
export function modules(): Module[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => join(entry.parentPath, entry.name).split(sep).join('/'))
    .map((path) => {
      const source = readFileSync(path, 'utf8');
      const name = moduleName(path);
      return { name, path, source, summary: summaryOf(source), eras: erasOf(name) };
    })
    .sort((a, b) => (key(a.name) < key(b.name) ? -1 : 1));
}

/** Parts stand after their package, and an underscore at the beginning of a name counts for nothing. */
function key(name: string): string {
  return name
    .replace(/(^|\.)_+/g, '$1')
    .replaceAll('.', ' ')
    .toLowerCase();
}

/** The module in a file of the library: `src/python/stdlib/asyncio/__init__.py` is `asyncio`. */
export function moduleName(path: string): string {
  return path
    .slice(folder.length + 1)
    .replace(/(?:\/__init__)?\.py$/, '')
    .replaceAll('/', '.');
}

/** The first sentence of a docstring, or of what of it stands on its first line. */
export function summaryOf(source: string): string {
  const [, text = ''] = /^(?:#.*\n|\n)*[rR]?"""(.*?)(?:"""|\n\s*\n|$(?![\s\S]))/s.exec(source) ?? [];
  const sentence = /^.*?\.(?=\s|$)/s.exec(text)?.[0] ?? text;
  return sentence.replace(/\s+/g, ' ').trim();
}

/** A module is in the Pythons that the table of eras says, a part of a package in those of the nearest package that it names. */
export function erasOf(name: string): Era[] {
  if (name.split('.').some((part) => /^_(?!_)/.test(part))) return [];
  const parts = name.split('.');
  const row = parts
    .map((_, index) => `module ${parts.slice(0, parts.length - index).join('.')}`)
    .find((each) => rows.has(each));
  return eras.map(({ era }) => era).filter((era) => row === undefined || has(era, row));
}

/** `2.4 and later`, `1.5.2 to 3.11`. */
export function span(present: readonly Era[]): string {
  const [first, last] = [present[0], present.at(-1)];
  if (first === undefined || last === undefined) return 'inside the library';
  if (first === last) return first;
  if (last === eras.at(-1)!.era) return first === eras[0]!.era ? 'in every Python' : `${first} and later`;
  return first === eras[0]!.era ? `to ${last}` : `${first} to ${last}`;
}
