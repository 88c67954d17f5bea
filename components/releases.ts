/** When each Python that a cell can ask for was released, in words and as a point on the line of time. */
import { eras } from '../src/python/compiler/eras.ts';

export { isEra } from '../src/python/compiler/eras.ts';

/** The releases that the line of time is drawn from, oldest first. */
export const releases: readonly { version: string; at: number }[] = eras.map(({ era }) => ({
  version: era,
  at: releasedAt(era),
}));

const months = 'January February March April May June July August September October November December'.split(' ');

/** `December 2001`. */
export function released(era: string): string {
  const [year, month] = day(era);
  return `${months[month - 1]} ${year}`;
}

/** `21 December 2001`. */
export function releasedOn(era: string): string {
  const [year, month, date] = day(era);
  return `${date} ${months[month - 1]} ${year}`;
}

/** The release as a point on the line of time: 2001.97. */
export function releasedAt(era: string): number {
  const [year, month, date] = day(era);
  return year + (month - 1 + (date - 1) / 31) / 12;
}

function day(era: string): [year: number, month: number, date: number] {
  const entry = eras.find((candidate) => candidate.era === era);
  if (!entry)
    throw new Error(
      `no Python ${era} in this book: write one of ${eras.map((each) => each.era).join(', ')}, in quotes`,
    );
  const [year = 0, month = 1, date = 1] = entry.released.split('-').map(Number);
  return [year, month, date];
}
