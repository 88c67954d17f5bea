/** One program on both sides. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPythons, type Python } from '../../src/cells/oracle/pythons.ts';
import { Sandbox } from '../../src/sandbox/node.ts';
import { source } from './generate.ts';
import type { Block } from './tree.ts';

export type { Python };
/** Milliseconds for a program that takes a few: the machine may be busy. */
const PATIENCE = 20_000;
const FILE = 'program.py';

/** The real Pythons that programs are made for. */
export const pythons = (): Python[] => findPythons().filter(({ version }) => minor(version) >= 6);
/** 13 of `3.13.0`; below 0 for Python 2. */
export const minor = (version: string): number => Number(version.split('.')[1]) - (version.startsWith('3.') ? 0 : 100);

/** The names of what was raised, to tell a smaller program's difference from one of another kind. */
export const raisedIn = (output: string): Set<string> =>
  new Set([...output.matchAll(/\b[A-Z]\w*(?:Error|Exception|Iteration|Exit|Warning|Group)\b/g)].map(([name]) => name));

/** Addresses differ from run to run. */
const withoutAddresses = (output: string): string => output.replaceAll(/0x[0-9a-f]{6,}/g, '0x…');

export class Comparison {
  readonly #sandbox = new Sandbox();
  readonly #folder = mkdtempSync(join(tmpdir(), 'differential-'));

  /** What a CPython prints; undefined when it does not end. */
  async there(text: string, python: Python): Promise<string | undefined> {
    writeFileSync(join(this.#folder, FILE), text);
    const child = spawn(python.path, ['-S', '-u', FILE], {
      cwd: this.#folder,
      env: { PYTHONHASHSEED: '0', PYTHONIOENCODING: 'utf-8' },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: PATIENCE,
    });
    let output = '';
    const collect = (data: string): void => void (output += data);
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    const signal = await new Promise((end) => child.on('close', (_, by) => end(by)));
    // Some versions make the script's path absolute in tracebacks.
    return signal === null ? withoutAddresses(output).replaceAll(`${this.#folder}/`, '') : undefined;
  }

  /** What our Python prints, with how it ended when it did not end as a program ends. */
  async here(text: string, era: string): Promise<string> {
    let output = '';
    const { status, message } = await this.#sandbox.run(
      { language: 'python', era, sources: [{ filename: FILE, text }], argv: [FILE] },
      (event) => {
        if (event.type === 'output') output += event.text;
      },
    );
    if (status === 'limit' || status === 'crashed') output += `\n${status}: ${message}\n`;
    return withoutAddresses(output);
  }

  /** Both outputs when they differ. */
  async differ(program: Block, python: Python): Promise<{ here: string; there: string } | undefined> {
    const version = minor(python.version);
    const text = source(program, version);
    const there = await this.there(text, python);
    // A program that no Python can compile says nothing about how programs run.
    if (there === undefined || /^\w*SyntaxError|^IndentationError/m.test(there)) return undefined;
    const here = await this.here(text, `3.${version}`);
    return here === there ? undefined : { here, there };
  }

  close(): void {
    this.#sandbox.close();
    rmSync(this.#folder, { recursive: true });
  }
}
