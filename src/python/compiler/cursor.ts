/** The reading head of the parser: the current token, what may stand there, and where things stand. */
import type { Position } from './ast.ts';
import type { Era } from './eras.ts';
import { atLeast, has } from './eras.ts';
import type { FaultName, SourceText, SyntaxNotice } from './syntax-error.ts';
import { SyntaxFault } from './syntax-error.ts';
import type { Token, TokenKind } from './tokens/token.ts';
import { Tokenizer } from './tokens/tokenizer.ts';

/** Thrown (and caught by the parser itself) where no rule goes on; what to tell the reader is found out afterwards. */
export const dead: unique symbol = Symbol('no rule goes on');

export interface ParserOptions {
  filename: string;
  era: Era;
  mode: 'exec' | 'eval' | 'single';
  /** The text of a file, which may begin with a byte order mark. */
  file?: boolean;
  /** Names already imported from `__future__`, as in a continued session. */
  futures?: readonly string[];
  topLevelAwait?: boolean;
  /** False leaves out what CPython's compiler, not its parser, refuses. */
  checks?: boolean;
  warn?: (notice: SyntaxNotice) => void;
  /** Looks a character up by its Unicode name, for `\N{…}`; null where there is none. */
  named?: (name: string) => string | null;
}

/** Beyond this nesting of rules CPython's parser gives up, and JavaScript's stack is still far from its end. */
const deepest = 1000;

export class Cursor {
  readonly source: SourceText;
  readonly era: Era;
  readonly options: ParserOptions;
  readonly futures: Set<string>;
  readonly tokenizer: Tokenizer;
  /** Python 3. */
  readonly py3: boolean;
  /** Parsed by CPython's PEG parser (3.9 and later), whose faults are found differently. */
  readonly peg: boolean;
  tokens: Token[] = [];
  index = 0;
  /** The current token: the next to be consumed. */
  tok: Token;
  /** The token consumed last, apart from ends of lines and blocks: statements end there. */
  last: Token;
  depth = 0;
  /** True while, and after, the tokenizer found a fault. */
  private reading = false;
  /** The first fault that the older compilers found only after the whole text had parsed. */
  deferred: SyntaxFault | null = null;
  private readonly flags = new Map<string, boolean>();

  constructor(source: SourceText, options: ParserOptions, tokenizer?: Tokenizer) {
    this.source = source;
    this.options = options;
    this.era = options.era;
    this.futures = new Set(options.futures ?? []);
    this.py3 = atLeast(options.era, '3.0');
    this.peg = atLeast(options.era, '3.9');
    this.tokenizer = tokenizer ?? new Tokenizer(source, options.era, (notice) => this.warn(notice));
    this.applyFutures();
    this.tok = this.tokenizer.next();
    this.last = this.tok;
    this.tokens.push(this.tok);
  }

  warn(notice: SyntaxNotice): void {
    this.options.warn?.(notice);
  }
  has(feature: string): boolean {
    let known = this.flags.get(feature);
    if (known === undefined) this.flags.set(feature, (known = has(this.era, feature, this.futures)));
    return known;
  }
  /** Lets the words that a future import reserves or frees take effect. */
  applyFutures(): void {
    this.flags.clear();
    const { tokenizer } = this;
    if (this.futures.has('print_function')) tokenizer.reserve('print', false);
    if (this.futures.has('generators')) tokenizer.reserve('yield', true);
    if (this.futures.has('with_statement')) {
      tokenizer.reserve('with', true);
      tokenizer.reserve('as', true);
    }
  }

  advance(): Token {
    const { tok } = this;
    if (tok.kind !== 'newline' && tok.kind !== 'dedent' && tok.kind !== 'indent') this.last = tok;
    this.index++;
    const next = this.tokens[this.index];
    if (next !== undefined) this.tok = next;
    else this.tokens.push((this.tok = this.fetch()));
    return tok;
  }
  private fetch(): Token {
    this.reading = true;
    const tok = this.tokenizer.next();
    if (tok.kind === 'error' && this.tokenizer.done && this.peg) {
      if (atLeast(this.era, '3.10')) throw this.tokenizer.unclosed();
      throw this.faultOn('unexpected EOF while parsing', { ...tok, kind: 'end', endCol: 0 });
    }
    this.reading = false;
    return tok;
  }
  /**
   * What the rest of the text holds that is no token at all: that outranks a fault of the grammar.
   * Null where the text is in order.
   */
  faultAhead(): SyntaxFault | null {
    if (this.reading) return null;
    const { line } = this.tokens[this.tokens.length - 1] ?? this.tok;
    try {
      for (;;) {
        const { kind } = this.tokenizer.next();
        if (kind === 'end') return null;
        if (kind === 'error' && this.tokenizer.done) {
          const open = this.tokenizer.open[this.tokenizer.open.length - 1];
          return open !== undefined && line > open.line ? this.tokenizer.unclosed() : null;
        }
      }
    } catch (error) {
      if (error instanceof SyntaxFault) return this.tokenizer.weak || this.tokenizer.inFormat ? null : error;
      throw error;
    }
  }
  /** The token after the current one. */
  peek(): Token {
    let next = this.tokens[this.index + 1];
    if (next === undefined) this.tokens.push((next = this.fetch()));
    return next;
  }
  /** The token at an index of the current statement, fetched where it must be. */
  token(index: number): Token {
    for (let known = this.tokens[index]; ; known = this.tokens[index]) {
      if (known !== undefined) return known;
      const last = this.tokens[this.tokens.length - 1];
      if (last?.kind === 'end') return last;
      this.tokens.push(this.fetch());
    }
  }
  /** Goes back to a token seen before. */
  rewind(index: number): void {
    this.index = index;
    this.tok = this.tokens[index] ?? this.tok;
    this.last = this.tokens[index - 1] ?? this.last;
  }
  /** Drops the tokens of finished statements: a program's memory is its tree, not its tokens. */
  forget(): void {
    this.tokens = [this.tok];
    this.index = 0;
  }
  is(sym: string): boolean {
    return this.tok.sym === sym;
  }
  isKind(kind: TokenKind): boolean {
    return this.tok.kind === kind;
  }
  accept(sym: string): boolean {
    if (this.tok.sym !== sym) return false;
    this.advance();
    return true;
  }
  expect(sym: string): Token {
    if (this.tok.sym !== sym) this.fail();
    return this.advance();
  }
  /** An operator without which newer Pythons say at once what is missing. */
  force(sym: string): Token {
    if (this.tok.sym === sym) return this.advance();
    if (atLeast(this.era, '3.10')) throw this.faultAt(`expected '${sym}'`, this.tok, this.tok);
    return this.fail();
  }
  name(): Token {
    if (this.tok.kind !== 'name') this.fail();
    return this.advance();
  }
  fail(): never {
    throw dead;
  }
  enter(): void {
    if (++this.depth > deepest) throw this.tooDeep();
  }
  /** Before 3.9 the parser's own stack ended at about a hundred brackets. */
  enterBracket(): void {
    if (!this.peg && this.tokenizer.open.length > (atLeast(this.era, '3.8') || !this.py3 ? 98 : 92))
      throw this.tooDeep();
  }
  tooDeep(): SyntaxFault {
    const { line } = this.tok;
    const message = atLeast(this.era, '3.12') ? 'Parser stack overflowed - Python source too complex to parse' : '';
    return new SyntaxFault('MemoryError', message, {
      filename: this.source.filename,
      line,
      col: null,
      endLine: null,
      endCol: null,
      text: null,
    });
  }

  from(start: Position | Token): Position {
    const { last } = this;
    return { line: start.line, col: start.col, endLine: last.endLine, endCol: last.endCol };
  }
  at(token: Token): Position {
    return { line: token.line, col: token.col, endLine: token.endLine, endCol: token.endCol };
  }
  /** A fault over a range; eras that marked a single place get that. */
  faultAt(
    message: string,
    start: Position | Token,
    end: Position | Token | null,
    name: FaultName = 'SyntaxError',
  ): SyntaxFault {
    const range = end !== null && atLeast(this.era, '3.10');
    return this.source.fault(
      name,
      message,
      start.line,
      start.col,
      range ? end.endLine : null,
      range ? end.endCol : null,
    );
  }
  /** A fault at a token; the ends of lines, blocks and texts have places of their own. */
  faultOn(message: string, tok: Token, name: FaultName = 'SyntaxError'): SyntaxFault {
    if (tok.kind !== 'indent' && tok.kind !== 'dedent' && tok.kind !== 'end') {
      const fault = this.faultAt(message, tok, tok, name);
      // the end of a last line that has no line end is nowhere
      if (this.peg && tok.kind === 'newline' && tok.start >= this.source.text.length)
        [fault.col, fault.endCol] = [0, fault.endCol === null ? null : 0];
      return fault;
    }
    let { line, endCol } = tok;
    if (tok.start >= this.source.text.length && endCol === 0) {
      if (line > 1) line--;
      const text = this.source.line(line);
      endCol = text.length;
    }
    const fault = this.faultAt(message, { ...tok, line, col: 0 }, null, name);
    fault.col = endCol === 0 ? 0 : this.source.offset(line, endCol) - 1;
    if (atLeast(this.era, '3.10')) [fault.endLine, fault.endCol] = [line, -1];
    return fault;
  }
  /** Notes a fault that older Pythons reported only once the whole text had parsed; newer ones stop here and look closer. */
  defer(message: string, at: Position | Token): void {
    if (this.peg) this.fail();
    if (this.deferred !== null) return;
    // columns counted from zero before 3.8, and there were none before 3.0
    const col = this.py3 ? at.col : null;
    this.deferred = this.source.inTree(this.source.fault('SyntaxError', message, at.line, col), col);
    if (this.deferred.col !== null && !atLeast(this.era, '3.8')) this.deferred.col--;
  }
}
