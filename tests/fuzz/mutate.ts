/**
 * Small damage to a program's text: to its tokens, its lines and its characters. Most of what comes out is wrong in one place and right in all others, so it goes
 * far into the compiler and the runtime before something has to be said.
 */
import type { Random } from '../differential/random.ts';

/** Roughly Python's tokens, of every era: joined, they are the text again. */
const TOKEN =
  /(?:[rbuft]{0,3})(?:'''[^]*?'''|"""[^]*?"""|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")|#.*|[\p{L}_][\p{L}\p{N}_]*|\d[\w.]*|\n[ \t]*|[^\S\n]+|\*\*=?|\/\/=?|->|:=|<<|>>|[-+*/%&|^=!<>@]=|[^]/giu;

export const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];

/** Characters that a text editor, a mail or a word processor leaves in a program. */
const ODDITIES = [
  ...'\0\x01\x07\x0b\x0c\x1a\x1b\x7f\x85\xa0\xad\u1680\u180e\u2003\u200b\u200e\u200f\u2028\u2029\u202e\u2066\u3000\ufeff\ufffd\uffff',
  ...'‘’“”«»′–—−×÷…،٣²½ªº·ſµKÅﬁⅨ℘℮ゝ𝐱𝟘🐍é漢',
  'e\u0301',
  '\ud800',
  '\udc00',
  '\r',
  '\t',
  '\\',
  '\\\n',
  '\\N{',
  '\\x',
  '\\u12',
  '\\U00110000',
];

/** Values where a program expects others. */
const VALUES = (
  "None|True|0|-1|0.0|-0.0|1e308|10**40|-(2**63)|2**31|1j|float('nan')|float('inf')|''|'\\ud800'|'\\0'|b''|b'\\xff'|[]|()|{}|set()|object()|object|type|int|Exception|" +
  'NotImplemented|...|lambda *a, **k: None|(x for x in ())|iter(())|range(0)|slice(None)|super|print|globals()|__import__("sys")|type("T", (), {})|type("T", (), {})()|' +
  'memoryview(b"a")|bytearray(3)|[[]] * 3'
).split('|');

const WORDS = (
  'and as assert async await break case class continue def del elif else except exec finally for from global if import in is lambda match nonlocal not or pass ' +
  'print raise return try type while with yield None True False self cls __class__ __debug__ super _ send throw close __init__ __new__ __iter__ __next__ next ' +
  '__getattr__ __getattribute__ __setattr__ __get__ __set__ __call__ __dict__ __slots__ __name__ __eq__ __hash__ __await__ __aiter__ __anext__ __len__ __bool__ ' +
  '__enter__ __exit__ __mro__ __bases__ __del__ __code__ __builtins__ __import__ __traceback__ __context__ f_locals gi_frame cr_await'
).split(' ');

const SIGNS =
  "( ) [ ] { } , : ; . = == != <> < > + - * ** / // % @ & | ^ ~ << >> := -> ... ! ` $ ? \\ ' \" ''' f\" r' b\" # += **=".split(
    ' ',
  );

type Mutation = (text: string, random: Random, other: () => string) => string;

const isWord = (token: string): boolean => /^[\p{L}_]/u.test(token);

/** Replaces one token of those that `wanted` picks. */
function replaceToken(text: string, random: Random, wanted: (token: string) => boolean, by: () => string): string {
  const tokens = tokensOf(text);
  const places = [...tokens.keys()].filter((index) => wanted(tokens[index]!));
  if (places.length === 0) return text;
  tokens[random.pick(places)] = by();
  return tokens.join('');
}

const solid = (token: string): boolean => token.trim() !== '';

const onTokens =
  (change: (tokens: string[], at: number, random: Random) => void): Mutation =>
  (text, random) => {
    const tokens = tokensOf(text);
    if (tokens.length > 0) change(tokens, random.below(tokens.length), random);
    return tokens.join('');
  };

const onLines =
  (change: (lines: string[], at: number, random: Random) => void): Mutation =>
  (text, random) => {
    const lines = text.split('\n');
    change(lines, random.below(lines.length), random);
    return lines.join('\n');
  };

const indentOf = (line: string): string => /^[ \t]*/.exec(line)![0];

const MUTATIONS: readonly Mutation[] = [
  onTokens((tokens, at, random) => tokens.splice(at, 1 + random.below(3))),
  onTokens((tokens, at) => tokens.splice(at, 0, tokens[at]!)),
  onTokens((tokens, at, random) => {
    const to = random.below(tokens.length);
    [tokens[at], tokens[to]] = [tokens[to]!, tokens[at]!];
  }),
  onTokens((tokens, at, random) => tokens.splice(at, 0, random.pick(SIGNS))),
  onTokens((tokens, at, random) => tokens.splice(at, 0, ` ${random.pick(WORDS)} `)),
  // A word for a word, a value for a value: what comes out is mostly still a program.
  (text, random) => replaceToken(text, random, isWord, () => random.pick(WORDS)),
  (text, random) => {
    const words = tokensOf(text).filter(isWord);
    return words.length === 0 ? text : replaceToken(text, random, isWord, () => random.pick(words));
  },
  (text, random) => replaceToken(text, random, isWord, () => `(${random.pick(VALUES)})`),
  (text, random) =>
    replaceToken(
      text,
      random,
      (t) => /^[\d'"]/.test(t),
      () => `(${random.pick(VALUES)})`,
    ),
  (text, random) =>
    replaceToken(
      text,
      random,
      (t) => SIGNS.includes(t),
      () => random.pick(SIGNS),
    ),
  (text, random) => replaceToken(text, random, solid, () => random.pick(VALUES)),
  onLines((lines, at, random) => lines.splice(at, 1 + random.below(4))),
  onLines((lines, at, random) => lines.splice(random.below(lines.length), 0, lines[at]!)),
  onLines((lines, at, random) => {
    lines[at] = random.pick(['', ' ', '    ', '\t', '        ', ' \t', '\x0c']) + lines[at]!.trimStart();
  }),
  onLines((lines, at, random) => {
    const words = [
      'break',
      'continue',
      'return',
      'return 1',
      'yield',
      'yield 1',
      'await x',
      'raise',
      'del self',
      'pass',
      'global x',
      'nonlocal x',
    ];
    lines.splice(
      at,
      0,
      indentOf(lines[at]!) +
        random.pick([...words, 'from x import *', 'raise StopIteration', 'import sys', 'x = yield', '1/0', 'if 1:']),
    );
  }),
  // A piece of another program, at the depth of the line where it goes.
  (text, random, other) => {
    const lines = text.split('\n');
    const theirs = other().split('\n');
    const from = random.below(theirs.length);
    const piece = theirs.slice(from, from + 1 + random.below(8));
    const at = random.below(lines.length);
    const [deep, own] = [indentOf(lines[at]!), indentOf(piece[0]!)];
    lines.splice(at, 0, ...piece.map((line) => deep + (line.startsWith(own) ? line.slice(own.length) : line)));
    return lines.join('\n');
  },
  (text, random, other) => {
    const [ours, theirs] = [tokensOf(text), tokensOf(other())];
    const from = random.below(theirs.length || 1);
    ours.splice(random.below(ours.length || 1), random.below(6), ...theirs.slice(from, from + 1 + random.below(12)));
    return ours.join('');
  },
  // Characters.
  (text, random) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + random.pick(ODDITIES) + text.slice(at);
  },
  (text, random) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + String.fromCharCode(random.below(random.chance(0.2) ? 65536 : 128)) + text.slice(at + 1);
  },
  (text, random) => text.slice(0, random.below(text.length + 1)),
];

/** The text with one to three mutations. */
export function mutate(text: string, random: Random, other: () => string): string {
  let mutated = text;
  for (let times = random.pick([1, 1, 1, 2, 3]); times > 0; times--)
    mutated = random.pick(MUTATIONS)(mutated, random, other);
  return mutated;
}
