/** The JavaScript that a function of a cell becomes: the compiler's own text, without what stands around the function. */
import { characters } from '../sandbox/characters/node.ts';
import { compileToJson, loadCompiler } from '../sandbox/compiling.ts';
import { program } from './parse.ts';
import type { Cell, Chapter } from './types.ts';

/** For the function that the cell's listing names; undefined when the compiler makes none of that name. */
export async function javascriptOf(chapter: Chapter, cell: Cell): Promise<string | undefined> {
  await loadCompiler();
  const { filename, text } = program(chapter, cell).sources.at(-1)!;
  const topLevelAwait = cell.attributes.await === true;
  const options = { filename, era: cell.era, mode: 'exec', futures: [], topLevelAwait };
  const { js } = JSON.parse(compileToJson(text, JSON.stringify(options), characters)) as { js?: string };
  return js === undefined ? undefined : functionIn(js, cell.becomes!.of);
}

/**
 * The text of a function in emitted code: `function* countdown$1i($f, n) { … }`, up to the brace that stands under its line's
 * beginning. Of a generator or coroutine it is the inner function, which holds the body; the outer one only makes the object.
 */
function functionIn(js: string, name: string): string | undefined {
  const lines = js.split('\n');
  const opening = (suffix: string): number =>
    lines.findIndex((line) => new RegExp(`function\\*? ${name.replaceAll('$', '\\$')}\\$\\d+${suffix}\\(`).test(line));
  const inner = opening('i');
  const first = inner < 0 ? opening('') : inner;
  if (first < 0) return undefined;
  const head = lines[first]!;
  const indent = head.length - head.trimStart().length;
  const last = lines.findIndex((line, index) => index > first && line.startsWith(`${' '.repeat(indent)}}`));
  const body = lines.slice(first + 1, last).map((line) => line.slice(indent));
  return [head.slice(head.search(/function\*? \S+\$\d+i?\(/)), ...body, '}', ''].join('\n');
}
