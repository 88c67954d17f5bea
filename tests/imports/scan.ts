/** Finds the imports of a file, and says of each whether the table allows it. */
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';
import type { Part } from './edges.ts';

export interface Violation {
  path: string;
  line: number;
  message: string;
}

/** Every specifier in a TypeScript or Astro file with its line: static, type-only, dynamic, re-exported, and `new URL('file', import.meta.url)`. */
export function specifiers(path: string, text: string): { specifier: string; line: number }[] {
  const code = path.endsWith('.astro') ? scripts(text) : text;
  const found = ts
    .preProcessFile(code, true, true)
    .importedFiles.map(({ fileName, pos }) => ({ specifier: fileName, pos }));
  for (const match of code.matchAll(/new URL\(\s*(['"])(.+?[^/])\1,\s*import\.meta\.url/g)) {
    found.push({ specifier: match[2]!, pos: match.index });
  }
  return found.map(({ specifier, pos }) => ({ specifier, line: code.slice(0, pos).split('\n').length }));
}

/** An Astro file with everything but its frontmatter and its scripts blanked out, so that positions stay. */
function scripts(text: string): string {
  const kept = text.replaceAll(/[^\n]/g, ' ').split('');
  const keep = (start: number, part: string) => {
    for (let i = 0; i < part.length; i++) kept[start + i] = part[i]!;
  };
  const frontmatter = /^---\n([\s\S]*?)\n---/.exec(text);
  if (frontmatter) keep(4, frontmatter[1]!);
  for (const script of text.matchAll(/(<script[^>]*>)([\s\S]*?)<\/script>/g)) {
    keep(script.index + script[1]!.length, script[2]!);
  }
  return kept.join('');
}

/** The part a file belongs to: the longest path of the table that fits. */
export function partOf(path: string, parts: Readonly<Record<string, Part>>): string | undefined {
  return Object.keys(parts)
    .filter((part) => within(path, part))
    .toSorted((a, b) => b.length - a.length)[0];
}

export function violations(
  path: string,
  text: string,
  parts: Readonly<Record<string, Part>>,
  declared: ReadonlySet<string>,
): Violation[] {
  const name = partOf(path, parts);
  if (name === undefined) {
    return [{ path, line: 1, message: 'belongs to no part: give its folder a row in tests/imports/edges.ts' }];
  }
  const part = parts[name]!;
  const found: Violation[] = [];
  for (const { specifier, line } of specifiers(path, text)) {
    const message = specifier.startsWith('.') ? inside(specifier) : outside(specifier);
    if (message !== undefined) found.push({ path, line, message });
  }
  return found;

  function inside(specifier: string): string | undefined {
    const target = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
    if (partOf(target, parts) === name || part.may.some((allowed) => within(target, allowed))) return undefined;
    const may = part.may.length > 0 ? `only ${part.may.join(', ')}` : 'nothing outside itself';
    return (
      `${name} may not import ${target}: it may import ${may}. Move what both need to the left ` +
      `(scheduler → world → runtime → guest → sandbox → cells → components → pages), or hand it in as an argument`
    );
  }

  function outside(specifier: string): string | undefined {
    const builtin = specifier.startsWith('node:') || builtinModules.includes(specifier);
    const virtual = /^(astro|virtual):/.test(specifier);
    const root = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
    if (part.packages === 'none') {
      return `${name} may not import ${specifier}: its code runs inside the sandbox, where there is neither Node nor npm`;
    }
    if (builtin || virtual || declared.has(root)) return undefined;
    return `${root} is not in package.json: npm install --save-dev ${root}, and say why in CONTRIBUTING.md`;
  }
}

function within(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
