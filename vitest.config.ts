import { defineConfig } from 'vitest/config';

/**
 * Three kinds of tests, each by name (`vitest run --project unit`): `unit` needs nothing but the sources;
 * `site` looks at the built site, in files and in a real browser, and builds it first.
 */
export default defineConfig({
  test: {
    includeTaskLocation: true,
    reporters: ['default', ...(process.env['GITHUB_ACTIONS'] ? ['github-actions' as const] : []), './tests/tally.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', 'tests/browser/**'],
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
