/**
 * Makes the search index when the site is built, from the pages as they are: prose, headings and cells of every element with
 * `data-pagefind-body`. Only what a search needs is written; Pagefind's own interfaces are not.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** What stands among the text and is none: drawings, stamps, captions, the way on. */
const excludeSelectors = [
  'svg',
  'figcaption',
  '.caption',
  '.label',
  '.ending',
  '.timeline',
  '.visually-hidden',
  '[data-pagefind-ignore]',
];

const interfaces = /(?:-ui\.|-ui-|modular|component|highlight|playground)/;

export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      async 'astro:build:done'({ dir, logger }) {
        const site = fileURLToPath(dir);
        try {
          // An underscore is a letter here: `call_later` is one word, and `__await__` another.
          const { index, errors } = await createIndex({ excludeSelectors, includeCharacters: '_' });
          if (!index) throw new Error(`the search index cannot be made: ${errors.join('; ')}`);
          const added = await index.addDirectory({ path: site });
          const { files, errors: failed } = await index.getFiles();
          if (added.errors.length + failed.length) throw new Error([...added.errors, ...failed].join('; '));
          const needed = files.filter(({ path }) => !interfaces.test(path));
          for (const { path, content } of needed) {
            const target = join(site, 'pagefind', path);
            await mkdir(dirname(target), { recursive: true });
            await writeFile(target, content);
          }
          logger.info(`${needed.length} files in pagefind/`);
        } finally {
          await close();
        }
      },
    },
  };
}
