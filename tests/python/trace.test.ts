/**
 * The trace of a program, as text: `trace/name.py` beside `name.trace`, which `npx vitest run -u tests/python/trace.test.ts` writes. The first line of a
 * program may say `# era: 2.7` (default: 3.13).
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readChapter, program } from '../../src/cells/parse.ts';
import { lanesOf, type Place, type TraceEvent } from '../../src/scheduler/trace.ts';
import { Sandbox } from '../../src/sandbox/node.ts';
import type { Program } from '../../src/sandbox/protocol.ts';

const folder = join(import.meta.dirname, 'trace');
const sandbox = new Sandbox({ spare: false });
afterAll(() => sandbox.close());

async function run(task: Program): Promise<{ output: string; events: TraceEvent[]; message: string | undefined }> {
  let output = '';
  const events: TraceEvent[] = [];
  const { message } = await sandbox.run(task, (event) => {
    if (event.type === 'output') output += event.text;
    else events.push(...event.events);
  });
  return { output, events, message };
}
const place = ({ line, file }: Place): string => `line ${line}${file === undefined ? '' : ` of ${file}`}`;

/** One event a line: time, lane, what happened, where, and what had been printed since the line before. */
function written({ output, events }: { output: string; events: TraceEvent[] }): string {
  const kept = new Set(lanesOf(events).map(({ number }) => number));
  const number = new Map([...kept].map((lane, index) => [lane, index + 1]));
  let before = 0;
  const rows = events.flatMap((event) => {
    if (event.lane !== 0 && !kept.has(event.lane)) return [];
    const printed = output.slice(before, event.output);
    before += printed.lastIndexOf('\n') + 1;
    const lane = event.lane === 0 ? event.name : `${number.get(event.lane)} ${event.name}`;
    return [
      ...printed
        .split('\n')
        .slice(0, -1)
        .map((line) => `        | ${line}`),
      [
        `${event.at.toFixed(1)}  ${lane}${event.task === undefined ? '' : ` [${event.task}]`}: ${event.kind}`,
        ...(event.on === undefined ? [] : [`on ${event.on}`]),
        ...(event.line === undefined ? [] : [place({ ...event, line: event.line })]),
        ...(event.outer === undefined ? [] : [`below ${event.outer.map(place).join(', ')}`]),
        ...(event.by === undefined ? [] : [`by ${event.by === 0 ? 'program' : (number.get(event.by) ?? 'library')}`]),
      ].join(', '),
    ];
  });
  return `${rows.join('\n')}\n`;
}

const programs = readdirSync(folder)
  .filter((file) => file.endsWith('.py'))
  .sort();
test.each(programs)('%s', async (file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  const era = /^# era: ([\d.]+)/.exec(text)?.[1] ?? '3.13';
  const task: Program = { language: 'python', era, sources: [{ filename: file, text }] };
  const traced = await run({ ...task, trace: true });
  const untraced = await run(task);
  expect(traced.output).toBe(untraced.output);
  expect(untraced.events).toEqual([]);
  await expect(written(traced)).toMatchFileSnapshot(join(folder, file.replace(/\.py$/, '.trace')));
});

describe('the countdown of three rockets', () => {
  const path = 'content/10-a-loop-of-ones-own.mdx';
  const chapter = readChapter(readFileSync(path), path);
  const rockets = ["countdown('Ariane', 3, 1.5)", "countdown('Soyuz', 5, 1.0)", "countdown('Vega', 2, 2.0)"];
  test.each(['small-loop', 'kernel-launch', 'futures', 'asyncio'])('has one lane for each rocket: %s', async (name) => {
    const cell = chapter.cells.find((other) => other.name === name)!;
    const { output, events } = await run({ ...program(chapter, cell), trace: true });
    expect(output).toBe(cell.transcript);
    const lanes = lanesOf(events).filter((lane) => lane.name !== 'launch()');
    expect(lanes.map((lane) => lane.name)).toEqual(rockets);
    expect(lanes.map((lane) => lane.events.at(-1))).toMatchObject([
      { kind: 'finished', at: 4.5 },
      { kind: 'finished', at: 5 },
      { kind: 'finished', at: 4 },
    ]);
    expect(lanes.map((lane) => lane.events.filter(({ kind }) => kind === 'suspended').length)).toEqual([3, 5, 2]);
  });
});

describe('the countdown of three rockets has one lane for each, and it ends when the rocket does', () => {
  const loops = programs.filter((file) => file.startsWith('rockets-'));
  const rockets: [name: string, end: number][] = [
    ['Ariane', 4.5],
    ['Soyuz', 5],
    ['Vega', 4],
  ];
  function expectRockets(events: readonly TraceEvent[], output: string): void {
    expect(output).toMatch(/^Ariane 3\nSoyuz 5\nVega 2\n[^]*Soyuz lift-off\n$/);
    const lanes = lanesOf(events).filter(({ name }) => rockets.some(([rocket]) => name.includes(rocket)));
    expect(lanes.map(({ name, events: own }) => [/Ariane|Soyuz|Vega/.exec(name)![0], own.at(-1)!.at])).toEqual(rockets);
    for (const { events: own } of lanes) expect(own.at(-1)!.kind).toBe('finished');
  }
  test('on all the loops there are', () => {
    const of = (file: string): string => /^rockets-(\w+)/.exec(file)![1]!;
    expect([...new Set(loops.map(of))]).toEqual([
      'asyncio',
      'asyncore',
      'by',
      'callbacks',
      'curio',
      'tornado',
      'trio',
      'twisted',
    ]);
  });
  test.each(loops)('%s', async (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const era = /^# era: ([\d.]+)/.exec(text)?.[1] ?? '3.13';
    const { events, output } = await run({
      language: 'python',
      era,
      sources: [{ filename: file, text }],
      trace: true,
    });
    expectRockets(events, output);
  });
  test('the scheduler, in JavaScript', async () => {
    const text = `import { Kernel, sleep } from 'scheduler';
      function* countdown(name, count, pace) {
        for (; count > 0; count--) {
          console.log(name, count);
          yield* sleep(pace);
        }
        console.log(name, 'lift-off');
      }
      const kernel = new Kernel();
      kernel.spawn(countdown('Ariane', 3, 1.5), 'Ariane');
      kernel.spawn(countdown('Soyuz', 5, 1), 'Soyuz');
      kernel.spawn(countdown('Vega', 2, 2), 'Vega');
      kernel.run();`;
    const { events, output } = await run({ language: 'js', sources: [{ filename: 'rockets.js', text }], trace: true });
    expectRockets(events, output);
  });
});

test('a trace without end stops at its limit, which says so', async () => {
  const text = 'def forever():\n    while True:\n        yield\nfor nothing in forever():\n    pass\n';
  const sources = [{ filename: 'forever.py', text }];
  const { events, message } = await run({ language: 'python', sources, trace: true, limits: { traceEvents: 50 } });
  expect(message).toMatch(/^Stopped after 50 events in the trace, at forever\.py, line \d/);
  expect(events).toHaveLength(50);
});
