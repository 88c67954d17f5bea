/**
 * For Vite, two modules that say where the sandbox's parts lie, as hashed assets that are fetched when they are first needed:
 *
 *     import { guest, wasm } from 'virtual:guest-bundle';    // {url, bytes} each
 *     import { library } from 'virtual:library';             // the address of the library's index: {url, imports} of each module
 *     import { characters } from 'virtual:library';          // the addresses of what Unicode says of characters
 *
 * In development they are built anew whenever the page asks for them.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { textOf } from '../characters/node.ts';
import { loadCompiler } from '../compiling.ts';
import { importedNames } from '../imports.ts';
import { buildGuest } from './guest.ts';
import { compileModule, libraryPaths } from './library.ts';

// While this file loads: Astro reads its configuration through a module runner that imports nothing once the build has begun.
await loadCompiler();

const wasmFile = createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm');

/** Files by the last part of their address in development. */
async function content(name: string): Promise<[type: string, content: string | Buffer] | null> {
  if (name === 'quickjs.wasm') return ['application/wasm', readFileSync(wasmFile)];
  if (name === 'guest.js') return ['text/javascript', await buildGuest()];
  if (name === 'names.txt' || name === 'properties.txt')
    return ['text/plain; charset=utf-8', textOf(name === 'names.txt' ? 'names' : 'properties')];
  const path = libraryPaths().get(name.replace(/\.json$/, ''));
  return path === undefined ? null : ['application/json', JSON.stringify(compileModule(path))];
}

type Index = Record<string, { url: string; imports: string[] }>;
/** What the library has, as the browser reads it. `address` takes a file in and says where it will lie. */
function libraryIndex(address: (name: string, text: string) => string): string {
  const paths = libraryPaths();
  const index: Index = {};
  for (const [name, path] of paths) {
    const module = compileModule(path);
    const imports = importedNames(module.source).filter((other) => paths.has(other));
    index[name] = { url: address(name, JSON.stringify(module)), imports };
  }
  return JSON.stringify(index);
}

export function guestBundle(): Plugin {
  let serving = false;
  let base = '/';
  let folder = 'assets';
  return {
    name: 'guest-bundle',
    configResolved(config) {
      serving = config.command === 'serve';
      base = config.base;
      folder = config.build.assetsDir;
    },
    resolveId: (id) => (id === 'virtual:guest-bundle' || id === 'virtual:library' ? `\0${id}` : undefined),
    async load(id) {
      const url = (name: string, source: string | Buffer): string =>
        serving
          ? JSON.stringify(`${base}@sandbox/${name}`)
          : `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name, source })}`;
      if (id === '\0virtual:guest-bundle') {
        const [guest, wasm] = [await buildGuest(), readFileSync(wasmFile)];
        return (
          `export const guest = { url: ${url('guest.js', guest)}, bytes: ${Buffer.byteLength(guest)} };\n` +
          `export const wasm = { url: ${url('quickjs.wasm', wasm)}, bytes: ${wasm.byteLength} };\n`
        );
      }
      if (id === '\0virtual:library') {
        // The index names the modules' files, and so is written when their names are known: they are chosen here.
        const address = (name: string, text: string): string => {
          if (serving) return `${base}@sandbox/${name}.json`;
          const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
          const fileName = `${folder}/${name}.${hash}.json`;
          this.emitFile({ type: 'asset', fileName, source: text });
          return base + fileName;
        };
        const library = url('library.json', serving ? '' : libraryIndex(address));
        const texts = (['names', 'properties'] as const).map((name) => `${name}: ${url(`${name}.txt`, textOf(name))}`);
        return `export const library = ${library};\nexport const characters = { ${texts.join(', ')} };\n`;
      }
      return undefined;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = /\/@sandbox\/([\w.]+)$/.exec(request.url ?? '')?.[1];
        if (name === undefined) return next();
        const served =
          name === 'library.json'
            ? Promise.resolve(['application/json', libraryIndex((module) => `${base}@sandbox/${module}.json`)])
            : content(name);
        served.then((found) => {
          if (found) response.setHeader('content-type', found[0]).end(found[1]);
          else next();
        }, next);
      });
    },
  };
}
