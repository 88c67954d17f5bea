/** What may be assigned to, and what Python calls what may not. */
import type { Context, Expr } from './ast.ts';
import type { Era } from './eras.ts';
import { atLeast } from './eras.ts';

/** Turns an expression into a target; returns the part that is none, or null when all is well. */
export function setContext(node: Expr, ctx: Context, reserved: ReadonlySet<string> | null = null): Expr | null {
  switch (node.type) {
    case 'Name':
      if (reserved?.has(node.id)) return node;
      node.ctx = ctx;
      return null;
    case 'Attribute':
      if (reserved?.has(node.attr)) return node;
      node.ctx = ctx;
      return null;
    case 'Subscript':
      node.ctx = ctx;
      return null;
    case 'Starred':
      if (ctx === 'Del') return node;
      node.ctx = ctx;
      return setContext(node.value, ctx, reserved);
    case 'List':
    case 'Tuple':
      node.ctx = ctx;
      for (const element of node.elts) {
        const bad = setContext(element, ctx, reserved);
        if (bad !== null) return bad;
      }
      return null;
    default:
      return node;
  }
}

/** The word for an expression in messages like "cannot assign to …". */
export function describe(node: Expr, era: Era): string {
  switch (node.type) {
    case 'Attribute':
    case 'Subscript':
    case 'Starred':
    case 'Name':
    case 'List':
    case 'Tuple':
    case 'Lambda':
      return node.type.toLowerCase();
    case 'Call':
      return 'function call';
    case 'BoolOp':
    case 'BinOp':
    case 'UnaryOp':
      return atLeast(era, '3.10') ? 'expression' : 'operator';
    case 'GeneratorExp':
      return 'generator expression';
    case 'Yield':
    case 'YieldFrom':
      return 'yield expression';
    case 'Await':
      return 'await expression';
    case 'ListComp':
      return 'list comprehension';
    case 'SetComp':
      return 'set comprehension';
    case 'DictComp':
      return 'dict comprehension';
    case 'Dict':
      return atLeast(era, '3.10') ? 'dict literal' : atLeast(era, '3.8') ? 'dict display' : 'literal';
    case 'Set':
      return atLeast(era, '3.8') ? 'set display' : 'literal';
    case 'JoinedStr':
    case 'FormattedValue':
      return atLeast(era, '3.8') ? 'f-string expression' : 'literal';
    case 'Constant':
      if (node.kind === 'None' || node.kind === 'True' || node.kind === 'False')
        return atLeast(era, '3.8') ? node.kind : 'keyword';
      if (node.kind === 'Ellipsis') return atLeast(era, '3.10') ? 'ellipsis' : 'Ellipsis';
      return 'literal';
    case 'Compare':
      return 'comparison';
    case 'IfExp':
      return 'conditional expression';
    case 'NamedExpr':
      return 'named expression';
    case 'Repr':
      return 'repr';
    default:
      return 'expression';
  }
}
