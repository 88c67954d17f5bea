/** Many programs, one line of JSON each: every one in a fresh sandbox, two at a time, none able to harm the next. */
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { buildGuest } from '../sandbox/build/guest.ts';
import { Sandbox } from '../sandbox/node.ts';
import { NEWEST_ERA } from '../sandbox/host.ts';
import { CLI_LIMITS, decodeSource } from './run.ts';

const WORKERS = 2;

/** Output beyond this is cut off: an answer is one line of JSON. */
const OUTPUT = { outputChars: 4_000_000, outputLines: 200_000 };

interface Request {
  id: string;
  file: string;
  era?: string;
  /** Seconds. */
  limit?: number;
}

interface Answer {
  id: string;
  exit: number;
  stdout: string;
  stderr: string;
  seconds: number;
}

async function answer(sandbox: Sandbox, { id, file, era = NEWEST_ERA, limit = 10 }: Request): Promise<Answer> {
  const output = { stdout: '', stderr: '' };
  let text: string;
  try {
    text = decodeSource(await readFile(file), era);
  } catch (error) {
    return { id, exit: 2, stdout: '', stderr: `can't open file '${file}': ${(error as Error).message}\n`, seconds: 0 };
  }
  const began = performance.now();
  const outcome = await sandbox.run(
    {
      language: 'python',
      era,
      sources: [{ filename: file, text }],
      argv: [file],
      limits: { ...CLI_LIMITS, ...OUTPUT, seconds: limit },
    },
    (event) => {
      if (event.type === 'output') output[event.stream] += event.text;
    },
  );
  if (outcome.message) output.stderr += `${outcome.message}\n`;
  return { id, exit: outcome.exit, ...output, seconds: Math.round(performance.now() - began) / 1000 };
}

/** Answers every line of the input; rejects when the sandbox cannot start. */
export async function batch(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<void> {
  await buildGuest();
  const waiting: Request[] = [];
  let ended = false;
  let wake = (): void => {};
  const reading = (async () => {
    for await (const line of createInterface({ input })) {
      if (line.trim()) waiting.push(JSON.parse(line) as Request);
      wake();
    }
    ended = true;
    wake();
  })();
  const sandboxes = Array.from({ length: WORKERS }, () => new Sandbox({ spare: false }));
  const work = async (sandbox: Sandbox): Promise<void> => {
    for (;;) {
      const request = waiting.shift();
      if (request) output.write(JSON.stringify(await answer(sandbox, request)) + '\n');
      else if (ended) return;
      else {
        const before = wake;
        await new Promise<void>((resolve) => (wake = () => (before(), resolve())));
      }
    }
  };
  try {
    await Promise.all([reading, ...sandboxes.map(work)]);
  } finally {
    for (const sandbox of sandboxes) sandbox.close();
  }
}
