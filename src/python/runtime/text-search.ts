/** Searching, splitting and joining of JavaScript strings by Python's rules: no Python values here. Source: the library reference, "String Methods". */

/** How often `sub` occurs in s[from:to] without overlap. */
export function count(s: string, sub: string, from: number, to: number): number {
  if (from > to) return 0;
  let n = 0;
  for (let i = s.indexOf(sub, from); i >= 0 && i + sub.length <= to; i = s.indexOf(sub, i + sub.length)) n++;
  return n;
}
/** Where `sub` first begins in s[from:to], or -1. */
export function find(s: string, sub: string, from: number, to: number): number {
  if (from > to) return -1;
  const i = s.indexOf(sub, from);
  return i >= 0 && i + sub.length <= to ? i : -1;
}
export function findLast(s: string, sub: string, from: number, to: number): number {
  if (from > to) return -1;
  const i = s.lastIndexOf(sub, to - sub.length);
  return i >= from && to - sub.length >= from ? i : -1;
}
/** Replaces the first `limit` occurrences (all when negative). An empty `old` stands between all of `letters`. */
export function replace(s: string, old: string, by: string, limit: number, letters: () => string[]): string {
  if (old === '') {
    const all = letters();
    let out = '';
    let left = limit < 0 ? Infinity : limit;
    for (const c of all) out += left-- > 0 ? by + c : c;
    return left > 0 ? out + by : out;
  }
  if (limit < 0) return s.split(old).join(by);
  let out = '';
  let from = 0;
  for (let left = limit; left > 0; left--) {
    const i = s.indexOf(old, from);
    if (i < 0) break;
    out += s.slice(from, i) + by;
    from = i + old.length;
  }
  return out + s.slice(from);
}
/** split(sep, limit): at most `limit` cuts (all when negative). */
export function split(s: string, sep: string, limit: number): string[] {
  if (limit < 0) return s.split(sep);
  const out: string[] = [];
  let from = 0;
  for (let left = limit; left > 0; left--) {
    const i = s.indexOf(sep, from);
    if (i < 0) break;
    out.push(s.slice(from, i));
    from = i + sep.length;
  }
  out.push(s.slice(from));
  return out;
}
export function splitRight(s: string, sep: string, limit: number): string[] {
  if (limit < 0 && sep.length === 1) return s.split(sep);
  const out: string[] = [];
  let to = s.length;
  for (let left = limit < 0 ? Infinity : limit; left > 0; left--) {
    const i = to < sep.length ? -1 : s.lastIndexOf(sep, to - sep.length);
    if (i < 0) break;
    out.push(s.slice(i + sep.length, to));
    to = i;
  }
  out.push(s.slice(0, to));
  return out.reverse();
}
/** split() without a separator: runs of white space. */
export function splitWords(s: string, words: RegExp, limit: number): string[] {
  if (limit < 0) return s.match(words) ?? [];
  const out: string[] = [];
  words.lastIndex = 0;
  for (let m = words.exec(s); m !== null; m = words.exec(s)) {
    if (out.length === limit) {
      // What is left keeps the space at its end.
      out.push(s.slice(m.index));
      break;
    }
    out.push(m[0]);
  }
  return out;
}
export function splitWordsRight(s: string, words: RegExp, limit: number): string[] {
  if (limit < 0) return s.match(words) ?? [];
  const found: [number, string][] = [];
  words.lastIndex = 0;
  for (let m = words.exec(s); m !== null; m = words.exec(s)) found.push([m.index, m[0]]);
  if (found.length <= limit) return found.map((f) => f[1]);
  const rest = found.length - limit;
  const last = found[rest - 1]!;
  return [s.slice(0, last[0] + last[1].length), ...found.slice(rest).map((f) => f[1])];
}
/** Without the characters that `drop` tells, at the ends asked for. Surrogate pairs are whole characters. */
export function strip(s: string, drop: (c: string) => boolean, left: boolean, right: boolean): string {
  let i = 0;
  let j = s.length;
  if (left)
    while (i < j) {
      const c = charFrom(s, i, j);
      if (!drop(c)) break;
      i += c.length;
    }
  if (right)
    while (j > i) {
      const c = charBefore(s, i, j);
      if (!drop(c)) break;
      j -= c.length;
    }
  return i === 0 && j === s.length ? s : s.slice(i, j);
}
const charFrom = (s: string, i: number, j: number): string => {
  const c = s.charCodeAt(i);
  return c >= 0xd800 && c < 0xdc00 && i + 1 < j ? String.fromCodePoint(s.codePointAt(i)!) : s[i]!;
};
const charBefore = (s: string, i: number, j: number): string => {
  const c = s.charCodeAt(j - 1);
  return c >= 0xdc00 && c < 0xe000 && j - 2 >= i && s.codePointAt(j - 2)! > 0xffff ? s.slice(j - 2, j) : s[j - 1]!;
};
/** splitlines. `ends` matches line ends. */
export function splitLines(s: string, ends: RegExp, keep: boolean): string[] {
  const out: string[] = [];
  let from = 0;
  ends.lastIndex = 0;
  for (let m = ends.exec(s); m !== null; m = ends.exec(s)) {
    const after = m.index + m[0].length;
    out.push(s.slice(from, keep ? after : m.index));
    from = after;
  }
  if (from < s.length) out.push(s.slice(from));
  return out;
}
export function expandTabs(s: string, size: number): string {
  let out = '';
  let column = 0;
  for (const c of s) {
    if (c === '\t') {
      const n = size > 0 ? size - (column % size) : 0;
      out += ' '.repeat(n);
      column += n;
    } else {
      out += c;
      column = c === '\n' || c === '\r' ? 0 : column + 1;
    }
  }
  return out;
}
