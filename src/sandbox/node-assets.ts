/** What a host in Node needs: the guest's text, the compiler, and the standard library from its folder. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buildGuest } from './build/guest.ts';
import { imagesOf } from './build/images.ts';
import { openLibrary } from './build/library.ts';
import { characters } from './characters/node.ts';
import { compileToJson, loadCompiler } from './compiling.ts';
import type { Assets } from './host.ts';
import type { Program } from './protocol.ts';

let compiled: WebAssembly.Module | undefined;
/** QuickJS, once for the process. */
const quickjs = (): WebAssembly.Module =>
  (compiled ??= new WebAssembly.Module(
    readFileSync(createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm')),
  ));

/** @param guest the bundle's text; built when it is left out. Throws when the guest does not build. */
export async function nodeAssets(guest?: string): Promise<Assets> {
  guest ??= await buildGuest();
  const prepare = async ({ language }: Program): Promise<void> => {
    if (language === 'python') await loadCompiler();
  };
  const compile = (text: string, options: string): string => compileToJson(text, options, characters);
  return { guest, wasm: quickjs(), images: imagesOf(guest), prepare, compile, module: openLibrary(), characters };
}
