/** What a host in a browser worker needs; the page fetches the large parts once and hands them to each worker. */
import type { Characters } from './characters/table.ts';
import { compileToJson, loadCompiler } from './compiling.ts';
import type { Assets } from './host.ts';
import { neededModules } from './imports.ts';
import type { Program } from './protocol.ts';

/** The message that boots a browser worker. */
export interface BrowserStart {
  guest: string;
  wasm: WebAssembly.Module;
  library: Record<string, { url: string; imports: string[] }>;
  /** Where their texts lie. */
  characters: { names: string; properties: string };
}

/** A file, fetched while the guest stands still: a worker may do that. Null when it cannot be had. */
function fetchNow(url: string): string | null {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  request.send();
  return request.status === 200 ? request.responseText : null;
}

export function browserAssets({ guest, wasm, library, characters }: BrowserStart): Promise<Assets> {
  const fetched = new Map<string, string>();
  let table: Characters | undefined;

  /** The guest cannot wait for a promise: what its import statements name is here before it starts. */
  async function prepare(program: Program): Promise<void> {
    if (program.language !== 'python') return;
    if (!table && program.sources.some(({ text }) => /N\{|unicodedata/.test(text)))
      table = (await import('./characters/fetched.ts')).fetchedCharacters(characters, fetchNow);
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

  /** A module that no statement named is fetched when it is asked for. */
  function module(name: string): string | null {
    const known = fetched.get(name);
    if (known !== undefined || !Object.hasOwn(library, name)) return known ?? null;
    const text = fetchNow(library[name]?.url ?? '');
    if (text !== null) fetched.set(name, text);
    return text;
  }

  const compile = (text: string, options: string): string => compileToJson(text, options, table);
  const assets = {
    guest,
    wasm,
    narrow: true,
    prepare,
    compile,
    module,
    get characters(): Characters {
      if (table) return table;
      throw new Error('the names of characters are fetched for programs that say unicodedata: say it in a comment');
    },
  };
  return Promise.resolve(assets);
}
