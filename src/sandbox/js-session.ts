/**
 * A session of `js` cells is one ES module: the cells' texts one after another, so that what an earlier cell declared or imported is simply in scope
 * in the later ones. This file joins them and finds the way back from a line of the whole to a line of a cell.
 */
import type { Source } from './protocol.ts';

/** The module's name: what QuickJS's stacks call it. */
export const MODULE = 'program';

/** A name that no author would choose; it says which cell runs now. */
const MARK = 'ˑmark';

const IMPORT = /^import\s*(?:\{([^}]*)\}|\*\s*as\s+(\w+)|(\w+))\s*from\s*(['"])([^'"]+)\4\s*;?/gm;

/** An import repeated by a later cell is left out (its lines stay): within one module it would be a redeclaration. */
function withoutRepeats(text: string, known: Set<string>): string {
  return text.replace(
    IMPORT,
    (
      statement: string,
      list: string | undefined,
      space: string | undefined,
      name: string | undefined,
      _quote: string,
      from: string,
    ) => {
      const fresh = (binding: string): boolean => {
        const key = `${from} ${binding.split(/\s+/).join(' ')}`;
        if (known.has(key)) return false;
        known.add(key);
        return true;
      };
      if (list === undefined)
        return fresh(space ? `* ${space}` : `default ${name}`) ? statement : statement.replace(/[^\n]+/g, '');
      const bindings = list
        .split(',')
        .map((binding) => binding.trim())
        .filter(Boolean);
      const kept = bindings.filter(fresh);
      if (kept.length === bindings.length) return statement;
      return `import { ${kept.join(', ')} } from '${from}';` + statement.replace(/[^\n]+/g, '');
    },
  );
}

/** The text of the whole session. */
export function joinSession(sources: Source[]): string {
  const known = new Set<string>();
  const parts = sources.map((source, index) => `;${MARK}(${index});${withoutRepeats(source.text, known)}\n`);
  return `import { mark as ${MARK} } from 'session';${parts.join('')}`;
}

/** Where a line of the whole is: the cell and its own line. */
export function placeOf(sources: Source[], line: number): { source: number; filename: string; line: number } | null {
  let rest = line;
  for (const [source, { filename, text }] of sources.entries()) {
    const lines = text.split('\n').length;
    if (rest <= lines) return { source, filename, line: rest };
    rest -= lines;
  }
  return null;
}

/** The innermost line of the program in a QuickJS stack. */
export function lineInStack(stack: string): number | null {
  const match = new RegExp(`\\b${MODULE}:(\\d+)`).exec(stack);
  return match ? Number(match[1]) : null;
}
