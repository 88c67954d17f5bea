/** The standard library's modules written in Python: found in src/python/stdlib, compiled when first asked for. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileToJson } from '../compiling.ts';

const FOLDER = fileURLToPath(new URL('../../python/stdlib/', import.meta.url));

/** Library modules are written in the newest settled Python, whatever the era of the program that imports them. */
const ERA = '3.13';

/** What GuestHost.module answers, as JSON. */
interface LibraryModule {
  filename: string;
  source: string;
  js: string;
  package: boolean;
}

/** Path of each module by its dotted name: `heapq`, `collections`, `collections.abc`. */
export function libraryPaths(): Map<string, string> {
  const paths = new Map<string, string>();
  // A checkout without a module in Python has no such folder.
  if (!existsSync(FOLDER)) return paths;
  for (const path of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).sort()) {
    const name = /^(.*?)(?:\/__init__)?\.py$/.exec(path)?.[1];
    if (name) paths.set(name.replaceAll('/', '.'), path);
  }
  return paths;
}

/** One module, compiled. Throws with file and line when it is not Python. */
export function compileModule(path: string): LibraryModule {
  const source = readFileSync(join(FOLDER, path), 'utf8');
  const filename = `lib/${path}`;
  const answer = JSON.parse(
    compileToJson(source, JSON.stringify({ filename, era: ERA, mode: 'exec', stdlib: true })),
  ) as {
    js?: string;
    fault?: { name: string; message: string; line: number };
  };
  if (answer.js === undefined) {
    const { name, message, line } = answer.fault ?? { name: 'Error', message: 'the compiler gave no code', line: 1 };
    throw new Error(`src/python/stdlib/${path}:${line} ${name}: ${message}. Correct the module.`);
  }
  return { filename, source, js: answer.js, package: path.endsWith('__init__.py') };
}

/** Answers GuestHost.module from the folder. loadCompiler() must have ended. */
export function openLibrary(): (name: string) => string | null {
  const paths = libraryPaths();
  const compiled = new Map<string, string>();
  return (name) => {
    const path = paths.get(name);
    if (path === undefined) return null;
    let json = compiled.get(name);
    if (json === undefined) compiled.set(name, (json = JSON.stringify(compileModule(path))));
    return json;
  };
}
