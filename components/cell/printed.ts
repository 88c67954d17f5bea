/**
 * The paper under a cell. At rest it holds the book's transcript. While the program runs, what it prints arrives here; when it has
 * ended, either the transcript stands again, confirmed, or the difference does.
 */
import { compare, type DifferenceLine } from '../../src/cells/compare.ts';
import { watch } from '../chrome/scrolling.ts';
import { make } from './dom.ts';
import type { Plate } from './plate.ts';

export class Printed {
  readonly #part: HTMLElement;
  readonly #caption: HTMLElement;
  readonly #listing: HTMLElement;
  readonly #resting: { caption: string; content: Node[]; hidden: boolean };
  readonly #authored: string;
  #text = '';
  /** What stood here before a replay. */
  #before: { caption: string; content: Node[]; hidden: boolean } | undefined;

  constructor(plate: Plate) {
    let part = plate.printed;
    if (!part) {
      // A cell that prints nothing has no paper yet; it gets some if it prints after all.
      part = make('div', 'part transcript', make('p', 'caption label'), make('pre', 'listing', make('code', '')));
      part.hidden = true;
      plate.figure.append(part);
      watch(part.querySelector<HTMLElement>('.listing')!);
    }
    this.#part = part;
    this.#caption = part.querySelector('.caption')!;
    this.#listing = part.querySelector('.listing')!;
    this.#authored = this.#caption.textContent;
    this.#resting = {
      caption: this.#caption.textContent,
      content: [...this.#listing.childNodes],
      hidden: !plate.printed,
    };
  }

  /** Says whose transcript this is, once the program above it is no longer its author's. */
  ofEdited(edited: boolean): void {
    const caption = edited ? 'The author’s version prints' : this.#authored;
    if (this.#caption.textContent === this.#resting.caption) this.#caption.textContent = caption;
    this.#resting.caption = caption;
  }

  /** Everything that the last run has printed so far. */
  get text(): string {
    return this.#text;
  }

  /** Clears the paper for a run. It keeps its height until the end, so that the page does not jump. */
  begin(): void {
    this.#text = '';
    this.#part.style.minHeight = `${this.#part.offsetHeight}px`;
    this.#listing.replaceChildren(make('code', 'live'));
    this.#caption.textContent = 'Printing';
    if (!this.#resting.hidden) this.#part.hidden = false;
  }

  add(stream: 'stdout' | 'stderr', text: string): void {
    this.#text += text;
    this.#part.hidden = false;
    const live = this.#listing.firstElementChild ?? this.#listing;
    live.append(stream === 'stderr' ? make('span', 'stderr', text) : text);
  }

  /** Puts the author's transcript back. */
  rest(): void {
    this.#end(this.#resting.caption);
    this.#listing.replaceChildren(...this.#resting.content);
    this.#part.hidden = this.#resting.hidden;
  }

  /** Leaves what was printed where it is: the run ended before it could be compared. */
  cut(why: string): void {
    this.#end(why);
    if (this.#text === '') this.#listing.replaceChildren(make('code', 'nothing', 'Nothing was printed.'));
    this.#part.hidden = false;
  }

  /** Holds the output against the transcript: both agree and it stands again, or the difference is shown. Answers how many lines differ. */
  compare(transcript: string): number {
    const comparison = compare(transcript, this.#text);
    if (comparison.agrees) {
      this.rest();
      if (this.#resting.caption !== this.#authored) this.#caption.textContent = 'Your version prints';
      return 0;
    }
    const { difference } = comparison;
    const count = (wanted: DifferenceLine['sign']): number => difference.filter(({ sign }) => sign === wanted).length;
    this.#end('What this run printed, against the book');
    this.#part.hidden = false;
    this.#listing.replaceChildren(make('code', 'difference', ...difference.map(row)));
    return Math.max(count('+'), count('-'));
  }

  /** From here on `replay` says what stands here, until `endReplay`. The paper keeps its height, so that the page does not jump. */
  beginReplay(): void {
    const content = [...this.#listing.childNodes];
    this.#before = { caption: this.#caption.textContent, content, hidden: this.#part.hasAttribute('hidden') };
    this.#part.style.minHeight = `${this.#part.offsetHeight}px`;
    this.#caption.textContent = 'Printed so far';
  }

  replay(text: string): void {
    this.#listing.replaceChildren(make('code', 'live', text));
  }

  endReplay(): void {
    if (!this.#before) return;
    const { caption, content, hidden } = this.#before;
    this.#before = undefined;
    this.#listing.replaceChildren(...content);
    this.#part.hidden = hidden;
    this.#end(caption);
  }

  #end(caption: string): void {
    this.#part.style.minHeight = '';
    this.#caption.textContent = caption;
  }
}

const marks = { ' ': '  ', '-': '− ', '+': '+ ' };
const words = { ' ': '', '-': 'in the book only: ', '+': 'in this run only: ' };
const kinds = { ' ': 'same', '-': 'book', '+': 'here' };

function row({ sign, text }: DifferenceLine): HTMLElement {
  const mark = make('span', 'mark', marks[sign]);
  mark.ariaHidden = 'true';
  const said = words[sign] ? [make('span', 'visually-hidden', words[sign])] : [];
  return make('span', `line ${kinds[sign]}`, mark, ...said, `${text}\n`);
}
