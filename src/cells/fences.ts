/**
 * Where the fences of a chapter stand. Sätteri, which also makes the page, finds them; so the page and the tests cannot
 * disagree about what a fence is, in a list, a quotation or a component. The text is then cut along its lines.
 */
import { parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import { markdownToMdast, mdxToMdast } from 'satteri';
import type { Fence, Mistake, Segment } from './types.ts';

const opening = /^(`{3,}|~{3,})/;
const lineOf = /[^\r\n]*(?:\r\n|\n|\r|$)/y;

interface Node {
  type: string;
  value?: string;
  lang?: string | null;
  meta?: string | null;
  position?: { start: { line: number; column: number }; end: { line: number; column: number } };
  children?: Node[];
}

export interface Cut {
  segments: Segment[];
  mistakes: Mistake[];
}

/**
 * Cuts a chapter into prose and fences; joined again they are the same text. Broken MDX, a fence that is never closed,
 * and a fence that is swallowed by raw HTML are mistakes.
 */
export function cut(text: string, path: string): Cut {
  const mistakes: Mistake[] = [];
  const lone = /\r(?!\n)/.exec(text);
  if (lone) return { segments: [{ kind: 'prose', raw: text }], mistakes: [oldLine(text.slice(0, lone.index), path)] };
  let tree: Node;
  try {
    tree = parse(text, path);
  } catch (error) {
    return { segments: [{ kind: 'prose', raw: text }], mistakes: [unreadable(error, text, path)] };
  }
  const lines = splitLines(text);
  const segments: Segment[] = [];
  let done = 0;
  for (const node of nodes(tree)) {
    const fence = node.type === 'code' ? fenceAt(node, lines) : undefined;
    if (!fence) {
      mistakes.push(...lost(node, path));
      continue;
    }
    const start = fence.line - 1;
    if (start > done) segments.push({ kind: 'prose', raw: lines.slice(done, start).join('') });
    segments.push(fence);
    done = start + splitLines(fence.open + fence.body + fence.close).length;
    if (!fence.close) mistakes.push(unclosed(fence, path));
  }
  if (done < lines.length) segments.push({ kind: 'prose', raw: lines.slice(done).join('') });
  return { segments, mistakes };
}

/** The text again, byte for byte. */
export function join(segments: readonly Segment[]): string {
  return segments
    .map((segment) => (segment.kind === 'prose' ? segment.raw : segment.open + segment.body + segment.close))
    .join('');
}

/** Lines with their endings; the text's last line may have none. */
export function splitLines(text: string): string[] {
  lineOf.lastIndex = 0;
  const lines: string[] = [];
  while (lineOf.lastIndex < text.length) lines.push(lineOf.exec(text)![0]);
  return lines;
}

/** As Astro does it: the frontmatter is blanked, the rest is Markdown or MDX by the name of the file. */
function parse(text: string, path: string): Node {
  const body = parseFrontmatter(text, { frontmatter: 'empty-with-spaces' }).content;
  return (path.endsWith('.mdx') ? mdxToMdast(body) : markdownToMdast(body)) as Node;
}

function* nodes(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* nodes(child);
}

/** The fence of a code node; undefined when the node is an indented block. */
function fenceAt(node: Node, lines: readonly string[]): Fence | undefined {
  if (!node.position) return undefined;
  const { start, end } = node.position;
  const open = lines[start.line - 1] ?? '';
  // A byte order mark counts as a column here and not in the tree.
  const column = start.column + (start.line === 1 && open.startsWith('\uFEFF') ? 1 : 0);
  const marks = opening.exec(open.slice(column - 1))?.[1];
  if (!marks) return undefined;
  // A fence that is never closed may end where the next line begins.
  const endLine = end.column === 1 ? end.line - 1 : end.line;
  const last = lines[endLine - 1] ?? '';
  const closing = new RegExp(`^[ \\t>]*${marks[0]}{${marks.length},}[ \\t]*$`);
  const closed = endLine > start.line && closing.test(last.replace(/[\r\n]+$/, ''));
  const body = lines.slice(start.line, closed ? endLine - 1 : endLine);
  return {
    kind: 'fence',
    open,
    body: body.join(''),
    close: closed ? last : '',
    language: node.lang ?? '',
    info: node.meta?.trim() ?? '',
    text: body.length ? `${(node.value ?? '').replace(/\r\n?/g, '\n')}\n` : '',
    line: start.line,
    column,
  };
}

function unclosed(fence: Fence, path: string): Mistake {
  const marks = opening.exec(fence.open.slice(fence.column - 1))![1]!;
  return {
    path,
    line: fence.line,
    column: fence.column,
    message: 'this fence is never closed: all that follows would be code.',
    remedy: `Write ${marks} on a line of its own after the code, indented like the opening fence.`,
  };
}

/** What looks like the fence of a cell inside something that is not a fence, and why it is not. */
const notFences: Record<string, { message: string; remedy: string }> = {
  html: {
    message: 'this fence is part of the HTML above it, so it is text and not a cell.',
    remedy: 'Leave an empty line between the HTML and the fence.',
  },
  code: {
    message: 'this fence is indented so far that it is an indented block, and not a cell.',
    remedy: 'Indent it by three spaces at most, counted from the text around it.',
  },
  text: {
    message: 'this fence has a backtick after its own, so it is text, and not a cell.',
    remedy: 'Remove the backtick, or fence the cell with ~~~.',
  },
};

function lost(node: Node, path: string): Mistake[] {
  const why = Object.hasOwn(notFences, node.type) ? notFences[node.type] : undefined;
  const value = node.value ?? '';
  if (!why || !node.position || value.trimStart().startsWith('<!--')) return [];
  const marks = /^\s*(`{3,}|~{3,})\s*(\w+\s+run\b|output\b|input\b)/;
  const row = value.split(/\r?\n/).findIndex((text) => marks.test(text));
  return row < 0 ? [] : [{ path, line: node.position.start.line + row, ...why }];
}

/** Parsers do not agree on where such a line ends. */
function oldLine(before: string, path: string): Mistake {
  return {
    path,
    line: before.split('\n').length,
    message: 'this line ends in a carriage return alone.',
    remedy: 'Save the file with the line endings of today, \\n or \\r\\n.',
  };
}

/** Sätteri says `3:7: what (rule)`. */
function unreadable(error: unknown, text: string, path: string): Mistake {
  const said = error instanceof Error ? error.message : String(error);
  const [, line, column, what] = /^(\d+):(\d+): (.*?)(?: \([\w:-]+\))?$/s.exec(said) ?? [];
  return {
    path,
    line: Math.min(Number(line ?? 1), splitLines(text).length || 1),
    ...(column && { column: Number(column) }),
    message: `this is not MDX: ${what ?? said}`.replace(/\.?$/, '.'),
    remedy: 'Close the tag or the brace; where a < or { is meant as text, write \\< or \\{ or put it in `backticks`.',
  };
}
