/**
 * `npm run bench`: the table of what things cost, as ratios measured in one run on one machine. `--quick` runs smaller programs fewer
 * times, to see that everything works; its numbers mean little.
 */
import { schedulerRows } from './scheduler.ts';
import { table } from './table.ts';

const quick = process.argv.includes('--quick');
const rows = await schedulerRows(quick);
console.log(
  `Node ${process.versions.node}, ${process.platform} ${process.arch}; fastest of several runs${quick ? ' (quick: numbers mean little)' : ''}\n`,
);
console.log(table(rows));
