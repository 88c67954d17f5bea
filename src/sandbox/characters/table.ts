/**
 * What Unicode says of characters, for `\N{…}` and `unicodedata`. It is kept on the host's side of the wall, in two texts that are read when they are first
 * needed; scripts/characters.ts writes them.
 *
 * The first line of both says whose they are. names.txt: `@` and a code point in hexadecimal begin a run, and each line after it is the name of the next one (`*`: the name ends in the code point); behind `=`
 * stand aliases, each after its code point. properties.txt: the versions of Unicode in which characters came; then the first code point of each run of
 * characters alike, with general category, bidirectional class, combining class, East Asian width, whether it is mirrored, and which of the versions;
 * behind `=` decompositions; behind the next one values: numeric, digit, decimal.
 * Source: the Unicode Character Database, https://www.unicode.org/ucd/; Hangul and ideographs by the rules of the standard, section 4.8.
 */

import type { Character, GuestHost } from '../guest/host-interface.ts';

/** The texts, fetched when asked for. Each throws when it cannot be had. */
export interface CharacterTexts {
  names(): string;
  properties(): string;
}

interface Names {
  byCode: Map<number, string>;
  byName: Map<string, number>;
  /** Only lookup knows them. */
  aliases: Map<string, number>;
}
interface Run {
  from: number;
  fields: string[];
  /** Number of the version in which its characters came; -1: in none. */
  age: number;
}
interface Properties {
  versions: string[];
  runs: Run[];
  decompositions: Map<number, string>;
  values: Map<number, string[]>;
}

const IDEOGRAPH = 'CJK UNIFIED IDEOGRAPH-';
const SYLLABLE = 'HANGUL SYLLABLE ';
const FIRST_SYLLABLE = 0xac00;
const SYLLABLES = 11_172;
const LEADS = 'G GG N D DD R M B BB S SS  J JJ C K T P H'.split(' ');
const VOWELS = 'A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I'.split(' ');
const TAILS = ' G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H'.split(' ');

const hex = (text: string): number => parseInt(text, 16);
/** The word before the first space, and the rest. */
function split(line: string): [string, string] {
  const at = line.indexOf(' ');
  return [line.slice(0, at), line.slice(at + 1)];
}

export class Characters {
  private readonly texts: CharacterTexts;
  private names: Names | undefined;
  private properties: Properties | undefined;

  constructor(texts: CharacterTexts) {
    this.texts = texts;
  }

  /** Null where that version of Unicode (`9.0.0`; the newest when it is left out) gave it none. */
  nameOf(code: number, version?: string): string | null {
    if (!this.known(code, version)) return null;
    if (code >= FIRST_SYLLABLE && code < FIRST_SYLLABLE + SYLLABLES) {
      const i = code - FIRST_SYLLABLE;
      return SYLLABLE + LEADS[Math.floor(i / 588)] + VOWELS[Math.floor((i % 588) / 28)] + TAILS[i % 28];
    }
    return this.allNames().byCode.get(code) ?? (this.isIdeograph(code) ? IDEOGRAPH + codeText(code) : null);
  }

  /** The code point of a name, in any case where it is not worked out by rule, as CPython has it; null where there is none. Aliases are known since Python 3.3, which had Unicode 6.1. */
  codeOf(name: string, version?: string): number | null {
    const aliases = version === undefined || !later('6.1.0', version);
    const upper = name.toUpperCase();
    const names = this.allNames();
    const code =
      names.byName.get(upper) ??
      (aliases ? names.aliases.get(upper) : undefined) ??
      (name.startsWith(SYLLABLE) ? syllable(name.slice(SYLLABLE.length)) : undefined) ??
      (name.startsWith(IDEOGRAPH) ? this.ideograph(name.slice(IDEOGRAPH.length)) : undefined);
    return code !== undefined && this.known(code, version) ? code : null;
  }

  /** What that version of Unicode says of a code point. */
  character(code: number, version?: string): Character {
    const { decompositions, values } = this.allProperties();
    const known = this.known(code, version);
    const run = this.run(code);
    const [category = 'Cn', bidirectional = '-', combining = '0', width = 'N', mirrored = '0'] =
      known || run.age < 0 ? run.fields : [];
    const [numeric = null, digit = '-', decimal = '-'] = (known ? values.get(code) : undefined) ?? [];
    const number = (text: string): number | null => (text === '-' ? null : Number(text));
    return {
      category,
      bidirectional: bidirectional === '-' ? '' : bidirectional,
      combining: Number(combining),
      width,
      mirrored: Number(mirrored),
      decomposition: (known ? decompositions.get(code) : undefined) ?? '',
      numeric,
      digit: number(digit),
      decimal: number(decimal),
    };
  }

  /** What `\N{…}` asks, in a Python with that version of Unicode. */
  namesIn(version?: string): (name: string) => string | null {
    return (name) => {
      const code = this.codeOf(name, version);
      return code === null ? null : String.fromCodePoint(code);
    };
  }

  /** Answers GuestHost.character. */
  answer(what: Question, of: string, version: string): string | null {
    if (what === 'all') return JSON.stringify(this.character(Number(of), version));
    if (what === 'name') return this.nameOf(Number(of), version);
    const code = this.codeOf(of, version);
    return code === null ? null : String(code);
  }

  /** Whether a character came in that version or before. */
  private known(code: number, version?: string): boolean {
    // Only a version that is asked for is worth fetching the properties.
    if (version === undefined) return true;
    const { age } = this.run(code);
    return age >= 0 && !later(this.allProperties().versions[age]!, version);
  }

  private run(code: number): Run {
    const { runs } = this.allProperties();
    let [low, high] = [0, runs.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (runs[middle]!.from <= code) low = middle;
      else high = middle - 1;
    }
    return runs[low]!;
  }

  private isIdeograph(code: number): boolean {
    const { age, fields } = this.run(code);
    return (
      age >= 0 && fields[0] === 'Lo' && fields[3] === 'W' && ideographs.some(([from, to]) => code >= from && code <= to)
    );
  }
  private ideograph(digits: string): number | undefined {
    const code = /^[0-9A-F]{4,5}$/.test(digits) ? hex(digits) : 0;
    return codeText(code) === digits && this.isIdeograph(code) ? code : undefined;
  }

  private allNames(): Names {
    if (this.names) return this.names;
    const names: Names = { byCode: new Map(), byName: new Map(), aliases: new Map() };
    const lines = this.texts.names().trimEnd().split('\n');
    const end = lines.indexOf('=');
    let next = 0;
    for (const line of lines.slice(1, end)) {
      if (line.startsWith('@')) next = hex(line.slice(1));
      else {
        const name = line.replace('*', `CJK COMPATIBILITY IDEOGRAPH-${codeText(next)}`);
        names.byCode.set(next, name);
        names.byName.set(name, next++);
      }
    }
    for (const line of lines.slice(end + 1)) {
      const [code, alias] = split(line);
      names.aliases.set(alias, hex(code));
    }
    return (this.names = names);
  }

  private allProperties(): Properties {
    if (this.properties) return this.properties;
    const [runs = '', decompositions = '', values = ''] = this.texts.properties().split('\n=\n');
    const [, versions = '', ...rows] = runs.split('\n');
    const pairs = (text: string): [number, string][] =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => split(line))
        .map(([code, rest]) => [hex(code), rest]);
    return (this.properties = {
      versions: versions.split(' '),
      runs: rows.map((row) => {
        const fields = row.split(' ');
        const [from = '', ...rest] = fields;
        const age = rest.pop();
        return { from: hex(from), fields: rest, age: age === '-' ? -1 : Number(age) };
      }),
      decompositions: new Map(pairs(decompositions)),
      values: new Map(pairs(values).map(([code, rest]) => [code, rest.split(' ')])),
    });
  }
}

const codeText = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');

/** Blocks whose characters are called after their code points. */
const ideographs: readonly (readonly [number, number])[] = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2ebe0],
  [0x2ebf0, 0x2ee5d],
  [0x30000, 0x323af],
];
function syllable(name: string): number | undefined {
  const found = /^([BCDGHJKMNPRST]*)([AEIOUWY]+)([A-Z]*)$/.exec(name);
  const [lead, vowel, tail] = [
    LEADS.indexOf(found?.[1] ?? '?'),
    VOWELS.indexOf(found?.[2] ?? '?'),
    TAILS.indexOf(found?.[3] ?? '?'),
  ];
  return lead < 0 || vowel < 0 || tail < 0 ? undefined : FIRST_SYLLABLE + (lead * 21 + vowel) * 28 + tail;
}

/** Whether version `a` is later than `b`. */
function later(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => text.split('.').map(Number));
  const at = x!.findIndex((part, i) => part !== y![i]);
  return at >= 0 && x![at]! > y![at]!;
}

export type Question = Parameters<GuestHost['character']>[0];
