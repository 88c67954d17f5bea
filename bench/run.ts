/**
 * `npm run bench`: the table of what things cost, as ratios measured in one run on one machine. `--quick` runs smaller programs fewer
 * times, to see that everything works; its numbers mean little.
 */
import { nodeAssets } from '../src/sandbox/node-assets.ts';
import { browserFacts } from './browser.ts';
import { bootRow } from './boot.ts';
import { idiomCosts } from './idioms.ts';
import { loopRows } from './loops.ts';
import { programRows } from './programs.ts';
import { schedulerRow } from './scheduler.ts';
import { factTable, idiomTable, loopTable, table } from './table.ts';

const quick = process.argv.includes('--quick');
// Without the images that are kept from process to process: the evaluation is one of the things to measure.
const { images: _, ...assets } = await nodeAssets();
const programs = await programRows(assets, quick);
const rows = [await bootRow(assets, quick), await schedulerRow(quick), ...programs.rows];
const { node } = process.versions;
console.log(`Node ${node}, ${process.platform} ${process.arch}; whole runs, the fastest of several, in milliseconds`);
if (quick) console.log('(quick: the numbers mean little)');
console.log(`\n${table(rows)}`);
console.log(`\n${idiomTable(await idiomCosts(quick))}`);
const loops = await loopRows(assets, quick);
console.log(`\n${loopTable(loops.rows)}`);
const browser = await browserFacts(quick);
console.log(`\n${factTable(browser.facts)}`);

const faults = [...programs.faults, ...loops.faults, ...browser.faults];
for (const fault of faults) console.error(`\n${fault}`);
if (faults.length > 0) process.exitCode = 1;
