/** Bundles the guest: one script without imports for QuickJS, kept under node_modules/.cache by the hash of what went into it. */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type * as Vite from 'vite';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Where what was built is kept. */
export const CACHE = join(root, 'node_modules/.cache/guest');
const FOLDERS = ['src/sandbox/guest', 'src/scheduler', 'src/world', 'src/python/runtime'];

/** Every TypeScript file that the bundle can reach, in a fixed order. */
function sources(): string[] {
  return FOLDERS.flatMap((folder) => {
    try {
      return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .sort()
        .map((name) => join(root, folder, name));
    } catch {
      return [];
    }
  });
}

/** The bundle's text. Throws what esbuild found wrong, with file and line. */
export async function buildGuest(): Promise<string> {
  const hash = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)));
  for (const file of sources())
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  const cached = join(CACHE, `${hash.digest('hex').slice(0, 20)}.js`);
  try {
    return readFileSync(cached, 'utf8');
  } catch {
    // Not built yet.
  }
  const result = await build({
    entryPoints: [join(root, 'src/sandbox/guest/entry.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    platform: 'neutral',
    legalComments: 'none',
    // Fields as assignments in the constructor: QuickJS runs them several times faster than the definitions of ES2022.
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false, strict: true } },
    logLevel: 'silent',
    absWorkingDir: root,
  });
  // Short names are a ninth of what the browser downloads. Nothing of ours is known by its JavaScript name but methods, and what js programs import
  // (guest/entry.ts). Vite's minifier alone makes less of it than esbuild's, or both. It is loaded only when there is something to build; not by `import()`,
  // which a site that is built refuses late.
  const { minify } = createRequire(import.meta.url)('vite') as typeof Vite;
  const { code: text, errors } = await minify('guest.js', result.outputFiles[0]?.text ?? '', {
    compress: { target: 'es2023' },
    mangle: { toplevel: true },
  });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  mkdirSync(CACHE, { recursive: true });
  const partial = `${cached}.${process.pid}`;
  writeFileSync(partial, text);
  renameSync(partial, cached);
  return text;
}
