/**
 * Suspending: `yield`, `yield from`, `await`. Before, the frame learns where it is; after, that it runs. Inside `except` and `finally`
 * the exception being handled is put away and taken back, since it belongs to the frame and not to whoever resumes it.
 */
import type { ExprOf, Position } from '../ast.ts';
import type { Code, Piece } from './code.ts';
import { piece, settle } from './code.ts';
import { expr } from './expressions.ts';
import { callEvent, traced, yieldEvent } from './tracing.ts';

/** `$l = $f.l = n`, and the handled exception put away. */
function leaving(c: Code, node: Position): string[] {
  c.usesPosition = true;
  const out = [`$l = $f.l = ${c.at(node)}`];
  const outer = c.handlers[0];
  if (outer) out.push(`${c.use('$R')}.ex = ${outer.previous}`);
  return out;
}
/** `$f.l = -1`, and the handled exception taken back. */
function returning(c: Code): string[] {
  const out = ['$f.l = -1', ...(traced(c) ? [callEvent(c)] : [])];
  const outer = c.handlers[0];
  if (outer) out.push(`${outer.previous} = $R.ex`, `$R.ex = ${c.handlers.at(-1)!.current}`);
  return out;
}

/**
 * At the start of a JavaScript `catch` in a generator: an exception thrown in from outside skipped what follows the `yield`,
 * and gets the exception being handled here as its `__context__`.
 */
export function resumed(c: Code): string[] {
  if (!c.suspends) return [];
  const [outer] = c.handlers;
  if (!outer) return ['$f.l = -1;'];
  const inner = c.handlers.at(-1)!;
  const back = `${outer.previous} = $R.ex; $R.ex = ${inner.current}; ${c.help('$chain', ['$x', inner.exception])};`;
  return [`if ($f.l > 0) { ${back} }`, '$f.l = -1;'];
}

/** Suspends with the JavaScript expression `what`, after `pre`; `wanted`: the value sent in is used. */
function suspend(c: Code, pre: string[], what: string, wanted: boolean): Piece {
  // What was yielded is the receiver's to drop.
  if (wanted || what === '$D') c.touched = true;
  c.frame.suspensions++;
  if (traced(c) && what !== '$D') what = `(${yieldEvent(c, `(${what})`)})`;
  if (!wanted) {
    pre.push(`yield ${what}`, ...returning(c));
    return piece('', { pre });
  }
  const mark = c.mark;
  const t = c.hold();
  c.release(mark);
  c.soil(t);
  // A loop of JavaScript's own sends undefined: nothing was sent.
  const sent = what === '$D' ? `yield ${what}` : `(yield ${what}) ?? ${c.use('$None')}`;
  pre.push(`${t} = ${sent}`, ...returning(c));
  return piece(t, { pre, temp: true });
}

/** Delegation: `text` makes what is delegated to. */
export function delegate(
  c: Code,
  pre: string[],
  helper: '$await' | '$awaitin' | '$yieldfrom' | '$anext',
  args: string[],
  node: Position,
  wanted: boolean,
): Piece {
  c.use('$D');
  c.frame.delegates = true;
  const inner = c.handlers.at(-1);
  // What the helper raises, it raises in the frame that still runs: what is being handled there is its context.
  if (inner) pre.push(`$D.it = ${c.help(helper, args, node)}`, ...leaving(c, node), `$D.ex = ${inner.exception}`);
  else pre.push(`$D.it = ${c.help(helper, args).slice(0, -1)}, ${leaving(c, node).join(', ')})`);
  return suspend(c, pre, '$D', wanted);
}

export function yielding(c: Code, node: ExprOf<'Yield'> | ExprOf<'YieldFrom'>, wanted: boolean): Piece {
  if (node.type === 'YieldFrom') {
    const v = expr(c, node.value);
    return delegate(c, v.pre, '$yieldfrom', [v.val, c.id], node, wanted);
  }
  const v = node.value === null ? piece(c.use('$None'), { atom: true }) : expr(c, node.value);
  if (c.frame.kind === 'asyncgen') {
    c.use('$Wrapped');
    return suspend(c, v.pre, `new $Wrapped(${[v.val, ...leaving(c, node)].join(', ')})`, wanted);
  }
  if (v.atom && !v.temp) {
    v.pre.push(...leaving(c, node));
    return suspend(c, v.pre, v.val, wanted);
  }
  // Numbers and text may wait in a temporary; an object must not be kept alive by the frame that gave it away.
  if (v.is === 'bool' || v.is === 'int' || v.is === 'text') {
    const mark = c.mark;
    const t = settle(c, v, v.pre);
    c.release(mark);
    v.pre.push(...leaving(c, node));
    return suspend(c, v.pre, t, wanted);
  }
  return suspend(c, v.pre, c.help('$first', [v.val, ...leaving(c, node)]), wanted);
}

export function awaiting(c: Code, node: ExprOf<'Await'>, wanted: boolean): Piece {
  const v = expr(c, node.value);
  return delegate(c, v.pre, '$await', [v.val], node, wanted);
}
