/**
 * `<book-cell>`: makes a plate runnable. The HTML inside is complete without it; this adds the controls, runs the program in the
 * sandbox, and says in words where things stand. Nothing of the sandbox or the editor is fetched before it is asked for.
 */
import { watch } from '../chrome/scrolling.ts';
import { AT_ONCE } from '../../src/sandbox/client.ts';
import { checkName, stillWrong, withCheck } from '../../src/cells/exercise.ts';
import type { Outcome, Program, Source } from '../../src/sandbox/protocol.ts';
import type { TraceEvent } from '../../src/scheduler/trace.ts';
import { Controls } from './controls.ts';
import { make } from './dom.ts';
import { keepEdit, loadEdit } from './edits.ts';
import type { Editor } from './editor.ts';
import { programOf, readPlate, sourceOf, type Plate } from './plate.ts';
import { Printed } from './printed.ts';
import { Question } from './question.ts';
import { attemptVerdict, verdict } from './verdict.ts';
import { Watching, type Recording } from './watching.ts';

/** What the text of a program holds that may be worth watching: generators and coroutines, or a kernel that runs them. */
const may = { python: /\b(yield|await|async)\b/, js: /from 'scheduler'/ };

export class BookCell extends HTMLElement {
  #plate!: Plate;
  #controls!: Controls;
  #printed!: Printed;
  #watching!: Watching;
  #question!: Question;
  #editor: Editor | undefined;
  #editorHost: HTMLElement | undefined;
  /** The program as it now stands on the page: the author's or the reader's. */
  #text = '';
  #running: AbortController | undefined;
  /** The author's listing with its colours, while the reader's text stands in its place. */
  #authors: Node[] | undefined;
  /** What the last run ran: when the page no longer says the same, its output is stale. */
  #ran: string | undefined;
  /** The record of the last run, if that was recorded. */
  #recording: Recording | undefined;

  connectedCallback(): void {
    if (this.#plate) return;
    this.#plate = readPlate(this);
    this.#text = this.#plate.text;
    this.#printed = new Printed(this.#plate);
    this.#controls = new Controls(this.#plate, {
      run: () => void this.run(),
      stop: () => this.#stop(),
      edit: () => void this.#edit(),
      reset: () => this.#reset(),
      copy: () => void this.#copy(),
      javascript: () => void this.#javascript(),
      watch: () => void this.#watch(),
      pythons: () => void this.#question.toggle(programOf(this.#plate, this.#sources())),
    });
    this.#question = new Question(this.#plate.name, this.#controls);
    this.#watching = new Watching(this.#plate, this.#printed, () => this.#controls.watching(false));
    if (this.#watching.authors) this.#controls.watchable();
    this.#plate.listing.after(this.#controls.row);
    this.#plate.figure.querySelector('.stamp')?.after(this.#controls.marks);
    this.addEventListener('keydown', this.#key);
    const kept = loadEdit(this.#plate.chapter, this.#plate.name);
    if (kept && kept.text !== this.#plate.text) {
      this.#change(kept.text);
      this.#showText();
      if (kept.from !== this.#plate.text)
        this.#controls.say('your version; the book’s has changed since you made it', 'plain');
    }
  }

  /** A reader who leaves takes the program's time with them. */
  disconnectedCallback(): void {
    this.#running?.abort(AT_ONCE);
    this.#question.close();
  }

  get edited(): boolean {
    return this.#text !== this.#plate.text;
  }

  /** What later cells of the session replay. */
  get source(): Source {
    return sourceOf(this.#plate, this.#text);
  }

  /** Runs the cell after the earlier ones of its session, as they now stand on the page, in a fresh sandbox. */
  async run(): Promise<void> {
    await this.#run(false);
  }

  /** @param watch whether to open the player over the run when it has ended */
  async #run(watch: boolean): Promise<void> {
    if (this.#running || this.#plate.skip) return;
    this.#watching.close();
    const stop = new AbortController();
    this.#running = stop;
    const earlier = this.#earlier();
    const editedBefore = earlier.filter((cell) => cell.edited).map((cell) => cell.#plate.name);
    const sources = this.#sources();
    // A timeline that stands on the page is of the program that stands there.
    const record = watch || (this.#watching.authors !== undefined && (this.edited || editedBefore.length > 0));
    const program: Program = { ...programOf(this.#plate, sources), ...(record && { trace: true }) };
    const events: TraceEvent[] = [];
    this.#recording = undefined;
    this.#ran = JSON.stringify(program.sources);
    this.#controls.busy(true);
    this.#controls.say('fetching the sandbox', 'busy');
    this.#printed.begin();
    let outcome: Outcome;
    let wrong: string | undefined;
    try {
      const { execute } = await import('./sandbox.ts');
      outcome = await execute(
        program,
        (event) => {
          if (this.#running !== stop) return;
          if (event.type === 'output') this.#printed.add(event.stream, event.text);
          else events.push(...event.events);
        },
        stop.signal,
        {
          arrived: (share) => this.#controls.progress(share),
          started: () => this.#running === stop && this.#controls.say('running', 'busy'),
        },
      );
      if (this.#plate.check !== undefined && outcome.status === 'done' && this.#running === stop)
        wrong = await this.#check(program, this.#plate.check, stop.signal);
    } catch (error) {
      if (this.#running !== stop) return;
      this.#end();
      this.#printed.rest();
      this.#controls.say(
        `the sandbox did not start: ${error instanceof Error ? error.message : 'no connection'}. Run tries again`,
        'bad',
      );
      return;
    }
    if (this.#running !== stop) return;
    this.#end();
    this.#conclude(program.sources, outcome, editedBefore, wrong);
    if (record) await this.#drawRun({ events, output: this.#printed.text }, watch);
    else {
      this.#watching.restore();
      if (sources.some(({ text }) => may[this.#plate.language].test(text))) this.#controls.watchable();
    }
  }

  /** Interrupts the program: what it still has to say, it may. */
  #stop(): void {
    if (!this.#running || this.#running.signal.aborted) return;
    this.#controls.say('stopping', 'busy');
    this.#running.abort();
  }

  async #drawRun(recording: Recording, watch: boolean): Promise<void> {
    if (!(await this.#watching.draw(recording))) {
      if (watch) this.#controls.say('nothing to watch: no generator and no coroutine ran', 'plain');
      return;
    }
    this.#recording = recording;
    if (watch) await this.#openPlayer(recording);
  }

  async #watch(): Promise<void> {
    if (this.#watching.open) {
      this.#watching.close();
      return;
    }
    const { authors } = this.#watching;
    const own = this.edited || this.#earlier().some((cell) => cell.edited);
    const known = this.#recording && !this.classList.contains('stale') ? this.#recording : own ? undefined : authors;
    try {
      if (known) await this.#openPlayer(known);
      else await this.#run(true);
    } catch {
      this.#controls.say('the player could not be fetched. Watch tries again', 'bad');
    }
  }

  async #openPlayer(recording: Recording): Promise<void> {
    if (this.#editor) this.#closeEditor();
    await this.#watching.watch(recording);
    this.#controls.watching(true);
  }

  /** Runs the exercise once more with its check after it; answers what is still wrong. */
  async #check(program: Program, check: string, signal: AbortSignal): Promise<string | undefined> {
    const { execute } = await import('./sandbox.ts');
    const source = { filename: checkName(this.#plate.name), text: check };
    let written = '';
    const outcome = await execute(
      withCheck(program, this.#printed.text, source),
      (event) => {
        if (event.type === 'output') written += event.text;
      },
      signal,
      { arrived: () => undefined, started: () => undefined },
    );
    return stillWrong(outcome, written);
  }

  #conclude(
    sources: readonly Source[],
    outcome: Outcome,
    editedBefore: readonly string[],
    wrong: string | undefined,
  ): void {
    const { name } = this.#plate;
    const failedBefore =
      outcome.source < sources.length - 1 && !['done', 'stopped', 'crashed'].includes(outcome.status);
    const cut = failedBefore || ['stopped', 'limit', 'crashed'].includes(outcome.status);
    const edited = this.edited || editedBefore.length > 0;
    if (cut) {
      this.#printed.cut(failedBefore ? 'Printed' : 'Printed until it was ended');
      const where = failedBefore ? sources[outcome.source]?.filename.replace(/^<cell (.*)>$/, '$1') : undefined;
      const { words, tone } = where
        ? { words: `did not come to this cell: ${where} above it ended first`, tone: 'bad' as const }
        : verdict(this.#plate, outcome, 0, edited);
      this.#controls.say(words, tone);
    } else if (this.#plate.check !== undefined) {
      this.#printed.cut('Printed');
      const { words, tone } = attemptVerdict(outcome, wrong);
      this.#controls.say(words, tone);
    } else {
      const differences = this.#printed.compare(this.#plate.transcript);
      const { words, tone } = verdict(this.#plate, outcome, differences, edited);
      const with_ = editedBefore.length ? `, with your version of ${editedBefore.join(' and ')}` : '';
      this.#controls.say(words + with_, tone);
    }
    this.dispatchEvent(new CustomEvent('cell-ended', { bubbles: true, detail: { name, outcome } }));
    this.#checkStale();
  }

  #end(): void {
    this.#running = undefined;
    this.#controls.busy(false);
  }

  /** What running the cell means, as the page now stands. */
  #sources(): Source[] {
    return [...this.#earlier().map((cell) => cell.source), this.source];
  }

  /** The runnable cells of this session that stand above this one. */
  #earlier(): BookCell[] {
    const all = document.querySelectorAll<BookCell>(
      `book-cell[data-session="${this.#plate.session}"]:not([data-skip], [data-exercise])`,
    );
    const above = (cell: BookCell): boolean =>
      (this.compareDocumentPosition(cell) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    return [...all].filter((cell) => cell instanceof BookCell && above(cell));
  }

  /** Takes a new text as the cell's own, wherever it came from. */
  #change(text: string): void {
    this.#text = text;
    this.classList.toggle('edited', this.edited);
    this.#controls.edited(this.edited);
    this.#printed.ofEdited(this.edited);
    this.#closeJavascript();
    this.#question.close();
    for (const cell of document.querySelectorAll('book-cell')) {
      if (cell instanceof BookCell) cell.#checkStale();
    }
  }

  /** Output that another text has printed is said to be stale; it stays readable. */
  #checkStale(): void {
    if (this.#ran === undefined || this.#running) return;
    const now = JSON.stringify(this.#sources());
    const stale = now !== this.#ran;
    this.classList.toggle('stale', stale);
    this.#controls.stale(stale);
  }

  async #edit(): Promise<void> {
    if (this.#editor) {
      this.#closeEditor();
      return;
    }
    const said = this.#controls.say('fetching the editor', 'busy');
    try {
      const { openEditor } = await import('./editor.ts');
      // A second press on Edit while the first was waiting.
      if (this.#editor) return;
      this.#editorHost = make('div', 'editor');
      this.#plate.listing.after(this.#editorHost);
      this.#plate.listing.hidden = true;
      this.#editor = openEditor(this.#editorHost, {
        text: this.#text.replace(/\n$/, ''),
        language: this.#plate.language,
        label: `Program ${this.#plate.name}. Escape, then Tab, leaves the editor.`,
        change: (typed) => {
          const text = typed.endsWith('\n') ? typed : `${typed}\n`;
          this.#change(text);
          keepEdit(this.#plate.chapter, this.#plate.name, this.edited ? { text, from: this.#plate.text } : undefined);
        },
        run: () => void this.run(),
      });
      this.#editor.focus();
      this.#controls.editing(true);
      this.#controls.say(said.words, said.tone);
    } catch {
      this.#editorHost?.remove();
      this.#plate.listing.hidden = false;
      this.#controls.say('the editor could not be fetched. Edit tries again', 'bad');
    }
  }

  #closeEditor(): void {
    this.#editor?.close();
    this.#editorHost?.remove();
    this.#editor = undefined;
    this.#plate.listing.hidden = false;
    this.#showText();
    this.#controls.editing(false);
  }

  /** Puts the present text into the listing: the author's with its colours, the reader's plain. */
  #showText(): void {
    const { listing } = this.#plate;
    this.#authors ??= [...listing.childNodes];
    if (this.edited) listing.replaceChildren(make('code', '', this.#text));
    else listing.replaceChildren(...this.#authors);
  }

  #reset(): void {
    this.#running?.abort(AT_ONCE);
    this.#end();
    keepEdit(this.#plate.chapter, this.#plate.name, undefined);
    this.#editor?.replace(this.#plate.text.replace(/\n$/, ''));
    this.#change(this.#plate.text);
    if (!this.#editor) this.#showText();
    this.#printed.rest();
    this.#watching.restore();
    this.#recording = undefined;
    this.#ran = undefined;
    this.classList.remove('stale');
    this.#controls.stale(false);
    this.#controls.say('the author’s text again', 'plain');
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#text);
      this.#controls.say('copied', 'plain');
    } catch {
      this.#controls.say('the browser would not copy; select the text instead', 'bad');
    }
  }

  async #javascript(): Promise<void> {
    if (this.#closeJavascript()) return;
    let text: string;
    try {
      const { javascriptOf } = await import('./javascript.ts');
      text = await javascriptOf(this.#sources(), this.#plate.era ?? '');
    } catch {
      this.#controls.say('the compiler could not be fetched. JavaScript tries again', 'bad');
      return;
    }
    const code = make('code', '', text);
    const listing = make('pre', 'listing', code);
    const part = make('div', 'part javascript', make('p', 'caption label', 'The JavaScript this becomes'), listing);
    watch(listing);
    this.#controls.row.after(part);
    this.#controls.showing(true);
  }

  /** Whether there was anything to close. */
  #closeJavascript(): boolean {
    const shown = this.querySelector('.javascript');
    shown?.remove();
    this.#controls.showing(false);
    return shown !== null;
  }

  #key = (event: KeyboardEvent): void => {
    const asked = event.key === 'Enter' && (event.ctrlKey || event.metaKey || event.shiftKey);
    if (!asked || event.defaultPrevented) return;
    event.preventDefault();
    void this.run();
  };
}

customElements.define('book-cell', BookCell);
