/** Numbers, strings and f-strings as the parser meets them. */
import type { Expr, ExprOf, Position } from './ast.ts';
import { Cursor } from './cursor.ts';
import { atLeast } from './eras.ts';
import { numberValue } from './numbers.ts';
import { LiteralFault, decodeLiteral, splitLiteral, utf8 } from './strings.ts';
import { scanOldFormat } from './old-format.ts';
import type { OldPiece } from './old-format.ts';
import { SyntaxFault } from './syntax-error.ts';
import type { Token } from './tokens/token.ts';
import { Tokenizer } from './tokens/tokenizer.ts';

type Piece = ExprOf<'FormattedValue'> | (ExprOf<'Constant'> & { kind: 'str'; value: string });
interface Part {
  unicode: boolean;
  bytes: boolean;
  format: boolean;
  value: string;
  pieces: Piece[];
  at: Position;
}

export abstract class Literals extends Cursor {
  /** What may stand in a replacement field. */
  protected abstract fieldExpression(): Expr;
  /** A parser for a part of the same source. */
  protected abstract spawn(tokenizer: Tokenizer): Literals;
  /** The one expression that a replacement field of an old f-string holds. */
  abstract whole(from: { offset: number; line: number; col: number; to: number }): Expr;

  protected number(): Expr {
    const tok = this.advance();
    try {
      return { ...numberValue(tok.text, this.era), ...this.at(tok) };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw this.faultAt(error.message, tok, tok);
    }
  }

  /** Adjacent literals are one: https://docs.python.org/3/reference/lexical_analysis.html#string-literal-concatenation */
  protected strings(): Expr {
    const first = this.tok;
    if (first.kind === 'string' && this.peek().kind !== 'string' && this.peek().kind !== 'fstart') {
      this.advance();
      return this.joined([this.plain(first)], this.at(first));
    }
    const found: (Token | Part)[] = [];
    while (this.tok.kind === 'string' || this.tok.kind === 'fstart')
      found.push(this.tok.kind === 'string' ? this.advance() : this.format());
    const parts = found.map((each) => ('kind' in each ? this.plain(each) : each));
    return this.joined(parts, this.from(first));
  }

  private joined(parts: Part[], at: Position): Expr {
    const bytes = parts[0]?.bytes === true;
    if (this.py3 && parts.some((part) => part.bytes !== bytes)) {
      if (this.peg) throw this.faultOn('cannot mix bytes and nonbytes literals', this.tok);
      throw this.literalFault('cannot mix bytes and nonbytes literals', this.last);
    }
    if (!parts.some((part) => part.format)) {
      const kind = bytes ? 'bytes' : !this.py3 && parts.some((part) => part.unicode) ? 'unicode' : 'str';
      const [only] = parts;
      const value = parts.length === 1 && only !== undefined ? only.value : parts.map((part) => part.value).join('');
      return { type: 'Constant', kind, value, ...at };
    }
    const values: Piece[] = [];
    for (const part of parts) {
      for (const piece of part.pieces) {
        const previous = values[values.length - 1];
        if (piece.type === 'Constant' && previous?.type === 'Constant') {
          values[values.length - 1] = {
            ...previous,
            value: previous.value + piece.value,
            endLine: piece.endLine,
            endCol: piece.endCol,
          };
        } else values.push(piece);
      }
    }
    const kept = values.filter((piece) => piece.type !== 'Constant' || piece.value !== '');
    return { type: 'JoinedStr', values: kept, ...at };
  }

  /** Before 3.9 literals were read after the whole text had parsed, so their faults come after those of the grammar. */
  private plain(tok: Token): Part {
    if (this.peg) return this.literal(tok);
    try {
      return this.literal(tok);
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error;
      this.deferred ??= error;
      return { unicode: false, bytes: false, format: false, value: '', at: this.at(tok), pieces: [] };
    }
  }
  private literal(tok: Token): Part {
    const { prefix, quote, body } = splitLiteral(tok.text);
    const at = this.at(tok);
    const raw = prefix.includes('r');
    if (prefix.includes('f')) {
      const from = tok.start + prefix.length + quote;
      return {
        unicode: true,
        bytes: false,
        format: true,
        value: '',
        at,
        pieces: this.oldPieces(tok, from, tok.end - quote, raw),
      };
    }
    const bytes = this.py3 && prefix.includes('b');
    if (bytes && /[^\x00-\x7f]/.test(body)) {
      const message = 'bytes can only contain ASCII literal characters';
      if (atLeast(this.era, '3.11')) throw this.faultAt(message, tok, tok);
      throw this.literalFault(this.peg ? message : `${message}.`, tok);
    }
    if (this.py3) {
      const value = this.decode(body, raw, bytes, tok);
      return {
        unicode: false,
        bytes,
        format: false,
        value,
        at,
        pieces: [{ type: 'Constant', kind: 'str', value, ...at }],
      };
    }
    const unicode = prefix.includes('u') || (!prefix.includes('b') && this.has('unicode literals by default'));
    const value = unicode ? this.decode2(body, raw, tok) : this.decode(utf8(body), raw, true, tok);
    return { unicode, bytes: false, format: false, value, at, pieces: [] };
  }
  /** In Python 2 a raw unicode literal still knows `\u`. */
  private decode2(body: string, raw: boolean, tok: Token): string {
    if (!raw) return this.decode(body, false, false, tok);
    return body.replace(
      /(?<!\\)((?:\\\\)*)\\u([0-9a-fA-F]{4})/g,
      (_, before: string, hex: string) => before + String.fromCharCode(parseInt(hex, 16)),
    );
  }
  protected decode(body: string, raw: boolean, bytes: boolean, tok: Token): string {
    if (raw || !body.includes('\\')) return body;
    try {
      return decodeLiteral(body, {
        era: this.era,
        raw,
        bytes,
        named: this.options.named ?? (() => null),
        strange: (escape) => this.strangeEscape(escape, tok),
      });
    } catch (error) {
      if (!(error instanceof LiteralFault)) throw error;
      throw this.literalFault(error.message, tok);
    }
  }
  private literalFault(message: string, tok: Token): SyntaxFault {
    if (!this.py3) return this.faultAt(message, tok, null, 'ValueError');
    if (!atLeast(this.era, '3.8')) {
      const fault = this.faultAt(message, tok, null);
      if (fault.col !== null) fault.col--;
      return fault;
    }
    return tok.kind === 'fmiddle' || (this.peg && !atLeast(this.era, '3.12'))
      ? this.faultOn(message, this.tok)
      : this.faultAt(message, tok, tok);
  }
  private strangeEscape(escape: string, tok: Token): void {
    if (!atLeast(this.era, '3.6')) return;
    const category = atLeast(this.era, '3.12') ? 'SyntaxWarning' : 'DeprecationWarning';
    const line = atLeast(this.era, '3.8') ? tok.line : tok.endLine;
    const shown = atLeast(this.era, '3.9') ? `'${escape}'` : escape;
    this.warn({
      category,
      message: `invalid ${/^\\[0-7]/.test(escape) ? 'octal ' : ''}escape sequence ${shown}`,
      line,
    });
  }

  /** An f-string of 3.12 and later, which the tokenizer has taken apart (PEP 701). */
  private format(): Part {
    const start = this.advance();
    const raw = start.text.toLowerCase().includes('r');
    const pieces: Piece[] = this.formatPieces(raw, 'fend');
    if (this.tok.kind !== 'fend') this.fail();
    this.advance();
    return { unicode: true, bytes: false, format: true, value: '', pieces, at: this.from(start) };
  }
  private formatPieces(raw: boolean, end: 'fend' | 'spec'): Piece[] {
    const pieces: Piece[] = [];
    for (;;) {
      const { tok } = this;
      if (tok.kind === 'fmiddle') {
        this.advance();
        const text = end === 'fend' ? tok.text.replaceAll('{{', '{').replaceAll('}}', '}') : tok.text;
        pieces.push({
          type: 'Constant',
          kind: 'str',
          value: this.decodeMiddle(tok.text, text, raw, tok),
          ...this.at(tok),
        });
      } else if (tok.sym === '{') pieces.push(...this.field(raw));
      else return pieces;
    }
  }
  private decodeMiddle(text: string, unescaped: string, raw: boolean, tok: Token): string {
    if (raw || !text.includes('\\')) return unescaped;
    if (!text.includes('\\N{')) return this.decode(unescaped, raw, false, tok);
    return text
      .split(/(\\N\{[^}]*\})/)
      .map((part) =>
        this.decode(part.startsWith('\\N{') ? part : part.replaceAll('{{', '{').replaceAll('}}', '}'), raw, false, tok),
      )
      .join('');
  }
  private field(raw: boolean): Piece[] {
    const open = this.advance();
    const value = this.fieldExpression();
    const pieces: Piece[] = [];
    let debug = false;
    if (this.tok.sym === '=') {
      debug = true;
      const { end } = this.advance();
      // Comments after the sign are not shown.
      const { text: whole } = this.source;
      const text = whole.slice(open.end, end) + whole.slice(end, this.tok.start).replace(/#.*/g, '');
      pieces.push({
        type: 'Constant',
        kind: 'str',
        value: text,
        line: open.line,
        col: open.col + 1,
        endLine: this.tok.line,
        endCol: this.tok.col,
      });
    }
    let conversion = -1;
    if (this.tok.sym === '!') conversion = this.conversion();
    let format_spec: Expr | null = null;
    if (this.tok.sym === ':') {
      const colon = this.advance();
      const values = this.formatPieces(raw, 'spec');
      format_spec = { type: 'JoinedStr', values, ...this.from(colon) };
    }
    if (this.tok.sym !== '}') this.fail();
    this.advance();
    if (debug && conversion === -1 && format_spec === null) conversion = 114;
    pieces.push({ type: 'FormattedValue', value, conversion, format_spec, ...this.from(open) });
    return pieces;
  }
  private conversion(): number {
    const mark = this.advance();
    const { tok } = this;
    if (tok.kind !== 'name') this.fail();
    this.advance();
    // Spelt as CPython has it.
    if (tok.start !== mark.end)
      throw this.faultAt('f-string: conversion type must come right after the exclamanation mark', mark, tok);
    if (tok.text !== 's' && tok.text !== 'r' && tok.text !== 'a')
      throw this.faultAt(`f-string: invalid conversion character '${tok.text}': expected 's', 'r', or 'a'`, tok, tok);
    return tok.text.charCodeAt(0);
  }

  /** An f-string of 3.6 to 3.11: its fields are found first, then each is parsed as if it stood in brackets. */
  private oldPieces(tok: Token, from: number, to: number, raw: boolean): Piece[] {
    let pieces: OldPiece[];
    try {
      pieces = scanOldFormat(this.source.text, from, to, raw, this.era);
    } catch (error) {
      if (!(error instanceof LiteralFault)) throw error;
      throw this.peg ? this.faultOn(error.message, this.tok) : this.literalFault(error.message, tok);
    }
    return this.buildOld(pieces, tok, raw);
  }
  private buildOld(pieces: OldPiece[], tok: Token, raw: boolean): Piece[] {
    const out: Piece[] = [];
    const at = this.at(tok);
    const text = (value: string): void => {
      const previous = out[out.length - 1];
      if (previous?.type === 'Constant') previous.value += value;
      else if (value !== '') out.push({ type: 'Constant', kind: 'str', value, ...at });
    };
    for (const piece of pieces) {
      if (piece.kind === 'text') {
        text(this.decode(piece.text, raw, false, tok));
        continue;
      }
      if (piece.debug !== null) text(piece.debug);
      const value = this.subexpression(piece.from, piece.to);
      const format_spec: Expr | null =
        piece.spec === null ? null : { type: 'JoinedStr', values: this.buildOld(piece.spec, tok, raw), ...at };
      out.push({ type: 'FormattedValue', value, conversion: piece.conversion, format_spec, ...at });
    }
    return out;
  }
  private subexpression(from: number, to: number): Expr {
    const { text } = this.source;
    const before = text.slice(0, from);
    const lineStart = before.lastIndexOf('\n') + 1;
    let line = this.last.line;
    for (let at = text.indexOf('\n', this.last.start); at >= 0 && at < from; at = text.indexOf('\n', at + 1)) line++;
    const part = { from, to, line, lineStart };
    const inner = this.spawn(new Tokenizer(this.source, this.era, (notice) => this.warn(notice), part));
    return inner.whole({ offset: from, line, col: from - lineStart, to });
  }
}
