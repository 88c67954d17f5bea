/** Which words are reserved in which Python, and which characters names are made of (PEP 3131). */
import type { Era } from './eras.ts';
import { atLeast } from './eras.ts';

const always =
  'and break class continue def del elif else except finally for from global if import in is lambda not or pass raise return try while';

/** The reserved words of an era; `print` and `yield` may still come and go with `from __future__`. */
export function keywordsOf(era: Era): Set<string> {
  const words = new Set(always.split(' '));
  const add = (names: string): void => names.split(' ').forEach((name) => words.add(name));
  if (atLeast(era, '3.0')) add('False None True nonlocal');
  else add('exec print');
  add('assert');
  if (atLeast(era, '2.3')) add('yield');
  if (atLeast(era, '2.6')) add('as with');
  if (atLeast(era, '3.7')) add('async await');
  return words;
}

const start = /[\p{XID_Start}_]/u;
const rest = /[\p{XID_Continue}]/u;

export function isNameStart(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
  return start.test(String.fromCodePoint(code));
}
export function isNamePart(code: number): boolean {
  if (code < 128) return isNameStart(code) || (code >= 48 && code <= 57);
  return rest.test(String.fromCodePoint(code));
}
