/**
 * Frames of running functions, found when somebody asks and not before: compiled functions carry their code's number in their JavaScript name, so the
 * JavaScript stack is the Python stack. Source of what a frame offers: the reference, "Frame objects".
 */
import type { PyCode } from './call.ts';
import { raise } from './errors.ts';
import { Frame } from './generator.ts';
import type { Value } from './object.ts';
import { R } from './state.ts';

/** Codes by the number in the names of their functions: `fib$3`. Filled by `$code`. */
export const codes: { current: PyCode[] } = { current: [] };

interface Place {
  code: PyCode;
  line: number | undefined;
}

/** The Python functions on the stack, innermost first. */
export function stack(): Place[] {
  const places: Place[] = [];
  const text = String(new Error().stack ?? '');
  for (const row of text.split('\n')) {
    const m = /at ([^\s(]*)\$(\d+)i? \(/.exec(row);
    if (m === null) continue;
    const code = codes.current[Number(m[2])];
    if (code !== undefined) places.push({ code, line: undefined });
  }
  return places;
}
/** `sys._getframe(depth)`. Errors: ValueError. */
export function frameAt(depth: number): Value {
  const places = stack();
  let below: Value;
  for (let i = places.length - 1; i >= depth; i--) {
    const f = new Frame(places[i]!.code) as Value;
    f.l = -1;
    if (below !== undefined) f.back = below;
    below = f;
  }
  if (below === undefined || depth >= places.length) {
    if (depth <= places.length && R.main !== undefined) return mainFrame();
    throw raise('ValueError', 'call stack is not deep enough');
  }
  return below;
}
function mainFrame(): Value {
  const f = Object.create(Frame.prototype);
  f.code = { f: { name: '<module>', qualname: '<module>', filename: '<module>', firstlineno: 1, positions: '', varnames: [], flags: 0 }, G: R.main, line: () => 1, position: () => [1, 1, 0, 0] };
  f.l = -1;
  f.locals = null;
  return f;
}
