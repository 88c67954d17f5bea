/**
 * `node scripts/characters.ts FOLDER`: writes `src/sandbox/characters/names.txt` and `properties.txt`, the Unicode data that `\N{…}` and `unicodedata` ask.
 * Names and properties are what the newest CPython of the machine says; in which version of Unicode a character came, what the older ones say. Name aliases
 * are in none of them: FOLDER is `Names` of the unpacked npm package `@unicode/unicode-15.1.0`, and a CPython confirms each. What the lines of the two
 * files mean stands in `src/sandbox/characters/table.ts`.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findPythons, type Python } from '../src/cells/oracle/pythons.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('say where the aliases lie: node scripts/characters.ts …/package/Names');

const target = join(import.meta.dirname, '../src/sandbox/characters');
const pythons = findPythons();
const newest = pythons.at(-1);
if (newest === undefined)
  throw new Error('there is no CPython on the machine; install the newest, with pyenv for instance');

const ask = (python: Python, code: string): string =>
  execFileSync(python.path, ['-c', code], { encoding: 'utf8', maxBuffer: 1 << 28 });

/** Ranges of the code points that a Python knows, with its Unicode version in the first line. */
const KNOWN = `
import sys, unicodedata as u
print(u.unidata_version)
char = chr if sys.version_info > (3,) else lambda n: ('\\\\U%08x' % n).encode('ascii').decode('unicode-escape')
start = None
for n in range(0x110001):
    known = n < 0x110000 and u.category(char(n)) != 'Cn'
    if known and start is None: start = n
    if not known and start is not None:
        print('%d %d' % (start, n)); start = None
`;
/** One line for each run of code points that agree in everything but name, decomposition and value. */
const RUNS = `
import sys, unicodedata as u
ages = [(a, b, v) for a, b, v in eval(sys.stdin.read())]
age = {}
for a, b, v in reversed(ages):
    for n in range(a, b): age[n] = v
def of(n):
    c = chr(n)
    return (u.category(c), u.bidirectional(c) or '-', u.combining(c), u.east_asian_width(c), u.mirrored(c), age.get(n, '-'))
start, last = 0, of(0)
for n in range(1, 0x110001):
    now = of(n) if n < 0x110000 else None
    if now != last:
        print('%X' % start, *last); start, last = n, now
print('=')
for n in range(0x110000):
    c = chr(n)
    d = u.decomposition(c)
    if d: print('%X' % n, d)
print('=')
from fractions import Fraction
for n in range(0x110000):
    c = chr(n)
    v = u.numeric(c, None)
    if v is not None: print('%X' % n, Fraction(v).limit_denominator(1000), u.digit(c, '-'), u.decimal(c, '-'))
`;
const NAMES = `
import unicodedata as u
next = None
for n in range(0x110000):
    name = u.name(chr(n), None)
    if name is None or name.startswith(('CJK UNIFIED IDEOGRAPH-', 'HANGUL SYLLABLE ')): continue
    if n != next: print('@%X' % n)
    print(name.replace('CJK COMPATIBILITY IDEOGRAPH-%X' % n, '*'))
    next = n + 1
`;
const CONFIRM = `
import sys, unicodedata as u
for n, names in eval(sys.stdin.read()):
    for name in names:
        try:
            if u.lookup(name) == chr(n): print('%X' % n, name)
        except KeyError: pass
`;
const tell = (code: string, input: unknown): string =>
  execFileSync(newest.path, ['-c', code], { input: JSON.stringify(input), encoding: 'utf8', maxBuffer: 1 << 28 });

const versions: string[] = [];
const ages: [from: number, to: number, version: number][] = [];
for (const python of pythons) {
  const [version = '', ...ranges] = ask(python, KNOWN).trim().split('\n');
  if (versions.includes(version)) continue;
  for (const range of ranges) {
    const [from = 0, to = 0] = range.split(' ').map(Number);
    ages.push([from, to, versions.length]);
  }
  versions.push(version);
}

const aliases: [code: number, names: string[]][] = [];
for (const kind of ['Correction', 'Control', 'Alternate', 'Figment', 'Abbreviation']) {
  const { default: known } = (await import(pathToFileURL(join(folder, kind, 'index.mjs')).href)) as {
    default: Record<string, string[]>;
  };
  for (const [code, names] of Object.entries(known)) aliases.push([Number(code), names]);
}

const notice = '# Unicode Character Database, © 1991-2023 Unicode, Inc., https://www.unicode.org/license.txt';
writeFileSync(join(target, 'properties.txt'), `${notice}\n${versions.join(' ')}\n${tell(RUNS, ages)}`);
writeFileSync(join(target, 'names.txt'), `${notice}\n${ask(newest, NAMES)}=\n${tell(CONFIRM, aliases)}`);
