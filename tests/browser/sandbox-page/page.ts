/** A page with nothing but a sandbox, for the tests to call. */
import { Sandbox } from '../../../src/sandbox/browser.ts';
import type { Event, Outcome, Program } from '../../../src/sandbox/protocol.ts';

const shares: number[] = [];
const sandbox = new Sandbox({ onProgress: (share) => void shares.push(share) });

export interface Heard {
  output: string;
  events: Event[];
  outcome: Outcome;
}

/** Runs a program; with `stopAtFirst`, stops it when it is first heard. */
async function run(program: Program, stopAtFirst = false): Promise<Heard> {
  const stop = new AbortController();
  const events: Event[] = [];
  const outcome = await sandbox.run(
    program,
    (event) => {
      events.push(event);
      if (stopAtFirst) stop.abort();
    },
    stop.signal,
  );
  const output = events.map((event) => (event.type === 'output' ? event.text : '')).join('');
  return { output, events, outcome };
}

declare global {
  var run: (program: Program, stopAtFirst?: boolean) => Promise<Heard>;
  var shares: number[];
}
Object.assign(globalThis, { run, shares });
