/** What a case says, and the short ways to write one. */
import type { Limits, Outcome, Program } from '../../src/sandbox/protocol.ts';

export interface Case {
  name: string;
  program: Program;
  /** Standard output and error, in the order in which they were written; a pattern where the text is long. */
  output: string | RegExp;
  /** What the outcome must say; fields that are left out may say anything. */
  outcome: Partial<Omit<Outcome, 'message'>> & { message?: RegExp };
}

export interface Result {
  output: string;
  outcome: Outcome;
}

export const js = (text: string | string[], more: { limits?: Partial<Limits> } = {}): Program => ({
  language: 'js',
  sources: [text].flat().map((one, index) => ({ filename: `<cell ${index + 1}>`, text: one })),
  ...more,
});

export const python = (text: string | string[], more: Partial<Program> = {}): Program => ({
  language: 'python',
  era: '3.13',
  sources: [text].flat().map((one, index) => ({ filename: `<cell ${index + 1}>`, text: one })),
  ...more,
});

export const done = { status: 'done', exit: 0 } as const;
