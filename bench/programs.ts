/**
 * Programs of bench/programs, each in Python and in JavaScript as one would write it by hand: both in a fresh sandbox of the same host,
 * and, where there is a CPython 3.13, there too. A row is a whole run, so that compiling the Python counts; what the two print must be
 * the same.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { Host, type Assets } from '../src/sandbox/host.ts';
import type { Program } from '../src/sandbox/protocol.ts';
import { findCPython, timeCPython } from './cpython.ts';
import { compare } from './measure.ts';
import type { Row } from './table.ts';

const FOLDER = new URL('./programs/', import.meta.url).pathname;

/** Generator work is to stay within 2.5 times the JavaScript written by hand; calls, arithmetic and the rest within 5. */
const AIMS: Record<string, number> = { 'generator-sum': 2.5, 'yield-from': 2.5, send: 2.5, coroutines: 2.5 };

/** The rows, and what was wrong with the programs that have none. */
export async function programRows(assets: Assets, quick: boolean): Promise<{ rows: Row[]; faults: string[] }> {
  const host = new Host(assets);
  const python = findCPython();
  const rounds = quick ? 1 : 5;
  const rows: Row[] = [];
  const faults: string[] = [];
  for (const file of readdirSync(FOLDER)) {
    if (!file.endsWith('.py')) continue;
    const name = file.slice(0, -3);
    const ours = program(name, 'python');
    const theirs = program(name, 'js');
    try {
      const [said, expected] = [await output(host, ours), await output(host, theirs)];
      if (said !== expected) {
        throw new Error(`${name}.py prints ${JSON.stringify(said)}, and ${name}.js ${JSON.stringify(expected)}`);
      }
      const times = await compare(
        () => output(host, ours),
        () => output(host, theirs),
        rounds,
      );
      rows.push({
        what: `Python: ${name}`,
        ...times,
        against: 'the same in JavaScript, by hand',
        aim: AIMS[name] ?? 5,
        ...(python === undefined ? {} : { cpython: timeCPython(python, `${FOLDER}${name}.py`, rounds) }),
      });
    } catch (error) {
      faults.push(`bench/programs/${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { rows, faults };
}

function program(name: string, language: 'python' | 'js'): Program {
  const filename = `${name}.${language === 'python' ? 'py' : 'js'}`;
  const sources = [{ filename, text: readFileSync(FOLDER + filename, 'utf8') }];
  const limits = { fuel: Infinity, seconds: Infinity };
  return language === 'python' ? { language, era: '3.13', sources, limits } : { language, sources, limits };
}

/** Runs a program; answers what it printed, and throws when it did not end by itself. */
async function output(host: Host, wanted: Program): Promise<string> {
  let text = '';
  const outcome = await host.run(wanted, (event) => {
    if (event.type === 'output') text += event.text;
  });
  if (outcome.status !== 'done') {
    throw new Error(`${wanted.sources[0]!.filename} ended with ${outcome.status}: ${outcome.message ?? text}`);
  }
  return text;
}
