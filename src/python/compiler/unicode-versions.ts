/** The version of Unicode that each Python knew; 1.5.2 knew none. Source: `unicodedata.unidata_version`; before 2.5, What's New. */
import type { Era } from './eras.ts';

export const unicodeVersions: Readonly<Partial<Record<Era, string>>> = {
  '2.2': '3.0.0',
  '2.5': '4.1.0',
  '2.7': '5.2.0',
  '3.3': '6.1.0',
  '3.4': '6.3.0',
  '3.5': '8.0.0',
  '3.6': '9.0.0',
  '3.7': '11.0.0',
  '3.8': '12.1.0',
  '3.9': '13.0.0',
  '3.10': '13.0.0',
  '3.11': '14.0.0',
  '3.12': '15.0.0',
  '3.13': '15.1.0',
  '3.14': '16.0.0',
};
