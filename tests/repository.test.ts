/** What must not stand in any committed file: it would tie the project to one machine, or to one mirror of npm. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';

const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);

/** Lines of text in a file that the pattern fits, as `path:line`. */
function places(path: string, text: string, pattern: RegExp): string[] {
  return text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : []));
}

function everywhere(pattern: RegExp): string[] {
  return tracked.flatMap((path) => {
    const bytes = readFileSync(path);
    return bytes.includes(0) ? [] : places(path, bytes.toString('utf8'), pattern);
  });
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

test('no committed file names a folder of this machine', () => {
  const here = [process.cwd(), homedir()].filter((folder) => folder !== dirname(folder));
  const folder = new RegExp(`(${here.map(escaped).join('|')})/`);
  expect(places('x', `a ${here[0]}/b`, folder)).toEqual(['x:1']);
  expect(everywhere(folder)).toEqual([]);
});

test('the lock file leaves it to npm where packages come from', () => {
  const resolved = /"resolved":\s*"https?:/;
  expect(places('x', '{\n"resolved": "https://example.org/a.tgz"', resolved)).toEqual(['x:2']);
  // Remedy: the project's .npmrc has omit-lockfile-registry-resolved; delete the lines, or write the lock file again with npm 11.
  expect(places('package-lock.json', readFileSync('package-lock.json', 'utf8'), resolved)).toEqual([]);
});

test('no test is left focused', () => {
  const focused = /^\s*(test|it|describe)\.only\(/;
  expect(places('x', '  test.only(1)', focused)).toEqual(['x:1']);
  expect(everywhere(focused)).toEqual([]);
});

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
  devDependencies: Record<string, string>;
};
const read = (path: string) => readFileSync(path, 'utf8');

test.each(['README.md', 'CONTRIBUTING.md'])('every npm script that %s names exists', (path) => {
  const named = [...read(path).matchAll(/npm run (?:--silent )?([\w:]+)/g)].map((match) => match[1]!);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
});

test('CONTRIBUTING.md says of each dependency why it is there', () => {
  // `@codemirror/*` stands for a family.
  const explained = [...read('CONTRIBUTING.md').matchAll(/`(@?[\w./-]+\/?\*?)`/g)].map((match) => match[1]!);
  const covers = (name: string) =>
    explained.some((entry) => (entry.endsWith('/*') ? name.startsWith(entry.slice(0, -1)) : entry === name));
  expect(covers('left-pad')).toBe(false);
  expect(Object.keys(manifest.devDependencies).filter((name) => !covers(name))).toEqual([]);
});

test('links from the README to files of the repository lead somewhere', () => {
  const linked = [...read('README.md').matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1]!);
  expect(linked.length).toBeGreaterThan(0);
  expect(linked.filter((path) => !existsSync(path))).toEqual([]);
});
