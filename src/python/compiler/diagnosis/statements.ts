/** Statements of the second reading, and the blocks in them. The way in is here: `explainStatement`, `explainExpression`. */
import { has } from '../eras.ts';
import { Patterns } from './patterns.ts';
import type { Node } from './reading.ts';

export class StatementDiagnosis extends Patterns {
  /** Reads one statement and throws the mistake it recognises, if any. */
  explainStatement(): void {
    this.statement();
  }
  /** Reads one expression, as `eval` takes it. */
  explainExpression(): void {
    this.expressions();
  }

  private statement(): boolean {
    const { tok } = this;
    switch (tok.sym) {
      case '@':
        return this.decorated();
      case 'def':
        return this.def();
      case 'class':
        return this.class_();
      case 'if':
        return this.if_('if');
      case 'with':
        return this.with_();
      case 'for':
        return this.for_();
      case 'try':
        return this.try_();
      case 'while':
        return this.headed("'while' statement") && this.else_();
      case 'async': {
        this.pos++;
        if (this.is('def')) return this.def();
        if (this.is('with')) return this.with_();
        return this.is('for') && this.for_();
      }
      default:
        if (tok.kind === 'name' && tok.text === 'match' && has(this.era, 'match')) {
          const mark = this.pos;
          if (this.match()) return true;
          this.pos = mark;
        }
        return this.simpleLine();
    }
  }

  /** After the colon: a block, or statements on the same line. `what` and `line` say whose block is missing. */
  private block(what: string, line: number): boolean {
    if (!this.kind('newline')) return this.simpleLine();
    this.pos++;
    if (!this.kind('indent')) {
      const message = this.since('3.10')
        ? `expected an indented block after ${what} on line ${line}`
        : 'expected an indented block';
      this.raiseLast(message, 'IndentationError');
    }
    this.pos++;
    let count = 0;
    while (!this.kind('dedent') && !this.kind('end')) {
      if (!this.statement()) return false;
      count++;
    }
    this.acceptKind('dedent');
    return count > 0;
  }
  /** `word expression: block`. */
  private headed(what: string): boolean {
    const { line } = this.tok;
    this.pos++;
    if (this.named() === null) return false;
    return this.colon() && this.block(what, line);
  }
  private colon(): boolean {
    if (this.kind('newline') && this.since('3.10')) this.raiseLast("expected ':'");
    return this.accept(':');
  }
  /** A colon that is demanded at once, whatever stands in its place. */
  private forced(sym = ':'): boolean {
    if (this.accept(sym)) return true;
    if (this.since('3.10')) this.raise(`expected '${sym}'`, this.tok);
    return false;
  }
  private else_(): boolean {
    if (!this.is('else')) return true;
    const { line } = this.tok;
    this.pos++;
    return this.forced() && this.block("'else' statement", line);
  }
  private if_(word: 'if' | 'elif'): boolean {
    if (!this.headed(`'${word}' statement`)) return false;
    return this.is('elif') ? this.if_('elif') : this.else_();
  }
  private for_(): boolean {
    const { line } = this.tok;
    const mark = this.pos;
    this.pos++;
    if (this.starTargets() === null || !this.accept('in')) {
      this.pos = mark + 1;
      const target = this.starExpressions();
      if (target !== null) this.raiseTarget('for', target);
      return false;
    }
    if (this.starExpressions() === null) return false;
    if (!this.colon()) return false;
    return this.block("'for' statement", line) && this.else_();
  }
  private with_(): boolean {
    const { line } = this.tok;
    const mark = this.pos;
    this.pos++;
    const wrapped = this.is('(') && has(this.era, 'parenthesised with') && this.wrappedItems();
    if (!wrapped) {
      this.pos = mark + 1;
      if (this.list(() => this.withItem()).length === 0) return false;
    }
    if (!this.is(':')) {
      this.pos = mark + 1;
      const plain = (): Node | null => {
        const value = this.expression();
        if (value !== null && this.is('as')) {
          this.pos++;
          if (this.starTarget() === null) this.pos--;
        }
        return value;
      };
      for (const open of ['', '(']) {
        this.pos = mark + 1;
        if (open !== '' && !this.accept(open)) break;
        if (this.list(plain).length === 0) continue;
        if (open !== '') this.accept(',');
        if (open !== '' && !this.accept(')')) break;
        if (this.kind('newline') && this.since('3.10')) this.raiseLast("expected ':'");
      }
      return false;
    }
    this.pos++;
    return this.block("'with' statement", line);
  }
  private wrappedItems(): boolean {
    this.pos++;
    if (this.list(() => this.withItem()).length === 0) return false;
    this.accept(',');
    return this.accept(')') && (this.is(':') || this.kind('newline'));
  }
  private withItem(): Node | null {
    const from = this.tok;
    return this.attempt(() => {
      const context = this.expression();
      if (context === null) return null;
      if (!this.is('as')) return context;
      const mark = this.pos;
      this.pos++;
      const target = this.starTarget();
      if (target !== null && this.any(',', ')', ':')) return this.node('item', from);
      this.pos = mark + 1;
      const value = this.expression();
      if (value !== null && this.any(',', ')', ':')) this.raiseTarget('star', value);
      this.pos = mark;
      return context;
    });
  }

  private try_(): boolean {
    const { line } = this.tok;
    this.pos++;
    if (!this.forced() || !this.block("'try' statement", line)) return false;
    if (!this.any('except', 'finally')) this.raiseLast("expected 'except' or 'finally' block");
    let star: boolean | null = null;
    while (this.is('except')) {
      const starred = this.cursor.token(this.pos + 1).sym === '*' && has(this.era, 'except*');
      if (star !== null && star !== starred) {
        const word = this.tok;
        if (!this.handler(starred)) return false;
        while (this.is('except')) if (!this.handler(this.cursor.token(this.pos + 1).sym === '*')) break;
        if (this.since('3.11'))
          this.raise(
            "cannot have both 'except' and 'except*' on the same 'try'",
            word,
            starred ? { ...word, endCol: word.endCol + 1 } : word,
          );
        this.raiseLast("cannot have both 'except' and 'except*' on the same 'try'");
      }
      star = starred;
      if (!this.handler(starred)) return false;
    }
    if (star !== null && !this.else_()) return false;
    if (!this.is('finally')) return true;
    const final = this.tok;
    this.pos++;
    return this.forced() && this.block("'finally' statement", final.line);
  }
  private handler(starred: boolean): boolean {
    const { line } = this.tok;
    const what = starred ? "'except*' statement" : "'except' statement";
    this.pos++;
    if (starred) this.pos++;
    if (starred && (this.kind('newline') || this.is(':'))) this.raiseLast('expected one or more exception types');
    if (!starred && this.is(':')) {
      this.pos++;
      return this.block(what, line);
    }
    if (this.kind('newline') && this.since('3.10')) this.raiseLast("expected ':'");
    const type = this.expression();
    if (type === null) return false;
    const mark = this.pos;
    if (this.since('3.10') && this.accept(',')) {
      const more = this.expressions();
      if (more !== null) {
        if (this.accept('as')) this.acceptKind('name');
        if (this.is(':')) this.raiseFrom('multiple exception types must be parenthesized', type.from);
      }
      this.pos = mark;
    }
    if (this.accept('as') && !this.acceptKind('name')) return false;
    return this.colon() && this.block(what, line);
  }

  private decorated(): boolean {
    while (this.accept('@')) if (this.named() === null || !this.acceptKind('newline')) return false;
    if (this.is('class')) return this.class_();
    this.accept('async');
    return this.is('def') && this.def();
  }
  private def(): boolean {
    const { line } = this.tok;
    this.pos++;
    if (!this.acceptKind('name') || !this.typeParameters()) return false;
    if (!(this.since('3.11') ? this.forced('(') : this.accept('('))) return false;
    this.parameters(')', true);
    if (!this.accept(')')) return false;
    if (this.accept('->') && this.expression() === null) return false;
    return this.forced() && this.block('function definition', line);
  }
  private class_(): boolean {
    const { line } = this.tok;
    this.pos++;
    if (!this.acceptKind('name') || !this.typeParameters()) return false;
    if (this.accept('(')) {
      if (!this.is(')')) this.callArguments();
      if (!this.accept(')')) return false;
    }
    if (!this.colon()) return false;
    return this.block('class definition', line);
  }

  private match(): boolean {
    const { line } = this.tok;
    this.pos++;
    const subject = this.starNamed();
    if (subject === null) return false;
    if (this.accept(',')) {
      if (this.list(this.starNamed).length > 0) this.accept(',');
    } else if (subject.what === 'starred') return false;
    if (this.kind('newline')) this.raiseLast("expected ':'");
    if (!this.accept(':') || !this.acceptKind('newline')) return false;
    if (!this.kind('indent'))
      this.raiseLast(`expected an indented block after 'match' statement on line ${line}`, 'IndentationError');
    this.pos++;
    let count = 0;
    while (this.kind('name') && this.tok.text === 'case') {
      const start = this.tok.line;
      this.pos++;
      if (!this.patterns()) return false;
      if (this.accept('if') && this.named() === null) return false;
      if (!this.colon() || !this.block("'case' statement", start)) return false;
      count++;
    }
    return count > 0 && this.acceptKind('dedent');
  }
}
