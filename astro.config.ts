import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { cellPlates } from './components/markdown/cells.ts';
import { classTransformer } from './components/markdown/highlight.ts';
import { chapterLinks } from './components/markdown/links.ts';
import { firstMentions } from './components/markdown/mentions.ts';
import { framedTables } from './components/markdown/tables.ts';
import { mentionsIn } from './components/mentioned.ts';
import { searchIndex } from './components/search/build.ts';
import { guestBundle } from './src/sandbox/build/vite-plugin.ts';

/** The folder of the host that the book is served from: `/` or, on a project's pages, `/name/`. */
const base = `/${process.env.BASE_PATH ?? ''}/`.replace(/\/{2,}/g, '/');

export default defineConfig({
  site: process.env.SITE_URL,
  base,
  trailingSlash: 'always',
  integrations: [mdx(), searchIndex()],
  build: { inlineStylesheets: 'never', format: 'directory' },
  devToolbar: { enabled: false },
  markdown: {
    processor: satteri({
      // Mentions are looked for in what the author wrote, before plates bring in text of their own.
      mdastPlugins: [chapterLinks(base), firstMentions(base, mentionsIn), cellPlates(), framedTables()],
    }),
    shikiConfig: {
      theme: 'css-variables',
      langAlias: { output: 'plaintext', input: 'plaintext' },
      transformers: [classTransformer],
    },
  },
  vite: {
    plugins: [guestBundle()],
    build: { assetsInlineLimit: 0 },
    worker: { format: 'es' },
  },
});
