/** The statements of the second reading: see diagnosis.ts. */
import { has } from './eras.ts';
import type { Node } from './diagnosis.ts';
import { Diagnosis } from './diagnosis.ts';

const augmented = new Set(['+=', '-=', '*=', '/=', '%=', '&=', '|=', '^=', '<<=', '>>=', '**=', '//=', '@=']);

export class StatementDiagnosis extends Diagnosis {
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
  private typeParameters(): boolean {
    if (!this.is('[') || !has(this.era, 'type parameters')) return true;
    this.pos++;
    if (this.is(']') && this.since('3.13')) this.raiseFrom('Type parameter list cannot be empty', this.tok);
    const found = this.list(() => this.typeParameter());
    if (found.length === 0) return false;
    this.accept(',');
    return this.accept(']');
  }
  private typeParameter(): Node | null {
    const from = this.tok;
    return this.attempt(() => {
      const star = this.any('*', '**') ? this.tok.sym : '';
      if (star !== '') this.pos++;
      if (!this.acceptKind('name')) return null;
      if (this.is(':')) {
        const colon = this.tok;
        this.pos++;
        const bound = this.expression();
        if (bound === null) this.pos--;
        else if (star !== '') {
          const what = star === '*' ? 'TypeVarTuple' : 'ParamSpec';
          this.raiseFrom(`cannot use ${bound.what === 'tuple' ? 'constraints' : 'bound'} with ${what}`, colon);
        }
      }
      if (has(this.era, 'type parameter defaults') && this.is('=')) {
        this.pos++;
        if ((star === '*' ? this.starExpression() : this.expression()) === null) this.pos--;
      }
      return this.node('type parameter', from);
    });
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
  private patterns(): boolean {
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

  private simpleLine(): boolean {
    for (;;) {
      if (!this.simple()) return false;
      if (!this.accept(';')) break;
      if (this.kind('newline')) break;
    }
    return this.acceptKind('newline');
  }
  private simple(): boolean {
    const { tok } = this;
    switch (tok.sym) {
      case 'pass':
      case 'break':
      case 'continue':
        this.pos++;
        return true;
      case 'return':
        this.pos++;
        this.starExpressions();
        return true;
      case 'raise':
        this.pos++;
        if (this.expression() !== null && this.is('from')) {
          this.pos++;
          if (this.expression() === null) this.pos--;
        }
        return true;
      case 'global':
      case 'nonlocal':
        this.pos++;
        return this.names();
      case 'del':
        return this.del();
      case 'assert':
        this.pos++;
        if (this.expression() === null) return false;
        if (this.accept(',') && this.expression() === null) this.pos--;
        return true;
      case 'import':
        return this.import_();
      case 'from':
        return this.importFrom();
      default:
    }
    if (this.attempt(() => this.assignment() || null) !== null) return true;
    if (
      tok.kind === 'name' &&
      tok.text === 'type' &&
      has(this.era, 'type parameters') &&
      this.attempt(() => this.alias() || null) !== null
    )
      return true;
    if (this.starExpressions() !== null) return true;
    return this.is('yield') && this.yield_() !== null;
  }
  private alias(): boolean {
    this.pos++;
    return this.acceptKind('name') && this.typeParameters() && this.accept('=') && this.expression() !== null;
  }
  private names(): boolean {
    if (!this.acceptKind('name')) return false;
    while (this.is(',') && this.cursor.token(this.pos + 1).kind === 'name') this.pos += 2;
    return true;
  }
  private del(): boolean {
    this.pos++;
    const mark = this.pos;
    const targets = this.list(this.starTarget);
    if (targets.length > 0 && targets.every((target) => this.invalidTarget('del', target) === null)) {
      this.accept(',');
      if (this.is(';') || this.kind('newline')) return true;
    }
    this.pos = mark;
    const value = this.starExpressions();
    if (value !== null) this.raiseTarget('del', value);
    return false;
  }
  private import_(): boolean {
    this.pos++;
    if (this.kind('newline') && this.since('3.13'))
      this.raiseFrom("Expected one or more names after 'import'", this.tok);
    const mark = this.pos;
    if (this.list(() => this.module()).length === 0) return false;
    const end = this.pos;
    if (this.since('3.13') && this.is('from')) {
      this.pos = mark;
      this.list(() => this.dotted());
      if (this.accept('from') && this.dotted() !== null)
        this.raiseFrom("Did you mean to use 'from ... import ...' instead?", this.cursor.token(mark - 1));
    }
    this.pos = end;
    return true;
  }
  private dotted(): Node | null {
    const from = this.tok;
    if (!this.acceptKind('name')) return null;
    while (this.is('.') && this.cursor.token(this.pos + 1).kind === 'name') this.pos += 2;
    return this.node('name', from);
  }
  private module(): Node | null {
    const name = this.dotted();
    if (name !== null && this.accept('as') && !this.acceptKind('name')) this.pos--;
    return name;
  }
  private importFrom(): boolean {
    this.pos++;
    while (this.any('.', '...')) this.pos++;
    if (!this.is('import')) this.dotted();
    if (!this.accept('import')) return false;
    if (this.accept('*')) return true;
    if (this.kind('newline') && this.since('3.13'))
      this.raiseFrom("Expected one or more names after 'import'", this.tok);
    const wrapped = this.accept('(');
    const names = this.list(() => {
      const from = this.tok;
      if (!this.acceptKind('name')) return null;
      if (this.accept('as') && !this.acceptKind('name')) this.pos--;
      return this.node('name', from);
    });
    if (names.length === 0) return false;
    if (wrapped) {
      this.accept(',');
      return this.accept(')');
    }
    if (this.is(',') && this.cursor.token(this.pos + 1).kind === 'newline') {
      this.pos += 2;
      this.raiseLast('trailing comma not allowed without surrounding parentheses');
    }
    return true;
  }

  private value(): Node | null {
    return this.is('yield') ? this.yield_() : this.starExpressions();
  }
  private assignment(): boolean {
    const mark = this.pos;
    if (this.annotated() || this.plain()) return true;
    this.pos = mark;
    const target = this.starTarget();
    if (target !== null && ['name', 'attribute', 'subscript'].includes(target.what) && augmented.has(this.tok.sym)) {
      this.pos++;
      return this.value() !== null;
    }
    this.pos = mark;
    this.invalidAssignment();
    this.pos = mark;
    return false;
  }
  private annotated(): boolean {
    const mark = this.pos;
    const open = this.accept('(');
    const target = this.starTarget();
    if (
      target !== null &&
      ['name', 'attribute', 'subscript'].includes(target.what) &&
      (!open || this.accept(')')) &&
      this.accept(':')
    ) {
      if (this.expression() !== null) {
        if (this.is('=')) {
          this.pos++;
          if (this.value() === null) this.pos--;
        }
        return true;
      }
    }
    this.pos = mark;
    return false;
  }
  private plain(): boolean {
    const mark = this.pos;
    this.targetsBefore();
    if (this.pos > mark && this.value() !== null && !this.is('=')) return true;
    this.pos = mark;
    return false;
  }
  /** `a = b = `. */
  private targetsBefore(): void {
    for (;;) {
      const mark = this.pos;
      if (this.starTargets() !== null && this.accept('=')) continue;
      this.pos = mark;
      return;
    }
  }
  private invalidAssignment(): void {
    const mark = this.pos;
    const bad = this.unannotatable();
    if (bad !== null && this.accept(':') && this.expression() !== null)
      this.raiseOver(`only single target (not ${bad.what}) can be annotated`, bad);
    this.pos = mark;
    const first = this.starNamed();
    if (first !== null && this.accept(',')) {
      while (this.list(this.starNamed).length > 0) this.accept(',');
      if (this.accept(':') && this.expression() !== null)
        this.raiseOver('only single target (not tuple) can be annotated', first);
    }
    this.pos = mark;
    const value = this.expression();
    if (value !== null && this.accept(':') && this.expression() !== null)
      this.raiseOver('illegal target for annotation', value);
    this.pos = mark;
    this.targetsBefore();
    const end = this.pos;
    const target = this.starExpressions();
    if (target !== null && this.is('=')) this.raiseTarget('star', target);
    this.pos = end;
    if (this.is('yield')) {
      const given = this.yield_();
      if (given !== null && this.is('=')) this.raiseOver('assignment to yield expression not possible', given);
    }
    this.pos = mark;
    const left = this.starExpressions();
    if (left !== null && augmented.has(this.tok.sym)) {
      this.pos++;
      if (this.value() !== null)
        this.raiseOver(`'${left.what}' is an illegal expression for augmented assignment`, left);
    }
  }
  private unannotatable(): Node | null {
    if (this.any('(', '[')) {
      const found = this.primary();
      if (found !== null && (found.what === 'list' || found.what === 'tuple')) return found;
    }
    return null;
  }
}
