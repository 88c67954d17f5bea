/**
 * Why a program does not parse, as CPython 3.10 and later say it. When no rule goes on, CPython reads the statement a
 * second time with extra rules for common mistakes, in the order of its backtracking grammar (PEP 617); the files of this
 * folder do the same over the tokens of the failing statement. They build no tree: a node says what it is and where. A rule
 * returns null where it does not match, and leaves the position alone; a recognised mistake is thrown. Here is what all the
 * rules read and refuse with; each file goes on where the one that it extends ends.
 */
import type { Cursor } from '../cursor.ts';
import type { Era } from '../eras.ts';
import { atLeast } from '../eras.ts';
import type { FaultName } from '../syntax-error.ts';
import type { Token } from '../tokens/token.ts';

export interface Node {
  /** What Python calls it in messages: "name", "function call", … */
  what: string;
  from: Token;
  to: Token;
  /** Of lists and tuples, the elements; of starred expressions and `in` comparisons, the first operand. */
  items?: Node[];
}

export abstract class Reading {
  protected readonly cursor: Cursor;
  protected readonly era: Era;
  protected pos = 0;
  /** Above zero, mistakes are not looked for: inside a guess that itself serves to recognise one. */
  protected quiet = 0;
  private readonly memo = new Map<string, { node: Node | null; pos: number }>();

  constructor(cursor: Cursor) {
    this.cursor = cursor;
    this.era = cursor.era;
  }

  protected since(version: string): boolean {
    return atLeast(this.era, version);
  }
  /** The current token. */
  protected get tok(): Token {
    return this.cursor.token(this.pos);
  }
  protected get last(): Token {
    return this.cursor.token(Math.max(0, this.pos - 1));
  }
  protected is(sym: string): boolean {
    return this.tok.sym === sym;
  }
  protected any(...syms: string[]): boolean {
    return syms.includes(this.tok.sym);
  }
  protected kind(kind: Token['kind']): boolean {
    return this.tok.kind === kind;
  }
  protected accept(sym: string): boolean {
    if (!this.is(sym)) return false;
    this.pos++;
    return true;
  }
  protected acceptKind(kind: Token['kind']): boolean {
    if (!this.kind(kind)) return false;
    this.pos++;
    return true;
  }
  protected node(what: string, from: Token, items?: Node[]): Node {
    return items === undefined ? { what, from, to: this.last } : { what, from, to: this.last, items };
  }
  /** Runs a rule; where it does not match, the position stays. */
  protected attempt<T>(rule: () => T | null): T | null {
    const mark = this.pos;
    const found = rule();
    if (found === null || found === false) this.pos = mark;
    return found;
  }
  protected quietly<T>(rule: () => T): T {
    this.quiet++;
    try {
      return rule();
    } finally {
      this.quiet--;
    }
  }
  protected remember(name: string, rule: () => Node | null): Node | null {
    const key = `${name}${this.pos}`;
    const known = this.memo.get(key);
    if (known !== undefined) {
      this.pos = known.pos;
      return known.node;
    }
    const node = this.attempt(rule);
    this.memo.set(key, { node, pos: this.pos });
    return node;
  }

  protected raise(message: string, from: Token, to: Token | null = from, name: FaultName = 'SyntaxError'): never {
    throw this.cursor.faultAt(message, from, to, name);
  }
  protected raiseOver(message: string, from: Node, to: Node = from): never {
    return this.raise(message, from.from, to.to);
  }
  /** At the last token that reading has reached. */
  protected raiseLast(message: string, name: FaultName = 'SyntaxError'): never {
    const { tokens } = this.cursor;
    throw this.cursor.faultOn(message, tokens[tokens.length - 1] ?? this.tok, name);
  }
  /** From a token to where reading has come. */
  protected raiseFrom(message: string, from: Token): never {
    const { tokens } = this.cursor;
    const last = tokens[tokens.length - 1] ?? from;
    return this.raise(message, from, { ...last, endCol: last.endCol - 1 });
  }

  /** Items between commas, at least one; a comma that no item follows is left alone. */
  protected list(item: () => Node | null): Node[] {
    const items: Node[] = [];
    let mark = this.pos;
    for (let found = item(); found !== null; found = item()) {
      items.push(found);
      mark = this.pos;
      if (!this.accept(',')) break;
    }
    this.pos = mark;
    return items;
  }
  protected listed(item: () => Node | null): Node | null {
    const from = this.tok;
    const first = item();
    if (first === null) return null;
    if (!this.is(',')) return first;
    this.pos++;
    const items = [first, ...this.list(item)];
    if (items.length > 1) this.accept(',');
    return this.node('tuple', from, items);
  }
}
