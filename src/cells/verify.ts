/** Runs a cell and holds what it did against what its chapter says. */
import type { Event, Outcome, Program } from '../sandbox/protocol.ts';
import { compare, printDifference } from './compare.ts';
import type { DifferenceLine } from './compare.ts';
import { program } from './parse.ts';
import type { Cell, Chapter } from './types.ts';

/** Runs a program in a fresh sandbox. */
export type Run = (program: Program, onEvent: (event: Event) => void) => Promise<Outcome>;

export type Verdict =
  | { status: 'agrees' }
  | { status: 'skipped'; reason: string }
  /** The cell did what it may, and printed something else: `output` is what its transcript should be. */
  | { status: 'differs'; line: number; message: string; output: string; difference: DifferenceLine[] }
  /** The cell did what it may not: no new transcript mends that. */
  | { status: 'fails'; line: number; message: string };

/** What is wrong, with the line of the chapter to look at, or that nothing is. */
export async function verify(chapter: Chapter, cell: Cell, run: Run): Promise<Verdict> {
  if (cell.exercise) throw new Error(`${cell.name} is an exercise: attempt it`);
  if (cell.attributes.skip !== undefined) return { status: 'skipped', reason: cell.attributes.skip };
  const task = program(chapter, cell);
  let output = '';
  const outcome = await run(task, (event) => {
    if (event.type === 'output') output += event.text;
  });
  const wrong = misconduct(chapter, cell, outcome, task);
  if (wrong) return { status: 'fails', line: wrong.line, message: withOutput(wrong.message, output) };
  const comparison = compare(cell.transcript, output);
  if (comparison.agrees) return { status: 'agrees' };
  const { difference } = comparison;
  if (cell.transcriptLine === undefined) {
    const message = `${cell.name} prints, and has no transcript. Write it in an output fence after the cell, or let \`npx vitest -u\` do it:\n${printDifference(difference)}`;
    return { status: 'differs', line: cell.line, message, output, difference };
  }
  const line = Math.min(cell.transcriptLine + comparison.line, lastLine(cell));
  const message = `${cell.name} does not print its transcript (- in the chapter, + printed). If it is the chapter that is wrong, \`npx vitest -u\` corrects it:\n${printDifference(difference)}`;
  return { status: 'differs', line, message, output, difference };
}

/** The closing line of a cell's transcript. */
function lastLine(cell: Cell): number {
  return cell.transcriptLine! + (cell.transcript ?? '').split('\n').length;
}

/** How the cell ended, if it may not end so. */
function misconduct(
  chapter: Chapter,
  cell: Cell,
  outcome: Outcome,
  task: Program,
): { line: number; message: string } | undefined {
  const { raises } = cell.attributes;
  const ended = outcome.exception ?? (outcome.status === 'exit' ? 'SystemExit' : undefined);
  const own = outcome.source === task.sources.length - 1;
  if (!own && outcome.status !== 'done') {
    const filename = task.sources[outcome.source]?.filename;
    const earlier = chapter.cells.find(({ name }) => `<cell ${name}>` === filename) ?? cell;
    const how = outcome.message ?? ended ?? outcome.status;
    return {
      line: earlier.line,
      message: `${cell.name} did not start, since ${earlier.name}, before it in its session, ended in ${how}. Mend that cell, or begin a new session with fresh.`,
    };
  }
  if (outcome.status === 'done') {
    if (raises === undefined) return undefined;
    return {
      line: cell.line,
      message: `${cell.name} should end in ${raises}, and ended without an exception. Remove raises=${raises}, or mend the program.`,
    };
  }
  if (outcome.status === 'exception' || outcome.status === 'exit') {
    if (ended === raises) return undefined;
    if (raises === undefined)
      return {
        line: cell.line,
        message: `${cell.name} ended in ${ended}. Mend the program; if it is meant to fail, write raises=${ended}.`,
      };
    return {
      line: cell.line,
      message: `${cell.name} should end in ${raises}, and ended in ${ended}. Write raises=${ended}, or mend the program.`,
    };
  }
  return { line: cell.line, message: `${cell.name} did not end by itself: ${outcome.message ?? outcome.status}` };
}

function withOutput(message: string, output: string): string {
  const rows = output.trimEnd().split('\n');
  if (output.trim() === '') return message;
  const shown = rows.length > 20 ? ['…', ...rows.slice(-20)] : rows;
  return `${message} It printed:\n${shown.map((row) => `  ${row}`.trimEnd()).join('\n')}`;
}
