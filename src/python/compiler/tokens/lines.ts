/** Where lines begin and end: indentation, continuation, the end of the text. */
import { atLeast } from '../eras.ts';
import type { SyntaxFault } from '../syntax-error.ts';
import { Names } from './names.ts';
import type { Token } from './token.ts';

const mostIndents = 100;

export abstract class Lines extends Names {
  /** From 3.9 to 3.11 the end of a line had no width. */
  private newlineEnd(col: number): number {
    return atLeast(this.era, '3.9') && !atLeast(this.era, '3.12') ? col : col + 1;
  }
  protected lineEnd(comment: number): Token {
    const start = this.pos;
    const line = this.line;
    const col = start - this.lineStart;
    this.pos++;
    const token = this.token('newline', start, line, comment < 0 ? col : comment - this.lineStart);
    token.endLine = line;
    token.endCol = this.newlineEnd(col);
    this.line++;
    this.lineStart = this.pos;
    this.atLineStart = true;
    this.sawToken = false;
    if (this.asyncDef !== null) this.asyncDef.newline = true;
    return token;
  }

  protected atEnd(): Token {
    if (this.part && this.open.length === 1) return this.token('end', this.pos, this.line, this.pos - this.lineStart);
    if (this.open.length > 0) {
      this.done = true;
      const token = this.token('error', this.pos, this.line, this.pos - this.lineStart);
      return token;
    }
    if (this.sawToken) {
      this.sawToken = false;
      this.atLineStart = true;
      const col = this.pos - this.lineStart;
      const token = this.token('newline', this.pos, this.line, col);
      token.endCol = this.newlineEnd(col);
      this.line++;
      this.lineStart = this.pos;
      if (this.asyncDef !== null) this.asyncDef.newline = true;
      return token;
    }
    if (this.pos > this.lineStart) {
      this.line++;
      this.lineStart = this.pos;
    }
    this.done = true;
    if (this.indents.length > 1) {
      this.indents.pop();
      this.altIndents.pop();
      this.leaveAsync();
      return this.token('dedent', this.pos, this.line, 0);
    }
    return this.token('end', this.pos, this.line, 0);
  }

  protected continuation(): void {
    this.pos++;
    if (this.pos >= this.limit) {
      throw this.eofFault();
    }
    if (this.text.charCodeAt(this.pos) !== 10) {
      this.weak = true;
      const lineLength = this.source.line(this.line).length;
      const fault = this.fault(
        'unexpected character after line continuation character',
        atLeast(this.era, '3.9') ? this.pos + 1 : this.lineStart + lineLength,
      );
      if (fault.endCol !== null) fault.endCol = 0;
      throw fault;
    }
    if (this.pos + 1 >= this.limit && atLeast(this.era, '3.8')) throw this.eofFault();
    this.newLine();
  }

  /** Measures the white space that a line begins with; tabs reach to multiples of eight, and must mean the same if they were one wide. */
  protected indentation(): void {
    let width = 0;
    let alternative = 0;
    for (; this.pos < this.limit; this.pos++) {
      const code = this.text.charCodeAt(this.pos);
      if (code === 32) {
        width++;
        alternative++;
      } else if (code === 9) {
        width = (Math.floor(width / 8) + 1) * 8;
        alternative++;
      } else if (code === 12) {
        width = 0;
        alternative = 0;
      } else if (code === 92 && this.text.charCodeAt(this.pos + 1) === 10 && atLeast(this.era, '3.9')) {
        const kept: [number, number] = [width, alternative];
        this.pos++;
        if (this.pos + 1 >= this.limit) throw this.eofFault();
        this.newLine();
        this.pos--;
        if (width === 0) continue;
        for (this.pos++; this.pos < this.limit && ' \t\f'.includes(this.text[this.pos] ?? '\n');) this.pos++;
        [width, alternative] = kept;
        break;
      } else break;
    }
    const code = this.pos < this.limit ? this.text.charCodeAt(this.pos) : -1;
    if (code === 35 || code === 10 || code === -1) return;
    if (code === 92 && !atLeast(this.era, '3.0') && this.pos + 1 >= this.limit) return;
    this.indentTo(width, alternative);
  }
  private indentTo(width: number, alternative: number): void {
    const top = this.indents[this.indents.length - 1] ?? 0;
    const altTop = this.altIndents[this.altIndents.length - 1] ?? 0;
    if (width === top) {
      if (alternative !== altTop) this.tabFault();
    } else if (width > top) {
      if (this.indents.length + 1 > mostIndents)
        throw this.lineFault('IndentationError', 'too many levels of indentation');
      if (alternative <= altTop) this.tabFault();
      this.pending++;
      this.indents.push(width);
      this.altIndents.push(alternative);
    } else {
      while (this.indents.length > 1 && width < (this.indents[this.indents.length - 1] ?? 0)) {
        this.pending--;
        this.indents.pop();
        this.altIndents.pop();
      }
      if (width !== this.indents[this.indents.length - 1])
        throw this.lineFault('IndentationError', 'unindent does not match any outer indentation level');
      if (alternative !== this.altIndents[this.altIndents.length - 1]) this.tabFault();
    }
  }
  private tabFault(): void {
    if (this.symbols.py3) throw this.lineFault('TabError', 'inconsistent use of tabs and spaces in indentation');
  }
  private lineFault(name: 'IndentationError' | 'TabError', message: string): SyntaxFault {
    const eol = this.text.indexOf('\n', this.pos);
    const end = eol < 0 ? this.text.length : eol + 1;
    this.weak = true;
    const fault = this.source.fault(name, message, this.line, end - this.lineStart - 1, this.line, 0);
    if (fault.endCol !== null) [fault.col, fault.endCol] = name === 'TabError' ? [1, 0] : [fault.col, -1];
    return fault;
  }
}
