/** What stands in brackets of its own, in the second reading: tuples, lists, sets, dicts and comprehensions. */
import { Parameters } from './parameters.ts';
import type { Node } from './reading.ts';

export abstract class Displays extends Parameters {
  protected tuple(): Node | null {
    const from = this.tok;
    return this.attempt(() => {
      this.pos++;
      const items: Node[] = [];
      if (!this.is(')')) {
        const first = this.starNamed();
        if (first === null || !this.accept(',')) return null;
        items.push(first, ...this.list(this.starNamed));
        if (items.length > 1) this.accept(',');
      }
      return this.accept(')') ? this.node('tuple', from, items) : null;
    });
  }
  protected group(): Node | null {
    const mark = this.pos;
    const inner = this.attempt(() => {
      this.pos++;
      const node = this.is('yield') ? this.yield_() : this.named();
      return node !== null && this.accept(')') ? node : null;
    });
    if (inner !== null || this.quiet > 0) return inner;
    this.pos++;
    const from = this.tok;
    if (this.is('*')) {
      const value = this.starredArgument();
      if (value !== null && this.is(')'))
        this.raiseOver(
          this.since('3.10') ? 'cannot use starred expression here' : "can't use starred expression here",
          value,
        );
    } else if (this.accept('**') && this.expression() !== null && this.is(')'))
      this.raise('cannot use double starred expression here', from);
    this.pos = mark;
    return null;
  }
  protected generator(check = false): Node | null {
    const from = this.tok;
    const found = this.attempt(() => {
      this.pos++;
      return this.plainNamed() !== null && this.clauses() !== null && this.accept(')')
        ? this.node('generator expression', from)
        : null;
    });
    if (found === null && check) this.invalidComprehension();
    return found;
  }
  protected list_(): Node | null {
    const from = this.tok;
    return this.attempt(() => {
      this.pos++;
      const items = this.list(this.starNamed);
      if (items.length > 0) this.accept(',');
      return this.accept(']') ? this.node('list', from, items) : null;
    });
  }
  protected comprehension(open: string, close: string, what: string): Node | null {
    const from = this.tok;
    const found = this.attempt(() =>
      this.accept(open) && this.named() !== null && this.clauses() !== null && this.accept(close)
        ? this.node(what, from)
        : null,
    );
    if (found === null) this.invalidComprehension();
    return found;
  }
  private invalidComprehension(): void {
    if (this.quiet > 0) return;
    const mark = this.pos;
    const { sym } = this.tok;
    this.pos++;
    if (this.is('*')) {
      const value = this.starredArgument();
      if (value !== null && this.clauses() !== null)
        this.raiseOver('iterable unpacking cannot be used in comprehension', value);
      this.pos = mark + 1;
    }
    if (sym !== '(') {
      const first = this.starNamed();
      const comma = this.tok;
      if (first !== null && this.accept(',')) {
        const more = this.list(this.starNamed);
        const end = more[more.length - 1]?.to ?? comma;
        if (more.length > 0) this.accept(',');
        if (this.clauses() !== null && this.since('3.10'))
          this.raise('did you forget parentheses around the comprehension target?', first.from, end);
      }
    }
    this.pos = mark;
  }

  protected braces(): Node | null {
    const from = this.tok;
    const dict = this.attempt(() => {
      this.pos++;
      if (this.list(this.pair).length > 0) this.accept(',');
      return this.accept('}') ? this.node('dict literal', from) : null;
    });
    if (dict !== null) return dict;
    if (this.quiet === 0 && this.since('3.10')) this.invalidPairs();
    const set = this.attempt(() => {
      this.pos++;
      if (this.list(this.starNamed).length === 0) return null;
      this.accept(',');
      return this.accept('}') ? this.node('set display', from) : null;
    });
    if (set !== null) return set;
    const comprehension = this.attempt(() => {
      this.pos++;
      if (this.expression() === null || !this.accept(':') || this.expression() === null) return null;
      return this.clauses() !== null && this.accept('}') ? this.node('dict comprehension', from) : null;
    });
    if (comprehension !== null) return comprehension;
    const star = this.cursor.token(this.pos + 1);
    if (star.sym === '**' && this.quiet === 0) {
      const mark = this.pos;
      this.pos += 2;
      if (this.binary(1) !== null && this.clauses() !== null && this.is('}'))
        this.raise('dict unpacking cannot be used in dict comprehension', star);
      this.pos = mark;
    }
    return this.comprehension('{', '}', 'set comprehension');
  }
  private pair = (): Node | null => {
    const from = this.tok;
    if (this.quiet === 0 && this.last.sym === ',') this.keyWithoutColon();
    return this.attempt(() => {
      if (this.accept('**')) return this.binary(1);
      return this.expression() !== null && this.accept(':') && this.expression() !== null
        ? this.node('pair', from)
        : null;
    });
  };
  /** After the first pair, a key with something else than a colon behind it lacks the colon, not a comma. */
  private keyWithoutColon(): void {
    const mark = this.pos;
    const key = this.quietly(() => this.conditional());
    if (key !== null && !this.is(':') && this.quietly(() => this.conditional()) !== null && this.since('3.10'))
      this.colonExpected(key);
    this.pos = mark;
  }
  private colonExpected({ from, to }: Node): never {
    const fault = this.cursor.source.fault(
      'SyntaxError',
      "':' expected after dictionary key",
      from.line,
      to.endCol - 1,
      to.endLine,
      0,
    );
    fault.endCol = 0;
    throw fault;
  }
  private invalidPairs(): void {
    const mark = this.pos;
    this.pos++;
    if (this.list(this.pair).length > 0 && this.accept(',')) {
      const again = this.pos;
      const key = this.expression();
      if (key !== null && !this.is(':')) this.colonExpected(key);
      this.pos = again;
      this.badValue();
    }
    this.pos = mark + 1;
    this.badValue();
    this.pos = mark;
  }
  private badValue(): void {
    if (this.expression() === null) return;
    const colon = this.tok;
    if (!this.accept(':')) return;
    const star = this.tok;
    if (this.any('}', ',')) this.raise("expression expected after dictionary key and ':'", colon);
    if (this.accept('*')) {
      const value = this.binary(1);
      if (value !== null) {
        this.raiseFrom('cannot use a starred expression in a dictionary value', star);
      }
    }
  }
}
