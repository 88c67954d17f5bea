/**
 * "Did you mean …?": the nearest name to one that does not exist, in tracebacks from 3.10 on, and from 3.12 on a hint at a missing import.
 * Source: What's New in Python 3.10 ("Better error messages"); the distance is CPython's: a change of case costs one, any other edit two.
 */
import { E } from './errors.ts';
import type { Traceback } from './base-exception.ts';
import type { Value } from './object.ts';
import { tryGet } from './object.ts';
import { hooks } from './print-traceback.ts';
import { None } from './singletons.ts';
import { R, since } from './state.ts';

const MOVE = 2;
const CASE = 1;
const LONGEST = 40;
const MOST = 750;

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE : MOVE;
}
/** The edit distance, or more than `limit` as soon as it is clear. */
function distance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let [x, y] = [a.slice(from), b.slice(from)];
  let end = 0;
  while (end < x.length && end < y.length && x[x.length - 1 - end] === y[y.length - 1 - end]) end++;
  [x, y] = [x.slice(0, x.length - end), y.slice(0, y.length - end)];
  if (x === '' || y === '') return MOVE * (x.length + y.length);
  if (x.length > LONGEST || y.length > LONGEST) return limit + 1;
  if (y.length < x.length) [x, y] = [y, x];
  if ((y.length - x.length) * MOVE > limit) return limit + 1;
  const row = Array.from(x, (_, i) => (i + 1) * MOVE);
  let result = 0;
  for (let j = 0; j < y.length; j++) {
    let before = (result = j * MOVE);
    let least = Number.MAX_SAFE_INTEGER;
    for (let i = 0; i < x.length; i++) {
      const replaced = before + substitution(y[j]!, x[i]!);
      before = row[i]!;
      result = Math.min(replaced, Math.min(result, before) + MOVE);
      row[i] = result;
      if (result < least) least = result;
    }
    if (least > limit) return limit + 1;
  }
  return result;
}

/** The nearest candidate, or undefined when none is near enough. */
export function nearest(wrong: string, candidates: string[]): string | undefined {
  if (candidates.length >= MOST || wrong.length > LONGEST) return undefined;
  let best: string | undefined;
  let bestDistance = Number.MAX_SAFE_INTEGER;
  for (const name of candidates) {
    if (name === wrong) continue;
    const limit = Math.min(Math.floor(((wrong.length + name.length + 3) * MOVE) / 6), bestDistance - 1);
    const d = distance(wrong, name, limit);
    if (d > limit) continue;
    if (best === undefined || d < bestDistance) [best, bestDistance] = [name, d];
  }
  return best;
}
R.nearest = nearest;
const names = (v: Value): string[] => {
  const list = R.builtins!.$dir.tpcall([v], null);
  return list.a.filter((n: Value) => typeof n === 'string');
};
const visible = (all: string[], wrong: string): string[] =>
  since(312) && !wrong.startsWith('_') ? all.filter((n) => !n.startsWith('_')) : all;

hooks.suggest = (e) => {
  const mro = e.cls.mro;
  const wrong = e['@name'];
  if (mro.includes(E.NameError!) && typeof wrong === 'string') return forName(e, wrong);
  if (mro.includes(E.AttributeError!) && typeof wrong === 'string') {
    const o = e['@obj'];
    if (o === undefined || o === None) return '';
    return said(nearest(wrong, visible(names(o), wrong)));
  }
  if (since(312) && mro.includes(E.ImportError!) && typeof e['@name_from'] === 'string') {
    const module = R.loadedModule?.(e['@name']);
    return module === undefined ? '' : said(nearest(e['@name_from'], visible(names(module), e['@name_from'])));
  }
  return '';
};
const said = (name: string | undefined): string => (name === undefined ? '' : `. Did you mean: '${name}'?`);

function forName(e: Value, wrong: string): string {
  let tb: Traceback | null = e.tb;
  while (tb?.next) tb = tb.next;
  const known = tb === null ? [] : Object.keys(tb.code.G).map((k) => k.slice(1));
  const code = tb?.code.f;
  if (since(312) && code?.varnames[0] === 'self') {
    const self = tb!.frame?.locals?.()?.self;
    if (self !== undefined && tryGet(self, `$${wrong}`) !== undefined) return `. Did you mean: 'self.${wrong}'?`;
  }
  const builtins = Object.keys(R.builtins!).map((k) => k.slice(1));
  // Without a traceback nobody knows which names there were.
  const text = tb === null ? '' : said(nearest(wrong, [...(code?.varnames ?? []), ...known, ...builtins]));
  if (!since(312) || !isModule(wrong)) return text;
  return text === '' ? `. Did you forget to import '${wrong}'?` : `${text} Or did you forget to import '${wrong}'?`;
}
const isModule = (name: string): boolean =>
  [
    'sys',
    'time',
    'math',
    'itertools',
    'functools',
    'collections',
    'asyncio',
    'types',
    'heapq',
    'inspect',
    'contextlib',
    'random',
    're',
    'json',
    'io',
    'operator',
    'copy',
    'enum',
    'typing',
    'os',
    'socket',
    'select',
    'selectors',
    'threading',
    'warnings',
    'traceback',
    'datetime',
    'string',
    'textwrap',
    'abc',
    'gc',
    'weakref',
    'dataclasses',
    'contextvars',
    'queue',
    'struct',
  ].includes(name);
