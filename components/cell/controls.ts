/** The one quiet row under a program: what can be done with it, and in words where it stands. */
import type { Plate } from './plate.ts';
import { button, make } from './dom.ts';
import type { Tone, Verdict } from './verdict.ts';

export interface Actions {
  run(): void;
  stop(): void;
  edit(): void;
  reset(): void;
  copy(): void;
  javascript(): void;
  watch(): void;
  pythons(): void;
}

export class Controls {
  /** Stands under the program. */
  readonly row: HTMLElement;
  /** Stands beside the stamp: what is no longer the author's. */
  readonly marks: HTMLElement;
  readonly #run: HTMLButtonElement;
  readonly #stop: HTMLButtonElement;
  readonly #edit: HTMLButtonElement;
  readonly #reset: HTMLButtonElement;
  readonly #javascript: HTMLButtonElement | undefined;
  readonly #watch: HTMLButtonElement;
  readonly #pythons: HTMLButtonElement | undefined;
  readonly #state: HTMLElement;
  readonly #name: string;
  #tone: Tone = 'plain';
  #edited = false;
  #stale = false;

  constructor(plate: Plate, actions: Actions) {
    const { name } = plate;
    this.#name = name;
    this.#run = button('Run', name, actions.run);
    this.#run.classList.add('run');
    this.#run.title = 'Ctrl-Enter or Shift-Enter';
    this.#stop = button('Stop', name, actions.stop);
    this.#edit = button('Edit', name, actions.edit);
    this.#reset = button('Reset', `${name} to the author’s text`, actions.reset);
    const copy = button('Copy', name, actions.copy);
    this.#javascript =
      plate.language === 'python' ? button('JavaScript', `or JS that ${name} becomes`, actions.javascript) : undefined;
    // On a phone it is called JS, so that all of them stand in one row; its name for who hears or speaks it holds both words.
    this.#javascript?.replaceChildren(make('span', 'long', 'JavaScript'), make('span', 'short', 'JS'));
    this.#pythons =
      plate.language === 'python' ? button('Pythons', `that ${name} runs in`, actions.pythons) : undefined;
    if (this.#pythons) {
      this.#pythons.ariaExpanded = 'false';
      this.#pythons.title = 'In which Pythons does this run?';
    }
    this.#watch = button('Watch', `${name} run`, actions.watch);
    this.#watch.ariaExpanded = 'false';
    this.#watch.hidden = true;
    this.#state = make('span', 'state');
    this.#state.role = 'status';
    this.marks = make('span', 'marks');
    this.#stop.hidden = true;
    this.#reset.hidden = true;
    this.#edit.ariaExpanded = 'false';
    if (this.#javascript) this.#javascript.ariaExpanded = 'false';
    const buttons = plate.skip
      ? [copy]
      : [
          this.#run,
          this.#stop,
          this.#edit,
          this.#reset,
          this.#watch,
          copy,
          ...[this.#pythons, this.#javascript].filter((each) => each !== undefined),
        ];
    this.row = make('div', 'controls label', ...buttons, this.#state);
    this.row.role = 'group';
    this.row.ariaLabel = `Program ${name}`;
  }

  /** Says where the cell stands, and answers what it said before. */
  say(words: string, tone: Tone): Verdict {
    const before: Verdict = { words: this.#state.textContent, tone: this.#tone };
    this.#tone = tone;
    this.#state.textContent = words;
    this.row.dataset.tone = tone;
    return before;
  }

  /** How much of the sandbox has arrived, 0 to 1. */
  progress(share: number): void {
    this.row.style.setProperty('--arrived', share.toFixed(3));
  }

  /** Run and Stop change places; the focus goes along. */
  busy(running: boolean): void {
    const [shown, gone] = running ? [this.#stop, this.#run] : [this.#run, this.#stop];
    const focused = gone === document.activeElement;
    shown.hidden = false;
    gone.hidden = true;
    if (focused) shown.focus();
  }

  edited(edited: boolean): void {
    this.#edited = edited;
    if (!edited && this.#reset === document.activeElement) this.#edit.focus();
    this.#reset.hidden = !edited;
    this.#mark();
  }

  stale(stale: boolean): void {
    this.#stale = stale;
    this.#mark();
  }

  editing(open: boolean): void {
    this.#edit.ariaExpanded = String(open);
    const word = open ? 'Close' : 'Edit';
    this.#edit.textContent = word;
    this.#edit.ariaLabel = `${word} ${this.#name}`;
  }

  showing(open: boolean): void {
    if (this.#javascript) this.#javascript.ariaExpanded = String(open);
  }

  asking(open: boolean): void {
    if (this.#pythons) this.#pythons.ariaExpanded = String(open);
  }

  /** There is something to watch. */
  watchable(): void {
    this.#watch.hidden = false;
  }

  watching(open: boolean): void {
    this.#watch.ariaExpanded = String(open);
  }

  #mark(): void {
    this.marks.textContent = [...(this.#edited ? ['edited'] : []), ...(this.#stale ? ['output is stale'] : [])].join(
      ', ',
    );
  }
}
