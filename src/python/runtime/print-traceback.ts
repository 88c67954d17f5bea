/**
 * Tracebacks as the program's Python prints them: plain before 3.11, with carets from then on, `~~~~^^^` from 3.13 on for calls too.
 * Source: https://docs.python.org/3/library/traceback.html, PEP 657, PEP 678 (notes), PEP 654 (groups).
 */
import { asRead, sources } from './code.ts';
import { E } from './errors.ts';
import type { Traceback } from './base-exception.ts';
import { fullName } from './class-facts.ts';
import type { Value } from './object.ts';
import { own } from './object.ts';
import { repr, str } from './repr.ts';
import { None } from './singletons.ts';
import { since } from './state.ts';

const CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n';
const CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n';

/** The text of a source line, or undefined. */
export function sourceLine(filename: string, line: number): string | undefined {
  const text = sources.get(filename)?.[line - 1];
  return text === undefined ? undefined : asRead(text);
}

/** The exception, what caused it, and what it interrupted: everything an uncaught exception writes to standard error. */
export function formatException(e: Value): string {
  return chain(e, new Set()).join('');
}
function chain(e: Value, seen: Set<Value>): string[] {
  const out: string[] = [];
  for (const [link, words] of before(e, seen).reverse()) {
    out.push(words);
    if (link.group !== undefined) {
      for (const line of formatGroup(link, seen)) out.push(line);
      continue;
    }
    if (link.tb !== null) out.push('Traceback (most recent call last):\n', ...formatStack(link.tb));
    out.push(...exceptionOnly(link));
  }
  return out;
}
/** The exception and those behind it, newest first, each with the words that stand before it; however long the chain is. */
function before(e: Value, seen: Set<Value>): [Value, string][] {
  const links: [Value, string][] = [];
  for (let link = e; link !== null;) {
    seen.add(link);
    const next = !since(300) ? null : (link.cause ?? (link.suppress ? null : link.context));
    const goesOn = next !== null && !seen.has(next);
    links.push([link, !goesOn ? '' : link.cause !== null ? CAUSE : CONTEXT]);
    link = goesOn ? next : null;
  }
  return links;
}

/** Lines of the stack, oldest first. Repeated lines are counted, not repeated (3.6). */
export function formatStack(tb: Traceback | null): string[] {
  const out: string[] = [];
  let last = '';
  let count = 0;
  const flush = (): void => {
    if (count > 3) out.push(`  [Previous line repeated ${count - 3} more time${count - 3 > 1 ? 's' : ''}]\n`);
  };
  for (let t = tb; t !== null; t = t.next) {
    const key = `${t.code.f.filename}:${t.line}:${t.code.f.name}`;
    if (key !== last) {
      flush();
      last = key;
      count = 0;
    }
    count++;
    if (count > 3 && since(306)) continue;
    out.push(formatEntry(t));
  }
  flush();
  return out;
}
function formatEntry(t: Traceback): string {
  const f = t.code.f;
  // Before 2.5 the code of a module was called `?`.
  const name = f.name === '<module>' && !since(205) ? '?' : f.name;
  return entry(f.filename, t.line, name, t.lineno === null ? t.code.position(t.l) : null);
}
/** A level of a stack as it is shown, with marks below what stands `at` lines and columns. */
export function entry(filename: string, line: number, name: string, at: number[] | null): string {
  const head = `  File "${filename}", line ${line}, in ${name}\n`;
  const raw = sourceLine(filename, line);
  if (raw === undefined || raw.trim() === '') return head;
  const text = `    ${raw.trim()}\n`;
  if (!since(311) || at === null) return head + text;
  return head + (since(313) ? segment313(filename, at) : text + carets(raw, at));
}

/** 3.11 and 3.12: one line, and carets under the part that failed, unless that is the whole line. */
function carets(raw: string, [line, endLine, col, endCol]: number[]): string {
  const stripped = raw.trim();
  const indent = raw.length - raw.trimStart().length;
  const start = Math.max(col!, indent);
  const end = endLine === line ? endCol! : raw.trimEnd().length;
  if (end <= start) return '';
  const part = raw.slice(start, end);
  const anchors = endLine === line ? anchorsOf(part, false) : undefined;
  if (end - start >= stripped.length && anchors === undefined) return '';
  return `    ${' '.repeat(start - indent)}${mark(part.length, anchors)}\n`;
}
function mark(length: number, anchors: [number, number] | undefined): string {
  if (anchors === undefined) return '^'.repeat(length);
  return '~'.repeat(anchors[0]) + '^'.repeat(anchors[1] - anchors[0]) + '~'.repeat(length - anchors[1]);
}

/** 3.13: all lines of the failing expression, and marks below each that has some. */
function segment313(filename: string, [line, endLine, col, endCol]: number[]): string {
  const all: string[] = [];
  for (let n = line!; n <= endLine!; n++) all.push(sourceLine(filename, n) ?? '');
  if (all.length > 1) return severalLines(all, col!, endCol!);
  const raw = all[0]!;
  const stripped = raw.trim();
  const indent = raw.length - raw.trimStart().length;
  const text = `    ${stripped}\n`;
  const start = Math.max(col!, indent);
  const end = endCol!;
  if (end <= start) return text;
  const part = raw.slice(start, end);
  const anchors = anchorsOf(part, true);
  if (part.length >= stripped.length && anchors === undefined) return text;
  if (speaksForItself(raw.slice(indent, start), part, anchors, raw.slice(end))) return text;
  return `${text}    ${' '.repeat(start - indent)}${mark(part.length, anchors)}\n`;
}
/** `return f(…)` and `x = f(…)`: marks would say nothing new. */
function speaksForItself(before: string, part: string, anchors: [number, number] | undefined, after: string): boolean {
  if (anchors?.[1] !== part.length || !part.endsWith(')') || !/^\)*$/.test(after.trim())) return false;
  return /^\w+\s*=[\s(]*$/.test(before) || (/^\w+$/.test(part.slice(0, anchors[0])) && /^return\b[\s(]*$/.test(before));
}
/** The first line and the last, and those around the ends of what is marked `^`; one line between two of them is shown too, more are counted. */
function severalLines(all: string[], col: number, endCol: number): string {
  const indent = Math.min(...all.filter((l) => l.trim() !== '').map((l) => l.length - l.trimStart().length));
  const last = all.length - 1;
  const part = [all[0]!.slice(col), ...all.slice(1, -1), all[last]!.slice(0, endCol)].join('\n');
  const before = all[0]!.slice(indent, col);
  const after = all[last]!.slice(endCol);
  const anchors = /^(class|def|async)\b/.test(part) ? undefined : anchorsOf(part, true);
  const marked =
    anchors === undefined
      ? before.trim() !== '' || after.trim() !== ''
      : !speaksForItself(before, part, anchors, after);
  /** Line and column of an offset in the part. */
  const place = (offset: number): [number, number] => {
    const rows = part.slice(0, offset).split('\n');
    return [rows.length - 1, rows.at(-1)!.length + (rows.length === 1 ? col : 0)];
  };
  const wanted = new Set([0, last]);
  const [from, to] = anchors === undefined ? [undefined, undefined] : [place(anchors[0]), place(anchors[1])];
  for (const end of [from, to]) if (end) for (const n of [end[0] - 1, end[0], end[0] + 1]) wanted.add(n);
  const inside = (n: number, at: number): boolean =>
    !from || !to || ((n > from[0] || (n === from[0] && at >= from[1])) && (n < to[0] || (n === to[0] && at < to[1])));
  const shown = (n: number): string => {
    const line = all[n]!;
    const text = `    ${line.slice(indent).trimEnd()}\n`;
    if (!marked) return text;
    const start = Math.max(n === 0 ? col : 0, line.length - line.trimStart().length);
    const end = n === last ? endCol : line.trimEnd().length;
    const marks = Array.from({ length: Math.max(0, end - start) }, (_, i) => (inside(n, start + i) ? '^' : '~')).join(
      '',
    );
    return `${text}    ${' '.repeat(Math.max(0, start - indent))}${marks}\n`;
  };
  let out = '';
  let previous = -1;
  for (const n of [...wanted].filter((each) => each >= 0 && each <= last).toSorted((x, y) => x - y)) {
    if (n - previous === 2) out += shown(n - 1);
    else if (n - previous > 2) out += `    ...<${n - previous - 1} lines>...\n`;
    out += shown(n);
    previous = n;
  }
  return out;
}

/** Where the operator, the subscript or (3.13) the call's parentheses stand in a one-line expression: marked `^`, the rest `~`. */
function anchorsOf(part: string, calls: boolean): [number, number] | undefined {
  if (/^(raise|assert|return|del|import|from)\b/.test(part)) return undefined;
  const top = topLevel(part);
  if (top.operator) return top.operator;
  if (top.bracket >= 0 && part.endsWith(']') && top.closer === ']') return [top.bracket, part.length];
  if (calls && part.endsWith(')') && top.closer === ')' && top.bracket > 0) return [top.bracket, part.length];
  return undefined;
}
interface Top {
  operator: [number, number] | undefined;
  bracket: number;
  closer: string;
}
const levels: Record<string, number> = {
  '|': 1,
  '^': 2,
  '&': 3,
  '<<': 4,
  '>>': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '//': 6,
  '%': 6,
  '@': 6,
  '**': 8,
};
/** The loosest binary operator at the outer level, and the last bracket that opens there. */
function topLevel(part: string): Top {
  // Only an expression has parts to mark: a statement, or an expression that begins with a keyword, is marked whole.
  if (/^(raise|return|assert|del|import|from|for|with|if|while|await|yield|lambda|not)\b/.test(part))
    return { operator: undefined, bracket: -1, closer: '' };
  let depth = 0;
  let best: { at: [number, number]; level: number } | undefined;
  let bracket = -1;
  let closer = '';
  let operand = false;
  let i = 0;
  while (i < part.length) {
    const c = part[i]!;
    if (c === '"' || c === "'") {
      const triple = part.startsWith(c.repeat(3), i) ? c.repeat(3) : c;
      let j = i + triple.length;
      while (j < part.length && !part.startsWith(triple, j)) j += part[j] === '\\' ? 2 : 1;
      i = j + triple.length;
      operand = true;
      continue;
    }
    if (c === '#') {
      while (i < part.length && part[i] !== '\n') i++;
      continue;
    }
    if ('([{'.includes(c)) {
      if (depth === 0) bracket = operand ? i : -1;
      depth++;
      operand = false;
    } else if (')]}'.includes(c)) {
      depth--;
      if (depth === 0) closer = c;
      operand = true;
    } else if (depth === 0) {
      const two = part.slice(i, i + 2);
      const op = levels[two] !== undefined ? two : levels[c] !== undefined ? c : '';
      if (op !== '' && operand) {
        const level = levels[op]!;
        if (best === undefined || level < best.level || (level === best.level && op !== '**'))
          best = { at: [i, i + op.length], level };
        i += op.length;
        operand = false;
        continue;
      }
      if (/[\w\u0080-\uffff.]/.test(c)) operand = true;
      else if (/[<>=!,:]/.test(c)) return { operator: undefined, bracket: -1, closer: '' };
    }
    i++;
  }
  if (/\b(and|or|not|in|is|if|else|lambda|await|yield)\b/.test(part) && best === undefined)
    return { operator: undefined, bracket: part.startsWith('await ') ? -1 : bracket, closer };
  return { operator: best?.at, bracket, closer };
}

/** The last lines: the exception itself, with its notes; for a SyntaxError the place in the source. */
export function exceptionOnly(e: Value): string[] {
  const out: string[] = [];
  const name = exceptionName(e);
  if (e.cls.mro.includes(E.SyntaxError!)) out.push(...syntaxError(e, name));
  else out.push(lastLine(name, valueText(e) + suggestion(e)));
  if (since(311) && own(e, '$__notes__')) {
    const notes = e.$__notes__;
    if (notes.a !== undefined)
      for (const n of notes.a)
        out.push(
          ...str(n)
            .split('\n')
            .map((l) => `${l}\n`),
        );
    else out.push(`${repr(notes)}\n`);
  }
  return out;
}
const lastLine = (name: string, text: string): string => (text === '' ? `${name}\n` : `${name}: ${text}\n`);
export function exceptionName(e: Value): string {
  // Before 2.5 exceptions were shown without their module.
  return since(205) ? fullName(e.cls) : e.cls.name;
}
function valueText(e: Value): string {
  try {
    return str(e);
  } catch {
    return since(300) ? '<exception str() failed>' : `<unprintable ${e.cls.name} object>`;
  }
}
function syntaxError(e: Value, name: string): string[] {
  const out: string[] = [];
  const get = (n: string): Value => (e[`@${n}`] === None ? undefined : e[`@${n}`]);
  const line = get('lineno');
  if (line !== undefined) {
    out.push(`  File "${get('filename') ?? '<string>'}", line ${str(line)}\n`);
    const text = get('text');
    if (text !== undefined) {
      const raw = String(text).replace(/\n$/, '');
      const stripped = raw.trim();
      out.push(`    ${stripped}\n`);
      const offset = get('offset');
      if (offset !== undefined && offset > 0)
        out.push(syntaxCaret(raw, offset, line, get('end_lineno'), get('end_offset')));
    }
  }
  const msg = get('msg');
  return [...out, lastLine(name, msg === undefined ? (since(300) ? '<no detail available>' : 'None') : str(msg))];
}
function syntaxCaret(
  raw: string,
  offset: number,
  line: number,
  endLine: number | undefined,
  endOffset: number | undefined,
): string {
  const indent = raw.length - raw.trimStart().length;
  const start = Math.max(0, offset - 1 - indent);
  const room = ' '.repeat(Math.min(start, raw.trim().length));
  if (!since(310)) return `    ${room}^\n`;
  const end =
    endLine === line && endOffset !== undefined && endOffset > offset
      ? Math.min(endOffset - 1 - indent, raw.trim().length)
      : endLine !== undefined && endLine > line
        ? raw.trim().length
        : start + 1;
  return `    ${room}${'^'.repeat(Math.max(1, end - start))}\n`;
}

/** "Did you mean …?" (3.10): the nearest name, by CPython's edit distance. Filled in by suggestions.ts. */
export const hooks: { suggest: (e: Value) => string } = { suggest: () => '' };
function suggestion(e: Value): string {
  if (!since(310)) return '';
  try {
    return hooks.suggest(e);
  } catch {
    return '';
  }
}

/** Whether the frame around a group is still to be closed. */
interface Frame {
  open: boolean;
}
/** Groups inside this many others are not shown. */
const DEEPEST_GROUP = 10;

/** An exception group as a tree (PEP 654). */
function formatGroup(e: Value, seen: Set<Value>, frame: Frame = { open: false }, prefix = '', top = true): string[] {
  const bar = prefix + (top ? '  + ' : '  | ');
  const line = `${prefix}  | `;
  const out: string[] = [];
  if (e.tb !== null) {
    out.push(`${bar}Exception Group Traceback (most recent call last):\n`);
    for (const entry of formatStack(e.tb)) for (const l of entry.split('\n').slice(0, -1)) out.push(`${line}${l}\n`);
  }
  for (const l of exceptionOnly(e)) out.push(`${line}${l}`);
  const inner: Value[] = e.group;
  inner.forEach((x, i) => {
    if (i === Math.min(inner.length, 16) - 1) frame.open = true;
    if (i >= 15) {
      if (i === 15)
        out.push(
          `${prefix}    +---------------- ... ----------------\n${prefix}    | and ${inner.length - 15} more exceptions\n`,
        );
      return;
    }
    out.push(`${prefix}${i === 0 ? '  +-' : '    '}+---------------- ${i + 1} ----------------\n`);
    for (const text of nested(x, seen, frame, `${prefix}  `)) out.push(text);
  });
  // What ends with a group has been closed by it.
  if (frame.open) out.push(`${prefix}    +------------------------------------\n`);
  frame.open = false;
  return out;
}
function nested(x: Value, seen: Set<Value>, frame: Frame, prefix: string): string[] {
  const line = `${prefix}  | `;
  const out: string[] = [];
  const put = (text: string): void => {
    for (const l of text.split('\n').slice(0, -1)) out.push(`${line}${l}\n`);
  };
  for (const [link, words] of before(x, seen).reverse()) {
    put(words);
    if (link.group === undefined) {
      if (link.tb !== null) put('Traceback (most recent call last):\n');
      formatStack(link.tb).forEach(put);
      for (const l of exceptionOnly(link)) out.push(`${line}${l}`);
    } else if (prefix.length >= 2 * DEEPEST_GROUP) put(`... (max_group_depth is ${DEEPEST_GROUP})\n`);
    else for (const text of formatGroup(link, seen, frame, prefix, false)) out.push(text);
  }
  return out;
}
