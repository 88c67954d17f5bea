/** What `match` refuses in its patterns: https://docs.python.org/3/reference/compound_stmts.html#patterns */
import type { Expr, Pattern, Position } from '../ast.ts';

interface Reporter {
  code(message: string, at: Position): void;
}

/** Checks one case's pattern; `last` is true where it may match everything: in the last case, or under a guard. */
export function checkPattern(
  report: Reporter,
  pattern: Pattern,
  last: boolean,
  bind: (name: string, at: Position) => void,
): void {
  if (!last) refuseCatchAll(report, pattern);
  bound(report, pattern, new Set(), bind);
}

function refuseCatchAll(report: Reporter, pattern: Pattern): void {
  if (pattern.type === 'MatchAs' && pattern.pattern === null) {
    if (pattern.name === null) report.code('wildcard makes remaining patterns unreachable', pattern);
    else report.code(`name capture '${pattern.name}' makes remaining patterns unreachable`, pattern);
  } else if (pattern.type === 'MatchAs' && pattern.pattern !== null) refuseCatchAll(report, pattern.pattern);
  else if (pattern.type === 'MatchOr') {
    const end = pattern.patterns[pattern.patterns.length - 1];
    if (end !== undefined) refuseCatchAll(report, end);
  }
}

function bound(
  report: Reporter,
  pattern: Pattern,
  names: Set<string>,
  bind: (name: string, at: Position) => void,
): void {
  const add = (name: string): void => {
    if (names.has(name)) report.code(`multiple assignments to name '${name}' in pattern`, pattern);
    names.add(name);
    bind(name, pattern);
  };
  const all = (patterns: Pattern[]): void => {
    for (const each of patterns) bound(report, each, names, bind);
  };
  switch (pattern.type) {
    case 'MatchSequence':
      if (pattern.patterns.filter((each) => each.type === 'MatchStar').length > 1)
        report.code('multiple starred names in sequence pattern', pattern);
      all(pattern.patterns);
      break;
    case 'MatchMapping': {
      const seen = new Set<string>();
      for (const key of pattern.keys) {
        if (key.type === 'JoinedStr')
          report.code('mapping pattern keys may only match literals and attribute lookups', pattern);
        const text = keyText(key);
        if (text === null) continue;
        // Equal numbers are one key.
        const value = text === 'True' ? '1' : text === 'False' ? '0' : text.replace(/\.0$/, '');
        if (seen.has(value)) report.code(`mapping pattern checks duplicate key (${text})`, pattern);
        seen.add(value);
      }
      all(pattern.patterns);
      if (pattern.rest !== null) add(pattern.rest);
      break;
    }
    case 'MatchClass': {
      const seen = new Set<string>();
      pattern.kwd_attrs.forEach((attr, i) => {
        if (seen.has(attr))
          report.code(`attribute name repeated in class pattern: ${attr}`, pattern.kwd_patterns[i] ?? pattern);
        seen.add(attr);
      });
      all([...pattern.patterns, ...pattern.kwd_patterns]);
      break;
    }
    case 'MatchStar':
      if (pattern.name !== null) add(pattern.name);
      break;
    case 'MatchAs':
      if (pattern.pattern !== null) all([pattern.pattern]);
      if (pattern.name !== null) add(pattern.name);
      break;
    case 'MatchOr':
      alternatives(report, pattern, names, bind);
      break;
    default:
  }
}

function alternatives(
  report: Reporter,
  pattern: Pattern & { type: 'MatchOr' },
  names: Set<string>,
  bind: (name: string, at: Position) => void,
): void {
  let control: Set<string> | null = null;
  pattern.patterns.forEach((each, i) => {
    const own = new Set<string>();
    if (i < pattern.patterns.length - 1) refuseCatchAll(report, each);
    bound(report, each, own, bind);
    if (control === null) control = own;
    else if (own.size !== control.size || [...own].some((name) => control?.has(name) === false))
      report.code('alternative patterns bind different names', pattern);
  });
  for (const name of control ?? new Set<string>()) {
    if (names.has(name)) report.code(`multiple assignments to name '${name}' in pattern`, pattern);
    names.add(name);
  }
}

/** A literal key as Python shows it; null for a key that is looked up when the program runs. */
function keyText(key: Expr): string | null {
  if (key.type === 'UnaryOp') {
    const inner = keyText(key.operand);
    return inner === null || inner === '0' ? inner : `-${inner}`;
  }
  if (key.type !== 'Constant') return null;
  if (key.value === null) return key.kind;
  if (key.kind === 'str') return `'${key.value}'`;
  if (key.kind === 'float' && Number.isInteger(Number(key.value))) return `${key.value}.0`;
  return String(key.value);
}
