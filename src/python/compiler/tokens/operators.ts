/** Operators and brackets; a bracket that closes must be of the kind that was opened. */
import { atLeast } from '../eras.ts';
import { Scanner } from './scanner.ts';
import type { Token } from './token.ts';

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

export abstract class Operators extends Scanner {
  protected operator(): Token {
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
      if (atLeast(this.era, '3.11')) this.strange(code, start);
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
