/** What a host in a browser worker needs; the page fetches the large parts once and hands them to each worker. */
import type { Characters } from './characters/table.ts';
import { compileToJson, loadCompiler } from './compiling.ts';
import type { Assets } from './host.ts';
import { importedNames, neededModules } from './imports.ts';
import type { Program } from './protocol.ts';

/** The message that boots a browser worker. */
export interface BrowserStart {
  guest: string;
  wasm: WebAssembly.Module;
  /** Where the library's index lies: most programs of the first chapters import nothing, and do without. */
  library: string;
  /** Where their texts lie. */
  characters: { names: string; properties: string };
}

/** By dotted name: where a module's JSON lies, and what it imports. */
type Index = Record<string, { url: string; imports: string[] }>;

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

  let known: Index | undefined;
  /** The index, once there is something to look up. */
  function index(): Index {
    if (known === undefined) {
      const text = fetchNow(library);
      if (text === null)
        throw new Error(`${library} cannot be had, which says what can be imported; run the program again`);
      known = JSON.parse(text) as Index;
    }
    return known;
  }

  /** The guest cannot wait for a promise: what its import statements name is here before it starts. */
  async function prepare(program: Program): Promise<void> {
    if (program.language !== 'python') return;
    const compiler = loadCompiler();
    const text = program.sources.map((source) => source.text).join('\n');
    if (!table && /N\{|unicodedata/.test(text))
      table = (await import('./characters/fetched.ts')).fetchedCharacters(characters, fetchNow);
    const names = importedNames(text).length === 0 ? [] : neededModules(text, index());
    const missing = names.filter((name) => !fetched.has(name));
    await Promise.all([
      compiler,
      ...missing.map(async (name) => {
        const response = await fetch(index()[name]?.url ?? '');
        if (response.ok) fetched.set(name, await response.text());
      }),
    ]);
  }

  /** A module that no statement named is fetched when it is asked for. */
  function module(name: string): string | null {
    const text = fetched.get(name);
    if (text !== undefined) return text;
    if (!Object.hasOwn(index(), name)) return null;
    const late = fetchNow(index()[name]?.url ?? '');
    if (late !== null) fetched.set(name, late);
    return late;
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
