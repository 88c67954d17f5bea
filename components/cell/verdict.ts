/** Says in words how a run ended, and how it stands to the book. */
import type { Outcome } from '../../src/sandbox/protocol.ts';
import type { Plate } from './plate.ts';

export type Tone = 'plain' | 'busy' | 'good' | 'bad';

export interface Verdict {
  words: string;
  tone: Tone;
}

/**
 * @param differences lines that differ from the book's transcript; 0 when the output agrees
 * @param edited whether the reader's text ran, or that of an earlier cell
 */
export function verdict(plate: Plate, outcome: Outcome, differences: number, edited: boolean): Verdict {
  const { status, message } = outcome;
  if (status === 'stopped') return { words: 'stopped', tone: 'plain' };
  if (status === 'limit' || status === 'crashed') return { words: message ?? 'stopped at a limit', tone: 'bad' };
  const { raises } = plate;
  const ended = outcome.exception ?? (status === 'exit' ? 'SystemExit' : undefined);
  const wrong = [
    ...(ended !== undefined && ended !== raises ? [`ended in ${ended}`] : []),
    ...(ended === undefined && raises !== undefined ? [`did not end in ${raises}`] : []),
    ...(differences > 0 ? [`differs from the book in ${lines(differences)}`] : []),
  ].join(', and ');
  if (wrong) return { words: edited ? `your version ${wrong}` : wrong, tone: edited ? 'plain' : 'bad' };
  return { words: edited ? 'your version prints what the book says' : 'agrees with the book', tone: 'good' };
}

/** How an exercise stands: what its check still found wrong, or that it is solved. */
export function attemptVerdict(outcome: Outcome, wrong: string | undefined): Verdict {
  const ended = outcome.exception ?? (outcome.status === 'exit' ? 'SystemExit' : undefined);
  const still = ended === undefined ? wrong : `it ended in ${ended}`;
  return still === undefined ? { words: 'solved', tone: 'good' } : { words: `not yet: ${still}`, tone: 'plain' };
}

export function lines(count: number): string {
  return count === 1 ? '1 line' : `${count.toLocaleString('en')} lines`;
}
