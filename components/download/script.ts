/**
 * A chapter as a Python file, in cells as many editors know them (`# %%`). It is a program for the chapter's era, and runs to its end,
 * or to an exercise that is still to be done: a cell that is meant to fail is caught and shown. What is meant for another Python, and what no Python can compile, stands in it as a
 * comment, and so do the prose and what the cells print.
 */
import type { Cell, Chapter } from '../../src/cells/types.ts';
import { eraOf, pieces, unfolded } from './pieces.ts';

/** Only the beginning of a file may ask for the future. */
const future = /^from __future__ import .*$/gm;

export function script(chapter: Chapter): string {
  const era = eraOf(chapter);
  const runs = ({ era: own, attributes: { raises } }: Cell): boolean =>
    own !== undefined && own === era && raises !== 'SyntaxError' && raises !== 'IndentationError';
  const futures = new Set(chapter.cells.filter(runs).flatMap(({ text }) => text.match(future) ?? []));
  const [opening, ...rest] = pieces(chapter, (file) => `${file}.py`).map((piece) =>
    piece.kind === 'prose'
      ? `# %% [markdown]\n${comment(
          unfolded(piece.text)
            .replace(/\n{3,}/g, '\n\n')
            .trim(),
        )}`
      : body(piece.cell, runs(piece.cell)),
  );
  const coding = era?.startsWith('3') ? [] : ['# -*- coding: utf-8 -*-'];
  return `${[[...coding, opening].join('\n'), ...(futures.size ? [[...futures].join('\n')] : []), ...rest].join('\n\n')}\n`;
}

function body(cell: Cell, runs: boolean): string {
  const { raises, skip } = cell.attributes;
  const language = cell.era ? `Python ${cell.era}` : 'JavaScript';
  const notes = [
    ...(runs ? [] : [language]),
    ...(raises === undefined ? [] : [`ends in ${raises}, as it should`]),
    ...(skip === undefined ? [] : [`is not run: ${skip}`]),
  ];
  const head = `# %% ${cell.name}${notes.length ? ` (${notes.join('; ')})` : ''}`;
  const text = cell.text.replace(/\n$/, '');
  const program = text.replace(future, '# $&');
  const parts = [
    `${head}\n${runs ? (raises === undefined ? program : caught(program)) : comment(text, '    ')}`,
    ...(cell.input === null ? [] : [`# To be typed in:\n${comment(cell.input, '    ')}`]),
    ...(cell.transcript === null ? [] : [`# Prints:\n${comment(cell.transcript, '    ')}`]),
  ];
  return parts.join('\n\n');
}

/** The program, and then the traceback of the exception in which it ends. */
function caught(program: string): string {
  const inside = program.replace(/^(?=.)/gm, '    ');
  return `try:\n${inside}\nexcept:\n    import traceback\n    traceback.print_exc()`;
}

function comment(text: string, indent = ''): string {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `# ${indent}${line}`.trimEnd())
    .join('\n');
}
