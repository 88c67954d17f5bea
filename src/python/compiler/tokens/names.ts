/** Names, keywords and the prefixes of strings. */
import { has } from '../eras.ts';
import { isNamePart, isNameStart } from '../words.ts';
import { Strings } from './strings.ts';
import type { Token } from './token.ts';

export abstract class Names extends Strings {
  protected name(code: number): Token {
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
  protected leaveAsync(): void {
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
}
