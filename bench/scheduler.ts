/**
 * What a task switch costs: the kernel running a hundred tasks that take turns, against a bare loop that calls `.next()` on the very
 * same generators, in the same QuickJS.
 */
import { build } from 'esbuild';
import { bareQuickJS, evaluate } from './quickjs.ts';
import { compare } from './measure.ts';
import type { Row } from './table.ts';

const TASKS = 100;

export async function schedulerRow(quick: boolean): Promise<Row> {
  const turns = quick ? 100 : 1000;
  const bundle = await build({
    entryPoints: [new URL('../src/scheduler/index.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'scheduler',
    target: 'es2023',
    minify: true,
  });
  const context = await bareQuickJS();
  evaluate(context, bundle.outputFiles[0]!.text, 'scheduler.js');
  evaluate(
    context,
    `
    const { Kernel, turn } = scheduler;
    function* worker(turns) { for (let i = 0; i < turns; i++) yield* turn(); }
    function bare(turns) {
      const queue = [];
      for (let i = 0; i < ${TASKS}; i++) queue.push(worker(turns));
      while (queue.length > 0) {
        const generator = queue.shift();
        if (!generator.next().done) queue.push(generator);
      }
    }
    function kernel(turns) {
      const kernel = new Kernel();
      for (let i = 0; i < ${TASKS}; i++) kernel.spawn(worker(turns));
      kernel.run();
    }`,
  );
  const { ours, theirs } = await compare(
    async () => evaluate(context, `kernel(${turns})`),
    async () => evaluate(context, `bare(${turns})`),
    quick ? 3 : 7,
  );
  context.dispose();
  return {
    what: `${(TASKS * turns).toLocaleString('en')} task switches, ${TASKS} tasks`,
    ours,
    against: 'bare .next() on the same generators',
    theirs,
    aim: 2,
  };
}
