/** The standard library's modules written in Python: found in src/python/stdlib, compiled when first asked for. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileToJson } from '../compiling.ts';
import { CACHE } from './guest.ts';

const FOLDER = fileURLToPath(new URL('../../python/stdlib/', import.meta.url));
const COMPILER = fileURLToPath(new URL('../../python/compiler/', import.meta.url));

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

/** Compiled modules are kept on disk by what they were made of, the compiler's text included. */
const KEPT = join(CACHE, '../library');
let compilerHash: string | undefined;
function hashOfCompiler(): string {
  if (compilerHash !== undefined) return compilerHash;
  const hash = createHash('sha256');
  for (const name of readdirSync(COMPILER, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(COMPILER, name)));
  return (compilerHash = hash.digest('hex'));
}

/** One module, compiled. Throws with file and line when it is not Python. */
export function compileModule(path: string): LibraryModule {
  const source = readFileSync(join(FOLDER, path), 'utf8');
  const key = createHash('sha256').update(hashOfCompiler()).update(path).update('\0').update(source).digest('hex');
  const kept = join(KEPT, `${key.slice(0, 24)}.json`);
  try {
    return JSON.parse(readFileSync(kept, 'utf8')) as LibraryModule;
  } catch {
    // Not compiled yet.
  }
  const module = compiled(path, source);
  mkdirSync(KEPT, { recursive: true });
  const partial = `${kept}.${process.pid}`;
  writeFileSync(partial, JSON.stringify(module));
  renameSync(partial, kept);
  return module;
}
function compiled(path: string, source: string): LibraryModule {
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
