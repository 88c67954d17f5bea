/** When each Python that a cell can ask for was released, in words and as a point on the line of time. */
import { eras } from '../src/python/compiler/eras.ts';
import { inWords, monthInWords, point } from './record/dates.ts';

export { isEra } from '../src/python/compiler/eras.ts';

/** The releases that the line of time is drawn from, oldest first. */
export const releases: readonly { version: string; at: number }[] = eras.map(({ era }) => ({
  version: era,
  at: releasedAt(era),
}));

/** `December 2001`. */
export function released(era: string): string {
  return monthInWords(day(era));
}

/** `21 December 2001`. */
export function releasedOn(era: string): string {
  return inWords(day(era));
}

/** The release as a point on the line of time: 2001.97. */
function releasedAt(era: string): number {
  return point(day(era));
}

function day(era: string): string {
  const entry = eras.find((candidate) => candidate.era === era);
  if (!entry)
    throw new Error(
      `no Python ${era} in this book: write one of ${eras.map((each) => each.era).join(', ')}, in quotes`,
    );
  return entry.released;
}
