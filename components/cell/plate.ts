/** What a plate says, read back from its HTML: the page is the only copy of a cell that the browser gets. */
import type { Language, Program, Source } from '../../src/sandbox/protocol.ts';

export interface Plate {
  name: string;
  chapter: string;
  language: Language;
  era: string | undefined;
  session: string;
  /** The exception that the cell is meant to end in. */
  raises: string | undefined;
  /** It may await outside of functions. */
  awaits: boolean;
  /** Why the cell does not run; such a cell gets no controls beyond Copy. */
  skip: string | undefined;
  /** The author's program, and what the author says that it prints. */
  text: string;
  transcript: string;
  input: string | undefined;
  /** The program that says what is still wrong with the reader's; undefined when the cell is no exercise. */
  check: string | undefined;
  figure: HTMLElement;
  listing: HTMLElement;
  printed: HTMLElement | undefined;
}

export function readPlate(cell: HTMLElement): Plate {
  const { cell: name = '', language, era, session = '', raises, skip } = cell.dataset;
  const figure = required(cell, '.plate');
  const printed = cell.querySelector<HTMLElement>('.transcript') ?? undefined;
  return {
    name,
    chapter: cell.closest<HTMLElement>('[data-chapter]')?.dataset.chapter ?? '',
    language: language === 'js' ? 'js' : 'python',
    era,
    session,
    raises,
    awaits: 'await' in cell.dataset,
    skip,
    text: textOf(required(figure, ':scope > .listing')),
    transcript: printed ? textOf(required(printed, '.listing')) : '',
    input: optionalText(cell.querySelector('.given .listing')),
    check: 'exercise' in cell.dataset ? checkOf(name) : undefined,
    figure,
    listing: required(figure, ':scope > .listing'),
    printed,
  };
}

/** The program that running a cell means: the earlier cells of its session, silently, and then the cell. */
export function programOf({ language, era, input }: Plate, sources: Source[]): Program {
  return { language, sources, ...(era !== undefined && { era }), ...(input !== undefined && { stdin: input }) };
}

/** A cell as one of a program's sources, with the author's text or the reader's. */
export function sourceOf({ name, raises, awaits, input }: Plate, text: string): Source {
  return {
    filename: filename(name),
    text,
    ...(raises !== undefined && { raises }),
    ...(awaits && { await: true as const }),
    ...(input !== undefined && { stdin: input }),
  };
}

/** What a traceback calls a cell. */
export function filename(name: string): string {
  return `<cell ${name}>`;
}

function checkOf(name: string): string {
  return textOf(required(document.body, `[data-check-of="${CSS.escape(name)}"] .listing`));
}

/** A listing's text, ending in one newline as a file does. */
function textOf(listing: Element): string {
  const text = listing.textContent;
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function optionalText(listing: Element | null): string | undefined {
  return listing ? textOf(listing) : undefined;
}

function required(within: Element, selector: string): HTMLElement {
  const found = within.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`a cell's plate has no ${selector}: it was not drawn by components/markdown/cells.ts`);
  return found;
}
