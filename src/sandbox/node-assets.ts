/** What a host in Node needs: the guest's text, the compiler, and the standard library from its folder. */
import { buildGuest } from './build/guest.ts';
import { imagesOf } from './build/images.ts';
import { openLibrary } from './build/library.ts';
import { compileToJson, loadCompiler } from './compiling.ts';
import type { Assets } from './host.ts';

/** @param guest the bundle's text; built when it is left out. Throws when the guest or the compiler does not build. */
export async function nodeAssets(guest?: string): Promise<Assets> {
  await loadCompiler();
  guest ??= await buildGuest();
  return { guest, images: imagesOf(guest), compile: compileToJson, module: openLibrary() };
}
