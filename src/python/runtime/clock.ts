/**
 * The program's clock: virtual, so that `sleep(3600)` takes no time and a program prints the same times on every run. It starts at noon UTC on the day
 * on which the era's Python came out.
 */
import { VirtualClock } from '../../scheduler/clock.ts';
import { R } from './state.ts';

/** Year, month, day of each release. Source: https://www.python.org/doc/versions/. */
const released: Record<string, [number, number, number]> = {
  '1.5.2': [1999, 4, 13],
  '2.2': [2001, 12, 21],
  '2.5': [2006, 9, 19],
  '2.7': [2010, 7, 3],
  '3.3': [2012, 9, 29],
  '3.4': [2014, 3, 16],
  '3.5': [2015, 9, 13],
  '3.6': [2016, 12, 23],
  '3.7': [2018, 6, 27],
  '3.8': [2019, 10, 14],
  '3.9': [2020, 10, 5],
  '3.10': [2021, 10, 4],
  '3.11': [2022, 10, 24],
  '3.12': [2023, 10, 2],
  '3.13': [2024, 10, 7],
  '3.14': [2025, 10, 7],
};
export const clock = new VirtualClock();
R.now = () => clock.now;

const DAY = 86400;
/** Days from 1970-01-01 to a date of the Gregorian calendar, and back. Source: the era-based arithmetic of H. Hinnant, "chrono-compatible low-level date algorithms". */
export function daysFrom(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}
export function dateFrom(days: number): [number, number, number] {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const ofEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * ofYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - Math.floor((153 * m + 2) / 5) + 1];
}
/** Seconds since 1970 at which the program began. */
export function startOfProgram(): number {
  const [y, m, d] = released[R.era] ?? released['3.13']!;
  return daysFrom(y, m, d) * DAY + DAY / 2;
}
