import { defineConfig } from 'vitest/config';
import { chapterTests } from './src/cells/vitest-plugin.ts';

/** Milliseconds after which a test hangs for certain, on however slow a machine; no test is about time. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000 };

/**
 * Three kinds of tests, each by name (`vitest run --project cells`): `unit` needs nothing but the sources; `cells` runs the cells of
 * every chapter; `site` looks at the built site, in files and in a real browser, and builds it first.
 */
export default defineConfig({
  test: {
    includeTaskLocation: true,
    // As many files at a time as there are cores; left alone, Vitest keeps one for itself, and the two of a small machine would be one.
    maxWorkers: '100%',
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
          ...patience,
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
          // Chapters have nothing in common but the sandbox, which gives each cell a fresh copy of its image: one start for many.
          isolate: false,
          ...patience,
        },
      },
      {
        test: {
          name: 'site',
          globalSetup: 'tests/site/build.ts',
          ...patience,
          include: ['tests/site/**/*.test.ts', 'tests/browser/**/*.test.ts'],
        },
      },
    ],
  },
});
