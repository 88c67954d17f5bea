/** `for` and `while`. A loop over a known `range` counts; any other takes its items from a JavaScript iterator of the runtime. */
import type { Expr, ExprOf, Position, Stmt, StmtOf } from '../ast.ts';
import { atLeast } from '../eras.ts';
import { mangle } from '../scope.ts';
import { store } from './assignment.ts';
import type { Assigned, Code, Loop } from './code.ts';
import { arg, meet, piece, without } from './code.ts';
import { array, expr } from './expressions.ts';
import { kills } from './flow.ts';
import { place } from './names.ts';
import { condition } from './operators.ts';
import { body, lines, reap } from './statements.ts';
import { delegate, resumed } from './suspension.ts';
import { lineEvent, traced } from './tracing.ts';

/** A node's position alone. */
const pointOf = ({ line, endLine, col, endCol }: Position): Position => ({ line, endLine, col, endCol });

/** Once the item is stored, only its variable may keep it alive. */
function letGo(c: Code, item: string): void {
  const clean = c.clean();
  c.line(`${clean === null ? '' : `${clean}; `}${item} = 0;`);
}

/** Runs `inside` for each item of the iterator named `it`; `iter` is where it came from. */
export function loopOver(
  c: Code,
  target: Expr,
  it: string,
  iter: Position,
  isAsync: boolean,
  inside: () => void,
): void {
  if (isAsync) {
    const v = `$v${c.fresh()}`;
    c.block('for (;;) {', () => {
      c.line(`var ${v};`);
      c.block(
        'try {',
        () => {
          const p = delegate(c, [], '$anext', [it], iter, true);
          for (const text of p.pre)
            c.line(`${text.startsWith(`${p.val} =`) ? `${v}${text.slice(p.val.length)}` : text};`);
          c.forget();
        },
        '',
      );
      c.block('} catch ($x) {', () => {
        for (const text of resumed(c)) c.line(text);
        c.line(`if (${c.help('$stopped', ['$x'])}) break;`);
        c.line('throw $x;');
      });
      store(c, target, piece(v, { atom: true }));
      letGo(c, v);
      inside();
    });
    return;
  }
  const items = c.help('$js', [it]);
  const turn = (): void => c.line(`${c.l(iter)};`);
  if (target.type === 'Name') {
    const to = place(c, target.id);
    if (/^([GN]\.)?[\w$]+$/.test(to)) {
      c.block(`for (${to} of ${items}) {`, () => {
        inside();
        turn();
      });
      return;
    }
  }
  const v = `$v${c.fresh()}`;
  // The variable of a JavaScript loop outlives the loop in its slot: it must not keep the last item alive.
  c.block(`for (var ${v} of ${items}) {`, () => {
    store(c, target, piece(v, { atom: true }));
    letGo(c, v);
    inside();
    turn();
  });
}

/** The body of a loop, and what is bound after it: `after(end)` is given what is bound at the end of a turn. */
function around(
  c: Code,
  s: Position & { body: Stmt[]; orelse: Stmt[] },
  turn: string | null,
  head: (inside: () => void) => Assigned,
): void {
  const needsLabel = s.orelse.length > 0 && breaks(s.body);
  const label = needsLabel ? `$b${c.fresh()}` : null;
  const event = traced(c) ? lineEvent(c, s) : null;
  const loop: Loop = { breakLabel: label, continueLabel: null, turn, event, breaks: [] };
  const wasFast = c.fast;
  c.fast = true;
  const write = (): void => {
    c.loops.push(loop);
    const out = head(() => {
      body(c, s.body);
      // A loop's line is reached again for each turn.
      if (event && c.assigned !== null) c.line(event);
    });
    c.loops.pop();
    c.assigned = out;
    c.fast = wasFast;
    if (s.orelse.length > 0) body(c, s.orelse);
  };
  if (label) c.block(`${label}: {`, write);
  else write();
  c.assigned = meet(c.assigned, ...loop.breaks);
}
/** Whether a `break` of this very loop stands in these statements. */
function breaks(stmts: readonly Stmt[]): boolean {
  return stmts.some((s) => {
    switch (s.type) {
      case 'Break':
        return true;
      case 'If':
        return breaks(s.body) || breaks(s.orelse);
      case 'For':
      case 'AsyncFor':
      case 'While':
        return breaks(s.orelse);
      case 'With':
      case 'AsyncWith':
        return breaks(s.body);
      case 'Try':
      case 'TryStar':
        return breaks(s.body) || breaks(s.orelse) || breaks(s.finalbody) || s.handlers.some((h) => breaks(h.body));
      case 'Match':
        return s.cases.some((k) => breaks(k.body));
      default:
        return false;
    }
  });
}

export function whileLoop(c: Code, s: StmtOf<'While'>): void {
  around(c, s, null, (inside) => {
    c.assigned = without(c.assigned, kills(c, s.body));
    const text = statementCondition(c, s.test);
    const after = c.assigned;
    c.block(`while (${text}) {`, () => {
      const start = c.lines.length;
      inside();
      if (!c.unit.options.finalises || asksEachTurn(c.lines.slice(start))) return;
      const turn = c.lines.splice(start);
      c.line(`if (${c.unit.hear()}) { ${c.l(s.test)}; ${c.use('$reap')}(); }`);
      c.lines.push(...turn);
    });
    return text === 'true' ? null : after;
  });
}

/** The spaces in front of a line. */
const margin = (line: string | undefined): string => /^ */.exec(line ?? '')![0];

/**
 * Whether every turn through these lines passes a `$reap`, where a signal is heard: a loop that has none is given one. In a loop over a `range`
 * `$range` and `$rangenext` hear it; any other comes to its end, or its iterator hears.
 */
function asksEachTurn(lines: readonly string[]): boolean {
  const own = margin(lines[0]);
  for (const line of lines) {
    if (line.includes('continue;')) return false;
    if (line.endsWith('$reap();') && margin(line) === own) return true;
  }
  return false;
}

/** The condition of `if` and `while`; temporaries that keep objects alive are cleared before the body runs. */
export function statementCondition(c: Code, test: Expr): string {
  const text = condition(c, test);
  const clean = c.clean();
  if (clean === null) return text;
  const b = c.scratchOf('$b');
  return `(${b} = ${text}, ${clean}, ${b})`;
}

export function forLoop(c: Code, s: StmtOf<'For'> | StmtOf<'AsyncFor'>): void {
  if (s.type === 'For' && countable(c, s.iter)) {
    countedLoop(c, s, s.iter as ExprOf<'Call'>);
    return;
  }
  const isAsync = s.type === 'AsyncFor';
  const it = `$i${c.fresh()}`;
  const source = expr(c, s.iter);
  // Since 3.13 what goes wrong in getting the items is said of the iterable, before of the whole statement.
  const at = c.unit.since('3.13') ? s.iter : s;
  lines(c, source.pre);
  c.line(`var ${it} = ${c.help(isAsync ? '$aiter' : '$iter', [source.val], at)};`);
  const clean = c.clean();
  if (clean) c.line(`${clean};`);
  around(c, s, isAsync ? null : `${c.l(at)};`, (inside) => {
    c.assigned = without(c.assigned, kills(c, s.body));
    const before = c.assigned;
    loopOver(c, s.target, it, isAsync && at !== s ? { ...pointOf(s), shown: at } : at, isAsync, inside);
    return before;
  });
  c.line(`${it} = 0;`);
  reap(c);
}

function countable(c: Code, e: Expr): boolean {
  if (e.type !== 'Call' || e.func.type !== 'Name' || e.keywords.length > 0 || e.args.length < 1 || e.args.length > 3)
    return false;
  if (e.args.some((a) => a.type === 'Starred')) return false;
  const name = e.func.id;
  if (name !== 'range' && !(name === 'xrange' && !atLeast(c.unit.options.era, '3.0'))) return false;
  const r = c.scope.resolve(mangle(c.scope, name));
  return r.kind === 'global' || (r.kind === 'name' && r.owner === null && !c.scope.bound.has(name));
}

function countedLoop(c: Code, s: StmtOf<'For'>, iter: ExprOf<'Call'>): void {
  const id = c.fresh();
  const [r, k, stop, step] = [`$r${id}`, `$j${id}`, `$stop${id}`, `$step${id}`];
  const f = arg(expr(c, iter.func));
  const args = array(iter.args.map((a) => arg(expr(c, a))));
  const third = iter.args[2];
  const negative =
    third?.type === 'UnaryOp' &&
    third.op === 'USub' &&
    third.operand.type === 'Constant' &&
    third.operand.kind === 'int';
  const constant = third === undefined || (third.type === 'Constant' && third.kind === 'int') || negative;
  c.line(`var ${r} = ${c.help('$range', [f, args], iter)}${third ? `, ${step} = ${r}.step` : ''};`);
  const clean = c.clean();
  if (clean) c.line(`${clean};`);
  const v = `$v${id}`;
  const next = third === undefined ? `(${v} = ++${k})` : `(${v} = ${k} += ${step})`;
  const counted = constant
    ? `${next} ${negative ? '>' : '<'} ${stop}`
    : `(${step} > 0 ? ${next} < ${stop} : ${next} > ${stop})`;
  // A range that does not count has nothing between start and stop: its items come from elsewhere. A long one is counted in parts.
  const other = `${r}.it && (${c.l(iter)}, ${v} = ${c.help('$rangenext', [r])}, ${k} = ${r}.start, ${stop} = ${r}.stop, ${v} !== undefined)`;
  around(c, s, null, (inside) => {
    c.assigned = without(c.assigned, kills(c, s.body));
    const before = c.assigned;
    c.block(
      `for (var ${v}, ${k} = ${r}.start - ${third ? step : '1'}, ${stop} = ${r}.stop; ${counted} || ${other}; ) {`,
      () => {
        store(c, s.target, piece(v, { atom: true, is: 'any' }));
        inside();
      },
    );
    return before;
  });
}
