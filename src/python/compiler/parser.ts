/** Python source to syntax tree, by the grammar of one era. */
import type { Expr, Root, Stmt } from './ast.ts';
import { check } from './checks/checker.ts';
import type { ParserOptions } from './cursor.ts';
import { dead } from './cursor.ts';
import { atLeast } from './eras.ts';
import { legacyHint } from './legacy.ts';
import { Statements, docstringOf } from './statements.ts';
import { StatementDiagnosis } from './diagnosis/statements.ts';
import type { Literals } from './literals.ts';
import { SourceText, SyntaxFault } from './syntax-error.ts';
import type { Token } from './tokens/token.ts';
import type { Tokenizer } from './tokens/tokenizer.ts';

export type { ParserOptions } from './cursor.ts';
export { SyntaxFault } from './syntax-error.ts';

class Parser extends Statements {
  protected override spawn(tokenizer: Tokenizer): Literals {
    const options = { ...this.options, futures: [...this.futures] };
    return new Parser(this.source, options, tokenizer);
  }
  override whole(from: { offset: number; line: number; col: number; to: number }): Expr {
    try {
      const value = this.fieldExpression();
      if (this.tok.kind !== 'end') this.fail();
      return value;
    } catch (error) {
      const fault = error === dead ? this.explain() : error;
      if (!(fault instanceof SyntaxFault)) throw fault;
      // these Pythons parsed the field as a text of its own, in brackets, and point into that
      if (this.peg) fault.message = `f-string: ${fault.message}`;
      fault.text = `(${this.source.text.slice(from.offset, from.to)})`;
      if (fault.line === from.line) {
        if (fault.col !== null) fault.col -= from.col - 1;
        if (fault.endCol !== null && fault.endLine === from.line && fault.endCol > 0) fault.endCol -= from.col - 1;
      }
      if (!atLeast(this.era, '3.9')) {
        fault.line -= from.line - 1;
        fault.filename = '<fstring>';
      }
      throw fault;
    }
  }

  module(): Stmt[] {
    const body: Stmt[] = [];
    while (this.tok.kind !== 'end') {
      if (this.tok.kind === 'newline') {
        this.advance();
        continue;
      }
      if (this.tok.kind === 'indent' && !this.peg)
        throw this.faultOn('unexpected indent', this.tok, 'IndentationError');
      this.statement(body);
      this.forget();
    }
    return body;
  }
  /** One interactive statement: a compound one or a line of simple ones. Python 2 overlooks what follows. */
  interactive(): Stmt[] {
    const body: Stmt[] = [];
    if (this.tok.kind === 'end') this.fail();
    this.statement(body);
    while (this.isKind('newline')) this.advance();
    if (!this.isKind('end') && this.py3) {
      const { endLine, endCol } = this.last;
      throw this.source.fault(
        'SyntaxError',
        'multiple statements found while compiling a single statement',
        endLine,
        endCol,
      );
    }
    return body;
  }
  run(): Root {
    const futures = (): string[] => [...this.futures];
    switch (this.options.mode) {
      case 'exec': {
        const body = this.module();
        return { type: 'Module', body, docstring: docstringOf(body), futures: futures() };
      }
      case 'single':
        return { type: 'Interactive', body: this.interactive(), futures: futures() };
      case 'eval': {
        const body = this.expressionList(false);
        while (this.tok.kind === 'newline') this.advance();
        if (this.tok.kind !== 'end') this.fail();
        return { type: 'Expression', body, futures: futures() };
      }
    }
  }
  /** Runs and turns a dead end into the fault it stands for. */
  parse(): Root {
    let root: Root;
    try {
      root = this.run();
    } catch (error) {
      const fault = error === dead ? this.explain() : error;
      if (fault instanceof SyntaxFault && atLeast(this.era, '3.10') && !fault.message.startsWith('unexpected indent'))
        throw this.faultAhead() ?? fault;
      throw fault;
    }
    if (this.deferred !== null) throw this.deferred;
    return root;
  }
  /** Before 3.9: `invalid syntax` wherever the grammar ended, and a guess at what `print` without brackets meant. */
  private oldFault(at: Token): SyntaxFault {
    const { text } = this.source;
    const atEnd = at.start >= text.length && at.kind !== 'op';
    if (this.options.mode !== 'exec' && !text.endsWith('\n') && at.end >= text.length) return this.cutShort();
    // Python 2.7 noticed the end only in a text of one line
    const short = text.indexOf('\n') >= text.length - 1;
    if (atEnd && (this.py3 || short || this.options.mode === 'eval'))
      return this.faultOn('unexpected EOF while parsing', { ...at, kind: 'end', endCol: 0 });
    if (atEnd && at.kind === 'dedent')
      return this.faultOn('unexpected unindent', { ...at, endCol: 0 }, 'IndentationError');
    if (atEnd) return this.faultOn('invalid syntax', { ...at, kind: 'end', endCol: 0 });
    if (at.kind === 'dedent') {
      const fault = this.faultAt('unexpected unindent', at, null, 'IndentationError');
      fault.col = this.source.offset(at.endLine, at.endCol) - 1;
      return fault;
    }
    const fault = this.faultAt('invalid syntax', at, null);
    if (!atLeast(this.era, '3.8')) fault.col = this.source.offset(at.endLine, at.endCol) - 1;
    const legacy = atLeast(this.era, '3.4') ? legacyHint(this.source.line(at.line), this.era) : null;
    if (legacy !== null) fault.message = legacy;
    return fault;
  }
  /** An expression or an interactive statement that ends too early, and without a line end. */
  private cutShort(): SyntaxFault {
    const lines = this.source.text.split('\n');
    const last = lines[lines.length - 1] ?? '';
    const message = !this.py3 && lines.length > 1 ? 'invalid syntax' : 'unexpected EOF while parsing';
    return this.source.fault('SyntaxError', message, lines.length, last.length - 1);
  }
  /** What is wrong where no rule went on: first the mistakes that can be named, then the place itself. */
  private explain(): SyntaxFault {
    const at = this.tokens[this.tokens.length - 1] ?? this.tok;
    if (this.peg) {
      try {
        const diagnosis = new StatementDiagnosis(this);
        if (this.options.mode === 'eval') diagnosis.explainExpression();
        else diagnosis.explainStatement();
      } catch (error) {
        if (error instanceof RangeError) return this.tooDeep();
        if (error instanceof SyntaxFault) return error;
        throw error;
      }
    }
    if (at.kind === 'indent') return this.faultOn('unexpected indent', at, 'IndentationError');
    if (at.kind === 'dedent' && this.peg) return this.faultOn('unexpected unindent', at, 'IndentationError');
    if (!this.peg) return this.oldFault(at);
    const fault = this.faultOn('invalid syntax', at);
    const legacy = atLeast(this.era, '3.10') ? null : legacyHint(this.source.line(at.line), this.era);
    if (legacy !== null) fault.message = legacy;
    if (at.kind === 'end') [fault.col, fault.endCol] = [0, fault.endCol === null ? null : 0];
    return fault;
  }
}

/** Cuts the byte order mark off a file, and makes every line end a newline; of a module, the last one too. */
function normalised(source: string, { mode, file }: ParserOptions): string {
  const marked = file === true && source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  const text = marked.includes('\r') ? marked.replace(/\r\n?/g, '\n') : marked;
  return mode !== 'exec' || text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** In Python 2 `from __future__ import unicode_literals` reaches back to the docstring above it. */
function lateUnicode(root: Root, { era, futures }: ParserOptions): boolean {
  if (atLeast(era, '3.0') || root.type !== 'Module' || root.docstring === null) return false;
  return root.futures.includes('unicode_literals') && futures?.includes('unicode_literals') !== true;
}

/**
 * Parses `source` as the Python of `options.era` does.
 * Throws a SyntaxFault with the message and the place that Python would give.
 */
export function parse(source: string, options: ParserOptions): Root {
  const text = new SourceText(
    normalised(source, options),
    options.filename,
    atLeast(options.era, '3.10'),
    !atLeast(options.era, '3.0'),
  );
  if (source.includes('\0')) {
    const place = { filename: options.filename, line: 0, col: null, endLine: null, endCol: null, text: null };
    if (!atLeast(options.era, '3.0'))
      throw new SyntaxFault('TypeError', 'compile() expected string without null bytes', place);
    // 3.11.4 took this over from 3.12.
    if (!atLeast(options.era, '3.11'))
      throw new SyntaxFault('ValueError', 'source code string cannot contain null bytes', place);
    throw new SyntaxFault('SyntaxError', 'source code string cannot contain null bytes', place);
  }
  let root = new Parser(text, options).parse();
  if (lateUnicode(root, options)) root = new Parser(text, { ...options, futures: root.futures }).parse();
  if (options.checks !== false) check(root, text, { ...options, futures: new Set(root.futures) });
  return root;
}
