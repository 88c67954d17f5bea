/** The fastest of several runs, in milliseconds: what a program costs when nothing else disturbs it. */

export function fastest(run: () => void, rounds: number): number {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

async function fastestAsync(run: () => Promise<unknown>, rounds: number): Promise<number> {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Two programs measured in turn, so that a slow moment of the machine falls on both. */
export async function compare(
  ours: () => Promise<unknown>,
  theirs: () => Promise<unknown>,
  rounds: number,
): Promise<{ ours: number; theirs: number }> {
  const best = { ours: Infinity, theirs: Infinity };
  for (let round = 0; round < rounds; round++) {
    best.ours = Math.min(best.ours, await fastestAsync(ours, 1));
    best.theirs = Math.min(best.theirs, await fastestAsync(theirs, 1));
  }
  return best;
}
