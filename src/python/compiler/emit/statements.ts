/** Statements, in the order in which they stand. */
import { lineEvent, returning, traced } from './tracing.ts';
import type { Expr, Position, Stmt, StmtOf } from '../ast.ts';
import { has } from '../eras.ts';
import { mangle } from '../scope.ts';
import { assign, augAssign, remove, store } from './assignment.ts';
import { classDef } from './classes.ts';
import type { Code } from './code.ts';
import { arg, atom, jsName, piece, property, quote, settle } from './code.ts';
import { assert, raise, tryStatement, withStatement } from './exceptions.ts';
import { array, expr } from './expressions.ts';
import { annotation, functionDef, late, lazyAnnotations } from './functions.ts';
import { forLoop, statementCondition, whileLoop } from './loops.ts';
import { localsThunk, place } from './names.ts';
import { match } from './patterns.ts';
import { awaiting, yielding } from './suspension.ts';
import { typeAlias } from './typeparams.ts';
import { meet } from './code.ts';

export function lines(c: Code, texts: readonly string[]): void {
  for (const t of texts) c.line(`${t};`);
}

/** Looks for generators and coroutines that nobody holds any more: after what may have dropped one. */
export function reap(c: Code, at?: Position): void {
  if (!c.unit.options.finalises) return;
  c.use('$R');
  c.use('$reap');
  const text = `if ($R.live) $reap(${at ? c.l(at) : ''});`;
  const last = c.lines.at(-1);
  if (last !== undefined && /[^{}];$/.test(last) && last.length < 90) c.lines[c.lines.length - 1] = `${last} ${text}`;
  else c.line(text);
}

export function body(c: Code, stmts: readonly Stmt[]): void {
  for (const s of stmts) {
    c.touched = false;
    c.begin(s);
    if (traced(c)) c.line(lineEvent(c, s));
    const first = c.lines.length;
    statement(c, s);
    const clean = c.clean();
    if (clean && c.assigned !== null) c.line(`${clean};`);
    if (c.touched && c.assigned !== null && simple(s))
      reap(c, c.lines.slice(first).some(saysWhere) ? undefined : bound(s));
    c.touched = false;
  }
}
const saysWhere = (line: string): boolean => line.includes('$l = ');
/** What a statement binds or deletes. */
const bound = (s: Stmt): Position => (s.type === 'Assign' || s.type === 'Delete' ? s.targets.at(-1)! : s);
const simple = (s: Stmt): boolean =>
  s.type === 'Expr' ||
  s.type === 'Assign' ||
  s.type === 'AugAssign' ||
  s.type === 'AnnAssign' ||
  s.type === 'Delete' ||
  s.type === 'Print' ||
  s.type === 'Exec';

function statement(c: Code, s: Stmt): void {
  switch (s.type) {
    case 'Expr':
      expression(c, s);
      return;
    case 'Assign':
      assign(c, s);
      return;
    case 'AugAssign':
      augAssign(c, s);
      return;
    case 'AnnAssign':
      annotated(c, s);
      return;
    case 'Return': {
      const v = s.value === null ? atom(c.use('$None')) : expr(c, s.value);
      lines(c, v.pre);
      c.line(returning(c, v.val));
      c.forget();
      c.assigned = null;
      return;
    }
    case 'If':
      conditional(c, s);
      return;
    case 'For':
    case 'AsyncFor':
      forLoop(c, s);
      return;
    case 'While':
      whileLoop(c, s);
      return;
    case 'Break': {
      const loop = c.loops.at(-1)!;
      c.line(loop.breakLabel ? `break ${loop.breakLabel};` : 'break;');
      loop.breaks.push(c.assigned);
      c.assigned = null;
      return;
    }
    case 'Continue': {
      const loop = c.loops.at(-1)!;
      if (loop.turn) c.line(loop.turn);
      if (loop.event) c.line(loop.event);
      c.line('continue;');
      c.assigned = null;
      return;
    }
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      functionDef(c, s);
      return;
    case 'ClassDef':
      classDef(c, s);
      return;
    case 'Try':
    case 'TryStar':
      tryStatement(c, s);
      return;
    case 'With':
    case 'AsyncWith':
      withStatement(c, s);
      return;
    case 'Raise':
      raise(c, s);
      return;
    case 'Assert':
      assert(c, s);
      return;
    case 'Delete':
      for (const t of s.targets) remove(c, t);
      return;
    case 'Import':
      importNames(c, s);
      return;
    case 'ImportFrom':
      importFrom(c, s);
      return;
    case 'Match':
      match(c, s);
      return;
    case 'Print':
      print(c, s);
      return;
    case 'Exec':
      exec(c, s);
      return;
    case 'TypeAlias':
      typeAlias(c, s);
      return;
    case 'Pass':
    case 'Global':
    case 'Nonlocal':
  }
}

function expression(c: Code, s: StmtOf<'Expr'>): void {
  const e = s.value;
  if (c.unit.options.mode === 'single' && c.scope.kind === 'module') {
    const v = expr(c, e);
    lines(c, v.pre);
    c.line(`${c.help('$displayhook', [v.val], s)};`);
    c.touched = true;
    return;
  }
  if (e.type === 'Constant') return;
  if (e.type === 'Yield' || e.type === 'YieldFrom' || e.type === 'Await') {
    const p = e.type === 'Await' ? awaiting(c, e, false) : yielding(c, e, false);
    lines(c, p.pre);
    return;
  }
  const v = expr(c, e);
  lines(c, v.pre);
  if (v.atom) c.line(`${v.val};`);
  else c.line(`${v.val.startsWith('function') || v.val.startsWith('{') ? `(${v.val})` : v.val};`);
}

/** `if … elif … else`. JavaScript's `else if` nests where Python's does not: a long chain becomes a labelled block instead. */
function conditional(c: Code, s: StmtOf<'If'>): void {
  const chain = [s];
  // With events, an `elif` is a statement of its own in the `else`.
  for (let node = s; !traced(c) && node.orelse.length === 1 && node.orelse[0]!.type === 'If';)
    chain.push((node = node.orelse[0] as StmtOf<'If'>));
  const otherwise = chain.at(-1)!.orelse;
  const ends: (typeof c.assigned)[] = [];
  const last = (): void => {
    body(c, otherwise);
    ends.push(c.assigned);
  };
  if (chain.length > 20) {
    const label = `$if${c.fresh()}`;
    c.block(`${label}: {`, () => {
      for (const each of chain)
        c.block(`if (${statementCondition(c, each.test)}) {`, () => {
          const end = c.branch(() => body(c, each.body));
          ends.push(end);
          if (end !== null) c.line(`break ${label};`);
        });
      last();
    });
  } else {
    chain.forEach((each, i) => {
      c.block(
        `${i === 0 ? '' : '} else '}if (${statementCondition(c, each.test)}) {`,
        () => ends.push(c.branch(() => body(c, each.body))),
        '',
      );
    });
    if (otherwise.length > 0) c.block('} else {', last, '');
    else ends.push(c.assigned);
    c.line('}');
  }
  c.assigned = meet(...ends);
}

/** Whether a block has annotated names of its own, somewhere outside functions and classes. */
function hasAnnotations(stmts: readonly Stmt[]): boolean {
  return stmts.some((s) => {
    switch (s.type) {
      case 'AnnAssign':
        return s.simple;
      case 'If':
      case 'For':
      case 'AsyncFor':
      case 'While':
        return hasAnnotations(s.body) || hasAnnotations(s.orelse);
      case 'With':
      case 'AsyncWith':
        return hasAnnotations(s.body);
      case 'Try':
      case 'TryStar':
        return (
          hasAnnotations(s.body) ||
          hasAnnotations(s.orelse) ||
          hasAnnotations(s.finalbody) ||
          s.handlers.some((h) => hasAnnotations(h.body))
        );
      case 'Match':
        return s.cases.some((k) => hasAnnotations(k.body));
      default:
        return false;
    }
  });
}
/** A module or class with annotated names has `__annotations__` from its start (until they became lazy). */
export function startsAnnotations(c: Code, stmts: readonly Stmt[]): void {
  if (!hasAnnotations(stmts) || lazyAnnotations(c)) return;
  const space = c.scope.split ? 'N' : 'G';
  c.line(`${space}.$__annotations__ ??= ${c.help('$dict', ['[]'])};`);
}

function annotated(c: Code, s: StmtOf<'AnnAssign'>): void {
  if (s.value !== null) {
    store(c, s.target, expr(c, s.value));
    const clean = c.clean();
    if (clean) c.line(`${clean};`);
  } else if (s.target.type === 'Attribute' || s.target.type === 'Subscript') {
    // Nothing is stored, but the parts of the target are evaluated.
    const parts = s.target.type === 'Subscript' ? [s.target.value, s.target.slice] : [s.target.value];
    for (const part of parts) {
      const v = expr(c, part);
      lines(c, v.pre);
      c.line(`${v.val};`);
    }
  }
  if (c.scope.isFunction) return;
  const space = c.scope.split ? 'N' : 'G';
  if (s.simple && s.target.type === 'Name') {
    const name = quote(mangle(c.scope, s.target.id));
    if (lazyAnnotations(c))
      c.line(`${c.help('$annotatelazy', [space, name, late(c, () => arg(expr(c, s.annotation)))])};`);
    else c.line(`${c.help('$annotate', [space, name, annotation(c, s.annotation)], s)};`);
  } else if (!lazyAnnotations(c) && !c.unit.options.futures.has('annotations')) {
    const v = expr(c, s.annotation);
    lines(c, v.pre);
    c.line(`${v.val};`);
  }
}

const level = (c: Code, explicit: number): string =>
  explicit > 0 ? String(explicit) : has(c.unit.options.era, 'absolute import', c.unit.options.futures) ? '0' : '-1';

function importNames(c: Code, s: StmtOf<'Import'>): void {
  for (const a of s.names) {
    const module = c.help('$import', [quote(a.name), 'G', 'null', level(c, 0)], s);
    const parts = a.name.split('.');
    let text = module;
    if (a.asname !== null)
      for (const part of parts.slice(1))
        text = c.unit.since('3.7')
          ? c.help('$importfrom', [text, quote(part)], s)
          : c.help('$get', [text, property(part)], s);
    c.line(`${place(c, a.asname ?? parts[0]!)} = ${text};`);
  }
}

function importFrom(c: Code, s: StmtOf<'ImportFrom'>): void {
  const names = `[${s.names.map((a) => quote(a.name)).join(', ')}]`;
  const module = c.help('$import', [quote(s.module ?? ''), 'G', names, level(c, s.level)], s);
  if (s.names[0]!.name === '*') {
    c.line(`${c.help('$importstar', [module, c.scope.split ? 'N' : 'G'], s)};`);
    return;
  }
  const mark = c.mark;
  const pre: string[] = [];
  const m = settle(c, piece(module), pre);
  lines(c, pre);
  for (const a of s.names) c.line(`${place(c, a.asname ?? a.name)} = ${c.help('$importfrom', [m, quote(a.name)], s)};`);
  c.release(mark);
}

/** Python 2's `exec code in globals, locals`. */
function exec(c: Code, s: StmtOf<'Exec'>): void {
  c.touched = true;
  const part = (e: Expr | null): string => (e === null ? 'null' : arg(expr(c, e)));
  const args = [s.body, s.globals, s.locals].map(part);
  const where = c.scope.execs ? ['$x', localsThunk(c)] : [c.scope.split ? 'N' : 'null', 'null'];
  c.line(`${c.use('$R')}.site = ${c.help('$mksite', ['G', ...where])};`);
  c.line(`${c.help('$exec', args, s)};`);
  // Without `in` it may bind the function's own variables.
  if (c.scope.execs && s.globals === null)
    c.line(c.scope.variables.map((name) => `${jsName(name)} = $x.$${name} ?? ${jsName(name)};`).join(' '));
}

/** Values are written one by one: what the working out of a value prints comes after the values before it. */
function print(c: Code, s: StmtOf<'Print'>): void {
  const groups: Expr[][] = [[]];
  for (const v of s.values) {
    if (groups.at(-1)!.length === 0 || v.type === 'Constant' || v.type === 'Name') groups.at(-1)!.push(v);
    else groups.push([v]);
  }
  let dest = s.dest ? arg(expr(c, s.dest)) : 'null';
  if (s.dest && groups.length > 1) {
    const kept = `$o${c.fresh()}`;
    c.line(`var ${kept} = ${dest};`);
    dest = kept;
  }
  groups.forEach((group, i) => {
    c.touched = true;
    const nl = s.nl && i === groups.length - 1;
    c.line(`${c.help('$print', [dest, array(group.map((v) => arg(expr(c, v)))), String(nl)], s)};`);
  });
}
