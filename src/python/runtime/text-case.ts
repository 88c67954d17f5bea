/** Case and character classes: Unicode's for text, ASCII's for bytes. Source: the library reference, "String Methods"; the Unicode standard, section 3.13. */
import type { Kind } from './kinds.ts';
import type { NativeJs } from './object.ts';
import { since } from './state.ts';
import { isPrintable } from './text-repr.ts';

/** Letters that have a title case of their own: the digraphs. */
const titles: Record<string, string> = {
  Ǆ: 'ǅ',
  ǅ: 'ǅ',
  ǆ: 'ǅ',
  Ǉ: 'ǈ',
  ǈ: 'ǈ',
  ǉ: 'ǈ',
  Ǌ: 'ǋ',
  ǋ: 'ǋ',
  ǌ: 'ǋ',
  Ǳ: 'ǲ',
  ǲ: 'ǲ',
  ǳ: 'ǲ',
  ŉ: 'ʼN',
};
function titleOf(c: string): string {
  const own = titles[c];
  if (own !== undefined) return own;
  const code = c.codePointAt(0)!;
  // Greek with iota subscript keeps it below.
  if (code >= 0x1f80 && code <= 0x1faf) return String.fromCodePoint(code | 8);
  if (code === 0x1fb3 || code === 0x1fc3 || code === 0x1ff3) return String.fromCodePoint(code + 9);
  const up = c.toUpperCase();
  if (up.length <= c.length) return up;
  const [first, ...rest] = up;
  return first! + rest.join('').toLowerCase().replaceAll('ι', '\u0345');
}
const cased = /[\p{Lowercase}\p{Uppercase}\p{Lt}]/u;

function titleCase(s: string): string {
  let out = '';
  let word = '';
  const flush = (): void => {
    if (word === '') return;
    const first = String.fromCodePoint(word.codePointAt(0)!);
    // The rest is lowered in its place: a sigma that ends a word is a final one.
    out += titleOf(first) + word.toLowerCase().slice(first.toLowerCase().length);
    word = '';
  };
  for (const c of s) {
    if (cased.test(c)) word += c;
    else {
      flush();
      out += c;
    }
  }
  flush();
  return out;
}
function capitalise(s: string): string {
  if (s === '') return '';
  const first = String.fromCodePoint(s.codePointAt(0)!);
  // The rest is lowered in its place: a sigma after a letter is a final one.
  return (since(308) ? titleOf(first) : first.toUpperCase()) + s.toLowerCase().slice(first.toLowerCase().length);
}
function swapCase(s: string): string {
  let out = '';
  const low = s.length > 0 && /Σ/.test(s) ? s.toLowerCase() : '';
  for (const c of s) {
    if (/\p{Uppercase}/u.test(c))
      out += c === 'Σ' && low.length === s.length ? (low[out.length] ?? 'σ') : c.toLowerCase();
    else if (/\p{Lowercase}/u.test(c)) out += c.toUpperCase();
    else out += c;
  }
  return out;
}
/** Case folding: upper, then lower, reaches the same letter for all but a few. */
const folds: Record<string, string> = { ı: 'ı', ẞ: 'ss' };
function caseFold(s: string): string {
  if (/^[\x00-\x7f]*$/.test(s)) return s.toLowerCase();
  let out = '';
  for (const c of s)
    out +=
      folds[c] ??
      (/[\u13a0-\u13f5]/.test(c)
        ? c
        : /[\u13f8-\u13fd\uab70-\uabbf]/.test(c)
          ? c.toUpperCase()
          : Array.from(c.toUpperCase(), (u) => u.toLowerCase()).join(''));
  return out;
}
const digitChars =
  /^[\p{Nd}²³¹\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792\u1369-\u1371\u19da\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}]+$/u;
const numericChars =
  /^[\p{N}一二三四五六七八九十百千万億兆零壹贰叁肆伍陆柒捌玖拾佰仟萬亿\u3405\u3483\u382a\u3b4d\u4e5d\u5efe\u5eff\u5f0c-\u5f0e\u5f10\u62fe\u634c\u67d2\u6f06\u7396\u767e\u8086\u842c\u8cae\u8cb3\u8d30\u5341-\u5345\u5343\u96f6\u964c\u9621\u9646]+$/u;
const alphaChars = /^\p{L}+$/u;
const alnumChars = /^[\p{L}\p{N}²³¹]+$/u;

export function unicodeCase(k: Kind): Record<string, NativeJs> {
  const text = (v: unknown): string => k.text(v);
  return {
    'upper(self, /)': (self) =>
      k.make(since(303) ? text(self).toUpperCase() : singly(text(self), (c) => c.toUpperCase())),
    'lower(self, /)': (self) =>
      k.make(since(303) ? text(self).toLowerCase() : singly(text(self), (c) => c.toLowerCase())),
    'title(self, /)': (self) => k.make(titleCase(text(self))),
    'capitalize(self, /)': (self) => k.make(capitalise(text(self))),
    'swapcase(self, /)': (self) => k.make(swapCase(text(self))),
    'casefold(self, /) @3.3+': (self) => k.make(caseFold(text(self))),
    'isalpha(self, /)': (self) => alphaChars.test(text(self)),
    'isdigit(self, /)': (self) => digitChars.test(text(self)),
    'isdecimal(self, /)': (self) => /^\p{Nd}+$/u.test(text(self)),
    'isnumeric(self, /)': (self) => numericChars.test(text(self)),
    'isalnum(self, /)': (self) => {
      const s = text(self);
      return alnumChars.test(s) || (s !== '' && Array.from(s).every((c) => alnumChars.test(c) || numericChars.test(c)));
    },
    'isspace(self, /)': (self) => text(self) !== '' && k.spaces.test(text(self)),
    'islower(self, /)': (self) => /\p{Lowercase}/u.test(text(self)) && !/[\p{Uppercase}\p{Lt}]/u.test(text(self)),
    'isupper(self, /)': (self) => /\p{Uppercase}/u.test(text(self)) && !/[\p{Lowercase}\p{Lt}]/u.test(text(self)),
    'istitle(self, /)': (self) => isTitle(text(self), /[\p{Uppercase}\p{Lt}]/u, /\p{Lowercase}/u),
    'isidentifier(self, /) @3.0+': (self) => /^[\p{XID_Start}_][\p{XID_Continue}]*$/u.test(text(self)),
    'isprintable(self, /) @3.0+': (self) => Array.from(text(self)).every(isPrintable),
    'isascii(self, /) @3.7+': (self) => /^[\x00-\x7f]*$/.test(text(self)),
  };
}
/** Before 3.3 one character became one: what would become several stays. */
const singly = (s: string, f: (c: string) => string): string =>
  Array.from(s, (c) => (f(c).length > c.length ? c : f(c))).join('');

function isTitle(s: string, upper: RegExp, lower: RegExp): boolean {
  let any = false;
  let inWord = false;
  for (const c of s) {
    if (upper.test(c)) {
      if (inWord) return false;
      inWord = any = true;
    } else if (lower.test(c)) {
      if (!inWord) return false;
    } else inWord = false;
  }
  return any;
}

const low = (s: string): string => (/[A-Z]/.test(s) ? s.replace(/[A-Z]+/g, (t) => t.toLowerCase()) : s);
const up = (s: string): string => (/[a-z]/.test(s) ? s.replace(/[a-z]+/g, (t) => t.toUpperCase()) : s);

export function asciiCase(k: Kind): Record<string, NativeJs> {
  const text = (v: unknown): string => k.text(v);
  return {
    'upper(self, /)': (self) => k.make(up(text(self))),
    'lower(self, /)': (self) => k.make(low(text(self))),
    'title(self, /)': (self) => k.make(low(text(self)).replace(/[a-z]+/g, (w) => up(w[0]!) + w.slice(1))),
    'capitalize(self, /)': (self) => k.make(up(text(self).slice(0, 1)) + low(text(self).slice(1))),
    'swapcase(self, /)': (self) => k.make(text(self).replace(/[a-z]+|[A-Z]+/g, (w) => (w[0]! >= 'a' ? up(w) : low(w)))),
    'isalpha(self, /)': (self) => /^[a-zA-Z]+$/.test(text(self)),
    'isdigit(self, /)': (self) => /^[0-9]+$/.test(text(self)),
    'isalnum(self, /)': (self) => /^[a-zA-Z0-9]+$/.test(text(self)),
    'isspace(self, /)': (self) => text(self) !== '' && k.spaces.test(text(self)),
    'islower(self, /)': (self) => /[a-z]/.test(text(self)) && !/[A-Z]/.test(text(self)),
    'isupper(self, /)': (self) => /[A-Z]/.test(text(self)) && !/[a-z]/.test(text(self)),
    'istitle(self, /)': (self) => isTitle(text(self), /[A-Z]/, /[a-z]/),
    'isascii(self, /) @3.7+': (self) => /^[\x00-\x7f]*$/.test(text(self)),
  };
}
