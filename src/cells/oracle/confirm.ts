/** Runs a cell on a real CPython and holds what it prints against the transcript. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Outcome, Program } from '../../sandbox/protocol.ts';
import { attempt, complaint } from '../attempt.ts';
import { compare, printDifference } from '../compare.ts';
import { program } from '../parse.ts';
import type { Cell, Chapter, Era } from '../types.ts';
import type { Run } from '../verify.ts';
import { epoch, isOf } from './pythons.ts';
import type { Python } from './pythons.ts';

const driver = fileURLToPath(new URL('./driver.py', import.meta.url));

/** Seconds after which a Python that waits for something that never comes is ended. */
const patience = 60;

export type Answer =
  /** `exactly`: in every byte; `but for tracebacks`: a CPython of another version prints these in its own way. */
  { status: 'confirmed'; how: 'exactly' | 'but for tracebacks' } | { status: 'denied'; message: string };

interface Ran {
  output: string;
  /** Undefined when the Python died or was ended. */
  result?: { source: number; exception: string | null };
}

/** What this CPython says to a cell: to what it prints, or, of an exercise, to where it starts and to its solution. */
export async function confirm(chapter: Chapter, cell: Cell, python: Python): Promise<Answer> {
  const denied = (message: string): Answer => ({ status: 'denied', message });
  if (cell.exercise) {
    for (const which of ['start', 'solution'] as const) {
      const wrong = complaint(cell, which, await attempt(chapter, cell, which, runWith(python)));
      if (wrong) return denied(wrong.message);
    }
    return { status: 'confirmed', how: 'exactly' };
  }
  const { output, result } = run(program(chapter, cell), python);
  if (!result) return denied(`CPython ${python.version} did not end by itself. It printed:\n${output}`);
  const { sources } = program(chapter, cell);
  if (result.source < sources.length - 1)
    return denied(`${sources[result.source]!.filename}, before it, ended in ${result.exception}.`);
  const { raises } = cell.attributes;
  if (result.exception !== (raises ?? null)) {
    return denied(
      `It ended in ${result.exception ?? 'no exception'}, where the chapter says ${raises ?? 'none'}. It printed:\n${output}`,
    );
  }
  const exact = compare(cell.transcript, output);
  if (exact.agrees) return { status: 'confirmed', how: 'exactly' };
  if (!isOf(python, cell.era!) && compare(lastLines(cell.transcript ?? ''), lastLines(output)).agrees) {
    return { status: 'confirmed', how: 'but for tracebacks' };
  }
  return denied(
    `It does not print the transcript (- in the chapter, + printed by it):\n${printDifference(exact.difference)}`,
  );
}

/** A text in which each traceback is only its last line, as versions differ in the others. */
export function lastLines(text: string): string {
  const kept: string[] = [];
  let inside = false;
  for (const line of text.split('\n')) {
    if (/^Traceback \((most recent call|innermost) last\):$/.test(line) || /^ {2}File ".*", line \d+/.test(line))
      inside = true;
    else if (inside && /^\s/.test(line)) continue;
    else {
      inside = false;
      kept.push(line);
    }
  }
  return kept.join('\n');
}

/** A CPython as a runner of programs, for exercises. */
function runWith(python: Python): Run {
  return (asked, onEvent) => {
    const { output, result } = run(asked, python);
    onEvent({ type: 'output', stream: 'stdout', text: output });
    const exception = result?.exception ?? undefined;
    const outcome: Outcome = {
      status: !result ? 'crashed' : exception === undefined ? 'done' : 'exception',
      exit: exception === undefined ? 0 : 1,
      source: result?.source ?? asked.sources.length - 1,
      fuel: 0,
      ...(exception !== undefined && { exception }),
      ...(!result && { message: `CPython ${python.version} did not end by itself` }),
    };
    return Promise.resolve(outcome);
  };
}

function run({ sources, era }: Program, python: Python): Ran {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
  try {
    const [job, result] = [join(folder, 'job.json'), join(folder, 'result.json')];
    writeFileSync(job, JSON.stringify({ sources, epoch: epoch(era as Era) }));
    const env = {
      PATH: process.env['PATH'] ?? '',
      TZ: 'UTC',
      LC_ALL: 'C.UTF-8',
      PYTHONIOENCODING: 'utf-8',
      PYTHONHASHSEED: '0',
      PYTHONDONTWRITEBYTECODE: '1',
    };
    const options = { cwd: folder, encoding: 'utf8', env, timeout: patience * 1000, maxBuffer: 64e6 } as const;
    const { stdout, stderr, status } = spawnSync(python.path, ['-u', driver, job, result], options);
    if (status !== 0) return { output: stdout + stderr };
    return { output: stdout, result: JSON.parse(readFileSync(result, 'utf8')) as NonNullable<Ran['result']> };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
