/**
 * Authors link chapters by file, `[Talking back](04-talking-back.mdx)`, which works on a code host too. On the site that
 * becomes the chapter's address, and so does a module of the library, `../src/python/stdlib/asyncore.py`; a chapter that the
 * book plans and nobody has written yet becomes plain text; anything else is a mistake and stops the build with its place.
 */
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdastPluginInput } from 'satteri';
import { entries } from '../book.ts';
import { moduleName } from '../library/modules.ts';

const library = /^\.\.\/(src\/python\/stdlib\/.*)$/;
const file = /^(?:\.\/)?([\w-]+)\.mdx?(#.*)?$/;

export function chapterLinks(base: string): MdastPluginInput {
  return {
    name: 'chapter-links',
    options: { position: true },
    link(node, ctx) {
      const module = library.exec(node.url)?.[1];
      if (module !== undefined) {
        ctx.setProperty(node, 'url', `${base}library/${libraryPage(module, ctx.fileURL, node.position?.start.line)}`);
        return;
      }
      const match = file.exec(node.url);
      if (!match?.[1] || !ctx.fileURL) return;
      const [, id, anchor = ''] = match;
      const folder = new URL('.', ctx.fileURL);
      if (['mdx', 'md'].some((ending) => existsSync(fileURLToPath(new URL(`${id}.${ending}`, folder))))) {
        ctx.setProperty(node, 'url', `${base}${id}/${anchor}`);
      } else if (entries.some((entry) => entry.id === id)) {
        ctx.replaceNode(node, [...node.children] as Parameters<typeof ctx.replaceNode>[1]);
      } else {
        const known = entries.map((entry) => `${entry.id}.mdx`).join(', ');
        throw new Error(
          `${relative(process.cwd(), fileURLToPath(ctx.fileURL))}:${node.position?.start.line ?? '?'}: no chapter ${node.url}: link one of ${known}`,
        );
      }
    },
  };
}

/** The address of a module's page, below the library's; the folder itself is the library's own. */
function libraryPage(path: string, from: URL | undefined, line: number | undefined): string {
  if (path === 'src/python/stdlib/') return '';
  if (existsSync(path) && path.endsWith('.py')) return `${moduleName(path)}/`;
  const where = from ? relative(process.cwd(), fileURLToPath(from)) : 'a chapter';
  throw new Error(
    `${where}:${line ?? '?'}: no module ../${path}: link a .py file of the library, or ../src/python/stdlib/`,
  );
}
