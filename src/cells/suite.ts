/** What the test module of a chapter calls: checks cells, and under `-u` puts what they print into the chapter. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, expect } from 'vitest';
import type { TestContext } from 'vitest';
import { attempt, complaint } from './attempt.ts';
import type { Which } from './attempt.ts';
import { compare, printDifference, withoutAddresses } from './compare.ts';
import { javascriptOf } from './emitted.ts';
import { readChapter, print } from './parse.ts';
import { rewrite } from './rewrite.ts';
import type { Edit } from './rewrite.ts';
import { verify } from './verify.ts';
import type { Run } from './verify.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** Under `-u`: the difference between the old transcript and the new one. */
    rewritten?: string;
    /** The test stands for a mistake of a chapter that cannot be read, and not for a cell. */
    mistake?: boolean;
  }
}

type Thrower = (fail: () => never) => never;

/** Checks the cell with this index; of an exercise, that its start does not pass, or that its solution does; or the JavaScript that it becomes. */
export type Check = (index: number, context: TestContext, which?: Which | 'becomes') => Promise<void>;

/**
 * `file` is the chapter's place, `path` its name in messages; `at` has for each line that can be blamed a function that
 * throws from there.
 */
export function suite(file: string, path: string, run: Run, at: Record<number, Thrower>): Check {
  const chapter = readChapter(readFileSync(file), path);
  const edits: Edit[] = [];
  afterAll(() => {
    if (edits.length === 0) return;
    const now = readFileSync(file, 'utf8');
    if (now !== print(chapter))
      throw new Error(`${path} was changed while its cells ran: nothing was written. Run again.`);
    writeFileSync(file, rewrite(chapter, edits));
  });
  return async (index, context, which = 'start') => {
    const cell = chapter.cells[index]!;
    if (which === 'becomes') {
      const output = await javascriptOf(chapter, cell);
      const { line, text, of } = cell.becomes!;
      if (output === text) return;
      const comparison = compare(text, output ?? '');
      const difference = comparison.agrees ? '' : printDifference(comparison.difference);
      if (output !== undefined && mayWrite()) {
        edits.push({ cell, output, becomes: true });
        context.task.meta.rewritten = difference;
      } else if (output === undefined)
        blame(`${cell.name} has no function ${of} that becomes JavaScript. Name one that it defines.`, at[line]!);
      else
        blame(
          `${of} becomes other JavaScript (- in the chapter, + from the compiler). \`npx vitest -u\` writes it:\n${difference}`,
          at[line]!,
        );
      return;
    }
    if (cell.exercise) {
      const wrong = complaint(cell, which, await attempt(chapter, cell, which, run));
      if (wrong) blame(wrong.message, at[wrong.line]!);
      return;
    }
    const verdict = await verify(chapter, cell, run);
    if (verdict.status === 'agrees') return;
    if (verdict.status === 'skipped') context.skip(verdict.reason);
    else if (verdict.status === 'differs' && mayWrite()) {
      const output = withoutAddresses(verdict.output);
      edits.push({ cell, output });
      const comparison = compare(cell.transcript, output);
      context.task.meta.rewritten = comparison.agrees ? '' : printDifference(comparison.difference);
    } else blame(verdict.message, at[verdict.line] ?? at[cell.line]!);
  };
}

/** Only under `-u`, and never in CI. */
function mayWrite(): boolean {
  const inCI = !['', '0', 'false', undefined].includes(process.env['CI']);
  return !inCI && expect.getState().snapshotState.snapshotUpdateState === 'all';
}

/** Throws from a line of the chapter, which is all that the stack holds. */
function blame(message: string, thrower: Thrower): never {
  return thrower(function fail() {
    const error = new Error(message);
    error.name = 'Mismatch';
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 1;
    Error.captureStackTrace(error, fail);
    Error.stackTraceLimit = stackTraceLimit;
    throw error;
  });
}
