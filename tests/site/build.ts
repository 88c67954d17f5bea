/** Builds the site, and unpacks the browser, once for all tests that look at it: as it is published at a host's root, and again for a folder of a host. */
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { unpack } from '../browser/chromium.ts';

const run = promisify(execFile);

/** The folder of the host that the second build is for. */
export const base = '/a-book/';

export default async function build(project: TestProject): Promise<void> {
  const { root } = project.config;
  const [atRoot, inFolder] = [join(root, '.cache/site'), join(root, '.cache/site-in-folder')];
  for (const [outDir, path] of [
    [atRoot, '/'],
    [inFolder, base],
  ] as const) {
    rmSync(outDir, { recursive: true, force: true });
    try {
      await run(process.execPath, [join(root, 'node_modules/.bin/astro'), 'build', '--outDir', outDir], {
        cwd: root,
        env: { ...process.env, BASE_PATH: path, NODE_ENV: 'production', REPOSITORY_URL: '', GITHUB_REPOSITORY: '' },
        maxBuffer: 1 << 26,
      });
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      throw new Error(`the site does not build:\n${stdout}${stderr}`, { cause: error });
    }
  }
  await unpack();
  project.provide('site', { atRoot, inFolder });
}

declare module 'vitest' {
  interface ProvidedContext {
    site: { atRoot: string; inFolder: string };
  }
}
