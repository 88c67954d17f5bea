/** Strings of the second reading, and the replacement fields of f-strings since 3.12. */
import { Displays } from './displays.ts';
import type { Node } from './reading.ts';

export abstract class Strings extends Displays {
  protected strings(): Node | null {
    const from = this.tok;
    let format = false;
    while (this.kind('string') || this.kind('fstart')) {
      if (this.kind('string')) {
        format ||= /^[rR]?[fF]/.test(this.tok.text);
        this.pos++;
        continue;
      }
      format = true;
      if (this.attempt(() => this.format()) === null) return null;
    }
    return this.node(format ? 'f-string expression' : 'literal', from);
  }
  private format(): true | null {
    this.pos++;
    return this.formatParts() && this.acceptKind('fend') ? true : null;
  }
  private formatParts(): boolean {
    for (;;) {
      if (this.acceptKind('fmiddle')) continue;
      if (!this.is('{')) return true;
      if (this.attempt(() => this.field()) === null) {
        if (this.quiet === 0) this.invalidField();
        return false;
      }
    }
  }
  private fieldValue(): Node | null {
    return this.is('yield') ? this.yield_() : this.starExpressions();
  }
  private field(): true | null {
    this.pos++;
    if (this.fieldValue() === null) return null;
    this.accept('=');
    if (this.accept('!') && !this.acceptKind('name')) return null;
    if (this.accept(':') && !this.formatParts()) return null;
    return this.accept('}') ? true : null;
  }
  private invalidField(): void {
    const mark = this.pos;
    this.pos++;
    if (this.any('=', '!', ':', '}'))
      this.raise(`f-string: valid expression required before '${this.tok.sym}'`, this.tok);
    if (this.fieldValue() === null) this.raise("f-string: expecting a valid expression after '{'", this.tok);
    if (!this.any('=', '!', ':', '}')) this.raise("f-string: expecting '=', or '!', or ':', or '}'", this.tok);
    if (this.accept('=') && !this.any('!', ':', '}')) this.raise("f-string: expecting '!', or ':', or '}'", this.tok);
    if (this.accept('!')) {
      if (this.any(':', '}')) this.raise('f-string: missing conversion character', this.tok);
      if (!this.acceptKind('name')) this.raise('f-string: invalid conversion character', this.tok);
    }
    if (!this.any(':', '}')) this.raise("f-string: expecting ':' or '}'", this.tok);
    if (this.accept(':')) {
      this.formatParts();
      if (!this.is('}')) this.raise("f-string: expecting '}', or format specs", this.tok);
    }
    this.pos = mark;
  }
}
