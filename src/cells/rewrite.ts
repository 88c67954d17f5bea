/** Puts new transcripts into a chapter and touches nothing else. */
import { compare } from './compare.ts';
import { join } from './fences.ts';
import { ChapterError } from './mistakes.ts';
import { parseChapter } from './parse.ts';
import type { Cell, Chapter, Fence, Segment } from './types.ts';

/** What a cell prints now; the empty text takes its transcript away. */
export interface Edit {
  cell: Cell;
  output: string;
  /** `output` is what stands in the cell's listing of JavaScript. */
  becomes?: true;
}

/**
 * The text of the chapter with new transcripts. Fences grow longer than the longest one in the output; indentation and
 * quotation marks of the cell, and the line endings of the file, are kept.
 * Throws a {@link ChapterError} when an output cannot be written so that it reads back as it was.
 */
export function rewrite(chapter: Chapter, edits: readonly Edit[]): string {
  const segments = [...chapter.segments];
  for (const edit of [...edits].sort((a, b) => place(b) - place(a))) apply(segments, edit);
  const text = join(segments);
  const { cells } = parseChapter(text, chapter.path);
  for (const { cell, output, becomes } of edits) {
    const written = cells[cell.index];
    if (becomes && written?.becomes?.text === output) continue;
    if (!becomes && written?.text === cell.text && compare(written.transcript, output).agrees) continue;
    throw new ChapterError([
      {
        path: chapter.path,
        line: cell.line,
        message: `what ${cell.name} prints cannot be written as a transcript: it would not read back as it was.`,
        remedy: 'Print the repr of texts that hold control characters.',
      },
    ]);
  }
  return text;
}

/** From the last line of the chapter to the first, so that no edit moves what a later one looks for. */
function place({ cell, becomes }: Edit): number {
  return becomes ? cell.becomes!.line : cell.line;
}

function apply(segments: Segment[], { cell, output, becomes }: Edit): void {
  const at = (line: number | undefined) =>
    segments.findIndex((segment) => segment.kind === 'fence' && segment.line === line);
  if (becomes) {
    const place = at(cell.becomes!.line);
    segments[place] = filled(segments[place] as Fence, output);
    return;
  }
  const old = at(cell.transcriptLine);
  if (cell.transcriptLine !== undefined && old >= 0) {
    if (output !== '') segments[old] = filled(segments[old] as Fence, output);
    else {
      const before = segments[old - 1];
      const blank = before?.kind === 'prose' ? 1 : 0;
      segments.splice(old - blank, 1 + blank);
    }
    return;
  }
  if (output === '') return;
  const after = at(cell.inputLine ?? cell.line);
  const model = segments[after] as Fence;
  const eol = ending(model);
  if (!/[\r\n]$/.test(model.close)) segments[after] = { ...model, close: model.close + eol };
  const prefix = container(model);
  const fresh: Fence = {
    ...model,
    open: `${prefix}\`\`\`output${eol}`,
    close: `${prefix}\`\`\`${eol}`,
    column: prefix.length + 1,
  };
  segments.splice(after + 1, 0, { kind: 'prose', raw: prefix.trimEnd() + eol }, filled(fresh, output));
}

/** The fence with another text in it. */
function filled(fence: Fence, output: string): Fence {
  const eol = ending(fence);
  const prefix = container(fence);
  const rows = output.replace(/(\r\n|\n|\r)$/, '').split(/\r\n|\n|\r/);
  const body = rows.map((row) => (row === '' ? prefix.trimEnd() : prefix + row) + eol).join('');
  const marks = /^(`+|~+)/.exec(fence.open.slice(fence.column - 1))![0];
  const longest = Math.max(
    0,
    ...rows.map((row) => (marks[0] === '`' ? /^\s*(`{3,})/ : /^\s*(~{3,})/).exec(row)?.[1]?.length ?? 0),
  );
  if (longest < marks.length) return { ...fence, body };
  const longer = marks[0]!.repeat(longest + 1);
  const lengthen = (line: string) => line.replace(/`{3,}|~{3,}/, longer);
  return { ...fence, open: lengthen(fence.open), body, close: lengthen(fence.close) };
}

function ending(fence: Fence): string {
  return /(\r\n|\n|\r)$/.exec(fence.open)?.[0] ?? '\n';
}

/** What stands before the fence on its line, as it is repeated on the lines below: a list's bullet becomes spaces. */
function container(fence: Fence): string {
  return fence.open.slice(0, fence.column - 1).replace(/[^\s>]/g, ' ');
}
