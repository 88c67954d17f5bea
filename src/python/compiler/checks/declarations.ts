/** What declarations refuse: `global`, `nonlocal`, annotated names, `from __future__`. */
import type { Position, Stmt, StmtOf } from '../ast.ts';
import { atLeast, futureNames } from '../eras.ts';
import { Expressions } from './expressions.ts';

export abstract class Declarations extends Expressions {
  protected futureStatements(body: Stmt[]): void {
    if (!this.since('2.1')) return;
    let done = false;
    let docstring = false;
    for (const stmt of body) {
      if (stmt.type === 'ImportFrom' && stmt.module === '__future__' && stmt.level === 0) {
        if (done) throw this.fault('from __future__ imports must occur at the beginning of the file', stmt);
        for (const { name } of stmt.names) {
          const known = futureNames.find((row) => row.name === name);
          if (known !== undefined && atLeast(this.era, known.since)) continue;
          const fault = this.fault(name === 'braces' ? 'not a chance' : `future feature ${name} is not defined`, stmt);
          fault.endCol = null;
          throw fault;
        }
      } else if (
        stmt.type === 'Expr' &&
        stmt.value.type === 'Constant' &&
        (stmt.value.kind === 'str' || stmt.value.kind === 'unicode') &&
        !docstring
      )
        docstring = true;
      else done = true;
    }
  }
  protected annAssign(node: StmtOf<'AnnAssign'>): void {
    const { target } = node;
    if (target.type === 'Name') {
      const mark = this.scope.mark(target.id);
      if ((mark.global || mark.nonlocal) && this.scope.kind !== 'module' && node.simple)
        this.symbol(`annotated name '${target.id}' can't be ${mark.global ? 'global' : 'nonlocal'}`, node);
      if (node.simple) mark.annotated = true;
      if (target.id === '__debug__' && node.value === null) this.assign(target.id, node);
      else if (node.simple || node.value !== null) this.assign(target.id, target);
    } else this.expr(target);
    this.annotation(node.annotation);
    if (node.value !== null) this.expr(node.value);
  }
  protected declaration(node: StmtOf<'Global' | 'Nonlocal'>): void {
    const word = node.type === 'Global' ? 'global' : 'nonlocal';
    for (const name of node.names) {
      if (word === 'nonlocal' && this.scope.kind === 'module')
        this.symbol('nonlocal declaration not allowed at module level', node);
      const mark = this.scope.mark(name);
      if (mark.parameter) this.parameterDeclared(name, word, node);
      else if (mark.used || mark.annotated || mark.assigned) {
        const message = mark.used
          ? `name '${name}' is used prior to ${word} declaration`
          : mark.annotated
            ? `annotated name '${name}' can't be ${word}`
            : `name '${name}' is assigned to before ${word} declaration`;
        if (this.since('3.6')) this.symbol(message, node);
        else this.warn('SyntaxWarning', message, node.line);
      }
      mark[word] = true;
      if (!this.scope.declared.has(name)) this.scope.declared.set(name, node);
      if (word === 'nonlocal') this.scope.outside.push({ name, at: node });
    }
  }
  private parameterDeclared(name: string, word: string, node: Position): void {
    if (!this.py3) this.symbol(`name '${name}' is local and global`, this.scope.at ?? node);
    else if (this.since('3.8')) this.symbol(`name '${name}' is parameter and ${word}`, node);
    else this.analysed ??= this.fault(`name '${name}' is parameter and ${word}`, node);
  }
}
