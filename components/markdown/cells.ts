/**
 * Draws each cell of a chapter as a plate: its fences wrapped in one `<book-cell>`, complete and readable as it stands,
 * which the custom element of the same name then enhances. What a cell is, the parser of `src/cells` says; this only draws.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdastContent, MdastPluginInput } from 'satteri';
import { parseChapter, program } from '../../src/cells/parse.ts';
import type { Cell, Chapter } from '../../src/cells/types.ts';
import { eraClass } from '../book.ts';
import { released } from '../releases.ts';
import type { Node } from '../timeline/drawing.ts';
import { kept, timelinePart } from '../timeline/part.ts';
import { record } from '../timeline/record.ts';
import { timetable } from '../timeline/timetable.ts';

export function cellPlates(): MdastPluginInput {
  return ({ fileURL, source }) => {
    if (!fileURL) return null;
    const path = fileURLToPath(fileURL);
    const text = readFileSync(path, 'utf8');
    // In `.md` the frontmatter is cut off before the text is parsed: lines count from there.
    const offset = text.slice(0, text.length - source.length).split('\n').length - 1;
    const chapter = parseChapter(text, relative(process.cwd(), path));
    const cells = new Map(chapter.cells.map((cell) => [cell.line, cell]));
    const parts = new Set([...cells.values()].flatMap((cell) => [cell.inputLine, cell.transcriptLine]));
    const checks = new Map(
      [...cells.values()].flatMap(({ name, exercise }) => (exercise ? [[exercise.check.line, name]] : [])),
    );
    // A cell keeps its name as its anchor; a heading of the same words gives way.
    const names = new Set([...cells.values()].map(({ name }) => name));
    return {
      name: 'cell-plates',
      options: { position: true },
      heading(node, ctx) {
        const slug = slugOf(ctx.textContent(node));
        if (names.has(slug)) ctx.setProperty(node, 'data', { hProperties: { id: `about-${slug}` } });
      },
      async code(node, ctx) {
        const line = (node.position?.start.line ?? 0) + offset;
        const cell = cells.get(line);
        if (cell) ctx.replaceNode(node, plate(cell, await timeline(chapter, cell)));
        else if (parts.has(line)) ctx.removeNode(node);
        else if (checks.has(line)) ctx.replaceNode(node, checkOf(checks.get(line)!, node.lang ?? '', node.value));
      },
    };
  };
}

/** The anchor that a heading would get by itself. */
function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

/** The plate of one cell, as a tree. */
function plate(cell: Cell, drawn: MdastContent[]): MdastContent {
  const { name, language, era, attributes } = cell;
  const made = language === 'python' && era ? `Python ${era} · ${released(era)}` : 'JavaScript';
  return element('book-cell', { id: name, ...facts(cell) }, [
    element('figure', { className: ['plate', eraClass(era)] }, [
      element('figcaption', { className: ['head', 'label'] }, [
        element('span', { className: ['stamp'] }, [text(cell.exercise ? `Exercise · ${made}` : made)]),
        text(' '),
        element('a', { href: `#${name}` }, [text(name)]),
      ]),
      code(language, cell.text),
      ...(attributes.skip
        ? [element('p', { className: ['skipped'] }, [text(`This one does not run here: ${attributes.skip}.`)])]
        : []),
      ...(cell.input === null ? [] : [part('given', 'Input', cell.input)]),
      ...(cell.transcript === null
        ? []
        : [part('transcript', attributes.raises ? 'Prints, and fails as it should' : 'Prints', cell.transcript)]),
      ...drawn,
    ]),
  ]);
}

/** The check of an exercise, where the plate of that name finds it. */
function checkOf(name: string, language: string, value: string): MdastContent {
  return element('div', { 'data-check-of': name }, [code(language, value)]);
}

/** The timeline of a cell that asks for one. Throws when there is nothing to draw. */
async function timeline(chapter: Chapter, cell: Cell): Promise<MdastContent[]> {
  if (!cell.attributes.timeline || cell.attributes.skip !== undefined) return [];
  const { events, output, cut } = await record(program(chapter, cell));
  const table = timetable(events);
  if (cut !== undefined || table === null)
    throw new Error(
      `${chapter.path}:${cell.line}: the timeline of ${cell.name} cannot be drawn: ` +
        `${cut ?? 'no generator and no coroutine runs in it'}. Take the attribute timeline away, or mend the program.`,
    );
  const properties = {
    className: ['part', 'timeline'],
    'data-trace': JSON.stringify(kept(events)),
    // Where the transcript has a wildcard, the moments count in another text.
    ...(output !== cell.transcript && { 'data-output': output }),
  };
  return [element('div', properties, timelinePart(table, output).map(grown))];
}

function grown({ tag, attributes, children }: Node): MdastContent {
  return element(
    tag,
    attributes,
    children.map((child) => (typeof child === 'string' ? text(child) : grown(child))),
  );
}

/** What the custom element has to know, beyond the text it finds in the plate. */
function facts(cell: Cell): Record<string, string> {
  const { skip, raises, await: awaits } = cell.attributes;
  return {
    'data-cell': cell.name,
    'data-language': cell.language,
    'data-session': String(cell.session),
    ...(cell.era && { 'data-era': cell.era }),
    ...(raises && { 'data-raises': raises }),
    ...(awaits && { 'data-await': '' }),
    ...(skip && { 'data-skip': skip }),
    ...(cell.exercise && { 'data-exercise': '' }),
  };
}

function part(kind: string, caption: string, value: string): MdastContent {
  return element('div', { className: ['part', kind] }, [
    element('p', { className: ['caption', 'label'] }, [text(caption)]),
    code('output', value.replace(/\n$/, '')),
  ]);
}

function element(
  hName: string,
  hProperties: Record<string, string | string[]>,
  children: MdastContent[],
): MdastContent {
  return { type: 'plate', data: { hName, hProperties }, children } as MdastContent;
}

function text(value: string): MdastContent {
  return { type: 'text', value };
}

function code(lang: string, value: string): MdastContent {
  return { type: 'code', lang, value };
}
