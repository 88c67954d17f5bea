/** Dates as far as they are known, `1996`, `2003-03`, `2015-04-09`: in words, and as points on the line of time. */

const months = 'January February March April May June July August September October November December'.split(' ');

/** `1996`, `March 2003`, `9 April 2015`. */
export function inWords(date: string): string {
  const [year = '', month, day] = date.split('-');
  return [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(' ');
}

/** `December 2001`, however much more is known. */
export function monthInWords(date: string): string {
  return inWords(date.slice(0, 7));
}

/** The date as a point on the line of time, in years: 2001.97. What is known by its year or month stands in the middle of it. */
export function point(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return year + 0.5;
  return year + (month - 1 + (day === undefined ? 0.5 : (day - 1) / 31)) / 12;
}
