/** The question in which Pythons a cell runs: asked, answered and closed again. Who answers it is fetched when it is first asked. */
import type { Program } from '../../src/sandbox/protocol.ts';
import type { Controls } from './controls.ts';
import { make } from './dom.ts';

export class Question {
  readonly #name: string;
  readonly #controls: Controls;
  #part: HTMLElement | undefined;
  #asking: AbortController | undefined;

  constructor(name: string, controls: Controls) {
    this.#name = name;
    this.#controls = controls;
  }

  /** Asks of this program, or closes the answers that are shown. */
  async toggle(program: Program): Promise<void> {
    if (this.close()) return;
    const asking = new AbortController();
    const part = make('div', 'part pythons', make('p', 'caption label', 'In which Pythons does this run?'));
    this.#asking = asking;
    this.#part = part;
    this.#controls.row.after(part);
    this.#controls.asking(true);
    try {
      const { askAll } = await import('./pythons.ts');
      await askAll(part, program, this.#name, asking.signal);
    } catch {
      if (asking.signal.aborted) return;
      this.close();
      this.#controls.say('the Pythons could not be fetched. Pythons tries again', 'bad');
    }
  }

  /** Whether there was anything to close. */
  close(): boolean {
    this.#asking?.abort();
    this.#part?.remove();
    const open = this.#part !== undefined;
    this.#part = undefined;
    this.#controls.asking(false);
    return open;
  }
}
