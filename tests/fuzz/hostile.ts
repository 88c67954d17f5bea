/** The n-th hostile program: a damaged one, or one that calls what the library has with what it does not expect. */
import { Random } from '../differential/random.ts';
import { calls } from './calls.ts';
import { mutate } from './mutate.ts';
import { seeds, type Seed } from './seeds.ts';

let pool: Seed[] | undefined;

/** A number for a name, the same everywhere ("FNV-1a"). */
function hash(name: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) sum = Math.imul(sum ^ name.charCodeAt(i), 0x01000193);
  return sum >>> 0;
}

/** One program, chosen by its name: with one program more, nearly every choice is as it was. */
function choose(from: readonly Seed[], random: Random): Seed {
  const salt = random.below(2 ** 32);
  let best: Seed | undefined;
  let most = -1;
  for (const one of from) {
    const points = new Random(hash(one.name) ^ salt).below(2 ** 32);
    if (points > most) [best, most] = [one, points];
  }
  return best!;
}

/** The same `seed` gives the same program, as long as the programs that it is made from are the same. */
export function hostile(seed: number): { text: string; era: string; from: string } {
  const random = new Random(seed);
  if (random.chance(0.25)) return calls(random);
  const all = (pool ??= seeds());
  const { text, era, name } = choose(all, random);
  return { text: mutate(text, random, () => choose(all, random).text), era, from: name };
}
