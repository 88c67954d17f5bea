/**
 * Timetables of the programs in tests/python/trace, as text: one row a lane and one column a moment, `#` runs, `-` waits, `.` has not begun, `~` waits for
 * ever, `:` waits until its time has come, and `|`, `x` and `o` are its end: it finished, failed or was cancelled; `t` stands
 * above a moment before which time has passed. `npx vitest run -u tests/timeline` writes them.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { draw, type Node } from '../../components/timeline/drawing.ts';
import { lay, timetable, type Spot, type Timetable } from '../../components/timeline/timetable.ts';
import { tableOf } from '../../components/timeline/words.ts';
import { Sandbox } from '../../src/sandbox/node.ts';
import type { TraceEvent } from '../../src/scheduler/trace.ts';

const folder = join(import.meta.dirname, '../python/trace');
interface Recorded {
  events: TraceEvent[];
  output: string;
}
const sandbox = new Sandbox({ spare: false });
afterAll(() => sandbox.close());

async function record(text: string, language: 'python' | 'js' = 'python'): Promise<Recorded> {
  const era = /^# era: ([\d.]+)/.exec(text)?.[1] ?? '3.13';
  const events: TraceEvent[] = [];
  let output = '';
  await sandbox.run({ language, era, sources: [{ filename: 'program', text }], trace: true }, (event) => {
    if (event.type === 'trace') events.push(...event.events);
    else output += event.text;
  });
  return { events, output };
}

const ends = { finished: '|', failed: 'x', cancelled: 'o' } as const;

function written({ rows, turns, waits, endings, packets, moments, handovers }: Timetable): string {
  const spoken = (spot?: Spot): string =>
    spot === undefined ? 'somebody' : `${rows[spot.row]!.name} at ${spot.moment}`;
  const marks = rows.map(() => Array.from({ length: moments.length }, () => ' '));
  for (const { row, from, to, kind, timer } of waits)
    marks[row]!.fill(timer ? ':' : { first: '.', between: '-', open: '~' }[kind], from, to);
  for (const { row, from, to } of turns) marks[row]!.fill('#', from, to);
  for (const { row, moment, kind } of endings) marks[row]![moment] = ends[kind];
  const times = moments.map(({ at }, index) => (index > 0 && at !== moments[index - 1]!.at ? 't' : ' '));
  const width = Math.max(...rows.map(({ name }) => name.length));
  return [
    `${' '.repeat(width)}  ${times.join('')}`.trimEnd(),
    ...rows.map(({ name }, index) => `${name.padEnd(width)}  ${marks[index]!.join('')}`.trimEnd()),
    `${handovers.length} hand-overs`,
    ...packets.map(({ sent, read }) => `${spoken(sent)} -> ${spoken(read)}: ${(sent ?? read)?.on ?? ''}`),
    '',
  ].join('\n');
}

const programs = readdirSync(folder)
  .filter((file) => file.endsWith('.py'))
  .sort();

test.each(programs)('%s', async (file) => {
  const { events, output } = await record(readFileSync(join(folder, file), 'utf8'));
  const table = timetable(events)!;
  await expect(written(table)).toMatchFileSnapshot(join(import.meta.dirname, file.replace(/\.py$/, '.txt')));

  // Whatever the program: time never goes back, every turn has its mark, and the table has its row.
  for (const length of [200, 560, 2000]) {
    const along = lay(table, length);
    expect(along).toEqual(along.toSorted((a, b) => a - b));
  }
  for (const direction of ['across', 'down'] as const) {
    const { svg } = draw(table, direction, 560);
    expect(all(svg, 'turn')).toHaveLength(table.turns.length);
    expect(all(svg, 'end')).toHaveLength(table.endings.length);
    expect(all(svg, 'hand')).toHaveLength(table.handovers.length);
    expect(all(svg, 'timer')).toHaveLength(table.waits.filter(({ timer }) => timer).length);
    expect(all(svg, 'packet').length).toBeGreaterThanOrEqual(
      table.packets.filter(({ sent, read }) => sent !== undefined || read !== undefined).length,
    );
    expect(svg.attributes).toMatchObject({ role: 'img', 'aria-label': expect.stringMatching(/^Timeline: \d+ lanes?/) });
    expect(
      every(svg)
        .flatMap(({ attributes }) => Object.keys(attributes))
        .filter((name) => /^(style|on.*)$/.test(name)),
    ).toEqual([]);
    expect(
      every(svg)
        .flatMap(({ attributes }) => Object.values(attributes))
        .filter((value) => /NaN|undefined|Infinity/.test(value)),
    ).toEqual([]);
  }
  expect(every(tableOf(table, output)).filter(({ tag }) => tag === 'tr')).toHaveLength(table.turns.length + 1);
});

test('the tasks of kernels in JavaScript have lanes, each kernel its own', async () => {
  const { events } = await record(
    `import { Kernel, sleep } from 'scheduler';
     function* doze(name, seconds) { yield* sleep(seconds); console.log(name); }
     for (const name of ['a', 'b']) {
       const kernel = new Kernel();
       kernel.spawn(doze(name, 1), name + ' first');
       kernel.spawn(doze(name, 2), name + ' second');
       kernel.run();
     }`,
    'js',
  );
  await expect(written(timetable(events)!)).toMatchFileSnapshot(join(import.meta.dirname, 'kernels.txt'));
});

test('a program without generators has no timetable', async () => {
  expect(timetable((await record('print(sum([1, 2]))')).events)).toBeNull();
});

test('more turns than anybody reads are counted and left out', async () => {
  const { events } = await record('def forever():\n    while 1: yield\nf = forever()\nfor i in range(1000): next(f)');
  const table = timetable(events)!;
  expect(table.turns).toHaveLength(240);
  expect(table.left).toBe(760);
});

test('a time a thousand times shorter than another still has room', async () => {
  const { events } = await record(
    'import asyncio\nasync def main():\n    await asyncio.sleep(0.001)\n    await asyncio.sleep(3600)\nasyncio.run(main())',
  );
  const table = timetable(events)!;
  const along = lay(table, 560);
  const gaps = table.waits.filter(({ kind }) => kind === 'between').map(({ from, to }) => along[to]! - along[from]!);
  expect(gaps).toHaveLength(2);
  expect(Math.min(...gaps)).toBe(16);
  expect(along.at(-1)).toBeCloseTo(560);
});

function every(node: Node): Node[] {
  return [node, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : every(child)))];
}
function all(node: Node, name: string): Node[] {
  return every(node).filter(({ attributes }) => (attributes.class ?? '').split(' ').includes(name));
}
