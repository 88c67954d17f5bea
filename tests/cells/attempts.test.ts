/**
 * Likely wrong answers to the book's exercises, and what the checks say to them. `attempts/NN.md` belongs to the chapter of that number:
 * under the heading of an exercise, each program, then what a reader is told.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { attempt } from '../../src/cells/attempt.ts';
import { readChapter } from '../../src/cells/parse.ts';
import { run } from '../../src/cells/runner.ts';
import type { Chapter } from '../../src/cells/types.ts';

const chapters = globSync('content/*.{md,mdx}').map((path) => readChapter(readFileSync(path), path));
const wrongAnswer = /^```\w+\n(?<text>[\s\S]*?)^```\n+```says\n(?<says>[\s\S]*?)\n```$/gm;

/** The wrong answers to each exercise that `attempts/` has. */
const answers = globSync('tests/cells/attempts/*.md')
  .toSorted()
  .flatMap((file) => {
    const sections = readFileSync(file, 'utf8').split(/^## /m).slice(1);
    return sections.map((section) => ({
      number: basename(file, '.md'),
      name: section.split('\n')[0]!.trim(),
      given: [...section.matchAll(wrongAnswer)].map(({ groups }) => ({
        text: groups!['text']!,
        says: groups!['says']!,
      })),
    }));
  });

const exercises = chapters.flatMap((chapter) =>
  chapter.cells.filter(({ exercise }) => exercise).map(({ name }) => ({ chapter, name })),
);

const chapterOf = (number: string): Chapter => {
  const found = chapters.find(({ path }) => basename(path).startsWith(`${number}-`));
  if (!found) throw new Error(`there is no chapter ${number}: a file of attempts has the number of its chapter`);
  return found;
};

test('every exercise has at least two wrong answers here', () => {
  const tried = new Map(answers.map(({ number, name, given }) => [`${chapterOf(number).path} ${name}`, given.length]));
  const wanting = exercises.filter(({ chapter, name }) => (tried.get(`${chapter.path} ${name}`) ?? 0) < 2);
  expect(wanting.map(({ chapter, name }) => `${chapter.path}: ${name}`)).toEqual([]);
});

test.each(answers)('$number, $name: what is said to wrong answers', async ({ number, name, given }) => {
  const chapter = chapterOf(number);
  const cell = chapter.cells.find((each) => each.name === name);
  if (!cell?.exercise) throw new Error(`${chapter.path} has no exercise ${name}`);
  for (const { text, says } of given) {
    const answer = { ...cell, exercise: { ...cell.exercise, solution: { ...cell.exercise.solution, text } } };
    const { wrong } = await attempt(
      { ...chapter, cells: chapter.cells.with(cell.index, answer) },
      answer,
      'solution',
      run,
    );
    expect(wrong, text).toBe(says);
  }
});
