/** A connection as a peer outside the program has it: it is called when something arrives, and may answer later. */
import type { Flow, Time } from './flow.ts';

export class Line {
  readonly #time: Time;
  readonly #incoming: Flow;
  readonly #outgoing: Flow;
  readonly #reset: () => void;
  #over = false;
  /** What does not fit into the buffer yet. */
  #rest = '';
  #closing = false;
  /** Called with what has arrived. */
  onData: (data: string) => void = () => {};
  /** Called when the program has closed its side: the line is closed, unless told otherwise. */
  onEnd: () => void = () => this.close();

  constructor(time: Time, incoming: Flow, outgoing: Flow, reset: () => void) {
    this.#time = time;
    this.#incoming = incoming;
    this.#outgoing = outgoing;
    this.#reset = reset;
    incoming.onArrival = () => this.#arrived();
    outgoing.onRoom = () => this.#push();
  }

  #arrived(): void {
    const data = this.#incoming.read(Infinity);
    if (this.#over) return;
    if (data) this.onData(data);
    if (this.#incoming.ended && !this.#over) this.onEnd();
  }
  #push(): void {
    if (this.#rest !== '') this.#rest = this.#rest.slice(this.#outgoing.send(this.#rest));
    if (this.#rest === '' && this.#closing) this.#outgoing.finish();
  }

  /** Does something `seconds` from now, unless the line is gone by then. */
  later(seconds: number, action: () => void): void {
    this.#time.at(this.#time.now + seconds, () => {
      if (!this.#over) action();
    });
  }
  send(data: string): void {
    if (this.#over || this.#closing) return;
    this.#rest += data;
    this.#push();
  }
  close(): void {
    this.#closing = true;
    this.#push();
  }
  /** Cuts the connection: the program finds it reset. */
  drop(): void {
    this.#over = true;
    this.#outgoing.finished = true;
    this.#reset();
  }
}
