import { defineConfig } from 'vitest/config';
import { chapterTests } from './src/cells/vitest-plugin.ts';

/**
 * Three kinds of tests, each by name (`vitest run --project cells`): `unit` needs nothing but the sources; `cells` runs the cells of
 * every chapter; `site` looks at the built site, in files and in a real browser, and builds it first.
 */
export default defineConfig({
  test: {
    includeTaskLocation: true,
    reporters: [
      'default',
      './src/cells/reporter.ts',
      ...(process.env['GITHUB_ACTIONS'] ? ['github-actions' as const] : []),
      './tests/tally.ts',
    ],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', 'tests/browser/**'],
        },
      },
      {
        plugins: [chapterTests()],
        test: {
          name: 'cells',
          include: ['content/**/*.{md,mdx}'],
          includeTaskLocation: true,
          // A sandbox ends what does not end; a test has no clock of its own.
          testTimeout: 0,
        },
      },
      {
        test: {
          name: 'site',
          globalSetup: 'tests/site/build.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          include: ['tests/site/**/*.test.ts', 'tests/browser/**/*.test.ts'],
        },
      },
    ],
  },
});
