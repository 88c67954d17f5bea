/**
 * Authors link chapters by file, `[Talking back](04-talking-back.mdx)`, which works on a code host too. On the site that
 * becomes the chapter's address; a chapter that the book plans and nobody has written yet becomes plain text; anything
 * else is a mistake and stops the build with its place.
 */
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdastPluginInput } from 'satteri';
import { entries } from '../book.ts';

const file = /^(?:\.\/)?([\w-]+)\.mdx?(#.*)?$/;

export function chapterLinks(base: string): MdastPluginInput {
  return {
    name: 'chapter-links',
    options: { position: true },
    link(node, ctx) {
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
