/** Puts each table into a frame of its own, which scrolls where the column is too narrow for it; the page never does. */
import type { MdastPluginInput } from 'satteri';

export function framedTables(): MdastPluginInput {
  return {
    name: 'framed-tables',
    table(node, ctx) {
      const data = { hName: 'div', hProperties: { className: ['wide'] } };
      ctx.wrapNode(node, { type: 'blockquote', data, children: [] });
    },
  };
}
