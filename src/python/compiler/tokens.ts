/** Source text to tokens, by the rules of one era: https://docs.python.org/3/reference/lexical_analysis.html */
import type { Era } from './eras.ts';
import { atLeast, has } from './eras.ts';
import type { SyntaxNotice } from './syntax-error.ts';
import type { SourceText, SyntaxFault } from './syntax-error.ts';
import { scanNumber } from './numbers.ts';
import { isNamePart, isNameStart, keywordsOf } from './words.ts';

export type TokenKind =
  | 'name'
  | 'keyword'
  | 'number'
  | 'string'
  | 'op'
  | 'newline'
  | 'indent'
  | 'dedent'
  | 'end'
  | 'fstart'
  | 'fmiddle'
  | 'fend'
  | 'error';

export interface Token {
  kind: TokenKind;
  /** The text as written; of a name, in normal form. */
  text: string;
  /** Of operators and keywords the text, else empty: what the parser compares. */
  sym: string;
  start: number;
  end: number;
  line: number;
  col: number;
  endLine: number;
  endCol: number;
  /** How many parentheses are open after it. */
  level: number;
}

const operators3 = new Set(['**=', '//=', '<<=', '>>=', '...']);
const operators2 = new Set([
  '**',
  '//',
  '<<',
  '>>',
  '<=',
  '>=',
  '==',
  '!=',
  '->',
  '+=',
  '-=',
  '*=',
  '/=',
  '%=',
  '&=',
  '|=',
  '^=',
  '@=',
  ':=',
  '<>',
]);
const operators1 = '()[]{}:,;+-*/|&<>=.%~^@`';
const closing: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
const deepest = 200;
const mostIndents = 100;

interface Open {
  sym: string;
  line: number;
  col: number;
}
/** An f-string being read (3.12 and later); `level` is the count of open brackets outside its innermost replacement field. */
interface FormatString {
  quote: string;
  raw: boolean;
  token: Token;
  fields: { level: number; inSpec: boolean }[];
}

export class Tokenizer {
  readonly source: SourceText;
  readonly era: Era;
  private readonly text: string;
  private readonly limit: number;
  private pos: number;
  line = 1;
  private lineStart = 0;
  private atLineStart = true;
  private indents = [0];
  private altIndents = [0];
  private pending = 0;
  private sawToken = false;
  readonly open: Open[] = [];
  private formats: FormatString[] = [];
  private readonly keywords: Set<string>;
  private readonly symbols: {
    py3: boolean;
    barry: boolean;
    matmul: boolean;
    walrus: boolean;
    augmented: boolean;
    floor: boolean;
    decorator: boolean;
    arrow: boolean;
  };
  private readonly newFormats: boolean;
  private readonly softAsync: boolean;
  private asyncDef: { indent: number; newline: boolean } | null = null;
  private readonly warn: (notice: SyntaxNotice) => void;
  /** True once the end was reached inside brackets or after a stray backslash: what follows is no token but a fault. */
  done = false;
  private readonly part: boolean;
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

  /** Whether an f-string is open: faults found in one do not outrank what the parser found before. */
  get inFormat(): boolean {
    return this.formats.length > 0;
  }
  /** Lets a `from __future__` import make a word reserved, or free it. */
  reserve(word: string, reserved: boolean): void {
    if (reserved) this.keywords.add(word);
    else this.keywords.delete(word);
  }

  /** A fault whose mark is the last character read, as tokenizers of CPython set it. */
  private fault(
    message: string,
    at = this.pos,
    name: 'SyntaxError' | 'IndentationError' | 'TabError' = 'SyntaxError',
  ): SyntaxFault {
    const col = at - this.lineStart - 1;
    return this.source.fault(name, message, this.line, col, this.line, col);
  }
  private faultAt(
    message: string,
    line: number,
    col: number,
    endLine: number | null = null,
    endCol: number | null = null,
  ): SyntaxFault {
    return this.source.fault('SyntaxError', message, line, col, endLine, endCol);
  }

  private token(kind: TokenKind, start: number, line: number, col: number, sym = ''): Token {
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
  private newLine(): void {
    this.pos++;
    this.line++;
    this.lineStart = this.pos;
  }
  /** From 3.9 to 3.11 the end of a line had no width. */
  private newlineEnd(col: number): number {
    return atLeast(this.era, '3.9') && !atLeast(this.era, '3.12') ? col : col + 1;
  }
  private lineEnd(comment: number): Token {
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

  private atEnd(): Token {
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

  private continuation(): void {
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
  private eofFault(): SyntaxFault {
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

  /** Measures the white space that a line begins with; tabs reach to multiples of eight, and must mean the same if they were one wide. */
  private indentation(): void {
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

  private name(code: number): Token {
    const { text } = this;
    const start = this.pos;
    const line = this.line;
    const col = start - this.lineStart;
    let ascii = true;
    while (this.pos < this.limit) {
      code = text.charCodeAt(this.pos);
      if (code > 127) {
        ascii = false;
        const point = text.codePointAt(this.pos) ?? code;
        if (this.pos === start ? !isNameStart(point) : !isNamePart(point)) this.strange(point, start);
        this.pos += point > 0xffff ? 2 : 1;
        continue;
      }
      if (!isNamePart(code)) break;
      this.pos++;
    }
    const next = text.charCodeAt(this.pos);
    if ((next === 34 || next === 39) && this.pos < this.limit && this.pos - start <= 2) {
      const prefix = text.slice(start, this.pos).toLowerCase();
      if (this.isPrefix(prefix)) return this.string(start, prefix);
    }
    let word = text.slice(start, this.pos);
    if (!ascii) {
      if (!this.symbols.py3) this.strange(128, start);
      word = word.normalize('NFKC');
    }
    let keyword = this.keywords.has(word);
    if (this.softAsync && (word === 'async' || word === 'await')) keyword = this.asyncWord(word);
    const token = this.token(keyword ? 'keyword' : 'name', start, line, col, keyword ? word : '');
    if (!keyword) token.text = word;
    return token;
  }
  /** In 3.5 and 3.6 `async` is reserved before `def`, and both words inside an `async def`. */
  private asyncWord(word: string): boolean {
    if (this.asyncDef !== null) return true;
    if (word !== 'async' || !/^[ \t\f]+def(?![\w])/.test(this.text.slice(this.pos, this.pos + 40))) return false;
    this.asyncDef = { indent: this.indents.length, newline: false };
    return true;
  }
  private leaveAsync(): void {
    if (this.asyncDef === null || !this.asyncDef.newline || this.open.length > 0) return;
    if (this.asyncDef.indent >= this.indents.length) this.asyncDef = null;
  }
  private isPrefix(prefix: string): boolean {
    switch (prefix) {
      case 'r':
        return true;
      case 'u':
        return this.symbols.py3 ? has(this.era, 'u prefix again') : has(this.era, 'unicode literal');
      case 'ur':
        return !this.symbols.py3 && has(this.era, 'unicode literal');
      case 'b':
      case 'br':
        return has(this.era, 'bytes literal');
      case 'rb':
        return has(this.era, 'u prefix again');
      case 'f':
      case 'fr':
      case 'rf':
        return has(this.era, 'f-string');
      case 't':
      case 'tr':
      case 'rt':
        return has(this.era, 'template string');
      default:
        return false;
    }
  }
  /** A character that no token has. */
  private strange(point: number, start: number): never {
    const char = String.fromCodePoint(point);
    const hex = point.toString(16).toUpperCase().padStart(4, '0');
    if (!this.symbols.py3) {
      this.pos = start + 1;
      throw this.fault('invalid syntax', start + 1);
    }
    if (!atLeast(this.era, '3.9')) {
      while (this.pos < this.limit && this.text.charCodeAt(this.pos) > 127) this.pos++;
      throw this.fault('invalid character in identifier');
    }
    this.pos += char.length;
    const printable = !/[\p{C}\p{Z}]/u.test(char);
    if (!printable && atLeast(this.era, '3.9')) throw this.fault(`invalid non-printable character U+${hex}`);
    throw this.fault(`invalid character '${char}' (U+${hex})`);
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

  private string(start: number, prefix: string): Token {
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
  /** The line that reading has come to; at the very end, the last line that has any text. */
  private lastLine(): number {
    return this.pos >= this.limit && this.pos === this.lineStart && this.line > 1 ? this.line - 1 : this.line;
  }

  /** The literal text of an f-string, up to a replacement field or the end of the string. */
  private formatText(format: FormatString): Token {
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

  private operator(): Token {
    const { text, symbols } = this;
    const start = this.pos;
    const line = this.line;
    const col = start - this.lineStart;
    const format = this.formats[this.formats.length - 1];
    const field = format?.fields[format.fields.length - 1];
    const atField = field !== undefined && field.level === this.open.length;
    let sym = text.slice(start, Math.min(start + 3, this.limit));
    if (!(operators3.has(sym) && this.known(sym))) {
      sym = sym.slice(0, 2);
      if (!(operators2.has(sym) && this.known(sym)) || (atField && sym === ':=')) {
        sym = sym.slice(0, 1);
        if (!operators1.includes(sym) || (sym === '`' && symbols.py3) || (sym === '@' && !symbols.decorator)) {
          if (!(sym === '!' && this.newFormats)) return this.strangeSign();
        }
      }
    }
    this.pos = start + sym.length;
    if (sym === '(' || sym === '[' || sym === '{') {
      if (this.open.length >= deepest && atLeast(this.era, '3.8')) throw this.fault('too many nested parentheses');
      this.open.push({ sym, line, col });
    } else if (sym === ')' || sym === ']' || sym === '}') {
      this.close(sym, field);
      if (format !== undefined && field !== undefined && sym === '}' && this.open.length < field.level)
        format.fields.pop();
    } else if (atField && sym === ':') field.inSpec = true;
    return this.token('op', start, line, col, sym);
  }
  /** A sign that no operator has: no fault yet, the parser says what it makes of it. */
  private strangeSign(): Token {
    const start = this.pos;
    const code = this.text.charCodeAt(start);
    if (code < 32 || code === 127) {
      if (atLeast(this.era, '3.9')) this.strange(code, start);
    }
    this.pos++;
    return this.token('error', start, this.line, start - this.lineStart);
  }
  private known(sym: string): boolean {
    const { symbols } = this;
    switch (sym) {
      case '...':
      case '->':
        return symbols.py3;
      case '<>':
        return true;
      case '@=':
        return symbols.matmul;
      case ':=':
        return symbols.walrus;
      case '//':
        return symbols.floor;
      case '//=':
        return symbols.floor;
      case '**':
      case '<<':
      case '>>':
      case '<=':
      case '>=':
      case '==':
      case '!=':
        return true;
      default:
        return symbols.augmented;
    }
  }
  private close(sym: string, field: { level: number; inSpec: boolean } | undefined): void {
    const open = this.open.pop();
    if (!atLeast(this.era, '3.8')) return;
    if (open === undefined || (field !== undefined && sym !== '}' && this.open.length < field.level)) {
      if (open !== undefined) throw this.fault(`f-string: unmatched '${sym}'`);
      throw this.fault(`unmatched '${sym}'`);
    }
    if (open.sym === closing[sym]) return;
    const where = open.line === this.line ? '' : ` on line ${open.line}`;
    throw this.fault(`closing parenthesis '${sym}' does not match opening parenthesis '${open.sym}'${where}`);
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
