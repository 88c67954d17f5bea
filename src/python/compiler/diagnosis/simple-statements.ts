/** Simple statements of the second reading, those that fit on a line. */
import { has } from '../eras.ts';
import { Assignments } from './assignments.ts';
import type { Node } from './reading.ts';

export abstract class SimpleStatements extends Assignments {
  protected simpleLine(): boolean {
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
}
