/** The scale of every drawing of the line of time: from the first asyncore to the year of the newest release. */
export const start = 1996;
export const now = 2026;

/** Where a point in time stands on the line: 0 at its start, 1 at its end. */
export function place(year: number): number {
  return (year - start) / (now - start);
}
