/**
 * Compares our parser with a real Python, found through pyenv or PATH:
 *   node tests/python/syntax/compare.ts ERA FILE|FOLDER…     trees of Python files
 *   node tests/python/syntax/compare.ts ERA --faults CASES…  faults (and acceptance) of the programs in case files
 *   node tests/python/syntax/compare.ts ERA --compile FILE|FOLDER…   whether each file compiles
 * Prints each difference and the totals; exits 1 if there is any.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isEra } from '../../../src/python/compiler/eras.ts';
import type { Era } from '../../../src/python/compiler/eras.ts';
import { SyntaxFault, parse } from '../../../src/python/compiler/parser.ts';
import { Dump } from './dump.ts';

interface Entry {
  file?: string;
  source?: string;
}
type Answer = ['tree' | 'fault' | 'skip', string];

export function findPython(era: Era): string | null {
  const roots = [process.env['PYENV_ROOT'], join(process.env['HOME'] ?? '', '.pyenv')].filter(
    (root) => root !== undefined,
  );
  for (const root of roots) {
    const versions = join(root, 'versions');
    if (!existsSync(versions)) continue;
    const found = readdirSync(versions).find((name) => name.startsWith(`${era}.`));
    if (found !== undefined) return join(versions, found, 'bin', 'python');
  }
  for (const folder of (process.env['PATH'] ?? '').split(':'))
    if (existsSync(join(folder, `python${era}`))) return join(folder, `python${era}`);
  return null;
}

export function askPython(python: string, mode: 'parse' | 'compile', entries: Entry[]): Answer[] {
  const folder = mkdtempSync(join(tmpdir(), 'syntax-'));
  try {
    writeFileSync(join(folder, 'in'), JSON.stringify(entries));
    execFileSync(python, [join(import.meta.dirname, 'dump.py'), join(folder, 'out'), mode, join(folder, 'in')], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const lines = readFileSync(join(folder, 'out'), 'utf8').trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line) as Answer);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The characters that `\N{…}` names in the sources, as Python knows them. */
function namesIn(python: string, sources: string[]): Map<string, string> {
  const names = new Set(
    sources.flatMap((source) => [...source.matchAll(/\\N\{([^}]*)\}/g)].map((match) => match[1] ?? '')),
  );
  const program = `import sys, json, unicodedata
found = {}
for name in json.load(sys.stdin):
    try: found[name] = unicodedata.lookup(name)
    except (KeyError, UnicodeError): pass
sys.stdout.write(json.dumps(found))`;
  const out = execFileSync(python, ['-c', program], { input: JSON.stringify([...names]), encoding: 'utf8' });
  return new Map(Object.entries(JSON.parse(out) as Record<string, string>));
}

export function ourAnswer(
  source: string,
  era: Era,
  mode: 'parse' | 'compile',
  names: ReadonlyMap<string, string> = new Map(),
): Answer {
  try {
    const root = parse(source, {
      filename: '<source>',
      era,
      mode: 'exec',
      named: (name) => names.get(name) ?? null,
      checks: mode === 'compile',
    });
    return ['tree', mode === 'compile' ? '' : new Dump(era).root(root)];
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    return ['fault', faultText(error)];
  }
}
function faultText(fault: SyntaxFault): string {
  if (!['SyntaxError', 'IndentationError', 'TabError'].includes(fault.name)) return `${fault.name}: ${fault.message}`;
  const show = (value: number | null): string => String(value ?? 'None');
  return `${fault.line}:${show(fault.col)}-${show(fault.endLine)}:${show(fault.endCol)} ${fault.name}: ${fault.message}`;
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const inside = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return inside.flatMap((entry) => {
    const full = join(path, entry.name);
    if (entry.isDirectory()) return entry.name === 'site-packages' || entry.name === '__pycache__' ? [] : filesOf(full);
    return entry.name.endsWith('.py') ? [full] : [];
  });
}
/** Where two dumps part, with what stands around it. */
function parting(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const from = Math.max(0, at - 120);
  return `  python: …${a.slice(from, at + 120)}\n  ours:   …${b.slice(from, at + 120)}`;
}

function main(): void {
  const [eraText = '', ...rest] = process.argv.slice(2);
  if (!isEra(eraText)) throw new Error(`"${eraText}" is no era; write one like 3.13 first.`);
  const python = findPython(eraText);
  if (python === null) throw new Error(`No Python ${eraText} in pyenv or PATH; install one to compare with it.`);
  const faults = rest[0] === '--faults';
  const mode = faults || rest[0] === '--compile' ? 'compile' : 'parse';
  const sources = faults
    ? rest.slice(1).flatMap((path) => readFileSync(path, 'utf8').split(/\n=+\n/))
    : rest.filter((path) => path !== '--compile').flatMap(filesOf);
  const entries: Entry[] = sources.map((each) => (faults ? { source: each } : { file: each }));
  const names = namesIn(python, faults ? sources : sources.map((file) => readFileSync(file, 'latin1')));
  const verdict = { same: 0, different: 0, skipped: 0 };
  let spent = 0;
  for (let from = 0; from < entries.length; from += 200) {
    const answers = askPython(python, mode, entries.slice(from, from + 200));
    answers.forEach(([kind, text], i) => {
      const entry = entries[from + i];
      if (kind === 'skip' || entry === undefined) {
        verdict.skipped++;
        return;
      }
      const source = entry.source ?? readFileSync(entry.file ?? '', 'utf8');
      const start = performance.now();
      let ours: Answer;
      try {
        ours = ourAnswer(source, eraText, mode, names);
      } catch (error) {
        ours = ['fault', `crash: ${error instanceof Error ? error.stack?.slice(0, 400) : String(error)}`];
      }
      spent += performance.now() - start;
      if (ours[0] === kind && ours[1] === text) {
        verdict.same++;
        return;
      }
      verdict.different++;
      const where = entry.file ?? JSON.stringify(entry.source);
      if (kind === 'tree' && ours[0] === 'tree') console.log(`${where}\n${parting(text, ours[1])}`);
      else
        console.log(
          `${where}\n  python: ${kind} ${kind === 'fault' ? text : ''}\n  ours:   ${ours[0]} ${ours[0] === 'fault' ? ours[1] : ''}`,
        );
    });
  }
  console.log(
    `${eraText}: ${verdict.same} same, ${verdict.different} different, ${verdict.skipped} skipped; ${Math.round(spent)} ms of ours`,
  );
  process.exitCode = verdict.different > 0 ? 1 : 0;
}

if (process.argv[1] === import.meta.filename) main();
