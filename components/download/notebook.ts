/**
 * A chapter as a Jupyter notebook, nbformat 4.5 (https://nbformat.readthedocs.io/en/latest/format_description.html): its Python cells
 * are the notebook's, with the outputs that the chapter prints; a js cell, which no Python kernel runs, is a listing.
 */
import type { Cell, Chapter } from '../../src/cells/types.ts';
import { released } from '../releases.ts';
import { eraOf, pieces } from './pieces.ts';

export interface Notebook {
  nbformat: 4;
  nbformat_minor: 5;
  metadata: Record<string, unknown>;
  cells: NotebookCell[];
}

export type NotebookCell =
  | { cell_type: 'markdown'; id: string; metadata: object; source: string }
  | {
      cell_type: 'code';
      id: string;
      metadata: object;
      source: string;
      execution_count: number | null;
      outputs: NotebookOutput[];
    };

export type NotebookOutput =
  | { output_type: 'stream'; name: 'stdout'; text: string }
  | { output_type: 'error'; ename: string; evalue: string; traceback: string[] };

export function notebook(chapter: Chapter): Notebook {
  const era = eraOf(chapter) ?? '3.14';
  const cells: NotebookCell[] = [];
  const ids = new Set<string>();
  const id = (wanted: string): string => {
    // An id has at most 64 characters, and nobody shares it.
    let name = wanted.slice(0, 60);
    for (let count = 2; ids.has(name); count += 1) name = `${wanted.slice(0, 60)}-${count}`;
    ids.add(name);
    return name;
  };
  const say = (source: string): void => {
    const last = cells.at(-1);
    if (last?.cell_type === 'markdown') last.source += `\n\n${source}`;
    else cells.push({ cell_type: 'markdown', id: id('prose'), metadata: {}, source });
  };
  let count = 0;
  for (const piece of pieces(chapter, (file) => `${file}.ipynb`)) {
    if (piece.kind === 'prose') {
      say(piece.text);
      continue;
    }
    const { cell } = piece;
    if (cell.language === 'js') {
      say(listing('js', cell.text) + (cell.transcript === null ? '' : `\n\n${listing('text', cell.transcript)}`));
      continue;
    }
    if (cell.era !== era) say(`_Python ${cell.era}, of ${released(cell.era!)}:_`);
    if (cell.input !== null) say(`_To be typed in:_\n\n${listing('text', cell.input)}`);
    const { skip, raises } = cell.attributes;
    cells.push({
      cell_type: 'code',
      id: id(cell.name),
      metadata: {
        name: cell.name,
        era: cell.era,
        ...(raises !== undefined && { tags: ['raises-exception'] }),
      },
      source: cell.text.replace(/\n$/, ''),
      execution_count: skip === undefined ? (count += 1) : null,
      outputs: outputs(cell),
    });
  }
  const major = era.split('.')[0]!;
  const kernel = major === '3' ? '3' : '2';
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { name: `python${kernel}`, display_name: `Python ${kernel}`, language: 'python' },
      language_info: { name: 'python', version: era },
    },
    cells,
  };
}

/** A transcript as a kernel would have sent it: what was printed, then the traceback of the exception that ended the cell. */
function outputs(cell: Cell): NotebookOutput[] {
  if (cell.transcript === null) return [];
  const lines = cell.transcript.replace(/\n$/, '').split('\n');
  const start = cell.attributes.raises === undefined ? -1 : beginning(lines);
  const printed = start < 0 ? lines : lines.slice(0, start);
  const traceback = start < 0 ? [] : lines.slice(start);
  const [, ename = '', evalue = ''] = /^([\w.]+)(?:: (.*))?$/.exec(traceback.at(-1) ?? '') ?? [];
  return [
    ...(printed.length
      ? [{ output_type: 'stream' as const, name: 'stdout' as const, text: `${printed.join('\n')}\n` }]
      : []),
    ...(traceback.length
      ? [{ output_type: 'error' as const, ename: ename || cell.attributes.raises!, evalue, traceback }]
      : []),
  ];
}

/** Where the last traceback begins: at its headline, or, for a SyntaxError, at the place. */
function beginning(lines: readonly string[]): number {
  const headline = lines.lastIndexOf('Traceback (most recent call last):');
  return headline >= 0 ? headline : lines.findIndex((line) => line.startsWith('  File "'));
}

function listing(language: string, text: string): string {
  return `\`\`\`${language}\n${text.replace(/\n$/, '')}\n\`\`\``;
}
