/** Counts what a program writes, cuts it off at the limits, and hands it on in batches, so that a line-by-line program does not cost a message per line. */
import type { Event, LimitName, Limits } from './protocol.ts';

const BATCH_CHARS = 16_384;
const BATCH_MS = 20;

type Stream = 'stdout' | 'stderr';

export class Output {
  /** Sources that are replayed silently write nothing. */
  muted = true;
  /** Characters written so far: what a trace event calls its moment of output. */
  chars = 0;
  /** Characters that muted sources wrote. */
  unheard = 0;
  private lines = 0;
  private stream: Stream = 'stdout';
  private pending = '';
  private sent = -Infinity;
  private readonly limits: Limits;
  private readonly emit: (event: Event) => void;

  constructor(limits: Limits, emit: (event: Event) => void) {
    this.limits = limits;
    this.emit = emit;
  }

  /** Returns the limit that this text went over, if it did; what still fits has been written. */
  write(stream: Stream, text: string): LimitName | null {
    if (this.muted) {
      this.unheard += text.length;
      return null;
    }
    let over: LimitName | null = null;
    if (this.chars + text.length > this.limits.outputChars) {
      text = text.slice(0, this.limits.outputChars - this.chars);
      over = 'outputChars';
    }
    for (let from = 0; from < text.length;) {
      if (this.lines >= this.limits.outputLines) {
        text = text.slice(0, from);
        over = 'outputLines';
        break;
      }
      const end = text.indexOf('\n', from);
      if (end < 0) break;
      this.lines++;
      from = end + 1;
    }
    this.chars += text.length;
    this.add(stream, text);
    return over;
  }

  /** A message of the sandbox itself: not counted. */
  say(text: string): void {
    this.add('stderr', text);
  }

  private add(stream: Stream, text: string): void {
    if (stream !== this.stream) this.flush();
    this.stream = stream;
    this.pending += text;
    if (this.pending.length > BATCH_CHARS) this.flush();
    else this.tick();
  }

  /** Sends what has waited long enough; called between writes too, while the program computes. */
  tick(): void {
    if (this.pending && performance.now() - this.sent > BATCH_MS) this.flush();
  }

  flush(): void {
    if (!this.pending) return;
    const text = this.pending;
    this.pending = '';
    this.emit({ type: 'output', stream: this.stream, text });
    this.sent = performance.now();
  }
}
