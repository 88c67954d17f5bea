/**
 * Source text to tokens, by the rules of one era: https://docs.python.org/3/reference/lexical_analysis.html
 * Here is how far the reading has come, and how it refuses; each file of this folder goes on where the one that it extends
 * ends, and `tokenizer.ts` is the last.
 */
import type { Era } from '../eras.ts';
import { atLeast, has } from '../eras.ts';
import type { SourceText, SyntaxFault, SyntaxNotice } from '../syntax-error.ts';
import { keywordsOf } from '../words.ts';
import type { Token, TokenKind } from './token.ts';

interface Open {
  sym: string;
  line: number;
  col: number;
}
/** An f-string being read (3.12 and later); `level` is the count of open brackets outside its innermost replacement field. */
export interface FormatString {
  quote: string;
  raw: boolean;
  token: Token;
  fields: { level: number; inSpec: boolean }[];
}

export abstract class Scanner {
  readonly source: SourceText;
  readonly era: Era;
  protected readonly text: string;
  protected readonly limit: number;
  protected pos: number;
  line = 1;
  protected lineStart = 0;
  protected atLineStart = true;
  protected indents = [0];
  protected altIndents = [0];
  protected pending = 0;
  protected sawToken = false;
  readonly open: Open[] = [];
  protected formats: FormatString[] = [];
  protected readonly keywords: Set<string>;
  protected readonly symbols: {
    py3: boolean;
    barry: boolean;
    matmul: boolean;
    walrus: boolean;
    augmented: boolean;
    floor: boolean;
    decorator: boolean;
    arrow: boolean;
  };
  protected readonly newFormats: boolean;
  protected readonly softAsync: boolean;
  protected asyncDef: { indent: number; newline: boolean } | null = null;
  protected readonly warn: (notice: SyntaxNotice) => void;
  /** True once the end was reached inside brackets or after a stray backslash: what follows is no token but a fault. */
  done = false;
  protected readonly part: boolean;
  /** True after a fault that stops the reading but does not outrank what the parser found before it. */
  weak = false;

  /** Reads `source` from `from` to `to`; with `inside`, as if within brackets (the expressions of old f-strings). */
  constructor(
    source: SourceText,
    era: Era,
    warn: (notice: SyntaxNotice) => void,
    part?: { from: number; to: number; line: number; lineStart: number },
  ) {
    this.source = source;
    this.era = era;
    this.text = source.text;
    this.limit = part?.to ?? this.text.length;
    this.pos = part?.from ?? 0;
    this.part = part !== undefined;
    if (part !== undefined) {
      this.line = part.line;
      this.lineStart = part.lineStart;
      this.atLineStart = false;
      this.open.push({ sym: '(', line: part.line, col: part.from - part.lineStart - 1 });
    }
    this.warn = warn;
    this.keywords = keywordsOf(era);
    const py3 = atLeast(era, '3.0');
    this.symbols = {
      py3,
      barry: false,
      matmul: has(era, '@ operator'),
      walrus: has(era, 'named expression'),
      augmented: has(era, 'augmented assignment'),
      floor: has(era, '//'),
      decorator: has(era, 'decorator'),
      arrow: has(era, 'annotations'),
    };
    this.newFormats = has(era, 'f-string of any expression');
    this.softAsync = has(era, 'async and await') && !has(era, 'async and await are keywords');
  }

  /** A fault whose mark is the last character read, as tokenizers of CPython set it. */
  protected fault(
    message: string,
    at = this.pos,
    name: 'SyntaxError' | 'IndentationError' | 'TabError' = 'SyntaxError',
  ): SyntaxFault {
    const col = at - this.lineStart - 1;
    return this.source.fault(name, message, this.line, col, this.line, col);
  }
  protected faultAt(
    message: string,
    line: number,
    col: number,
    endLine: number | null = null,
    endCol: number | null = null,
  ): SyntaxFault {
    return this.source.fault('SyntaxError', message, line, col, endLine, endCol);
  }

  protected token(kind: TokenKind, start: number, line: number, col: number, sym = ''): Token {
    return {
      kind,
      text: sym === '' ? this.text.slice(start, this.pos) : sym,
      sym,
      start,
      end: this.pos,
      line,
      col,
      endLine: this.line,
      endCol: this.pos - this.lineStart,
      level: this.open.length,
    };
  }
  protected newLine(): void {
    this.pos++;
    this.line++;
    this.lineStart = this.pos;
  }
  /** A character that no token has. */
  protected strange(point: number, start: number): never {
    const char = String.fromCodePoint(point);
    const hex = point.toString(16).toUpperCase().padStart(4, '0');
    if (!this.symbols.py3) {
      this.pos = start + 1;
      throw this.fault('invalid syntax', start + 1);
    }
    if (!atLeast(this.era, '3.9')) {
      // The place is that of the name's end: anything beyond ASCII might be part of one.
      while (this.pos < this.limit && /[^\x00-\x7f]|\w/.test(this.text[this.pos]!)) this.pos++;
      throw this.fault('invalid character in identifier');
    }
    this.pos += char.length;
    const printable = !/[\p{C}\p{Z}]/u.test(char);
    if (!printable && atLeast(this.era, '3.9')) throw this.fault(`invalid non-printable character U+${hex}`);
    throw this.fault(`invalid character '${char}' (U+${hex})`);
  }
  protected eofFault(): SyntaxFault {
    this.weak = true;
    if (atLeast(this.era, '3.9') && this.open.length > 0) return this.unclosed();
    const fault = this.fault('unexpected EOF while parsing', this.pos + 1);
    if (fault.endCol !== null) fault.endCol = -1;
    return fault;
  }
  /** The fault of the innermost bracket that nothing closes. */
  unclosed(): SyntaxFault {
    const { sym, line, col } = this.open[this.open.length - 1] ?? { sym: '(', line: 1, col: 0 };
    const fault = this.faultAt(`'${sym}' was never closed`, line, col);
    if (atLeast(this.era, '3.10')) [fault.endLine, fault.endCol] = [line, 0];
    return fault;
  }
  /** The line that reading has come to; at the very end, the last line that has any text. */
  protected lastLine(): number {
    return this.pos >= this.limit && this.pos === this.lineStart && this.line > 1 ? this.line - 1 : this.line;
  }
}
