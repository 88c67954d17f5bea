/** The patterns of `match`, in the second reading (PEP 634). */
import type { Node } from './reading.ts';
import { SimpleStatements } from './simple-statements.ts';

export abstract class Patterns extends SimpleStatements {
  protected patterns(): boolean {
    const found = this.list(() => this.pattern(true));
    if (found.length > 0) this.accept(',');
    return found.length > 0;
  }
  private pattern(star = false): Node | null {
    const from = this.tok;
    return this.attempt(() => {
      if (star && this.accept('*')) return this.acceptKind('name') ? this.node('star pattern', from) : null;
      do if (!this.closedPattern()) return null;
      while (this.accept('|'));
      if (!this.is('as')) return this.node('pattern', from);
      const mark = this.pos;
      this.pos++;
      const target = this.tok;
      if (target.kind === 'name' && target.text === '_') this.raise("cannot use '_' as a target", target);
      if (target.kind === 'name' && !['.', '(', '='].includes(this.cursor.token(this.pos + 1).sym)) {
        this.pos++;
        return this.node('pattern', from);
      }
      const value = this.expression();
      if (value !== null && (target.kind !== 'name' || this.since('3.12')))
        this.raiseOver('invalid pattern target', value);
      this.pos = mark;
      return this.node('pattern', from);
    });
  }
  private closedPattern(): boolean {
    if (this.any('(', '[')) {
      const close = this.is('(') ? ')' : ']';
      this.pos++;
      if (this.list(() => this.pattern(true)).length > 0) this.accept(',');
      return this.accept(close);
    }
    if (this.accept('{')) {
      this.list(() => this.patternPair());
      this.accept(',');
      return this.accept('}');
    }
    if (!this.kind('name')) return this.patternValue();
    this.pos++;
    while (this.is('.')) {
      this.pos++;
      if (!this.acceptKind('name')) return false;
    }
    return !this.is('(') || this.classPattern();
  }
  private patternValue(): boolean {
    if (this.any('None', 'True', 'False')) {
      this.pos++;
      return true;
    }
    if (this.kind('string') || this.kind('fstart')) return this.primary() !== null;
    this.accept('-');
    if (!this.acceptKind('number')) return false;
    if (this.any('+', '-') && this.cursor.token(this.pos + 1).kind === 'number') this.pos += 2;
    return true;
  }
  private patternPair(): Node | null {
    const from = this.tok;
    return this.attempt(() => {
      if (this.accept('**')) return this.acceptKind('name') ? this.node('rest', from) : null;
      return this.closedPattern() && this.accept(':') && this.pattern() !== null ? this.node('pair', from) : null;
    });
  }
  private classPattern(): boolean {
    this.pos++;
    const keyword = (): Node | null => {
      const from = this.tok;
      return this.attempt(() =>
        this.acceptKind('name') && this.accept('=') && this.pattern() !== null ? this.node('keyword', from) : null,
      );
    };
    const positional = (): Node | null =>
      this.attempt(() => (this.kind('name') && this.cursor.token(this.pos + 1).sym === '=' ? null : this.pattern()));
    const first = this.list(positional);
    if (first.length > 0) this.accept(',');
    if (this.list(keyword).length > 0) {
      const mark = this.pos;
      if (this.accept(',')) {
        const late = this.list(positional);
        const [a] = late;
        const b = late[late.length - 1];
        if (a !== undefined && b !== undefined) this.raiseOver('positional patterns follow keyword patterns', a, b);
      }
      this.pos = mark;
      this.accept(',');
    }
    return this.accept(')');
  }
}
