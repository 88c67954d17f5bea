/** The checks of a whole tree: the way in. */
import type { Root } from '../ast.ts';
import type { SourceText } from '../syntax-error.ts';
import type { CheckOptions } from './findings.ts';
import { Statements } from './statements.ts';

export class Checker extends Statements {
  /** Throws the fault that Python would report, if there is one. */
  check(root: Root): void {
    if (root.type === 'Expression') this.expr(root.body);
    else {
      this.futureStatements(root.body);
      this.body(root.body);
    }
    this.leave();
    const found = this.early ?? this.analysed ?? this.late;
    if (found !== null) throw found;
  }
}

/** Throws a SyntaxFault where CPython's symbol table or compiler would refuse the tree. */
export function check(root: Root, source: SourceText, options: CheckOptions): void {
  new Checker(source, options).check(root);
}
