/** Tries an exercise as a reader would: with the text where it starts, which must not pass, and with its solution, which must. */
import type { Outcome, Program } from '../sandbox/protocol.ts';
import { asserted, checkName, stillWrong, withCheck } from './exercise.ts';
import { program } from './parse.ts';
import type { Cell, Chapter, Exercise } from './types.ts';
import type { Run } from './verify.ts';

export type Which = 'start' | 'solution';

/** How a try ended: by itself or by the check; `wrong` is what a reader is told, undefined when the exercise is solved. */
export interface Attempt {
  outcome: Outcome;
  checked: boolean;
  wrong: string | undefined;
}

/** The program of an exercise with one of its two texts in the cell. */
function attemptProgram(chapter: Chapter, cell: Cell, which: Which): Program {
  const start = program(chapter, cell);
  if (which === 'start') return start;
  const { text } = cell.exercise!.solution;
  return { ...start, sources: [...start.sources.slice(0, -1), { ...start.sources.at(-1)!, text }] };
}

/** The source of an exercise's check. */
function checkSource(cell: Cell): { filename: string; text: string } {
  return { filename: checkName(cell.name), text: cell.exercise!.check.text };
}

export async function attempt(chapter: Chapter, cell: Cell, which: Which, run: Run): Promise<Attempt> {
  const first = attemptProgram(chapter, cell, which);
  const check = checkSource(cell);
  let printed = '';
  // A check that does not ask what was printed needs no run before its own.
  if (/\bprinted\b/.test(check.text)) {
    const heard = await listen(run, first);
    if (heard.outcome.status !== 'done') return unchecked(heard.outcome);
    printed = heard.output;
  }
  const { outcome, output } = await listen(run, withCheck(first, printed, check));
  if (outcome.status !== 'done' && outcome.source < first.sources.length) return unchecked(outcome);
  return { outcome, checked: true, wrong: stillWrong(outcome, output) };
}

/** The program itself did not come to its end. */
function unchecked(outcome: Outcome): Attempt {
  const { exception, message, status } = outcome;
  return { outcome, checked: false, wrong: message ?? `it ended in ${exception ?? status}` };
}

/** What the author has to mend, with the line to look at; undefined when the attempt went as it must. */
export function complaint(
  cell: Cell,
  which: Which,
  { outcome, checked, wrong }: Attempt,
): { line: number; message: string } | undefined {
  const { check, solution } = cell.exercise as Exercise;
  if (which === 'solution') {
    if (wrong === undefined) return undefined;
    const how = checked ? 'does not pass its check' : 'does not run';
    return { line: solution.line, message: `the solution of ${cell.name} ${how}: ${wrong}` };
  }
  if (wrong === undefined)
    return {
      line: cell.line,
      message: `${cell.name} passes its check as it stands. Leave something to do in it, or ask more in the check.`,
    };
  if (!['exception', 'exit'].includes(outcome.status))
    return { line: cell.line, message: `${cell.name} does not end by itself: ${wrong}` };
  if (checked && !(asserted(outcome.exception) && wrong.trim()))
    return {
      line: check.line,
      message: `the check of ${cell.name} ends in ${outcome.exception ?? outcome.status} before the reader has begun. Let it say in a sentence what is wrong, as assert first == 1, "the first value should be 1".`,
    };
  return undefined;
}

async function listen(run: Run, program: Program): Promise<{ outcome: Outcome; output: string }> {
  let output = '';
  const outcome = await run(program, (event) => {
    if (event.type === 'output') output += event.text;
  });
  return { outcome, output };
}
