import { extractFrontmatter, parseFrontmatter } from '@astrojs/internal-helpers/frontmatter';
import { eras, isEra } from '../python/compiler/eras.ts';
import { nearest } from './mistakes.ts';
import type { Frontmatter, Mistake } from './types.ts';

/** Reads the YAML at the top of a chapter with the parser that Astro uses; what must be in it is the site's schema's affair, but for the era. */
export function readFrontmatter(text: string, path: string): { frontmatter: Frontmatter; mistakes: Mistake[] } {
  const raw = extractFrontmatter(text) ?? '';
  const opened = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/.test(text);
  if (opened && !raw) {
    const mistake = {
      path,
      line: 1,
      message: 'the frontmatter is never closed.',
      remedy: 'Write --- on a line of its own after its last entry.',
    };
    return { frontmatter: { raw, values: {} }, mistakes: [mistake] };
  }
  let values: Record<string, unknown>;
  try {
    values = parseFrontmatter(text).frontmatter;
  } catch (error) {
    const { reason, mark } = error as { reason?: string; mark?: { line: number; column: number } };
    const mistake = {
      path,
      line: (mark?.line ?? 0) + 1,
      ...(mark && { column: mark.column + 1 }),
      message: `the frontmatter is not YAML: ${reason ?? String(error)}.`,
      remedy: 'Write one `key: value` a line; a value with a colon, a # or a bracket in it stands in quotes.',
    };
    return { frontmatter: { raw, values: {} }, mistakes: [mistake] };
  }
  if (values['era'] === undefined || values['era'] === null) return { frontmatter: { raw, values }, mistakes: [] };
  const era = String(values['era']);
  if (isEra(era)) return { frontmatter: { raw, values, era }, mistakes: [] };
  const line = text.split(/\r\n|\n|\r/).findIndex((row) => row.startsWith('era:')) + 1;
  return {
    frontmatter: { raw, values },
    mistakes: [{ path, line: Math.max(line, 1), ...unknownEra(era, values['era']) }],
  };
}

/** What to say of an era that is none. */
export function unknownEra(era: string, value: unknown = era): { message: string; remedy: string } {
  const known = eras.map((row) => row.era);
  const cropped = `${era}0`;
  const meant = typeof value === 'number' && isEra(cropped) ? cropped : nearest(era, known);
  const list = `The eras are ${known.join(', ')}.`;
  if (meant === cropped && typeof value === 'number') {
    return {
      message: `there is no era ${era}: YAML reads an unquoted ${cropped} as the number ${era}.`,
      remedy: `Write era: '${cropped}'.`,
    };
  }
  return {
    message: `there is no era ${era}.`,
    remedy: meant && era !== meant ? `Did you mean ${meant}? ${list}` : list,
  };
}
