/** Which characters are digits, spaces and parts of words, and which are the same but for case. Source: the reference of `re`, "\d", "\s", "\w", "re.IGNORECASE". */
const unicodeDigit = /^\p{Nd}$/u;
const unicodeWord = /^[\p{L}\p{N}]$/u;
const wideSpace = /^[\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;

export const digitCode = (c: number, unicode: boolean): boolean => (c >= 48 && c <= 57) || (unicode && c > 127 && unicodeDigit.test(String.fromCodePoint(c)));
export const spaceCode = (c: number, unicode: boolean): boolean => c === 32 || (c >= 9 && c <= 13) || (unicode && c > 13 && wideSpace.test(String.fromCodePoint(c)));
export const nameCode = (c: number, unicode: boolean): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 95 || (unicode && c > 127 && unicodeWord.test(String.fromCodePoint(c)));

const single = (s: string, c: number): number => {
  const code = s.codePointAt(0)!;
  return s.length === (code > 0xffff ? 2 : 1) ? code : c;
};
const lower = (c: number): number => (c === 0x130 ? 105 : single(String.fromCodePoint(c).toLowerCase(), c));
const upper = (c: number): number => single(String.fromCodePoint(c).toUpperCase(), c);
/** One character for all that differ in case alone. */
export function folded(c: number, unicode: boolean): number {
  if (c < 128 || !unicode) return c >= 65 && c <= 90 ? c + 32 : c;
  return lower(upper(lower(c)));
}
/** The characters that differ from this one in case alone, itself among them. */
export function variants(c: number, unicode: boolean): number[] {
  if (!unicode) return c >= 65 && c <= 90 ? [c, c + 32] : c >= 97 && c <= 122 ? [c, c - 32] : [c];
  const l = lower(c);
  const u = upper(c);
  const out = [c, l, u, lower(u), upper(l)];
  if (l === 105) out.push(0x130, 0x131);
  if (l === 115) out.push(0x17f);
  if (l === 107) out.push(0x212a);
  return out;
}
