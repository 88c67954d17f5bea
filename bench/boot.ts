/** What a fresh sandbox costs: an empty program in a copy of the boot image, against starting an instance and evaluating the bundle. */
import { Host, type Assets } from '../src/sandbox/host.ts';
import { compare } from './measure.ts';
import type { Row } from './table.ts';

export async function bootRow(assets: Assets, quick: boolean): Promise<Row> {
  const host = new Host(assets);
  const empty = { language: 'js' as const, sources: [{ filename: 'empty.js', text: '' }] };
  const times = await compare(
    () => host.run(empty, () => {}),
    () => new Host({ ...assets, images: undefined }).ready(),
    quick ? 3 : 20,
  );
  const size = Math.round(assets.guest.length / 1000);
  return {
    what: 'a fresh sandbox, an empty program',
    ...times,
    against: `an instance started, ${size} kB of bundle evaluated`,
  };
}
