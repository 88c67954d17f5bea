/** Boot images on disk, beside the guest bundle they were made from: a new process then starts without evaluating it. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BootImages } from '../machine.ts';
import { CACHE } from './guest.ts';

const wasmFile = createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm');

/** Takes and gives images of this bundle. `layout` is what the host's own code contributes to where things lie in memory (Machine.layout). */
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
    },
  };
}
