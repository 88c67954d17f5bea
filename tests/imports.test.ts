/** Imports point one way: tests/imports/edges.ts has the table, DESIGN.md's line as data. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parts, roots, type Part } from './imports/edges.ts';
import { specifiers, violations } from './imports/scan.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string> };
const declared = new Set(Object.keys(manifest.devDependencies));
const files = globSync(roots.map((root) => `${root}/**/*.{ts,astro}`)).toSorted();

test('every import in the project is allowed by the table', () => {
  expect(files.length).toBeGreaterThan(10);
  const found = files.flatMap((path) => violations(path, readFileSync(path, 'utf8'), parts, declared));
  expect(found.map(({ path, line, message }) => `${path}:${line} ${message}`)).toEqual([]);
});

test('the table points one way: no two parts import each other', () => {
  const reach = (from: string, seen = new Set<string>()): Set<string> => {
    for (const target of parts[from]?.may ?? []) {
      const part = parts[target] ? target : Object.keys(parts).find((name) => target.startsWith(`${name}/`));
      if (part !== undefined && part !== from && !seen.has(part)) {
        seen.add(part);
        reach(part, seen);
      }
    }
    return seen;
  };
  // One file of a folder counts as the folder, except where it has a row of its own.
  for (const name of Object.keys(parts)) expect([name, reach(name).has(name)]).toEqual([name, false]);
});

const table: Record<string, Part> = {
  'src/left': { may: [], packages: 'none' },
  'src/right': { may: ['src/left'], packages: 'declared' },
  'src/right/deep': { may: ['src/left/data.ts'], packages: 'none' },
};
const planted: [what: string, path: string, text: string, expected: string | null][] = [
  ['an import to the left', 'src/right/a.ts', `import { a } from '../left/a.ts';`, null],
  ['an import within the part', 'src/left/a.ts', `import { b } from './b.ts';`, null],
  [
    'an import to the right',
    'src/left/a.ts',
    `\nimport { a } from '../right/a.ts';`,
    ':2 src/left may not import src/right/a.ts',
  ],
  ['a type', 'src/left/a.ts', `import type { A } from '../right/a.ts';`, ':1 src/left may not import src/right/a.ts'],
  ['an export', 'src/left/a.ts', `export * from '../right/a.ts';`, ':1 src/left may not import'],
  ['a dynamic import', 'src/left/a.ts', `const a = await import('../right/a.ts');`, ':1 src/left may not import'],
  [
    'a worker',
    'src/left/a.ts',
    `new Worker(new URL('../right/worker.ts', import.meta.url))`,
    ':1 src/left may not import',
  ],
  [
    'an asset',
    'src/left/a.ts',
    `import url from '../right/a.wasm?url';`,
    ':1 src/left may not import src/right/a.wasm',
  ],
  ['a file of another part', 'src/right/deep/a.ts', `import { a } from '../../left/data.ts';`, null],
  ['its neighbour', 'src/right/deep/a.ts', `import { a } from '../../left/other.ts';`, 'only src/left/data.ts'],
  [
    'the part around it',
    'src/right/deep/a.ts',
    `import { a } from '../a.ts';`,
    ':1 src/right/deep may not import src/right/a.ts',
  ],
  ['a package in the sandbox', 'src/left/a.ts', `import x from 'shiki';`, 'neither Node nor npm'],
  ['Node in the sandbox', 'src/left/a.ts', `import x from 'node:fs';`, 'neither Node nor npm'],
  ['Node outside it', 'src/right/a.ts', `import x from 'node:fs';`, null],
  ['a declared package', 'src/right/a.ts', `import x from '@scope/known/part';`, null],
  [
    'an undeclared package',
    'src/right/a.ts',
    `import x from '@scope/unknown/part';`,
    ':1 @scope/unknown is not in package.json',
  ],
  [
    'an Astro file',
    'src/left/a.astro',
    `---\nimport a from '../right/a.ts';\n---\n<p>import x from 'y'</p>`,
    ':2 src/left may not',
  ],
  [
    'an Astro script',
    'src/left/a.astro',
    `<p />\n<script>\n  import '../right/a.ts';\n</script>`,
    ':3 src/left may not',
  ],
  ['a comment', 'src/left/a.ts', `// import { a } from '../right/a.ts';`, null],
  ['a string', 'src/left/a.ts', `const text = "import { a } from '../right/a.ts'";`, null],
  ['a file of no part', 'src/nowhere/a.ts', ``, ':1 belongs to no part'],
];

test.each(planted)('%s', (_, path, text, expected) => {
  const found = violations(path, text, table, new Set(['shiki', '@scope/known']));
  const said = found.map(({ path: where, line, message }) => `${where}:${line} ${message}`);
  if (expected === null) expect(said).toEqual([]);
  else expect(said).toEqual([expect.stringContaining(expected)]);
});

test('a line number is the line on which the specifier stands', () => {
  expect(specifiers('a.ts', `\n\nimport {\n  a,\n} from './a.ts';`)).toEqual([{ specifier: './a.ts', line: 5 }]);
});
