/** The JavaScript that a Python cell becomes, for readers who want to see it. Fetched, with the compiler, when somebody asks. */
import { compile, isEra, SyntaxFault, unicodeVersions, type Era } from '../../src/python/compiler/index.ts';
import { Characters } from '../../src/sandbox/characters/table.ts';
import type { Source } from '../../src/sandbox/protocol.ts';

/**
 * Compiles the last of a session's sources. The earlier ones count only for what they import from `__future__`, which
 * goes on through a session. A program that its Python would refuse gives the refusal.
 */
export async function javascriptOf(sources: readonly Source[], era: string): Promise<string> {
  if (!isEra(era)) return `There is no Python ${era} in this book.`;
  const named = sources.some(({ text }) => text.includes('\\N{')) ? { named: await names(era) } : {};
  let futures: readonly string[] = [];
  let js = '';
  for (const [index, { filename, text, await: topLevelAwait = false }] of sources.entries()) {
    try {
      const compiled = compile(text, { filename, era, mode: 'exec', futures, topLevelAwait, ...named });
      futures = [...futures, ...compiled.futures];
      js = compiled.js;
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error;
      if (index === sources.length - 1)
        return `None: Python ${era} refuses this program. ${error.name}: ${error.message}`;
    }
  }
  return js;
}

/** What the characters are called, for `\N{…}`. Rejects when the files cannot be had. */
async function names(era: Era): Promise<(name: string) => string | null> {
  const { characters } = await import('virtual:library');
  const [names, properties] = await Promise.all(
    [characters.names, characters.properties].map(async (url) => (await fetch(url)).text()),
  );
  return new Characters({ names: () => names!, properties: () => properties! }).namesIn(unicodeVersions[era]);
}
