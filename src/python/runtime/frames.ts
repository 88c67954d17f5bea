/**
 * Frames of running functions, found when somebody asks and not before: compiled functions carry their code's number in their JavaScript name, and the
 * compiled text says before each operation where it is (`$l = 7`). So the JavaScript stack is the Python stack, at no cost while nobody looks.
 * Source of what a frame offers: the reference, "Frame objects".
 */
import { R } from './state.ts';
import type { CodeFields } from './code-objects.ts';
import { PyCode } from './code-objects.ts';
import { raise } from './errors.ts';
import { $frame, drivers } from './generator.ts';
import type { Value } from './object.ts';

/** One evaluated text: where it begins in JavaScript's line count, and the code objects that its latest run made, by number. */
interface Unit {
  base: number;
  lines: string[];
  codes: PyCode[];
}
const units: Unit[] = [];
let current: Unit = { base: 0, lines: [], codes: [] };
let nextLine = 0;

/** Gives a text lines of its own: evaluated behind so many empty lines, its functions can be told from all others on JavaScript's stack. */
export function newUnit(js: string): { unit: Unit; text: string } {
  const unit = { base: nextLine, lines: js.split('\n'), codes: [] };
  units.push(unit);
  nextLine += unit.lines.length;
  return { unit, text: '\n'.repeat(unit.base) + js };
}
/** How many lines stand before the next text. */
export const nextUnitLine = (): number => nextLine;
/** The unit whose code objects are made next. */
export function enterUnit(unit: Unit): void {
  unit.codes = [];
  current = unit;
}
export function $code(f: CodeFields, G: Record<string, Value>): PyCode {
  const code = new PyCode(f, G);
  current.codes[f.index ?? current.codes.length] = code;
  return code;
}

export interface Place {
  code: PyCode;
  /** Position index, as the compiled text says it. */
  l: number;
}
/** The position that the text sets last before a place in it. */
function positionBefore(unit: Unit, line: number, column: number): number {
  for (let n = line - 1; n >= 0 && n > line - 60; n--) {
    const text = unit.lines[n]!;
    const all = [...text.matchAll(/\$l = (?:\$f\.l = )?(\d+)/g)];
    if (n === line - 1) {
      // A position that is an argument of the call stands just behind it.
      const before = all.filter((m) => m.index < column);
      const inCall = all.find((m) => m.index >= column);
      if (inCall && /^[^;]*$/.test(text.slice(column, inCall.index))) return Number(inCall[1]);
      if (before.length > 0) return Number(before.at(-1)![1]);
      continue;
    }
    if (all.length > 0) return Number(all.at(-1)![1]);
  }
  return 0;
}

/** The Python functions on the stack, innermost first. */
export function stack(): Place[] {
  const places: Place[] = [];
  const driving = drivers();
  for (const row of String(new Error().stack ?? '').split('\n')) {
    if (/^\s*at (?:drive|pass) \(/.test(row)) {
      const pg = driving.pop();
      const waiting = pg === undefined ? [] : [pg, ...(pg.chain ?? [])].slice(0, -1).reverse();
      for (const g of waiting) if (g.gen && g.f.l > 0) places.push({ code: g.f.code, l: g.f.l });
      continue;
    }
    const m = /at ([^\s(]*)\$(\d+)i? \(<(?:input|evalScript)>:(\d+):(\d+)\)/.exec(row);
    if (m === null) continue;
    const at = Number(m[3]);
    const unit = units.findLast((u) => u.base < at);
    const code = unit?.codes[Number(m[2])];
    if (code !== undefined) places.push({ code, l: positionBefore(unit!, at - unit!.base, Number(m[4])) });
  }
  return places;
}
R.callerModule = () => stack()[0]?.code.G.$__name__;

/** `sys._getframe(depth)`. Errors: ValueError. */
export function frameAt(depth: number): Value {
  const places = stack();
  if (depth >= places.length) throw raise('ValueError', 'call stack is not deep enough');
  let below: Value;
  for (let i = places.length - 1; i >= depth; i--) {
    const f = $frame(places[i]!.code) as Value;
    f.l = -1;
    f.line = places[i]!.code.line(places[i]!.l);
    if (below !== undefined) f.back = below;
    below = f;
  }
  return below;
}
