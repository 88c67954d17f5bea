/** Takes f-strings apart as Python 3.6 to 3.11 did (PEP 498): by scanning for brackets and quotes, before any parsing. */
import type { Era } from './eras.ts';
import { atLeast } from './eras.ts';
import { LiteralFault } from './strings.ts';

export type OldPiece =
  | { kind: 'text'; text: string }
  | {
      kind: 'field';
      from: number;
      to: number;
      /** With `=`: the text of the expression, as it is printed. */
      debug: string | null;
      conversion: number;
      spec: OldPiece[] | null;
    };

const pairs: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/** The pieces of `text` between `from` and `to`; throws a LiteralFault with Python's words. */
export function scanOldFormat(text: string, from: number, to: number, raw: boolean, era: Era): OldPiece[] {
  let pos = from;
  const fault = (message: string): LiteralFault => new LiteralFault(`f-string: ${message}`);

  function pieces(depth: number): OldPiece[] {
    const out: OldPiece[] = [];
    let literal = '';
    const flush = (): void => {
      if (literal !== '') out.push({ kind: 'text', text: literal });
      literal = '';
    };
    while (pos < to) {
      const char = text[pos] ?? '';
      if (!raw && char === '\\' && pos + 1 < to) {
        if (text[pos + 1] === 'N' && text[pos + 2] === '{') {
          const close = text.indexOf('}', pos);
          const end = close < 0 || close >= to ? to : close + 1;
          literal += text.slice(pos, end);
          pos = end;
          continue;
        }
        literal += char;
        pos++;
        if (text[pos] === '{' || text[pos] === '}') continue;
        literal += text[pos];
        pos++;
        continue;
      }
      if (char === '{' || char === '}') {
        if (depth === 0 && text[pos + 1] === char && pos + 1 < to) {
          literal += char;
          pos += 2;
          continue;
        }
        if (char === '}') {
          if (depth === 0) throw fault("single '}' is not allowed");
          break;
        }
        flush();
        out.push(field(depth));
        continue;
      }
      literal += char;
      pos++;
    }
    flush();
    return out;
  }

  function field(depth: number): OldPiece {
    if (depth >= 2) throw fault('expressions nested too deeply');
    pos++;
    const start = pos;
    const end = expressionEnd();
    if (text.slice(start, end).trim() === '' && pos < to && '!:='.includes(text[pos] ?? ' ') && atLeast(era, '3.11'))
      throw fault(`expression required before '${text[pos]}'`);
    if (text.slice(start, end).trim() === '' && pos < to && text[pos] !== '=')
      throw fault('empty expression not allowed');
    let debug: string | null = null;
    if (pos < to && text[pos] === '=' && atLeast(era, '3.8')) {
      pos++;
      while (pos < to && ' \t\n\f\r'.includes(text[pos] ?? 'x')) pos++;
      debug = text.slice(start, pos);
    }
    if (pos >= to) throw fault("expecting '}'");
    let conversion = -1;
    if (text[pos] === '!') {
      pos++;
      if (pos >= to) throw fault("expecting '}'");
      const letter = text[pos] ?? '';
      pos++;
      if (letter !== 's' && letter !== 'r' && letter !== 'a')
        throw fault("invalid conversion character: expected 's', 'r', or 'a'");
      conversion = letter.charCodeAt(0);
    }
    let spec: OldPiece[] | null = null;
    if (pos >= to) throw fault("expecting '}'");
    if (text[pos] === ':') {
      pos++;
      if (pos >= to) throw fault("expecting '}'");
      spec = pieces(depth + 1);
    }
    if (pos >= to || text[pos] !== '}') throw fault("expecting '}'");
    pos++;
    if (debug !== null && spec === null && conversion === -1) conversion = 114;
    if (text.slice(start, end).trim() === '') throw fault('empty expression not allowed');
    return { kind: 'field', from: start, to: end, debug, conversion, spec };
  }

  /** Moves to the end of an expression: a `!`, `:`, `=` or `}` outside brackets and quotes. */
  function expressionEnd(): number {
    const open: string[] = [];
    let quote = '';
    for (; pos < to; pos++) {
      const char = text[pos] ?? '';
      if (char === '\\') throw new LiteralFault('f-string expression part cannot include a backslash');
      if (quote !== '') {
        if (text.startsWith(quote, pos)) {
          pos += quote.length - 1;
          quote = '';
        }
        continue;
      }
      if (char === "'" || char === '"') {
        quote = text.startsWith(char.repeat(3), pos) && pos + 2 < to ? char.repeat(3) : char;
        pos += quote.length - 1;
        continue;
      }
      if (char === '(' || char === '[' || char === '{') {
        if (open.length >= 200 && atLeast(era, '3.8')) throw fault('too many nested parenthesis');
        open.push(char);
        continue;
      }
      if (char === '#') throw new LiteralFault("f-string expression part cannot include '#'");
      const next = pos + 1 < to ? text[pos + 1] : '';
      if (
        open.length === 0 &&
        (char === '!' || char === ':' || char === '}' || char === '=' || char === '>' || char === '<')
      ) {
        if (next === '=' && (char === '!' || (atLeast(era, '3.8') && (char === '=' || char === '<' || char === '>')))) {
          pos++;
          continue;
        }
        if (char === '>' || char === '<') continue;
        if (char === '=' && !atLeast(era, '3.8')) continue;
        break;
      }
      if (char === ')' || char === ']' || char === '}') {
        const opening = open.pop();
        if (!atLeast(era, '3.8')) {
          if (opening === undefined) throw fault("expecting '}'");
        } else if (opening === undefined) throw fault(`unmatched '${char}'`);
        else if (opening !== pairs[char])
          throw fault(`closing parenthesis '${char}' does not match opening parenthesis '${opening}'`);
      }
    }
    const end = pos;
    if (quote !== '') throw fault('unterminated string');
    if (open.length > 0) {
      const opening = open[open.length - 1] ?? '(';
      throw fault(atLeast(era, '3.8') ? `unmatched '${opening}'` : "mismatched '(', '{', or '['");
    }
    return end;
  }
  return pieces(0);
}
