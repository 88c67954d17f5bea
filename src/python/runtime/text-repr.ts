/** Text between quotes, as repr() shows it. Source: the library reference, `repr`, and PEP 3138 (which characters are shown as they are). */
const plain = /^[\x20-\x26\x28-\x5b\x5d-\x7e]*$/;
const unprintable = /[\p{C}\p{Z}]/u;

const hex = (n: number, width: number): string => n.toString(16).padStart(width, '0');
function escaped(code: number): string {
  return code <= 0xff ? `\\x${hex(code, 2)}` : code <= 0xffff ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}
/** Whether a character is shown as it is. */
export const isPrintable = (c: string): boolean => c === ' ' || !unprintable.test(c);

/** Quotes: single ones, unless the text has these and no double ones. `ascii` escapes everything beyond. */
export function quoted(s: string, ascii: boolean): string {
  if (plain.test(s)) return `'${s}'`;
  const quote = s.includes("'") && !s.includes('"') ? '"' : "'";
  let out = quote;
  for (const c of s) {
    const code = c.codePointAt(0)!;
    if (c === quote || c === '\\') out += `\\${c}`;
    else if (code >= 0x20 && code < 0x7f) out += c;
    else if (c === '\n') out += '\\n';
    else if (c === '\t') out += '\\t';
    else if (c === '\r') out += '\\r';
    else if (code < 0x80 || ascii || !isPrintable(c)) out += escaped(code);
    else out += c;
  }
  return out + quote;
}
