/** One program, as `python` would run it. */
import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { compile, eras, isEra, SyntaxFault, unicodeVersions, type Era } from '../python/compiler/index.ts';
import { characters } from '../sandbox/characters/node.ts';
import { NEWEST_ERA } from '../sandbox/host.ts';
import { Sandbox } from '../sandbox/node.ts';
import type { Limits } from '../sandbox/protocol.ts';
import { UsageError, type Command } from './arguments.ts';

/**
 * A command line is not a page: memory as on a small machine, and hardly an end of steps, time and output.
 */
export const CLI_LIMITS: Partial<Limits> = {
  fuel: 1e15,
  memory: 1024 * 1024 * 1024,
  outputChars: 1e9,
  outputLines: 1e9,
  seconds: 86_400,
};

/** Milliseconds in which Ctrl-C pressed three times ends the process itself. */
const INSISTING = 2000;

/** The bytes of a source file as text: UTF-8, or Latin-1 where a Python 2 file says so or nothing else is possible. */
export function decodeSource(bytes: Uint8Array, era: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const head = new TextDecoder('latin1').decode(bytes.slice(0, 400));
    const declared = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/m.exec(head)?.[1]?.toLowerCase();
    if (declared && declared !== 'utf-8' && declared !== 'utf8') {
      try {
        return new TextDecoder(declared).decode(bytes);
      } catch {
        // A name that only Python knows: read byte for byte.
      }
    }
    if (!declared && !era.startsWith('2.') && !era.startsWith('1.')) {
      throw new Error('the file is not UTF-8 and declares no other encoding');
    }
    return new TextDecoder('latin1').decode(bytes);
  }
}

function checkedEra(era: string = NEWEST_ERA): Era {
  if (isEra(era)) return era;
  throw new UsageError(`there is no era ${era}; the eras are ${eras.map((one) => one.era).join(', ')}`);
}

/** Runs the file or the code and returns the exit status. */
export async function run(command: Command): Promise<number> {
  const era = checkedEra(command.era);
  const { task } = command;
  let name: string;
  let text: string;
  if (task.kind === 'code') [name, text] = ['-c', task.code];
  else if (task.kind === 'file') {
    name = task.file;
    try {
      text = decodeSource(name === '-' ? readFileSync(0) : await readFile(name), era);
    } catch (error) {
      process.stderr.write(`python: can't open file '${name}': ${(error as Error).message}\n`);
      return 2;
    }
  } else throw new UsageError('there is no program to run');
  const filename = task.kind === 'code' ? '<string>' : name === '-' ? '<stdin>' : name;
  const usesInput = name !== '-' && /\b(?:input|stdin)\b/.test(text);
  const stdin = usesInput && !process.stdin.isTTY ? readFileSync(0, 'utf8') : '';
  const sandbox = new Sandbox({ spare: false });
  const limits = { ...CLI_LIMITS, ...(command.fuel === undefined ? {} : { fuel: command.fuel }) };
  const pressed: number[] = [];
  const interrupt = (): void => {
    sandbox.interrupt();
    // A program inside one long operation hears nothing: who insists, ends it.
    const now = performance.now();
    pressed.push(now);
    if (now - (pressed.at(-3) ?? -Infinity) < INSISTING) process.exit(130);
  };
  process.on('SIGINT', interrupt);
  const outcome = await sandbox.run(
    { language: 'python', era, sources: [{ filename, text }], argv: [name, ...task.rest], stdin, limits },
    (event) => {
      if (event.type === 'output') process[event.stream].write(event.text);
    },
  );
  process.off('SIGINT', interrupt);
  sandbox.close();
  if (outcome.message) process.stderr.write(`${outcome.message}\n`);
  return outcome.exit;
}

/** Prints the JavaScript that a program becomes; its syntax errors go to standard error. */
export async function printJs(command: Command, file: string): Promise<number> {
  const era = checkedEra(command.era);
  const text = decodeSource(file === '-' ? readFileSync(0) : await readFile(file), era);
  try {
    process.stdout.write(
      `${compile(text, { filename: file, era, mode: 'exec', named: characters.namesIn(unicodeVersions[era]) }).js}\n`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    process.stderr.write(`  File "${error.filename}", line ${error.line}\n${error.name}: ${error.message}\n`);
    return 1;
  }
}
