/**
 * `sys.settrace`: a program that mentions it is compiled with events. `$T` is the frame being traced in this call, or null; every statement, turn of a
 * loop, exception and return of a function tells it. In one that mentions `sys.setprofile` every call does, too.
 * Source: the library reference, "sys.settrace"; PEP 669's list of events.
 */
import type { Position } from '../ast.ts';
import type { Code } from './code.ts';
import { localsThunk } from './names.ts';

/** Inside a function of a program that asked for events. */
export const traced = (c: Code): boolean => c.unit.options.traced && c.frame.scope.isFunction;

/** `call`: at the beginning of a function, and when a generator goes on. */
export function callEvent(c: Code): string {
  const args = ['$T', c.frame.id, '$l', localsThunk(c.frame)];
  // A profile function may be set in the midst of a call, and hears of its end.
  if (c.unit.options.profiled) return `$T = ${c.help('$tracecall', [...args, 'true'])}`;
  return `$T = ${c.use('$R')}.trace === null ? null : ${c.help('$tracecall', args)}`;
}
/** `line`, before what stands there. */
export const lineEvent = (c: Code, at: Position): string => `$T && ${c.help('$traceline', ['$T', String(at.line)])};`;

/** `return`, around a value that is yielded. */
export const yieldEvent = (c: Code, value: string): string =>
  `$T === null ? ${value} : ${c.help('$traceyield', ['$T', value])}`;

/** Returns, and keeps the value: the event comes when the frame is left, after every `finally`. */
export const returning = (c: Code, value: string): string =>
  traced(c) ? `var $v = ${value}; if ($T) $T.result = $v; return $v;` : `return ${value};`;

/** The exception that the frame got, told before it is handled or leaves. */
export const raised = (c: Code, e: string): string =>
  traced(c) ? c.help('$traceraise', ['$T', e, c.frame.id, '$l']) : e;
