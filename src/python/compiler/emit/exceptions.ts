/** `try`, `raise`, `with`, `assert`. While a handler runs, `$R.ex` is the exception it handles; afterwards what it was before. */
import type { ExceptHandler, Expr, Position, Stmt, StmtOf, WithItem } from '../ast.ts';
import { mangle } from '../scope.ts';
import { store } from './assignment.ts';
import type { Assigned, Code } from './code.ts';
import { arg, meet, piece, without } from './code.ts';
import { expr } from './expressions.ts';
import { kills } from './flow.ts';
import { place } from './names.ts';
import { condition } from './operators.ts';
import { body, lines, reap } from './statements.ts';
import { lineEvent, raised, traced } from './tracing.ts';
import { delegate, resumed } from './suspension.ts';

/** Writes the start of a handler that takes the JavaScript exception `$x` over as `name`. */
function caught(c: Code, name: string): void {
  for (const text of resumed(c)) c.line(text);
  c.line(`${name} = ${c.help('$exc', ['$x', c.frame.id, '$l'])};`);
}

/** Runs `inside` with `$R.ex` set to the exception in `current`. */
function handling(c: Code, current: string, previous: string, inside: () => void): void {
  c.use('$R');
  c.line(`$R.ex = ${current};`);
  c.handlers.push({ previous, current, exception: current });
  watched(c, inside);
  c.handlers.pop();
  c.line(`} finally { $R.ex = ${previous}; }`);
}
/** `try {` and the body of a handler; if it suspends, exceptions thrown in get their context before they leave. */
function watched(c: Code, inside: () => void): void {
  const before = c.frame.suspensions;
  c.block('try {', inside, '');
  if (c.frame.suspensions === before) return;
  c.block(
    '} catch ($x) {',
    () => {
      for (const text of resumed(c)) c.line(text);
      c.line('throw $x;');
    },
    '',
  );
}

export function tryStatement(c: Code, s: StmtOf<'Try'> | StmtOf<'TryStar'>): void {
  c.frame.guards = true;
  if (s.finalbody.length === 0) {
    guarded(c, s);
    return;
  }
  const id = c.fresh();
  const [e, p] = [`$e${id}`, `$p${id}`];
  const before = without(c.assigned, kills(c, [...s.body, ...s.orelse, ...s.handlers.flatMap((h) => h.body)]));
  c.line(`var ${e} = null;`);
  c.block('try {', () => (s.handlers.length > 0 ? guarded(c, s) : body(c, [...s.body, ...s.orelse])), '');
  const end = c.assigned;
  c.block(
    '} catch ($x) {',
    () => {
      caught(c, e);
      c.line(`throw ${c.help('$again', [e])};`);
    },
    '',
  );
  // The handled names of `except … as` inside are gone too.
  c.assigned = without(before, kills(c, [s]));
  c.block('} finally {', () => {
    c.use('$R');
    c.line(`var ${p} = $R.ex;`);
    c.line(`if (${e} !== null) $R.ex = ${e};`);
    c.handlers.push({ previous: p, current: `${e} ?? ${p}`, exception: e });
    watched(c, () => body(c, s.finalbody));
    c.handlers.pop();
    c.line(`} finally { $R.ex = ${p}; ${e} = null; }`);
  });
  const final = c.assigned;
  // What the body bound stays bound, unless the last part unbinds it.
  if (end === null || final === null) c.assigned = null;
  else c.assigned = without(new Set([...end, ...final]), kills(c, s.finalbody));
}

/** `try … except … else`. */
function guarded(c: Code, s: StmtOf<'Try'> | StmtOf<'TryStar'>): void {
  const id = c.fresh();
  const e = `$e${id}`;
  const p = `$p${id}`;
  const label = s.orelse.length > 0 ? `$t${id}` : null;
  const before = without(c.assigned, kills(c, s.body));
  const ends: Assigned[] = [];
  const write = (): void => {
    const stains = c.stains(() => c.block('try {', () => body(c, s.body), ''));
    const end = c.assigned;
    c.block('} catch ($x) {', () => {
      c.use('$R');
      for (const text of resumed(c)) c.line(text);
      c.line(`var ${e} = ${raised(c, c.help('$exc', ['$x', c.frame.id, '$l']))};`);
      c.line(`var ${p} = $R.ex;`);
      handling(c, e, p, () => {
        c.assigned = before;
        if (s.type === 'TryStar') starHandlers(c, s.handlers, e, ends);
        else handlers(c, s.handlers, e, ends, stains);
      });
      if (label) c.line(`break ${label};`);
    });
    c.assigned = end;
    if (s.orelse.length > 0) body(c, s.orelse);
    ends.push(c.assigned);
  };
  if (label) c.block(`${label}: {`, write);
  else write();
  c.assigned = meet(...ends);
}

function handlers(c: Code, all: readonly ExceptHandler[], e: string, ends: Assigned[], stains: string[]): void {
  let word = '';
  for (const h of all) {
    const run = (): void => void ends.push(c.branch(() => handler(c, h, e, stains)));
    const event = traced(c) ? `(${lineEvent(c, h).slice(0, -1)}, true) && ` : '';
    if (h.exc !== null) c.block(`${word}if (${event}${c.help('$match', [e, arg(expr(c, h.exc))], h.exc)}) {`, run, '');
    else if (word !== '') c.block('} else {', run, '');
    else run();
    word = h.exc === null ? word : '} else ';
  }
  if (all.at(-1)!.exc !== null) c.line(`} else throw ${c.help('$again', [e])};`);
  else if (word !== '') c.line('}');
}

/** The body of one handler; in Python 3 its name is unbound at the end. What the failed statement worked with (`stains`) goes with the exception. */
function handler(c: Code, h: ExceptHandler, value: string, stains: string[] = []): void {
  const clear = stains.length > 0 ? `${stains.join(' = ')} = 0;` : '';
  if (h.name !== null) store(c, h.name, piece(value, { atom: true }));
  if (h.name?.type !== 'Name' || !c.unit.since('3.0')) {
    body(c, h.body);
    if (clear === '' || c.assigned === null) return;
    c.line(clear);
    reap(c);
    return;
  }
  const name = h.name.id;
  c.block('try {', () => body(c, h.body), '');
  const to = place(c, name);
  c.line(/^[NG]\./.test(to) ? `} finally { delete ${to}; ${clear}}` : `} finally { ${to} = undefined; ${clear}}`);
  c.unassign(mangle(c.scope, name));
  if (c.assigned !== null) reap(c);
}

/** `except*` (PEP 654): every handler gets the part of the group that matches; what is left over, or raised, goes on together. */
function starHandlers(c: Code, all: readonly ExceptHandler[], e: string, ends: Assigned[]): void {
  const id = c.fresh();
  const [g, m] = [`$g${id}`, `$m${id}`];
  c.use('$R');
  c.line(`var ${m};`);
  c.line(`var ${g} = ${c.help('$group', [e])};`);
  for (const h of all) {
    const before = c.assigned;
    c.block(`if ((${m} = ${c.help('$groupmatch', [g, arg(expr(c, h.exc!))], h.exc!)}) !== undefined) {`, () => {
      c.line(`$R.ex = ${m};`);
      c.handlers.push({ previous: e, current: m, exception: m });
      c.block('try {', () => handler(c, h, m), '');
      c.block(
        '} catch ($x) {',
        () => {
          for (const text of resumed(c)) c.line(text);
          c.line(`${c.help('$groupraise', [g, c.help('$exc', ['$x', c.frame.id, '$l'])])};`);
        },
        '',
      );
      c.handlers.pop();
      c.line(`} finally { $R.ex = ${e}; }`);
    });
    c.assigned = meet(before, c.assigned);
  }
  c.line(`${m} = ${c.help('$groupend', [g])};`);
  c.line(`if (${m} !== undefined) throw ${c.help('$again', [m])};`);
  ends.push(c.assigned);
}

export function raise(c: Code, s: StmtOf<'Raise'>): void {
  c.touched = false;
  if (s.exc === null) {
    c.line(`throw ${c.help('$reraise', [], s)};`);
    c.assigned = null;
    return;
  }
  const old = !c.unit.since('3.0');
  // A trailing position follows: arguments that are left out must be written.
  const part = (e: Expr | null): string => (e === null ? 'undefined' : arg(expr(c, e)));
  const args = old ? [s.exc, s.inst, s.tback].map(part) : [s.exc, s.cause].map(part);
  c.line(`throw ${c.help(old ? '$raise2' : '$raise', args, s)};`);
  c.forget();
  c.assigned = null;
}

export function assert(c: Code, s: StmtOf<'Assert'>): void {
  const text = condition(c, s.test, true);
  const before = c.assigned;
  const message = s.msg === null ? 'undefined' : arg(expr(c, s.msg));
  c.assigned = before;
  // 3.12 alone says it of the whole statement.
  const at = c.unit.since('3.12') && !c.unit.since('3.13') ? s : s.test;
  c.line(`if (!${text}) throw ${c.help('$assertfail', [message], at)};`);
}

export function withStatement(c: Code, s: StmtOf<'With'> | StmtOf<'AsyncWith'>): void {
  c.frame.guards = true;
  nested(c, s, s.items);
}

/** The last statement in these, where CPython's compiler stood when it had written them. */
function lastOf(stmts: readonly Stmt[]): Stmt {
  const s = stmts.at(-1)!;
  switch (s.type) {
    case 'If':
    case 'For':
    case 'AsyncFor':
    case 'While':
      return lastOf(s.orelse.length > 0 ? s.orelse : s.body);
    case 'With':
    case 'AsyncWith':
      return lastOf(s.body);
    case 'Try':
      return lastOf([s.finalbody, s.orelse, s.handlers.at(-1)?.body ?? [], s.body].find((b) => b.length > 0)!);
    default:
      return s;
  }
}

function nested(c: Code, s: StmtOf<'With'> | StmtOf<'AsyncWith'>, items: readonly WithItem[]): void {
  const [item, ...rest] = items;
  const stmts = s.body;
  const isAsync = s.type === 'AsyncWith';
  // Tracebacks name the whole statement from 3.10 on, the manager from 3.13 on; before, the block's last line when it is left.
  const manager = item!.context_expr;
  const start: Position = c.unit.since('3.10') && !c.unit.since('3.13') ? s : manager;
  const last = c.unit.since('3.10') ? start : lastOf(stmts);
  const show = (p: Position): Position =>
    isAsync && p !== manager ? { line: p.line, endLine: p.endLine, col: p.col, endCol: p.endCol, shown: manager } : p;
  const at = show(start);
  const end = show(last);
  const id = c.fresh();
  const [w, e, p] = [`$w${id}`, `$e${id}`, `$p${id}`];
  const made = expr(c, manager);
  lines(c, made.pre);
  c.line(`var ${w} = ${c.help(isAsync ? '$awithenter' : '$withenter', [made.val], at)}, ${e} = void 0;`);
  let entered = piece(`${w}.value`);
  if (isAsync) {
    entered = delegate(c, [], '$awaitin', [`${w}.value`, "'__aenter__'"], at, item!.optional_vars !== null);
    lines(c, entered.pre);
    entered = { ...entered, pre: [] };
  }
  const clean = isAsync ? null : c.clean();
  if (clean) c.line(`${clean};`);
  const exit = (args: string[], wanted: boolean): string | null => {
    const call = c.help('$withexit', args, end);
    if (!isAsync) return call;
    const r = delegate(c, [], '$awaitin', [call, "'__aexit__'"], end, wanted);
    lines(c, r.pre);
    return wanted ? r.val : null;
  };
  const before = without(c.assigned, kills(c, stmts));
  const inner = (): void =>
    c.block(
      'try {',
      () => {
        if (item!.optional_vars !== null) {
          store(c, item!.optional_vars, entered);
          const soiled = c.clean();
          if (soiled) c.line(`${soiled};`);
        }
        if (rest.length > 0) nested(c, s, rest);
        else body(c, stmts);
      },
      '',
    );
  const stains = c.stains(inner);
  const left = c.assigned;
  c.block(
    '} catch ($x) {',
    () => {
      caught(c, e);
      c.line(`var ${p} = ${c.use('$R')}.ex;`);
      handling(c, e, p, () => {
        const result = exit([w, e], true)!;
        c.line(`if (!${c.help('$truth', [result])}) throw ${c.help('$again', [e])};`);
      });
      c.forget();
    },
    '',
  );
  c.block('} finally {', () => {
    c.block(`if (${e} === void 0) {`, () => {
      const done = exit([w, 'void 0'], false);
      if (done !== null) c.line(`${done};`);
    });
    c.line(`${[w, e, ...stains].join(' = ')} = 0;`);
  });
  c.forget();
  // The manager may have swallowed an exception anywhere in the body.
  c.assigned = meet(before, left);
  reap(c);
}
