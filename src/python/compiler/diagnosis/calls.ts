/** Atoms and what trails them, in the second reading: above all the arguments of calls. */
import { has } from '../eras.ts';
import type { Node } from './reading.ts';
import { Strings } from './strings.ts';

export abstract class Calls extends Strings {
  private atom(): Node | null {
    const { tok } = this;
    switch (tok.kind) {
      case 'name':
        this.pos++;
        return this.node('name', tok);
      case 'number':
        this.pos++;
        return this.node('literal', tok);
      case 'string':
      case 'fstart':
        return this.strings();
      case 'keyword':
        if (!this.any('True', 'False', 'None')) return null;
        this.pos++;
        return this.node(tok.sym, tok);
      case 'op':
        if (tok.sym === '(') return this.tuple() ?? this.group() ?? this.generator(true);
        if (tok.sym === '[') return this.list_() ?? this.comprehension('[', ']', 'list comprehension');
        if (tok.sym === '{') return this.braces();
        if (tok.sym !== '...') return null;
        this.pos++;
        return this.node('ellipsis', tok);
      default:
        return null;
    }
  }
  protected primary = (): Node | null => this.remember('primary', () => this.trailed());
  private trailed(): Node | null {
    const from = this.tok;
    let node = this.atom();
    while (node !== null) {
      const what = this.attempt(() => this.trailer());
      if (what === null) break;
      node = this.node(what, from);
    }
    return node;
  }
  private trailer(): string | null {
    if (this.accept('.')) return this.acceptKind('name') ? 'attribute' : null;
    if (this.is('(')) {
      if (this.attempt(() => this.generator()) !== null) return 'function call';
      this.pos++;
      if (!this.is(')')) this.callArguments();
      return this.accept(')') ? 'function call' : null;
    }
    if (!this.accept('[')) return null;
    return this.slices() && this.accept(']') ? 'subscript' : null;
  }
  private slices(): boolean {
    const items = this.list(() =>
      this.is('*') && has(this.era, 'star in index') ? this.starredArgument() : this.slice(),
    );
    if (items.length === 0) return false;
    this.accept(',');
    return true;
  }
  private slice(): Node | null {
    const from = this.tok;
    return this.attempt(() => {
      const whole = this.attempt(() => {
        if (!this.is(':')) this.expression();
        if (!this.accept(':')) return null;
        this.expression();
        if (this.accept(':')) this.expression();
        return this.node('slice', from);
      });
      return whole ?? this.named();
    });
  }
  private positional = (): Node | null =>
    this.attempt(() => {
      if (this.is('*')) return this.starredArgument();
      const node = this.plainNamed();
      return node === null || this.is('=') ? null : node;
    });
  private invalidKeyword(): void {
    if (this.quiet > 0) return;
    const mark = this.pos;
    const from = this.tok;
    if (this.any('True', 'False', 'None')) {
      this.pos++;
      if (this.is('=')) this.raise(`cannot assign to ${from.sym}`, from, this.tok);
      this.pos = mark;
    }
    if (from.kind === 'name' && this.cursor.token(mark + 1).sym === '=') {
      this.pos += 2;
      const equals = this.last;
      if (this.expression() !== null && this.clauses() !== null)
        this.raise("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", from, equals);
      this.pos = mark;
      return;
    }
    const value = this.expression();
    if (value !== null && this.is('='))
      this.raise('expression cannot contain assignment, perhaps you meant "=="?', value.from, this.tok);
    this.pos = mark;
    if (this.since('3.13') && this.accept('**') && this.expression() !== null && this.accept('=')) {
      const assigned = this.expression();
      if (assigned !== null) this.raise('cannot assign to keyword argument unpacking', from, assigned.to);
    }
    this.pos = mark;
  }
  private keyword(double: boolean): Node | null {
    const from = this.tok;
    this.invalidKeyword();
    return this.attempt(() => {
      if (this.kind('name')) {
        this.pos++;
        return this.accept('=') && this.expression() !== null ? this.node('keyword', from) : null;
      }
      if (double) return this.accept('**') && this.expression() !== null ? this.node('keywords', from) : null;
      return this.is('*') ? this.starredArgument() : null;
    });
  }
  private keywords(): Node[] {
    const first = this.list(() => this.keyword(false));
    const mark = this.pos;
    if (first.length > 0 && !this.accept(',')) return first;
    const second = this.list(() => this.keyword(true));
    if (second.length === 0) this.pos = mark;
    return [...first, ...second];
  }
  private args(): { positional: Node[]; keywords: Node[] } | null {
    const positional = this.list(this.positional);
    const mark = this.pos;
    if (positional.length > 0 && !this.accept(',')) return { positional, keywords: [] };
    const keywords = this.keywords();
    if (keywords.length === 0) this.pos = mark;
    return positional.length + keywords.length === 0 ? null : { positional, keywords };
  }
  protected callArguments(): boolean {
    const mark = this.pos;
    const found = this.args();
    if (found !== null) {
      const end = this.pos;
      this.accept(',');
      if (this.is(')')) return true;
      this.pos = end;
    }
    if (this.quiet === 0) {
      this.pos = mark;
      this.invalidArguments();
    }
    this.pos = mark;
    return false;
  }
  private invalidArguments(): void {
    const mark = this.pos;
    let a = this.args();
    const comma = this.tok;
    if (a !== null && this.accept(',') && this.is('*')) {
      if (this.since('3.13')) {
        const late = a.keywords.length > 0 ? this.list(() => this.starredArgument()) : [];
        const end = late[late.length - 1];
        if (end !== undefined)
          this.raise('iterable argument unpacking follows keyword argument unpacking', comma, end.to);
      } else {
        const begin = a.positional[0] ?? a.keywords[0];
        const end = a.keywords[a.keywords.length - 1];
        if (begin !== undefined && end !== undefined)
          this.raise(
            'iterable argument unpacking follows keyword argument unpacking',
            this.since('3.11') ? this.tok : begin.from,
            this.since('3.11') ? this.tok : end.to,
          );
      }
    }
    this.pos = mark;
    const first = this.expression();
    if (first !== null) {
      const clause = this.clauses();
      if (clause !== null && this.accept(','))
        this.raise('Generator expression must be parenthesized', first.from, clause.to);
    }
    this.pos = mark;
    const name = this.tok;
    if (this.acceptKind('name') && this.is('=')) {
      const equals = this.tok;
      this.pos++;
      if (this.expression() !== null && this.clauses() !== null)
        this.raise("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", name, equals);
    }
    this.pos = mark;
    if (this.since('3.12')) {
      const before = this.args();
      if (before === null || !this.accept(',')) this.pos = mark;
      const word = this.tok;
      if (this.acceptKind('name') && this.is('=')) {
        const equals = this.tok;
        this.pos++;
        if (this.any(',', ')')) this.raise('expected argument value expression', word, equals);
      }
      this.pos = mark;
    }
    a = this.args();
    if (a !== null) {
      const end = this.pos;
      const clause = this.clauses();
      const lastArgument = a.positional[a.positional.length - 1];
      if (clause !== null && a.positional.length > 1 && lastArgument !== undefined)
        this.raise('Generator expression must be parenthesized', lastArgument.from, clause.to);
      this.pos = end;
      if (this.accept(',')) {
        const again = this.pos;
        const value = this.expression();
        const more = value === null ? null : this.clauses();
        if (value !== null && more !== null)
          this.raise('Generator expression must be parenthesized', value.from, more.to);
        this.pos = again;
        if (this.args() !== null) {
          const doubled = a.keywords.some((keyword) => keyword.what === 'keywords');
          this.raiseLast(`positional argument follows keyword argument${doubled ? ' unpacking' : ''}`);
        }
      }
    }
    this.pos = mark;
  }
}
