/**
 * Cases as text: a program, a line `---`, and then what the eras make of it, one answer a line, as in
 *
 *     2.7 3.6: accepted
 *     3.8: 1:4-None:None SyntaxError: invalid syntax
 *
 * A line `===` separates cases. `node tests/python/syntax/cases.ts FILE` writes the answers of the Pythons found on this
 * machine into the file, after which a look at the difference says whether they are the wanted ones.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Era } from '../../../src/python/compiler/eras.ts';
import { isEra } from '../../../src/python/compiler/eras.ts';
import { askPython, findPython } from './compare.ts';

export interface Case {
  source: string;
  answers: { era: Era; answer: string }[];
}

/** The eras that a real Python on some machine can confirm. */
export const oracles: readonly Era[] = ['2.7', '3.6', '3.8', '3.10', '3.11', '3.12', '3.13'];

export function readCases(path: string): Case[] {
  return readFileSync(path, 'utf8')
    .replace(/\n$/, '')
    .split('\n===\n')
    .map((text) => {
      const [source = '', answers = ''] = text.split(/\n---(?:\n|$)/);
      return { source, answers: answers.split('\n').flatMap(readAnswer) };
    });
}
function readAnswer(line: string): Case['answers'] {
  const found = /^([\d. ]+): (.*)$/.exec(line);
  if (found === null) return [];
  return (found[1] ?? '').split(' ').map((era) => {
    if (!isEra(era)) throw new Error(`"${era}" is no era, in the line "${line}".`);
    return { era, answer: found[2] ?? '' };
  });
}

export function print(cases: Case[]): string {
  return `${cases.map(({ source, answers }) => `${source}\n---\n${grouped(answers)}`).join('\n===\n')}\n`;
}
function grouped(answers: Case['answers']): string {
  const eras = new Map<string, Era[]>();
  for (const { era, answer } of answers) eras.set(answer, [...(eras.get(answer) ?? []), era]);
  return [...eras].map(([answer, list]) => `${list.join(' ')}: ${answer}`).join('\n');
}

export function fromPython(era: Era, mode: 'parse' | 'compile', sources: string[]): string[] | null {
  const python = findPython(era);
  if (python === null) return null;
  return askPython(
    python,
    mode,
    sources.map((source) => ({ source })),
  ).map(([kind, text]) => (text === '' ? 'accepted' : kind === 'skip' ? 'skipped' : text));
}

function main(path: string): void {
  const cases = readCases(path);
  const mode = path.includes('trees') ? 'parse' : 'compile';
  const answers = new Map(
    oracles.map((era) => [
      era,
      fromPython(
        era,
        mode,
        cases.map(({ source }) => source),
      ),
    ]),
  );
  cases.forEach((each, i) => {
    const wanted = each.answers.length > 0 ? each.answers.map(({ era }) => era) : oracles;
    each.answers = wanted.flatMap((era) => {
      const answer = answers.get(era)?.[i] ?? each.answers.find((known) => known.era === era)?.answer;
      return answer === undefined ? [] : [{ era, answer }];
    });
  });
  writeFileSync(path, print(cases));
}

if (process.argv[1] === import.meta.filename && process.argv[2] !== undefined) main(process.argv[2]);
