/** What each Python answers to a program: from the end of a run to a few words, and alike answers together. */
import { withoutAddresses } from '../../src/cells/compare.ts';
import type { Outcome, Source } from '../../src/sandbox/protocol.ts';

/** How a program ended in one Python. */
export interface Run {
  era: string;
  outcome: Outcome;
  /** Standard output and standard error, in the order in which they were written. */
  output: string;
  /** Standard error alone. */
  errors: string;
  /** The earlier cell that ended the run, where it did not come to this one. */
  endedIn?: Source;
}

export type Kind = 'same' | 'differs' | 'fails' | 'refused';

export interface Answer {
  kind: Kind;
  words: string;
  /** What it printed, where that is not what the cell's own Python prints. */
  output: string;
}

export interface Group extends Answer {
  /** Oldest first. */
  eras: string[];
}

/** @param own the run in the cell's own Python, which the others are held against */
export function answer(run: Run, own: Run, sources: readonly Source[]): Answer {
  const { outcome } = run;
  const output = withoutAddresses(run.output);
  if (ending(outcome) === ending(own.outcome) && agree(run, own))
    return { kind: 'same', words: saidOfOwn(own), output: '' };
  if (outcome.status === 'limit' || outcome.status === 'crashed')
    return { kind: 'fails', words: outcome.message ?? 'it was ended at a limit', output };
  if (outcome.status === 'exception') {
    const what = lastLine(run.errors);
    const where = place(run.errors, sources);
    const early = run.endedIn ? `, before this cell: ${cellName(run.endedIn)}` : '';
    const refused = /^(Syntax|Indentation|Tab)Error\b/.test(what);
    // A refusal says nothing but its reason; a failure may have printed something on the way.
    return { kind: refused ? 'refused' : 'fails', words: `${what}${early}${where}`, output: refused ? '' : output };
  }
  if (ending(own.outcome) !== ending(outcome))
    return {
      kind: 'differs',
      words: `ends ${outcome.status === 'exit' ? 'by sys.exit' : 'without an exception'}`,
      output,
    };
  return { kind: 'differs', words: 'prints something else', output };
}

/** Puts alike answers together, in the order of their first Python. */
export function grouped(answers: readonly (Answer & { era: string })[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { era, ...rest } of answers) {
    const key = JSON.stringify([rest.kind, rest.words, rest.output]);
    const group = groups.get(key);
    if (group) group.eras.push(era);
    else groups.set(key, { ...rest, eras: [era] });
  }
  return [...groups.values()];
}

const ending = ({ status, exception }: Outcome): string => `${status} ${exception ?? ''}`;

/** Tracebacks are worded differently from one Python to the next; an exception is the same if its last line is. */
function agree(a: Run, b: Run): boolean {
  if (withoutAddresses(a.output) === withoutAddresses(b.output)) return true;
  if (a.outcome.status !== 'exception') return false;
  const beside = ({ output, errors }: Run): string =>
    withoutAddresses(errors === '' ? output : output.replace(errors, ''));
  return beside(a) === beside(b) && lastLine(a.errors) === lastLine(b.errors);
}

const saidOfOwn = ({ outcome, output }: Run): string =>
  outcome.status === 'exception'
    ? `ends in ${outcome.exception ?? 'an exception'}`
    : output === ''
      ? 'runs, and prints nothing'
      : 'prints this';

const lastLine = (text: string): string => withoutAddresses(text).trimEnd().split('\n').at(-1) ?? '';

/** The last line of this program's that a traceback names: the innermost. */
function place(errors: string, sources: readonly Source[]): string {
  const places = [...errors.matchAll(/File "([^"]+)", line (\d+)/g)].filter(([, file]) =>
    sources.some(({ filename }) => filename === file),
  );
  const line = places.at(-1)?.[2];
  return line === undefined ? '' : `, line ${line}`;
}

const cellName = ({ filename }: Source): string => filename.replace(/^<cell (.*)>$/, '$1');
