/** Which names a piece of program may make unbound again. */
import type { Expr, Stmt } from '../ast.ts';
import { atLeast } from '../eras.ts';
import { mangle } from '../scope.ts';
import type { Code } from './code.ts';

/** Names that `del` or the end of an `except … as` in these statements may unbind. */
export function kills(c: Code, stmts: readonly Stmt[], out = new Set<string>()): Set<string> {
  if (c.scope.killed.size === 0) return out;
  for (const s of stmts) {
    switch (s.type) {
      case 'Delete':
        for (const t of s.targets) target(c, t, out);
        break;
      case 'If':
      case 'For':
      case 'AsyncFor':
      case 'While':
        kills(c, s.body, out);
        kills(c, s.orelse, out);
        break;
      case 'With':
      case 'AsyncWith':
        kills(c, s.body, out);
        break;
      case 'Try':
      case 'TryStar':
        for (const h of s.handlers) {
          if (h.name?.type === 'Name' && atLeast(c.unit.options.era, '3.0')) out.add(mangle(c.scope, h.name.id));
          kills(c, h.body, out);
        }
        for (const b of [s.body, s.orelse, s.finalbody]) kills(c, b, out);
        break;
      case 'Match':
        for (const k of s.cases) kills(c, k.body, out);
        break;
      default:
    }
  }
  return out;
}
function target(c: Code, t: Expr, out: Set<string>): void {
  if (t.type === 'Name') out.add(mangle(c.scope, t.id));
  else if (t.type === 'Tuple' || t.type === 'List') for (const e of t.elts) target(c, e, out);
}
