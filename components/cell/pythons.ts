/** "In which Pythons does this run?": runs a program in every Python of the book, one after the other, and says what each answers. Fetched when asked for. */
import { eras } from '../../src/python/compiler/eras.ts';
import type { Program } from '../../src/sandbox/protocol.ts';
import { eraClass } from '../book.ts';
import { watch } from '../chrome/scrolling.ts';
import { released } from '../releases.ts';
import { answer, grouped, type Answer, type Group, type Run } from './answers.ts';
import { button, make } from './dom.ts';
import { execute } from './sandbox.ts';

/**
 * Asks, and shows the answers in `part` as they come. Resolves when all are there, or when the reader has stopped.
 * Rejects when the sandbox cannot be fetched.
 */
export async function askAll(part: HTMLElement, program: Program, name: string, signal: AbortSignal): Promise<void> {
  const own = program.era ?? eras.at(-1)!.era;
  const state = make('p', 'asked label');
  state.role = 'status';
  const stopping = new AbortController();
  signal.addEventListener('abort', () => stopping.abort(), { once: true });
  const stop = button('Stop', `asking for ${name}`, () => stopping.abort());
  const list = make('ul', 'answers');
  part.append(make('div', 'asking label', stop, state), list);

  // The cell's own first: the others are held against it.
  const order = [own, ...eras.map(({ era }) => era as string).filter((era) => era !== own)];
  const answers = new Map<string, Answer>();
  let first: Run | undefined;
  for (const [index, era] of order.entries()) {
    state.textContent = `asking Python ${era}, ${index + 1} of ${order.length}`;
    const run = await runIn(program, era, stopping.signal);
    if (stopping.signal.aborted) break;
    first ??= run;
    answers.set(era, answer(run, first, program.sources));
    const inOrder = eras.flatMap(({ era: each }) => {
      const given = answers.get(each);
      return given ? [{ ...given, era: each as string }] : [];
    });
    list.replaceChildren(...grouped(inOrder).map((group) => item(group, own)));
  }
  stop.remove();
  const alike = [...answers.values()].filter(({ kind }) => kind === 'same').length;
  state.textContent = stopping.signal.aborted
    ? `stopped after ${answers.size} of ${order.length}`
    : `${alike === 1 ? 'only in one' : `the same in ${alike}`} of ${order.length} Pythons`;
}

/**
 * An earlier cell that this Python refuses is left out and the rest tried without it; only when the cell then misses a name is the refusal its answer.
 */
async function runIn(program: Program, era: string, signal: AbortSignal): Promise<Run> {
  let sources = program.sources;
  let refused: Run | undefined;
  for (;;) {
    const run = await runOnce({ ...program, era, sources }, era, signal);
    const { source, status, exception } = run.outcome;
    if (source === sources.length - 1 || (status !== 'exception' && status !== 'exit'))
      return refused && exception === 'NameError' ? refused : run;
    refused ??= { ...run, endedIn: sources[source]! };
    sources = sources.filter((_, index) => index !== source);
  }
}

async function runOnce(program: Program, era: string, signal: AbortSignal): Promise<Run> {
  let output = '';
  let errors = '';
  const outcome = await execute(
    program,
    (event) => {
      if (event.type !== 'output') return;
      output += event.text;
      if (event.stream === 'stderr') errors += event.text;
    },
    signal,
    { arrived: () => undefined, started: () => undefined },
  );
  return { era, outcome, output, errors };
}

const verbs: Record<Group['kind'], string> = { same: '', differs: '', fails: 'stops: ', refused: 'refuses it: ' };

function item({ eras: versions, kind, words, output }: Group, own: string): HTMLElement {
  const stamps = versions.map((version) => {
    const stamp = make('span', `version ${eraClass(version)}`, version);
    stamp.title = released(version);
    if (version === own) stamp.append(make('span', 'visually-hidden', ' (this cell)'));
    stamp.classList.toggle('own', version === own);
    return stamp;
  });
  const said = make('span', 'words', `${verbs[kind]}${words}`);
  const shown = output === '' ? [] : [printed(output)];
  return make('li', kind, make('span', 'versions', ...stamps.flatMap((stamp) => [stamp, ' '])), said, ...shown);
}

function printed(output: string): HTMLElement {
  const listing = make('pre', 'listing', make('code', '', output));
  watch(listing);
  return make('details', '', make('summary', '', 'what it prints'), listing);
}
