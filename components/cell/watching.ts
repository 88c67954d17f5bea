/** A cell's timeline, as the page came with it and as the reader's own runs draw it; the player over it is fetched when it is first asked for. */
import type { TraceEvent } from '../../src/scheduler/trace.ts';
import type { Player } from '../timeline/player.ts';
import { make } from './dom.ts';
import { filename, type Plate } from './plate.ts';
import type { Printed } from './printed.ts';

export interface Recording {
  events: TraceEvent[];
  output: string;
}

export class Watching {
  readonly #plate: Plate;
  readonly #printed: Printed;
  /** The part of the plate that the author asked for, and what stands in it. */
  readonly #authors: { part: HTMLElement; content: Node[]; recording: Recording } | undefined;
  #part: HTMLElement | undefined;
  #player: Player | undefined;
  /** The drawings without a playhead, while the player has theirs there. */
  #drawn: Node[] = [];
  #marked: HTMLElement[] = [];
  /** Called when the player is no longer open. */
  readonly #closed: () => void;

  constructor(plate: Plate, printed: Printed, closed: () => void) {
    this.#plate = plate;
    this.#printed = printed;
    this.#closed = closed;
    const part = plate.figure.querySelector<HTMLElement>('.timeline');
    if (!part) return;
    const { trace = '[]', output } = part.dataset;
    const recording = { events: JSON.parse(trace) as TraceEvent[], output: output ?? plate.transcript };
    this.#authors = { part, content: [...part.childNodes], recording };
    this.#part = part;
  }

  /** What the author's own program did; undefined when the author asked for no timeline. */
  get authors(): Recording | undefined {
    return this.#authors?.recording;
  }
  get open(): boolean {
    return this.#player !== undefined;
  }

  /** Draws a run of the reader's. Answers whether there was anything to draw. */
  async draw({ events, output }: Recording): Promise<boolean> {
    this.close();
    const { partOf } = await import('../timeline/player.ts');
    const content = partOf(events, output);
    if (!content) {
      this.restore();
      return false;
    }
    if (!this.#part) {
      this.#part = make('div', 'part timeline');
      this.#plate.figure.append(this.#part);
    }
    this.#part.replaceChildren(...content);
    return true;
  }

  /** Puts the player over what is drawn. */
  async watch({ events, output }: Recording): Promise<void> {
    const { Player } = await import('../timeline/player.ts');
    if (!this.#part || this.#player) return;
    this.#drawn = [...this.#part.querySelector('.frame')!.childNodes];
    this.#printed.beginReplay();
    this.#player = new Player(this.#part, this.#plate.name, events, output, {
      print: (text) => this.#printed.replay(text),
      mark: ({ place, outer = [] }) => this.#mark(place === undefined ? [] : [...outer, place]),
      close: () => this.close(),
    });
    this.#player.focus();
  }

  close(): void {
    if (!this.#player) return;
    this.#player.close();
    this.#player = undefined;
    this.#part?.querySelector('.frame')?.replaceChildren(...this.#drawn);
    this.#mark([]);
    this.#printed.endReplay();
    this.#closed();
  }

  /** As the page came. */
  restore(): void {
    this.close();
    if (this.#authors) this.#authors.part.replaceChildren(...this.#authors.content);
    else {
      this.#part?.remove();
      this.#part = undefined;
    }
  }

  /** Marks lines in the listings, the last of them strongest. A line of an earlier cell is marked there. */
  #mark(places: readonly { line: number; file?: string }[]): void {
    for (const listing of this.#marked) listing.classList.remove('marked');
    this.#marked = [];
    const innermost = places.at(-1);
    for (const place of places) {
      const { file = filename(this.#plate.name) } = place;
      const listing = this.#listingOf(file);
      if (!listing || this.#marked.includes(listing)) continue;
      // The first layer is on top.
      const here = places.filter((other) => (other.file ?? filename(this.#plate.name)) === file).toReversed();
      const layers = here.map((other) => `var(--mark-${other === innermost ? 'here' : 'outer'})`);
      const tops = here.map(({ line }) => `0 calc(var(--top) + ${line - 1} * 1lh)`);
      listing.style.setProperty('--marks', layers.join(', '));
      listing.style.setProperty('--places', tops.join(', '));
      listing.classList.add('marked');
      this.#marked.push(listing);
    }
  }

  /** The listing of a program of this session, by what a traceback calls it. */
  #listingOf(file: string): HTMLElement | undefined {
    const cells = document.querySelectorAll<HTMLElement>(`book-cell[data-session="${this.#plate.session}"]`);
    const cell = [...cells].find(({ dataset }) => filename(dataset.cell ?? '') === file);
    return cell?.querySelector<HTMLElement>('.plate > .listing') ?? undefined;
  }
}
