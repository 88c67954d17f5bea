import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';

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
    era: z.coerce.string().optional(),
    year: z.coerce.string().optional(),
    question: z.string(),
    summary: z.string(),
  }),
});

export const collections = { chapters };
