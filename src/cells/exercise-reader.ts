import type { Info } from './info.ts';
import type { Cell, Fence, Piece } from './types.ts';

type Blame = (fence: Fence, message: string, remedy: string, word?: string) => void;

/** Attributes that say how a cell is verified, which for an exercise its check does. */
const foreign = ['skip', 'raises', 'timeline'] as const;

/** What each fence of an exercise is for, as a remedy says it. */
const missing = {
  check: {
    message: 'has no check.',
    remedy: (language: string) =>
      `Write a fence \`\`\`${language} check after it: a program that fails with what is still wrong, as assert first == 1, "the first value should be 1".`,
  },
  solution: {
    message: 'has no solution.',
    remedy: (language: string) => `Write a fence \`\`\`${language} solution after it, in a <details> of its own.`,
  },
};

/** Puts exercises together: after the cell where the reader starts, a check and a solution, in any order, before the next cell. */
export class ExerciseReader {
  private readonly known = new Set<Cell>();
  private readonly blame: Blame;
  private current: { cell: Cell; fence: Fence; check?: Piece; solution?: Piece } | undefined;

  constructor(blame: Blame) {
    this.blame = blame;
  }

  has(cell: Cell): boolean {
    return this.known.has(cell);
  }

  open(cell: Cell, info: Info, fence: Fence): void {
    if (info.name === undefined)
      this.blame(fence, 'an exercise needs a name.', 'Write name=lazy-words, by which readers find it again.');
    for (const word of foreign)
      if (info[word])
        this.blame(fence, `an exercise has no ${word}.`, `Remove ${word}; the check says what is asked.`, word);
    this.known.add(cell);
    this.current = { cell, fence };
  }

  add(kind: 'check' | 'solution', fence: Fence): void {
    const { current } = this;
    const rest = fence.info.slice(kind.length).trim();
    if (rest) this.blame(fence, `a ${kind} has no attributes.`, `Write ${kind} alone.`, rest);
    if (!current) {
      this.blame(
        fence,
        `this ${kind} belongs to no exercise.`,
        `Put it after a fence like \`\`\`${fence.language} exercise name=lazy-words, and before the next cell.`,
      );
      return;
    }
    if (fence.language !== current.cell.language)
      this.blame(
        fence,
        `this ${kind} is ${fence.language}, and its exercise ${current.cell.language}.`,
        `Write it in ${current.cell.language}.`,
      );
    const earlier = current[kind];
    if (earlier)
      this.blame(
        fence,
        `this exercise has two ${kind}s.`,
        `Keep the one at line ${earlier.line}, or make two exercises.`,
      );
    current[kind] = { text: fence.text, line: fence.line };
  }

  /** To be called where an exercise must be complete: at the next cell and at the end. */
  close(): void {
    if (!this.current) return;
    const { cell, fence, check, solution } = this.current;
    this.current = undefined;
    if (check && solution) Object.assign(cell, { exercise: { check, solution } });
    for (const kind of ['check', 'solution'] as const) {
      if ({ check, solution }[kind]) continue;
      const { message, remedy } = missing[kind];
      this.blame(fence, `the exercise ${cell.name} ${message}`, remedy(cell.language));
    }
  }
}
