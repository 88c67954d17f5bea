/** Warnings about programs that are right in form and surely wrong in sense, as CPython 3.8 and later give them. */
import type { Expr, Stmt } from './ast.ts';
import type { Era } from './eras.ts';
import { atLeast } from './eras.ts';
import type { SyntaxNotice } from './syntax-error.ts';

interface Reporter {
  readonly era: Era;
  warn(category: SyntaxNotice['category'], message: string, line: number): void;
}

/** The type that a display or literal has for sure; null where only running tells. */
function typeOf(node: Expr): string | null {
  switch (node.type) {
    case 'Constant':
      if (node.kind === 'None') return 'NoneType';
      if (node.kind === 'True' || node.kind === 'False') return 'bool';
      if (node.kind === 'Ellipsis') return 'ellipsis';
      return node.kind === 'imaginary' ? 'complex' : node.kind;
    case 'JoinedStr':
    case 'FormattedValue':
      return 'str';
    case 'Tuple':
    case 'List':
    case 'Set':
    case 'Dict':
      return node.type.toLowerCase();
    case 'ListComp':
      return 'list';
    case 'SetComp':
      return 'set';
    case 'DictComp':
      return 'dict';
    case 'GeneratorExp':
      return 'generator';
    case 'Lambda':
      return 'function';
    default:
      return null;
  }
}

/** Reports what is suspicious about one node, not about its parts. */
export function notices(report: Reporter, node: Stmt | Expr): void {
  switch (node.type) {
    case 'Assert':
      if (node.test.type === 'Tuple' && node.test.elts.length > 0 && atLeast(report.era, '2.7'))
        report.warn('SyntaxWarning', 'assertion is always true, perhaps remove parentheses?', node.line);
      break;
    case 'Compare': {
      if (!atLeast(report.era, '3.8')) break;
      const operands = [node.left, ...node.comparators];
      const at = node.ops.findIndex(
        (op, i) =>
          (op === 'Is' || op === 'IsNot') &&
          [operands[i], operands[i + 1]].some((each) => each !== undefined && isValue(each)),
      );
      if (at < 0) break;
      const literal = [operands[at], operands[at + 1]].find((each) => each !== undefined && isValue(each));
      const what = atLeast(report.era, '3.12') && literal !== undefined ? `'${typeOf(literal)}' literal` : 'a literal';
      const is = node.ops[at] === 'Is';
      report.warn(
        'SyntaxWarning',
        `"${is ? 'is' : 'is not'}" with ${what}. Did you mean "${is ? '==' : '!='}"?`,
        node.line,
      );
      break;
    }
    case 'Call': {
      const type = typeOf(node.func);
      if (type !== null && type !== 'function' && atLeast(report.era, '3.8'))
        report.warn('SyntaxWarning', `'${type}' object is not callable; perhaps you missed a comma?`, node.line);
      break;
    }
    case 'Subscript': {
      if (node.ctx !== 'Load' || !atLeast(report.era, '3.8')) break;
      const type = typeOf(node.value);
      if (type === null) break;
      if (!['str', 'bytes', 'tuple', 'list', 'dict'].includes(type)) {
        report.warn('SyntaxWarning', `'${type}' object is not subscriptable; perhaps you missed a comma?`, node.line);
        break;
      }
      const index = typeOf(node.slice);
      if (type !== 'dict' && index !== null && index !== 'int' && index !== 'bool' && node.slice.type !== 'Slice')
        report.warn(
          'SyntaxWarning',
          `${type} indices must be integers or slices, not ${index}; perhaps you missed a comma?`,
          node.line,
        );
      break;
    }
    default:
  }
}

/** A literal with which identity means nothing. */
function isValue(node: Expr): boolean {
  if (node.type === 'Tuple') return node.elts.every((each) => each.type === 'Constant');
  return node.type === 'Constant' && node.value !== null;
}
