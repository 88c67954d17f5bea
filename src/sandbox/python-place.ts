/**
 * Where a Python program was when a limit ended it. Nothing of the program runs any more then, so the JavaScript stack is read: compiled functions carry
 * their number in their name (`launch$3`), and the assignment to `$l` before a place in the text says which position of the function's table it belongs to.
 * Close, not exact: QuickJS knows the last call of a frame, not the last step.
 */
import type { Source } from './protocol.ts';

/** JavaScript of the program's own sources, by file name. */
export type CompiledSources = ReadonlyMap<string, string>;

interface Frame {
  /** The function's name in JavaScript; `<anonymous>` for a module's own code. */
  name: string;
  line: number;
  col: number;
}

function frames(stack: string): Frame[] {
  const rows = stack.matchAll(/^ *at (\S+) \(<(?:input|evalScript)>:(\d+)(?::(\d+))?\)/gm);
  return Array.from(rows, ([, name = '', line, col]) => ({ name, line: Number(line), col: Number(col ?? 1) }));
}

/** The Python line of a frame within one compiled text; null when the frame is not of that text. */
function lineWithin(js: string, { name, line, col }: Frame): { line: number | null; name: string } | null {
  const rows = js.split('\n');
  if (line > rows.length) return null;
  const end = rows.slice(0, line - 1).reduce((sum, row) => sum + row.length + 1, 0) + col;
  const number = /\$(\d+)i?$/.exec(name)?.[1] ?? '0';
  const start = number === '0' ? 0 : js.search(new RegExp(`function\\*? ${name.replaceAll('$', '\\$')}\\(`));
  if (start < 0 || start > end) return null;
  const code = new RegExp(`\\$c${number} = \\$code\\(\\{ index: \\d+, name: '([^']*)'.*? positions: '([^']*)'`).exec(
    js,
  );
  if (!code) return null;
  const positions = (code[2] ?? '').split(';').map((position) => Number(position.split(',')[0]));
  const passed = Array.from(js.slice(start, end).matchAll(/\$l = (\d+)/g)).at(-1)?.[1];
  return { name: code[1] ?? '', line: passed === undefined ? null : (positions[Number(passed)] ?? null) };
}

/** `program.py, line 3, in launch` for the innermost frame that is in one of the sources; null when there is none. */
export function placeInPython(stack: string, sources: Source[], compiled: CompiledSources): string | null {
  for (const frame of frames(stack)) {
    for (const { filename } of sources.toReversed()) {
      const found = lineWithin(compiled.get(filename) ?? '', frame);
      if (found) return `${filename}, ${found.line === null ? '' : `line ${found.line}, `}in ${found.name}`;
    }
  }
  return null;
}
