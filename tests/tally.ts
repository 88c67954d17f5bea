import { mkdirSync, writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/**
 * A reporter that closes a run with one plain line, `N passed, N failed`, and leaves it in `.cache/tally.json` for `.ci/run`.
 * A file that could not be loaded, an error outside any test and a run without tests count as one failure each: nothing that went wrong
 * counts as nothing.
 */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const tally = { passed: 0, failed: unhandled.length, skipped: 0 };
    if (modules.length === 0) tally.failed++;
    for (const module of modules) {
      tally.failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed' || state === 'failed' || state === 'skipped') tally[state]++;
        else tally.failed++;
      }
    }
    mkdirSync('.cache', { recursive: true });
    writeFileSync('.cache/tally.json', JSON.stringify(tally));
    const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
    console.log(`${tally.passed} passed, ${tally.failed} failed${skipped}`);
  }
}
