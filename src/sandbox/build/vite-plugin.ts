/**
 * For Vite: `import { guest, wasm } from 'virtual:guest-bundle'` gives where the guest bundle and QuickJS lie, `{url, bytes}` each,
 * as hashed assets that are fetched on first use. In development the guest is rebuilt whenever the page asks for it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { buildGuest } from './guest.ts';

const NAME = 'virtual:guest-bundle';
const RESOLVED = `\0${NAME}`;

const wasmFile = createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm');

export function guestBundle(): Plugin {
  let serving = false;
  let base = '/';
  return {
    name: 'guest-bundle',
    configResolved(config) {
      serving = config.command === 'serve';
      base = config.base;
    },
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined;
      const files: Record<string, [name: string, content: string | Buffer]> = {
        guest: ['guest.js', await buildGuest()],
        wasm: ['quickjs.wasm', readFileSync(wasmFile)],
      };
      return Object.entries(files)
        .map(([key, [name, source]]) => {
          const url = serving
            ? JSON.stringify(`${base}@sandbox/${name}`)
            : `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name, source })}`;
          return `export const ${key} = { url: ${url}, bytes: ${Buffer.byteLength(source)} };`;
        })
        .join('\n');
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = /\/@sandbox\/([\w.]+)$/.exec(request.url ?? '')?.[1];
        if (name === 'quickjs.wasm') {
          response.setHeader('content-type', 'application/wasm').end(readFileSync(wasmFile));
        } else if (name === 'guest.js') {
          buildGuest().then((text) => response.setHeader('content-type', 'text/javascript').end(text), next);
        } else {
          next();
        }
      });
    },
  };
}
