/** One direction of a connection: bytes that are under way, and bytes that have arrived and were not read yet. */
import { Ring } from '../scheduler/ring.ts';
import { EPIPE, Fault } from './faults.ts';

/** How bytes travel between two hosts. */
export interface Link {
  /** Seconds from one end to the other. */
  latency: number;
  /** Bytes a second; Infinity: all at once. */
  bandwidth: number;
  /** The most bytes that travel, and arrive, together. */
  segment: number;
}

/** Within one host: what is sent is there. */
export const loopback: Link = { latency: 0, bandwidth: Infinity, segment: Infinity };

/** How many bytes a flow holds, under way and unread, before its sender has to wait. */
export const CAPACITY = 212_992;

/** What a flow needs of the network: its time, and to be called back. */
export interface Time {
  readonly now: number;
  at(when: number, event: () => void): void;
}

export class Flow {
  capacity = CAPACITY;
  /** Nothing more will be sent. */
  finished = false;
  /** The end has arrived: after the unread bytes there are no more. */
  ended = false;
  /** The reader does not listen any more: what arrives is thrown away and answered by a reset. */
  deaf = false;
  /** Called when something has arrived, and when there is room again. */
  onArrival: () => void = () => {};
  onRoom: () => void = () => {};
  /** Called when bytes arrive at a deaf reader. */
  onRefused: () => void = () => {};
  readonly #link: Link;
  readonly #time: Time;
  readonly #chunks = new Ring<string>();
  /** How much of the first chunk has been read. */
  #read = 0;
  #unread = 0;
  #underway = 0;
  /** When the line is free for the next segment. */
  #free = 0;

  constructor(link: Link, time: Time) {
    this.#link = link;
    this.#time = time;
  }

  get unread(): number {
    return this.#unread;
  }
  get room(): number {
    return Math.max(0, this.capacity - this.#unread - this.#underway);
  }
  /** Worth waking a writer for: a third of the buffer is free, as with Linux's TCP. */
  get writable(): boolean {
    return (this.capacity - this.#unread - this.#underway) * 3 >= this.capacity;
  }

  /** Takes as many bytes as there is room for and answers how many: 0 when there is none. Throws Fault EPIPE after the end. */
  send(data: string): number {
    if (this.finished) throw new Fault(EPIPE);
    const size = Math.min(this.room, data.length);
    const { latency, bandwidth, segment } = this.#link;
    if (latency === 0 && bandwidth === Infinity) this.#arrive(data.slice(0, size));
    else
      for (let from = 0; from < size; from += segment) {
        const piece = data.slice(from, Math.min(size, from + segment));
        this.#underway += piece.length;
        this.#free = Math.max(this.#free, this.#time.now) + piece.length / bandwidth;
        this.#time.at(this.#free + latency, () => {
          this.#underway -= piece.length;
          this.#arrive(piece);
        });
      }
    return size;
  }

  /** Ends the flow, once what is under way has arrived. */
  finish(): void {
    if (this.finished) return;
    this.finished = true;
    const end = (): void => {
      this.ended = true;
      this.onArrival();
    };
    if (this.#link.latency === 0 && this.#link.bandwidth === Infinity) end();
    else this.#time.at(Math.max(this.#free, this.#time.now) + this.#link.latency, end);
  }

  /** At most `size` bytes of those that have arrived; undefined when there are none yet, '' after the end. */
  read(size: number, peek = false): string | undefined {
    if (this.#unread === 0) return this.ended ? '' : undefined;
    if (peek) return this.#peek(size);
    const wasWritable = this.writable;
    let out = '';
    for (let chunk = this.#chunks.first; chunk !== undefined && out.length < size; chunk = this.#chunks.first) {
      const piece = chunk.slice(this.#read, this.#read + size - out.length);
      out += piece;
      this.#read += piece.length;
      if (this.#read < chunk.length) break;
      this.#chunks.shift();
      this.#read = 0;
    }
    this.#unread -= out.length;
    if (!wasWritable && this.writable) this.onRoom();
    return out;
  }

  #peek(size: number): string {
    let out = '';
    for (const chunk of this.#chunks) {
      out += out === '' ? chunk.slice(this.#read) : chunk;
      if (out.length >= size) break;
    }
    return out.slice(0, size);
  }

  #arrive(piece: string): void {
    if (piece === '') return;
    if (this.deaf) {
      this.onRefused();
      return;
    }
    this.#chunks.push(piece);
    this.#unread += piece.length;
    this.onArrival();
  }
}
