import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';
import { isEra, releases } from '../components/releases.ts';

const versions = releases.map(({ version }) => version).join(', ');

/**
 * A chapter's frontmatter. `era` is the Python its cells run in unless they say otherwise; `year` is when the thing it
 * tells of came; `question` is what the chapter answers; `summary` is one sentence for search engines and the contents.
 */
const chapters = defineCollection({
  loader: glob({
    base: './content',
    pattern: '**/*.{md,mdx}',
    generateId: ({ entry }) => entry.replace(/\.mdx?$/, ''),
  }),
  schema: z.object({
    title: z.string(),
    number: z.coerce.string(),
    order: z.number(),
    era: z.coerce
      .string()
      .refine(isEra, {
        error: ({ input }) =>
          `no Python ${String(input)} in this book: write one of ${versions}, in quotes, since 3.10 without them is 3.1`,
      })
      .optional(),
    year: z.coerce.string().optional(),
    question: z.string(),
    summary: z.string(),
  }),
});

export const collections = { chapters };
