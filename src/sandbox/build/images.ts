/** Boot images on disk, beside the guest bundle they were made from: a new process then starts without evaluating it. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BootImages } from '../machine.ts';
import { CACHE } from './guest.ts';

const wasmFile = createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm');

/** Megabytes each, and one more whenever the guest changes: only the newest stay. */
const KEEP = 6;

function prune(): void {
  const images = readdirSync(CACHE)
    .filter((name) => name.includes('.image'))
    .map((name) => join(CACHE, name));
  const age = new Map(images.map((path) => [path, statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0]));
  images.sort((a, b) => (age.get(b) ?? 0) - (age.get(a) ?? 0));
  for (const path of images.slice(KEEP)) rmSync(path, { force: true });
}

/** Takes and gives images of this bundle. `layout` is what else decides where things lie in memory (Machine.start). */
export function imagesOf(guest: string): BootImages {
  const pathOf = (layout: string): string => {
    const hash = createHash('sha256')
      .update(guest)
      .update('\0')
      .update(readFileSync(wasmFile))
      .update('\0')
      .update(layout);
    return join(CACHE, `${hash.digest('hex').slice(0, 20)}.image`);
  };
  return {
    load(layout) {
      try {
        return readFileSync(pathOf(layout));
      } catch {
        return null;
      }
    },
    save(layout, image) {
      mkdirSync(CACHE, { recursive: true });
      const path = pathOf(layout);
      const partial = `${path}.${process.pid}.${performance.now()}`;
      writeFileSync(partial, image);
      renameSync(partial, path);
      prune();
    },
  };
}
