/** The text that a string literal means: escapes, bytes, and Python 2's strings of bytes. */
import type { Era } from './eras.ts';
import { atLeast } from './eras.ts';

/** What is wrong inside a literal: `message` as Python words it. */
export class LiteralFault extends Error {}

export interface LiteralOptions {
  era: Era;
  raw: boolean;
  /** Bytes: `\u` and `\N` mean nothing, and every character is a byte. */
  bytes: boolean;
  /** Looks a character up by its Unicode name; null where there is none. */
  named: (name: string) => string | null;
  /** Called for an escape that means nothing, with its text. */
  strange: (escape: string) => void;
}

const simple: Record<string, string> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\n': '',
};

/** Decodes the body of a literal (the text between its quotes). */
export function decodeLiteral(body: string, options: LiteralOptions): string {
  if (options.raw || !body.includes('\\')) return body;
  let out = '';
  let from = 0;
  for (let at = body.indexOf('\\'); at >= 0; at = body.indexOf('\\', from)) {
    out += body.slice(from, at);
    const char = body[at + 1] ?? '';
    from = at + 2;
    const known = simple[char];
    if (known !== undefined) {
      out += known;
    } else if (char >= '0' && char <= '7' && char !== '') {
      const digits = /^[0-7]{1,3}/.exec(body.slice(at + 1, at + 4))?.[0] ?? '0';
      from = at + 1 + digits.length;
      const code = parseInt(digits, 8);
      if (code > 255 && atLeast(options.era, '3.11')) options.strange(`\\${digits}`);
      out += String.fromCharCode(options.bytes ? code & 255 : code);
    } else if (char === 'x') {
      const digits = /^[0-9a-fA-F]{0,2}/.exec(body.slice(from, from + 2))?.[0] ?? '';
      if (digits.length < 2) throw new LiteralFault(hexFault(options, at, from + digits.length));
      from += 2;
      out += String.fromCharCode(parseInt(digits, 16));
    } else if (!options.bytes && (char === 'u' || char === 'U')) {
      const length = char === 'u' ? 4 : 8;
      const digits = /^[0-9a-fA-F]*/.exec(body.slice(from, from + length))?.[0] ?? '';
      const where = (end: number): string =>
        `(unicode error) 'unicodeescape' codec can't decode bytes in position ${bytesTo(body, at)}-${bytesTo(body, end) - 1}`;
      if (digits.length < length)
        throw new LiteralFault(
          `${where(from + digits.length)}: truncated \\${char === 'u' ? 'uXXXX' : 'UXXXXXXXX'} escape`,
        );
      from += length;
      const code = parseInt(digits, 16);
      if (code > 0x10ffff) throw new LiteralFault(`${where(from)}: illegal Unicode character`);
      out += String.fromCodePoint(code);
    } else if (!options.bytes && char === 'N') {
      const name = /^\{([^}]*)\}/.exec(body.slice(from));
      const where = (end: number): string =>
        `(unicode error) 'unicodeescape' codec can't decode bytes in position ${bytesTo(body, at)}-${bytesTo(body, end) - 1}`;
      if (name === null || name[1] === '') {
        const close = body[from] === '{' ? (name === null ? body.length : from + 1) : from;
        throw new LiteralFault(`${where(close)}: malformed \\N character escape`);
      }
      from += name[0].length;
      const found = options.named(name[1] ?? '');
      if (found === null) throw new LiteralFault(`${where(from)}: unknown Unicode character name`);
      out += found;
    } else {
      options.strange(`\\${String.fromCodePoint(body.codePointAt(at + 1) ?? 92)}`);
      out += `\\`;
      from = at + 1;
    }
  }
  return out + body.slice(from);
}

/** Offsets in Python's message count the escaped form, in which a character beyond ASCII takes ten bytes. */
function bytesTo(body: string, end: number): number {
  let count = 0;
  for (const char of body.slice(0, end)) count += char > '\x7f' ? 10 : 1;
  return count;
}

function hexFault(options: LiteralOptions, at: number, end: number): string {
  if (options.bytes)
    return atLeast(options.era, '3.0') ? `(value error) invalid \\x escape at position ${at}` : 'invalid \\x escape';
  return `(unicode error) 'unicodeescape' codec can't decode bytes in position ${at}-${end - 1}: truncated \\xXX escape`;
}

/** The bytes of a text in UTF-8, one character each. */
export function utf8(text: string): string {
  // eslint-disable-next-line no-control-regex
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  let out = '';
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) out += char;
    else if (code < 0x800) out += String.fromCharCode(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000)
      out += String.fromCharCode(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else
      out += String.fromCharCode(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
  }
  return out;
}

/** Splits a string token into its prefix (lower case), the length of its quote and the text between. */
export function splitLiteral(text: string): { prefix: string; quote: number; body: string } {
  const at = text.search(/['"]/);
  const quote = text.startsWith(text.charAt(at).repeat(3), at) && text.length - at >= 6 ? 3 : 1;
  return { prefix: text.slice(0, at).toLowerCase(), quote, body: text.slice(at + quote, text.length - quote) };
}
