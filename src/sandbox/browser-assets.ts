/** What a host in a browser worker needs; the page fetches the large parts once and hands them to each worker. */
import { compileToJson, loadCompiler } from './compiling.ts';
import type { Assets } from './host.ts';
import { neededModules } from './imports.ts';
import type { Program } from './protocol.ts';

/** The message that boots a browser worker. */
export interface BrowserStart {
  guest: string;
  wasm: WebAssembly.Module;
  library: Record<string, { url: string; imports: string[] }>;
}

export function browserAssets({ guest, wasm, library }: BrowserStart): Promise<Assets> {
  const fetched = new Map<string, string>();

  /** The guest cannot wait for a promise: what its import statements name is here before it starts. */
  async function prepare(program: Program): Promise<void> {
    if (program.language !== 'python') return;
    const names = neededModules(program.sources.map(({ text }) => text).join('\n'), library);
    const missing = names.filter((name) => !fetched.has(name));
    await Promise.all([
      loadCompiler(),
      ...missing.map(async (name) => {
        const response = await fetch(library[name]?.url ?? '');
        if (response.ok) fetched.set(name, await response.text());
      }),
    ]);
  }

  /** A module that no statement named is fetched while the guest stands still: a worker may do that. */
  function module(name: string): string | null {
    const known = fetched.get(name);
    if (known !== undefined || !Object.hasOwn(library, name)) return known ?? null;
    const request = new XMLHttpRequest();
    request.open('GET', library[name]?.url ?? '', false);
    request.send();
    if (request.status !== 200) return null;
    fetched.set(name, request.responseText);
    return request.responseText;
  }

  return Promise.resolve({ guest, wasm, narrow: true, prepare, compile: compileToJson, module });
}
