/** The characters of Unicode in Node: their texts lie in this folder. */
import { readFileSync } from 'node:fs';
import { Characters } from './table.ts';

export const textOf = (name: 'names' | 'properties'): string =>
  readFileSync(new URL(`./${name}.txt`, import.meta.url), 'utf8');

export const characters = new Characters({ names: () => textOf('names'), properties: () => textOf('properties') });
