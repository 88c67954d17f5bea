/** The next token, whichever it is: the way in. Numbers are read here too. */
import { scanNumber } from '../numbers.ts';
import { isNamePart, isNameStart } from '../words.ts';
import { Lines } from './lines.ts';
import type { Token } from './token.ts';

export class Tokenizer extends Lines {
  /** Whether an f-string is open: faults found in one do not outrank what the parser found before. */
  get inFormat(): boolean {
    return this.formats.length > 0;
  }
  /** Lets a `from __future__` import make a word reserved, or free it. */
  reserve(word: string, reserved: boolean): void {
    if (reserved) this.keywords.add(word);
    else this.keywords.delete(word);
  }

  next(): Token {
    const format = this.formats[this.formats.length - 1];
    if (format !== undefined) {
      const field = format.fields[format.fields.length - 1];
      if (field === undefined || field.inSpec) return this.formatText(format);
    }
    let comment = -1;
    for (;;) {
      if (this.atLineStart) {
        comment = -1;
        this.atLineStart = false;
        this.indentation();
      }
      if (this.pending !== 0) {
        const up = this.pending > 0;
        this.pending += up ? -1 : 1;
        const lineLength = this.pos - this.lineStart;
        const token = this.token(
          up ? 'indent' : 'dedent',
          up ? this.lineStart : this.pos,
          this.line,
          up ? 0 : lineLength,
        );
        if (!up) this.leaveAsync();
        return token;
      }
      if (this.asyncDef !== null) this.leaveAsync();
      this.blanks();
      const code = this.pos < this.limit ? this.text.charCodeAt(this.pos) : -1;
      if (code === 35) {
        comment = this.pos;
        const eol = this.text.indexOf('\n', this.pos);
        this.pos = eol < 0 || eol > this.limit ? this.limit : eol;
        continue;
      }
      if (code === -1) return this.atEnd();
      if (code === 10) {
        if (this.open.length > 0 || !this.sawToken) {
          this.newLine();
          if (this.open.length === 0) this.atLineStart = true;
          continue;
        }
        return this.lineEnd(comment);
      }
      if (code === 92) {
        this.continuation();
        continue;
      }
      this.sawToken = true;
      if (isNameStart(code) || code > 127) return this.name(code);
      if ((code >= 48 && code <= 57) || (code === 46 && isDigit(this.text.charCodeAt(this.pos + 1))))
        return this.number();
      if (code === 34 || code === 39) return this.string(this.pos, '');
      return this.operator();
    }
  }

  private blanks(): void {
    for (; this.pos < this.limit; this.pos++) {
      const code = this.text.charCodeAt(this.pos);
      if (code !== 32 && code !== 9 && code !== 12) break;
    }
  }

  /** The common case, a few plain digits and nothing after them. */
  private plainNumber(): boolean {
    const { text } = this;
    let end = this.pos;
    while (end < this.limit && isDigit(text.charCodeAt(end))) end++;
    if (end === this.pos || (text.charCodeAt(this.pos) === 48 && end > this.pos + 1)) return false;
    const code = end < this.limit ? text.charCodeAt(end) : 10;
    if (code === 46 || code > 127 || isNamePart(code)) return false;
    this.pos = end;
    return true;
  }
  private number(): Token {
    const start = this.pos;
    const col = start - this.lineStart;
    if (this.plainNumber()) return this.token('number', start, this.line, col);
    const found = scanNumber(this.text, start, this.limit, this.era);
    this.pos = found.end;
    if (found.fault !== null) {
      if (found.fault.from !== undefined)
        throw this.faultAt(
          found.fault.message,
          this.line,
          found.fault.from - this.lineStart,
          this.line,
          found.fault.to - this.lineStart,
        );
      throw this.fault(found.fault.message, found.fault.to);
    }
    if (found.warning !== null) this.warn({ ...found.warning, line: this.line });
    return this.token('number', start, this.line, col);
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
