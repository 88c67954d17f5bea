/**
 * A Vitest reporter: at the end of a run, how many cells of each chapter ran and which were left out and why; under `-u`,
 * the differences that were written.
 */
import type { Reporter, TestCase, TestModule } from 'vitest/node';

export default class CellReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const chapters = modules.filter(({ moduleId }) => /\.mdx?$/.test(moduleId));
    const sorted = chapters.toSorted((a, b) => (a.relativeModuleId < b.relativeModuleId ? -1 : 1));
    for (const chapter of sorted) {
      const cells = [...chapter.children.allTests()];
      for (const cell of cells) this.rewritten(chapter, cell);
    }
    if (sorted.length) console.log('\nCells');
    for (const chapter of sorted) this.summary(chapter, [...chapter.children.allTests()]);
  }

  private rewritten(chapter: TestModule, cell: TestCase): void {
    const { rewritten } = cell.meta();
    if (rewritten === undefined) return;
    console.log(`\n${chapter.relativeModuleId}:${cell.location?.line ?? 1} ${cell.name}: new transcript`);
    if (rewritten) console.log(rewritten);
  }

  private summary(chapter: TestModule, cells: readonly TestCase[]): void {
    const mistakes = cells.filter((cell) => cell.meta().mistake).length;
    if (mistakes > 0) {
      console.log(`  ${chapter.relativeModuleId}: none ran, ${mistakes} ${mistakes === 1 ? 'mistake' : 'mistakes'}`);
      return;
    }
    const count = (state: string) => cells.filter((cell) => cell.result().state === state).length;
    const skipped = cells.filter((cell) => cell.result().state === 'skipped');
    const failed = count('failed');
    const parts = [`${count('passed') + failed} ran`];
    if (failed) parts.push(`${failed} failed`);
    if (skipped.length) parts.push(`${skipped.length} skipped`);
    console.log(`  ${chapter.relativeModuleId}: ${parts.join(', ')}`);
    for (const cell of skipped) {
      const result = cell.result();
      const why = result.state === 'skipped' && result.note ? result.note : 'not selected';
      console.log(`    line ${cell.location?.line ?? 1}, ${cell.name}: ${why}`);
    }
  }
}
