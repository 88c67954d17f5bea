/** Delta debugging: takes away what a difference does not need. */
import { smaller, type Block } from './tree.ts';

/** The smallest program that is still `wanted`, as far as taking away single parts leads, or `most` attempts. */
export async function shrink(program: Block, wanted: (program: Block) => Promise<boolean>, most = 500): Promise<Block> {
  let attempts = 0;
  for (let found = true; found;) {
    found = false;
    for (const less of smaller(program)) {
      attempts += 1;
      if (attempts > most) return program;
      if (await wanted(less)) {
        program = less;
        found = true;
        break;
      }
    }
  }
  return program;
}
