/**
 * A chapter as the page, the tests and `-u` see it: its text cut into segments that give back the same bytes, and the
 * cells that stand in its fences.
 */
import type { Era } from '../python/compiler/eras.ts';
import type { Language } from '../sandbox/protocol.ts';

export type { Era } from '../python/compiler/eras.ts';
export type { Language } from '../sandbox/protocol.ts';

/** Lines of the chapter between two fences, endings and all. */
export interface Prose {
  kind: 'prose';
  raw: string;
}

/** A fenced code block, as CommonMark means it. */
export interface Fence {
  kind: 'fence';
  /** The opening line, the lines between and the closing line (empty when the fence is never closed), as they stand. */
  open: string;
  body: string;
  close: string;
  /** The first word after the backticks; empty for a fence without one. */
  language: string;
  /** What follows it. */
  info: string;
  /** What stands between the fences without the indentation of the list or quotation around it; `\n` ends every line. */
  text: string;
  /** Line of the opening fence in the file; 1-based, as all lines and columns here. */
  line: number;
  /** Column of the first backtick or tilde. */
  column: number;
}

export type Segment = Prose | Fence;

export interface Attributes {
  /** Starts a new session. */
  fresh: boolean;
  /** Why the cell is not run. */
  skip?: string;
  /** The exception that the cell must end in: the name of its class. */
  raises?: string;
  /** Draw the trace. */
  timeline: boolean;
  /** It may await outside of functions, as in `python -m asyncio`. */
  await?: true;
  /** Which real CPython confirms the cell: absent, the nearest to its era; `off`, none, for this reason. */
  oracle?: { version: string } | { off: string };
}

/** A fence that goes with an exercise. */
export interface Piece {
  text: string;
  /** Line of its opening fence. */
  line: number;
}

/** A listing of what the compiler makes of a function. */
export interface Becomes extends Piece {
  /** The function's name. */
  of: string;
}

/** A task for the reader. */
export interface Exercise {
  /** Runs after the reader's program, in its session, and raises a sentence that says what is still wrong. */
  check: Piece;
  /** One program that passes. */
  solution: Piece;
}

export interface Cell {
  /** Position among the chapter's cells, from 0. */
  index: number;
  /** The author's, or `cell-3` for the third cell of the chapter: anchor and test name. */
  name: string;
  language: Language;
  /** Absent for js. */
  era?: Era;
  /** The source; `\n` ends every line. */
  text: string;
  input: string | null;
  transcript: string | null;
  attributes: Attributes;
  /** What makes this cell an exercise: it is then where the reader starts, and no later cell goes on from it. */
  exercise?: Exercise;
  /** The JavaScript that a function of it becomes, as the chapter shows it. */
  becomes?: Becomes;
  /** The number of its session in the chapter, from 1. */
  session: number;
  /** Line of the opening fence, and of the first line of source; lines of the fences that go with it. */
  line: number;
  codeLine: number;
  inputLine?: number;
  transcriptLine?: number;
}

/** The values of the YAML at the top of a chapter; what the site needs of them its schema says. */
export interface Frontmatter {
  raw: string;
  values: Record<string, unknown>;
  /** The chapter's era, for cells that name none. */
  era?: Era;
}

export interface Chapter {
  /** As given to the parser: relative to the repository, in messages and test names. */
  path: string;
  frontmatter: Frontmatter;
  segments: Segment[];
  cells: Cell[];
}

/** What an author did and what to do instead. */
export interface Mistake {
  path: string;
  line: number;
  column?: number;
  message: string;
  remedy: string;
}
