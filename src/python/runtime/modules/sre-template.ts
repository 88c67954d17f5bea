/** What replaces a match: text with `\1` and `\g<name>`, read once. Source: the reference of `re.sub`. */
import { since } from '../state.ts';
import { quoted } from '../text-repr.ts';
import { PatternError } from './sre-tokens.ts';

/** Text, or the number of a group. */
export type Part = string | number;
const controls: Record<string, string> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};
const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9';
const isOctal = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '7';

/** Errors: PatternError with its place, UnknownGroup. */
export function parseTemplate(chars: string[], bytes: boolean, groups: number, names: Map<string, number>): Part[] {
  const parts: Part[] = [];
  let text = '';
  const group = (n: number, pos: number): void => {
    if (n > groups) throw new PatternError(`invalid group reference ${n}`, pos);
    if (text !== '') parts.push(text);
    text = '';
    parts.push(n);
  };
  let i = 0;
  while (i < chars.length) {
    const c = chars[i++]!;
    if (c !== '\\') {
      text += c;
      continue;
    }
    const start = i - 1;
    const d = chars[i++];
    if (d === undefined) throw new PatternError('bad escape (end of pattern)', start);
    if (d === 'g') {
      if (chars[i] !== '<') throw new PatternError('missing <', i);
      const from = ++i;
      while (chars[i] !== '>')
        if (i++ >= chars.length)
          throw new PatternError(from >= chars.length ? 'missing group name' : 'missing >, unterminated name', from);
      const name = chars.slice(from, i++).join('');
      if (name === '') throw new PatternError('missing group name', from);
      if (/^\d+$/.test(name)) group(Number(name), from);
      else {
        if (!bytes && !/^[\p{L}\p{Nl}_][\p{L}\p{N}\p{Mn}\p{Mc}\p{Pc}]*$/u.test(name))
          throw new PatternError(`bad character in group name '${name}'`, from);
        if (bytes && /[^\x00-\x7f]/.test(name))
          throw new PatternError(`bad character in group name ${quoted(name, true)}`, from);
        const n = names.get(name);
        if (n === undefined) throw new UnknownGroup(name);
        group(n, from);
      }
    } else if (d === '0') {
      let s = d;
      while (s.length < 3 && isOctal(chars[i])) s += chars[i++];
      text += String.fromCharCode(parseInt(s, 8) & 255);
    } else if (isDigit(d)) {
      let s = d;
      if (isDigit(chars[i])) {
        s += chars[i++];
        if (isOctal(s[0]) && isOctal(s[1]) && isOctal(chars[i])) {
          s += chars[i++];
          const code = parseInt(s, 8);
          if (code > 0o377) throw new PatternError(`octal escape value \\${s} outside of range 0-0o377`, start);
          text += String.fromCharCode(code);
          continue;
        }
      }
      group(Number(s), start + 1);
    } else if (controls[d] !== undefined) text += controls[d];
    else if (/^[A-Za-z]$/.test(d) && since(307)) throw new PatternError(`bad escape \\${d}`, start);
    else text += c + d;
  }
  if (text !== '') parts.push(text);
  return parts;
}
/** A name that no group of the pattern has: IndexError in Python. */
export class UnknownGroup extends Error {}
