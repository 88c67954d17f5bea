/** Which modules a Python text may import: found by looking at its lines, so it may name one too many, and misses what is imported by a computed name. */

const STATEMENT = /^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]+([^#\n]+)|import[ \t]+([^#\n]+))/gm;

/** Dotted names, parents first: `import a.b` gives `a` and `a.b`; `from a import b` gives `a` and `a.b`, for b may be a module. */
export function importedNames(text: string): string[] {
  const names = new Set<string>();
  const add = (name: string): void => {
    const parts = name.split('.').filter(Boolean);
    for (let i = 1; i <= parts.length; i++) names.add(parts.slice(0, i).join('.'));
  };
  for (const [, from, listed = '', plain] of text.matchAll(STATEMENT)) {
    if (from !== undefined) {
      add(from);
      for (const [name] of listed.matchAll(/\w+/g)) add(`${from}.${name}`);
    } else {
      for (const one of (plain ?? '').split(',')) add(/^\s*([\w.]+)/.exec(one)?.[1] ?? '');
    }
  }
  return [...names];
}

/** The names among `index` that a text needs, with everything that those import in turn. */
export function neededModules(text: string, index: Readonly<Record<string, { imports: string[] }>>): string[] {
  const needed = new Set<string>();
  const queue = importedNames(text);
  for (const name of queue) {
    if (needed.has(name) || !Object.hasOwn(index, name)) continue;
    needed.add(name);
    queue.push(...(index[name]?.imports ?? []));
  }
  return [...needed];
}
