import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { chapterTests } from '../../../src/cells/vitest-plugin.ts';

/** The configuration of a book in which the programs are orders to the fake runner. */
export default defineConfig({
  plugins: [chapterTests({ runner: fileURLToPath(new URL('./runner.ts', import.meta.url)) })],
  test: {
    includeTaskLocation: true,
    reporters: ['default', 'github-actions', fileURLToPath(new URL('../../../src/cells/reporter.ts', import.meta.url))],
    include: ['content/**/*.{md,mdx}'],
  },
});
