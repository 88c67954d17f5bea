/** The JavaScript that a Python cell becomes, for readers who want to see it. Fetched, with the compiler, when somebody asks. */
import { compile, isEra, SyntaxFault } from '../../src/python/compiler/index.ts';
import type { Source } from '../../src/sandbox/protocol.ts';

/**
 * Compiles the last of a session's sources. The earlier ones count only for what they import from `__future__`, which
 * goes on through a session. A program that its Python would refuse gives the refusal.
 */
export function javascriptOf(sources: readonly Source[], era: string): string {
  if (!isEra(era)) return `There is no Python ${era} in this book.`;
  let futures: readonly string[] = [];
  let js = '';
  for (const [index, { filename, text, await: topLevelAwait = false }] of sources.entries()) {
    try {
      const compiled = compile(text, { filename, era, mode: 'exec', futures, topLevelAwait });
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
