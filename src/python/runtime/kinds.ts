/**
 * The four types of text — str, Python 2's unicode, bytes, bytearray — share most methods. A kind says what tells them apart: how a value's text is
 * reached, what an argument may be, how a result is made, and whether one counts code points or bytes.
 */
import type { Value } from './object.ts';

export interface Kind {
  /** The text of an instance (or of a subclass's). */
  text(self: Value): string;
  /** A new value of this type. */
  make(s: string): Value;
  /** An argument that must be text of this kind; `where` is for the message. Errors: TypeError. */
  piece(v: Value, method: string, nth: number): string;
  /** What find, count, index and their like look for: bytes accept an int too. */
  needle(v: Value, method: string): string;
  /** The argument of split and strip. */
  separator(v: Value, method: string): string;
  /** Item `i` of what join() joins. Errors: TypeError. */
  member(v: Value, i: number): string;
  /** Whether join() of this one item may return it unchanged. */
  keeps(v: Value): boolean;
  /** A fill character. */
  fill(v: Value, method: string): string;
  size(s: string): number;
  cut(s: string, i: number, j: number): string;
  /** Between positions and JavaScript's: the same for bytes. */
  unitOf(s: string, i: number): number;
  pointOf(s: string, at: number): number;
  /** What one item is made into: a character, or (bytes) an int. */
  item(s: string, i: number): Value;
  /** Characters that split() and strip() take as space; those that end a line. */
  spaces: RegExp;
  words: RegExp;
  lines: RegExp;
  /** As messages have it: `str`, `bytes`. */
  name: string;
  /** In index errors: `string`, `index`. */
  indexName: string;
  notFound: string;
}

const unicodeSpace = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const asciiSpace = '\\t-\\r ';
export const unicodeTests = {
  spaces: new RegExp(`^[${unicodeSpace}]*$`),
  words: new RegExp(`[^${unicodeSpace}]+`, 'g'),
  lines: /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/g,
};
export const asciiTests = {
  spaces: new RegExp(`^[${asciiSpace}]*$`),
  words: new RegExp(`[^${asciiSpace}]+`, 'g'),
  lines: /\r\n|[\n\r]/g,
};
