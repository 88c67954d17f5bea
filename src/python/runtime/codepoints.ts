/**
 * Text by code points. JavaScript counts UTF-16 units; the two differ only for characters beyond U+FFFF, which most strings lack.
 * The last string that was looked at is remembered, so that a loop over the indices of one string stays linear.
 */
const pair = /[\ud800-\udbff][\udc00-\udfff]/;

let lastChecked = '';
let lastWide = false;
/** Whether units and code points differ. */
export function wide(s: string): boolean {
  if (s.length < 2) return false;
  if (s === lastChecked) return lastWide;
  lastChecked = s;
  return (lastWide = pair.test(s));
}
let lastSplit = '';
let lastPoints: string[] = [];
/** The code points of a string, each as a string. The array is shared: do not change it. */
export function points(s: string): string[] {
  if (s !== lastSplit) {
    lastSplit = s;
    lastPoints = Array.from(s);
  }
  return lastPoints;
}
export const size = (s: string): number => (wide(s) ? points(s).length : s.length);
/** The code points from i up to j; both within the size. */
export const cut = (s: string, i: number, j: number): string =>
  wide(s) ? points(s).slice(i, j).join('') : s.slice(i, j);
export const pointAt = (s: string, i: number): string => (wide(s) ? points(s)[i]! : s[i]!);

/** Where code point i begins, in units. */
export function unitOf(s: string, i: number): number {
  if (!wide(s)) return i;
  let at = 0;
  for (let n = 0; n < i && at < s.length; n++) at += s.codePointAt(at)! > 0xffff ? 2 : 1;
  return at;
}
/** Which code point begins at unit `at`. */
export function pointOf(s: string, at: number): number {
  if (!wide(s)) return at;
  let n = 0;
  for (let u = 0; u < at; n++) u += s.codePointAt(u)! > 0xffff ? 2 : 1;
  return n;
}
