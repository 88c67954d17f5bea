/** Strings as written, and the text of f-strings between their replacement fields (PEP 701). */
import { atLeast } from '../eras.ts';
import { Operators } from './operators.ts';
import type { FormatString } from './scanner.ts';
import type { Token } from './token.ts';

/** How many f-strings may stand inside one another: CPython's tokenizer keeps 150 modes, of which one is for the text around them. */
const mostFormats = 149;

export abstract class Strings extends Operators {
  abstract next(): Token;

  protected string(start: number, prefix: string): Token {
    const { text } = this;
    const line = this.line;
    const lineStart = this.lineStart;
    const char = text[this.pos] ?? '"';
    const triple = text.startsWith(char + char, this.pos + 1) && this.pos + 2 < this.limit;
    const quote = triple ? char + char + char : char;
    this.pos += quote.length;
    if (prefix.includes('t'))
      throw this.faultAt('template strings (PEP 750) are not supported here; use an f-string', line, start - lineStart);
    if (this.newFormats && prefix.includes('f')) {
      if (this.formats.length >= mostFormats) throw this.fault('too many nested f-strings');
      const token = this.token('fstart', start, line, start - lineStart);
      this.formats.push({ quote, raw: prefix.includes('r'), token, fields: [] });
      return token;
    }
    const quoteCode = char.charCodeAt(0);
    for (;;) {
      if (this.pos >= this.limit) this.unterminated(start, line, lineStart, triple);
      const code = text.charCodeAt(this.pos);
      if (code === 92) {
        this.pos++;
        if (this.pos < this.limit && text.charCodeAt(this.pos) === 10) this.newLine();
        else this.pos++;
      } else if (code === 10) {
        if (!triple) this.unterminated(start, line, lineStart, triple);
        this.newLine();
      } else if (code === quoteCode && (!triple || text.startsWith(quote, this.pos))) {
        this.pos += quote.length;
        break;
      } else this.pos++;
    }
    return this.token('string', start, line, start - lineStart);
  }
  private unterminated(start: number, line: number, lineStart: number, triple: boolean): never {
    const format = this.formats[this.formats.length - 1];
    if (format !== undefined) {
      this.weak = true;
      const col = start - lineStart;
      if (this.text.startsWith(format.quote, start) && triple === (format.quote.length === 3))
        throw this.faultAt("f-string: expecting '}'", line, col, line, col);
    }
    const what = triple ? 'triple-quoted string literal' : 'string literal';
    if (atLeast(this.era, '3.10')) {
      const col = start - lineStart;
      const escaped = !triple && atLeast(this.era, '3.13') && /\\['"]\s*$/.test(this.text.slice(start, this.pos));
      const hint = escaped ? '; perhaps you escaped the end quote?' : '';
      throw this.faultAt(`unterminated ${what} (detected at line ${this.lastLine()})${hint}`, line, col, line, col);
    }
    if (triple) throw this.faultAt(`EOF while scanning ${what}`, this.lastLine(), this.text.length - start - 1);
    throw this.fault(
      `EOL while scanning ${what}`,
      atLeast(this.era, '3.0') ? Math.min(this.pos + 1, this.limit) : this.pos,
    );
  }

  /** The literal text of an f-string, up to a replacement field or the end of the string. */
  protected formatText(format: FormatString): Token {
    const { text } = this;
    const { quote, raw, fields } = format;
    const start = this.pos;
    const line = this.line;
    const col = start - this.lineStart;
    const spec = fields.length > 0;
    for (;;) {
      if (this.pos >= this.limit) this.unterminatedFormat(format);
      const code = text.charCodeAt(this.pos);
      if (code === 92) {
        this.pos++;
        const next = text[this.pos];
        if (next === '\n') this.newLine();
        else if (next === '{' || next === '}') continue;
        else if (next === 'N' && !raw && text[this.pos + 1] === '{') {
          const close = text.indexOf('}', this.pos);
          const end = text.indexOf(quote, this.pos);
          this.pos = close > 0 && (end < 0 || close < end) ? close + 1 : this.pos + 2;
        } else this.pos++;
      } else if (code === 10 && quote.length === 1) {
        if (spec && atLeast(this.era, '3.13')) {
          const field = fields[fields.length - 1];
          if (field !== undefined) field.inSpec = false;
          break;
        }
        this.unterminatedFormat(format);
      } else if (code === 10) this.newLine();
      else if (code === 123) {
        if (!spec && text.charCodeAt(this.pos + 1) === 123) this.pos += 2;
        else break;
      } else if (code === 125) {
        if (!spec && text.charCodeAt(this.pos + 1) === 125) this.pos += 2;
        else break;
      } else if (text.startsWith(quote, this.pos)) break;
      else this.pos++;
    }
    if (this.pos > start) return this.token('fmiddle', start, line, col);
    const code = text.charCodeAt(this.pos);
    if (code === 123) {
      if (fields.length >= 3) {
        throw this.fault('f-string: expressions nested too deeply');
      }
      const token = this.operator();
      fields.push({ level: this.open.length, inSpec: false });
      return token;
    }
    if (code === 125) {
      if (!spec) {
        this.pos++;
        throw this.fault("f-string: single '}' is not allowed");
      }
      return this.operator();
    }
    if (spec) {
      const field = fields[fields.length - 1];
      if (field !== undefined) field.inSpec = false;
      if (code === 10) return this.next();
    }
    this.formats.pop();
    this.pos += quote.length;
    return this.token('fend', start, line, col);
  }
  private unterminatedFormat(format: FormatString): never {
    const what = format.quote.length === 3 ? 'triple-quoted f-string literal' : 'f-string literal';
    const { line, col } = format.token;
    throw this.faultAt(`unterminated ${what} (detected at line ${this.lastLine()})`, line, col, line, col);
  }
}
