/** Which characters are digits, spaces and parts of words, and which are the same but for case. Source: the reference of `re`, "\d", "\s", "\w", "re.IGNORECASE". */
const unicodeDigit = /^\p{Nd}$/u;
const unicodeWord = /^[\p{L}\p{N}]$/u;
const wideSpace = /^[\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;

export const digitCode = (c: number, unicode: boolean): boolean =>
  (c >= 48 && c <= 57) || (unicode && c > 127 && unicodeDigit.test(String.fromCodePoint(c)));
export const spaceCode = (c: number, unicode: boolean): boolean =>
  c === 32 || (c >= 9 && c <= 13) || (unicode && c > 13 && wideSpace.test(String.fromCodePoint(c)));
export const nameCode = (c: number, unicode: boolean): boolean =>
  (c >= 97 && c <= 122) ||
  (c >= 65 && c <= 90) ||
  (c >= 48 && c <= 57) ||
  c === 95 ||
  (unicode && c > 127 && unicodeWord.test(String.fromCodePoint(c)));

const single = (s: string, c: number): number => {
  const code = s.codePointAt(0)!;
  return s.length === (code > 0xffff ? 2 : 1) ? code : c;
};
const lower = (c: number): number => (c === 0x130 ? 105 : single(String.fromCodePoint(c).toLowerCase(), c));
const upper = (c: number): number => single(String.fromCodePoint(c).toUpperCase(), c);
/** Characters of one letter that neither lower nor upper case brings together. */
const together = new Map<number, number[]>();
for (const letters of [
  'iI\u0130\u0131',
  'sS\u017f',
  'kK\u212a',
  '\xe5\xc5\u212b',
  '\xb5\u03bc\u039c',
  '\u0345\u03b9\u0399\u1fbe',
  '\u0390\u1fd3',
  '\u03b0\u1fe3',
  '\u03b2\u03d0\u0392',
  '\u03b5\u03f5\u0395',
  '\u03b8\u03d1\u0398\u03f4',
  '\u03ba\u03f0\u039a',
  '\u03c0\u03d6\u03a0',
  '\u03c1\u03f1\u03a1',
  '\u03c2\u03c3\u03a3',
  '\u03c6\u03d5\u03a6',
  '\u03c9\u03a9\u2126',
  '\u0432\u0412\u1c80',
  '\u0434\u0414\u1c81',
  '\u043e\u041e\u1c82',
  '\u0441\u0421\u1c83',
  '\u0442\u0422\u1c84\u1c85',
  '\u044a\u042a\u1c86',
  '\u0463\u0462\u1c87',
  '\ua64b\ua64a\u1c88',
  '\u1e61\u1e60\u1e9b',
  '\xdf\u1e9e',
  '\ufb05\ufb06',
]) {
  const codes = Array.from(letters, (c) => c.codePointAt(0)!);
  for (const c of codes) together.set(c, codes);
}
/** One character for all that differ in case alone. */
export function folded(c: number, unicode: boolean): number {
  if (c < 128 || !unicode) return c >= 65 && c <= 90 ? c + 32 : c;
  return together.get(c)?.[0] ?? lower(upper(lower(c)));
}
/** The characters that differ from this one in case alone, itself among them. */
export function variants(c: number, unicode: boolean): number[] {
  if (!unicode) return c >= 65 && c <= 90 ? [c, c + 32] : c >= 97 && c <= 122 ? [c, c - 32] : [c];
  const l = lower(c);
  const u = upper(c);
  return together.get(c) ?? [c, l, u, lower(u), upper(l)];
}
