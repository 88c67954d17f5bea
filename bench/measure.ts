/** Milliseconds of the fastest of `rounds` runs: what the program costs when nothing else disturbs it. */
export function fastest(run: () => void, rounds: number): number {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Two programs measured in turn, so that a slow moment of the machine falls on both. */
export function compare(a: () => void, b: () => void, rounds: number): { a: number; b: number } {
  let [bestA, bestB] = [Infinity, Infinity];
  for (let round = 0; round < rounds; round++) {
    bestA = Math.min(bestA, fastest(a, 1));
    bestB = Math.min(bestB, fastest(b, 1));
  }
  return { a: bestA, b: bestB };
}
