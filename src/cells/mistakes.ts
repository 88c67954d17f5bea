import type { Mistake } from './types.ts';

/** Thrown for a chapter that cannot be read; lists every mistake in it, in the order of the lines. */
export class ChapterError extends Error {
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    const sorted = [...mistakes].sort((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
    super(sorted.map(describe).join('\n'));
    this.name = 'ChapterError';
    this.mistakes = sorted;
  }
}

/** `content/x.mdx:11:4: what is wrong`, and below it what to do. */
export function describe(mistake: Mistake): string {
  const { path, line, column, message, remedy } = mistake;
  return `${path}:${line}${column === undefined ? '' : `:${column}`}: ${message}\n    ${remedy}`;
}

/** The one of `words` that `word` was probably meant to be: at most a third of its letters differ. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const ranked = words
    .map((candidate) => ({ candidate, far: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3)))
    .sort((a, b) => a.far - b.far);
  return ranked[0]?.candidate;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, rows[i - 2]![j - 2]! + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
