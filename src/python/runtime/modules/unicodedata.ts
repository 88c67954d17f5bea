/**
 * unicodedata: what Unicode says of characters, in the version that each Python knew. The host has the tables; normal forms are JavaScript's.
 * Source: the library reference, "unicodedata".
 */
import type { Character } from '../../../sandbox/guest/host-interface.ts';
import type { Era } from '../../compiler/eras.ts';
import { unicodeVersions } from '../../compiler/unicode-versions.ts';
import { defineFunctions, defineNames } from '../define.ts';
import { raise } from '../errors.ts';
import { nativeModule } from '../modules.ts';
import type { Value } from '../object.ts';
import { strValue } from '../operands.ts';
import { R, since } from '../state.ts';
import { hostLink } from '../streams.ts';
import { PyFloat, PyUnicode } from '../values.ts';

let version = '';
let known = new Map<number, Character>();

const text = (v: string): Value => (since(300) ? v : new PyUnicode(v));
const textOf = (v: Value): string | undefined => (since(300) ? strValue(v) : v instanceof PyUnicode ? v.v : undefined);
const plural = (v: Value): string => (since(300) ? 'str' : 'unicode') + `, not ${v.cls.name}`;

/** The code point of a character's name in the Unicode of this Python; null where there is none. */
export function codeOfName(name: string): number | null {
  const code = hostLink.host!.character('code', name, unicodeVersions[R.era as Era] ?? '');
  return code === null ? null : Number(code);
}

/** The code point of a text of one character. `place`: how the message calls the argument. Errors: TypeError. */
function codeOf(v: Value, name: string, place: string): number {
  const s = textOf(v);
  const code = s?.codePointAt(0);
  if (code !== undefined && s!.length === (code > 0xffff ? 2 : 1)) return code;
  if (since(300)) throw raise('TypeError', `${name}() ${place} must be a unicode character, not ${v.cls.name}`);
  throw raise(
    'TypeError',
    s === undefined ? `${name}() argument 1 must be ${plural(v)}` : 'need a single Unicode character as parameter',
  );
}
function characterOf(v: Value, name: string, place = 'argument'): Character {
  const code = codeOf(v, name, place);
  let found = known.get(code);
  if (found === undefined) {
    found = JSON.parse(hostLink.host!.character('all', String(code), version)!) as Character;
    // For want of an entry, the first of the table was taken.
    if (found.category === 'Cn' && !since(312)) found.width = 'F';
    known.set(code, found);
  }
  return found;
}

/** `1/2` as a float. */
function quotient(numeric: string): PyFloat {
  const [over = '0', under = '1'] = numeric.split('/');
  return new PyFloat(Number(over) / Number(under));
}
/** A function of one character with an optional second argument for those that have no answer. Errors: ValueError without it. */
const valued =
  (name: string, find: (c: Character) => Value, missing: string) =>
  (v: Value, otherwise?: Value): Value => {
    const found = find(characterOf(v, name, 'argument 1')) ?? otherwise;
    if (found === undefined) throw raise('ValueError', missing);
    return found;
  };

/** The two arguments of `normalize` and `is_normalized`. Errors: TypeError, ValueError. */
function normalised(name: string, form: Value, v: Value): { before: string; after: string } {
  const wanted = strValue(form);
  if (wanted === undefined)
    throw raise('TypeError', `${name}() argument 1 must be ${since(300) ? 'str' : 'string'}, not ${form.cls.name}`);
  const before = textOf(v);
  if (before === undefined) throw raise('TypeError', `${name}() argument 2 must be ${plural(v)}`);
  if (!/^NFK?[CD]$/.test(wanted)) throw raise('ValueError', 'invalid normalization form');
  return { before, after: before.normalize(wanted) };
}

nativeModule('unicodedata', 200, 9999, (ns) => {
  version = unicodeVersions[R.era as Era] ?? '';
  known = new Map();
  defineNames(ns, { 'unidata_version @2.5+': version });
  defineFunctions(ns, {
    'lookup(name, /)'(name) {
      const wanted = strValue(name);
      if (wanted === undefined)
        throw raise(
          'TypeError',
          since(300)
            ? `a bytes-like object is required, not '${name.cls.name}'`
            : `lookup() argument 1 must be string or read-only buffer, not ${name.cls.name}`,
        );
      const code = codeOfName(wanted);
      if (code === null) throw raise('KeyError', `undefined character name '${wanted}'`);
      return text(String.fromCodePoint(code));
    },
    'name(chr, default=None, /)'(v, otherwise) {
      const found = hostLink.host!.character('name', String(codeOf(v, 'name', 'argument 1')), version) ?? otherwise;
      if (found === undefined) throw raise('ValueError', 'no such name');
      return found;
    },
    'decimal(chr, default=None, /)': valued('decimal', (c) => c.decimal, 'not a decimal'),
    'digit(chr, default=None, /)': valued('digit', (c) => c.digit, 'not a digit'),
    'numeric(chr, default=None, /)': valued(
      'numeric',
      (c) => (c.numeric === null ? null : quotient(c.numeric)),
      'not a numeric character',
    ),
    'category(chr, /)': (v) => characterOf(v, 'category').category,
    'bidirectional(chr, /)': (v) => characterOf(v, 'bidirectional').bidirectional,
    'combining(chr, /)': (v) => characterOf(v, 'combining').combining,
    'east_asian_width(chr, /) @2.4+': (v) => characterOf(v, 'east_asian_width').width,
    'mirrored(chr, /)': (v) => characterOf(v, 'mirrored').mirrored,
    'decomposition(chr, /)': (v) => characterOf(v, 'decomposition').decomposition,
    'normalize(form, unistr, /) @2.3+': (form, v) => text(normalised('normalize', form, v).after),
    'is_normalized(form, unistr, /) @3.8+'(form, v) {
      const { before, after } = normalised('is_normalized', form, v);
      return before === after;
    },
  });
});
