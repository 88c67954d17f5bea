/** Runs the cells whose timeline is drawn, when the site is built. Each program once in a process, however often its page is asked for. */
import { Sandbox } from '../../src/sandbox/node.ts';
import type { Program } from '../../src/sandbox/protocol.ts';
import type { TraceEvent } from '../../src/scheduler/trace.ts';

export interface Recorded {
  events: TraceEvent[];
  output: string;
  /** Why the record ends before the program did. */
  cut?: string;
}

let sandbox: Sandbox | undefined;
const records = new Map<string, Promise<Recorded>>();

export function record(program: Program): Promise<Recorded> {
  const key = JSON.stringify(program);
  const known = records.get(key);
  if (known) return known;
  const made = run({ ...program, trace: true });
  records.set(key, made);
  return made;
}

async function run(program: Program): Promise<Recorded> {
  sandbox ??= new Sandbox({ spare: false });
  const events: TraceEvent[] = [];
  let output = '';
  const outcome = await sandbox.run(program, (event) => {
    if (event.type === 'output') output += event.text;
    else events.push(...event.events);
  });
  const ended = outcome.status === 'limit' || outcome.status === 'crashed';
  return { events, output, ...(ended && { cut: outcome.message ?? outcome.status }) };
}
