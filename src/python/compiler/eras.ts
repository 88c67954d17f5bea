/** The Pythons this compiler speaks, and the one table of what came and went between them. */
import { libraryFeatures } from './library-eras.ts';

export type Era =
  | '1.5.2'
  | '2.2'
  | '2.5'
  | '2.7'
  | '3.3'
  | '3.4'
  | '3.5'
  | '3.6'
  | '3.7'
  | '3.8'
  | '3.9'
  | '3.10'
  | '3.11'
  | '3.12'
  | '3.13'
  | '3.14';

/** Every era, oldest first, with the day (UTC) of its final release. */
export const eras: readonly { era: Era; released: string }[] = [
  { era: '1.5.2', released: '1999-04-13' },
  { era: '2.2', released: '2001-12-21' },
  { era: '2.5', released: '2006-09-19' },
  { era: '2.7', released: '2010-07-03' },
  { era: '3.3', released: '2012-09-29' },
  { era: '3.4', released: '2014-03-16' },
  { era: '3.5', released: '2015-09-13' },
  { era: '3.6', released: '2016-12-23' },
  { era: '3.7', released: '2018-06-27' },
  { era: '3.8', released: '2019-10-14' },
  { era: '3.9', released: '2020-10-05' },
  { era: '3.10', released: '2021-10-04' },
  { era: '3.11', released: '2022-10-24' },
  { era: '3.12', released: '2023-10-02' },
  { era: '3.13', released: '2024-10-07' },
  { era: '3.14', released: '2025-10-07' },
];

export function isEra(text: string): text is Era {
  return eras.some(({ era }) => era === text);
}

function rank(version: string): number {
  const [major = '0', minor = '0'] = version.split('.');
  return Number(major) * 1000 + Number(minor);
}

/** Whether `era` is `version` or later; `version` is any Python release, not only those that are eras. */
export function atLeast(era: Era, version: string): boolean {
  return rank(era) >= rank(version);
}

export interface Feature {
  feature: string;
  kind: 'syntax' | 'builtin' | 'method' | 'module' | 'behaviour';
  /** First release that has it; without one, it was there in 1.5.2. */
  arrives?: string;
  /** First release that has it no more. */
  leaves?: string;
  /** The name to import from `__future__` for having it before it arrives, and the first release that knows that name. */
  future?: { name: string; since: string };
  source: string;
}

/** The syntax, and the behaviours that the compiler decides. */
const features: readonly Feature[] = [
  { feature: 'list comprehension', kind: 'syntax', arrives: '2.0', source: 'PEP 202' },
  { feature: 'augmented assignment', kind: 'syntax', arrives: '2.0', source: 'PEP 203' },
  { feature: 'print >>', kind: 'syntax', arrives: '2.0', leaves: '3.0', source: 'PEP 214' },
  { feature: 'import as', kind: 'syntax', arrives: '2.0', source: 'PEP 221' },
  { feature: 'call with *', kind: 'syntax', arrives: '1.6', source: "What's New in Python 2.0" },
  { feature: 'unicode literal', kind: 'syntax', arrives: '1.6', source: 'PEP 100' },
  { feature: 'nested scopes', kind: 'behaviour', arrives: '2.2', source: 'PEP 227' },
  { feature: 'yield', kind: 'syntax', arrives: '2.3', future: { name: 'generators', since: '2.2' }, source: 'PEP 255' },
  {
    feature: 'true division',
    kind: 'behaviour',
    arrives: '3.0',
    future: { name: 'division', since: '2.2' },
    source: 'PEP 238',
  },
  { feature: '//', kind: 'syntax', arrives: '2.2', source: 'PEP 238' },
  { feature: 'generator expression', kind: 'syntax', arrives: '2.4', source: 'PEP 289' },
  { feature: 'decorator', kind: 'syntax', arrives: '2.4', source: 'PEP 318' },
  { feature: 'parenthesised import', kind: 'syntax', arrives: '2.4', source: 'PEP 328' },
  { feature: 'relative import', kind: 'syntax', arrives: '2.5', source: 'PEP 328' },
  {
    feature: 'absolute import',
    kind: 'behaviour',
    arrives: '3.0',
    future: { name: 'absolute_import', since: '2.5' },
    source: 'PEP 328',
  },
  { feature: 'yield expression', kind: 'syntax', arrives: '2.5', source: 'PEP 342' },
  { feature: 'conditional expression', kind: 'syntax', arrives: '2.5', source: 'PEP 308' },
  { feature: 'try/except/finally', kind: 'syntax', arrives: '2.5', source: 'PEP 341' },
  {
    feature: 'with',
    kind: 'syntax',
    arrives: '2.6',
    future: { name: 'with_statement', since: '2.5' },
    source: 'PEP 343',
  },
  { feature: 'with several items', kind: 'syntax', arrives: '2.7', source: "What's New in Python 2.7" },
  { feature: 'empty class bases', kind: 'syntax', arrives: '2.5', source: "What's New in Python 2.5" },
  { feature: 'except as', kind: 'syntax', arrives: '2.6', source: 'PEP 3110' },
  { feature: 'except comma', kind: 'syntax', leaves: '3.0', source: 'PEP 3110' },
  { feature: 'class decorator', kind: 'syntax', arrives: '2.6', source: 'PEP 3129' },
  { feature: 'bytes literal', kind: 'syntax', arrives: '2.6', source: 'PEP 3112' },
  { feature: '0o and 0b literals', kind: 'syntax', arrives: '2.6', source: 'PEP 3127' },
  { feature: 'keywords after *args', kind: 'syntax', arrives: '2.6', source: "What's New in Python 2.6" },
  { feature: 'set display', kind: 'syntax', arrives: '2.7', source: "What's New in Python 2.7" },
  { feature: 'dict and set comprehensions', kind: 'syntax', arrives: '2.7', source: 'PEP 274' },
  {
    feature: 'unicode literals by default',
    kind: 'behaviour',
    arrives: '3.0',
    future: { name: 'unicode_literals', since: '2.6' },
    source: 'PEP 3112',
  },
  { feature: 'print statement', kind: 'syntax', leaves: '3.0', source: 'PEP 3105' },
  {
    feature: 'print function',
    kind: 'behaviour',
    arrives: '3.0',
    future: { name: 'print_function', since: '2.6' },
    source: 'PEP 3105',
  },
  { feature: 'exec statement', kind: 'syntax', leaves: '3.0', source: 'PEP 3100' },
  { feature: 'backticks', kind: 'syntax', leaves: '3.0', source: 'PEP 3100' },
  { feature: '<>', kind: 'syntax', leaves: '3.0', source: 'PEP 401, PEP 3100' },
  { feature: 'raise with commas', kind: 'syntax', leaves: '3.0', source: 'PEP 3109' },
  { feature: 'tuple parameters', kind: 'syntax', leaves: '3.0', source: 'PEP 3113' },
  { feature: 'long literal', kind: 'syntax', leaves: '3.0', source: 'PEP 237' },
  { feature: '0777 literal', kind: 'syntax', leaves: '3.0', source: 'PEP 3127' },
  { feature: 'comprehension over a bare tuple', kind: 'syntax', leaves: '3.0', source: 'PEP 3100' },
  { feature: 'raise from', kind: 'syntax', arrives: '3.0', source: 'PEP 3134' },
  { feature: 'nonlocal', kind: 'syntax', arrives: '3.0', source: 'PEP 3104' },
  { feature: 'keyword-only parameters', kind: 'syntax', arrives: '3.0', source: 'PEP 3102' },
  { feature: 'annotations', kind: 'syntax', arrives: '3.0', source: 'PEP 3107' },
  { feature: 'star assignment', kind: 'syntax', arrives: '3.0', source: 'PEP 3132' },
  { feature: 'class keywords', kind: 'syntax', arrives: '3.0', source: 'PEP 3115' },
  { feature: 'identifiers beyond ASCII', kind: 'syntax', arrives: '3.0', source: 'PEP 3131' },
  { feature: 'Ellipsis literal', kind: 'syntax', arrives: '3.0', source: 'PEP 3100' },
  { feature: 'True, False and None are keywords', kind: 'syntax', arrives: '3.0', source: 'PEP 3100' },
  { feature: 'u prefix again', kind: 'syntax', arrives: '3.3', source: 'PEP 414' },
  { feature: 'yield from', kind: 'syntax', arrives: '3.3', source: 'PEP 380' },
  { feature: '@ operator', kind: 'syntax', arrives: '3.5', source: 'PEP 465' },
  { feature: 'async and await', kind: 'syntax', arrives: '3.5', source: 'PEP 492' },
  { feature: 'unpacking generalisations', kind: 'syntax', arrives: '3.5', source: 'PEP 448' },
  { feature: 'f-string', kind: 'syntax', arrives: '3.6', source: 'PEP 498' },
  { feature: 'variable annotation', kind: 'syntax', arrives: '3.6', source: 'PEP 526' },
  { feature: 'underscores in numbers', kind: 'syntax', arrives: '3.6', source: 'PEP 515' },
  { feature: 'asynchronous generator', kind: 'syntax', arrives: '3.6', source: 'PEP 525' },
  { feature: 'asynchronous comprehension', kind: 'syntax', arrives: '3.6', source: 'PEP 530' },
  { feature: 'trailing comma after *args', kind: 'syntax', arrives: '3.6', source: 'bpo-9232' },
  { feature: 'async and await are keywords', kind: 'syntax', arrives: '3.7', source: 'PEP 492' },
  { feature: 'asynchronous comprehension anywhere', kind: 'behaviour', arrives: '3.7', source: 'bpo-32012' },
  { feature: 'trailing comma after a generator', kind: 'syntax', leaves: '3.7', source: 'bpo-32012' },
  { feature: 'more than 255 arguments', kind: 'syntax', arrives: '3.7', source: 'bpo-12844' },
  { feature: 'named expression', kind: 'syntax', arrives: '3.8', source: 'PEP 572' },
  { feature: 'positional-only parameters', kind: 'syntax', arrives: '3.8', source: 'PEP 570' },
  { feature: 'f-string =', kind: 'syntax', arrives: '3.8', source: 'bpo-36817' },
  { feature: 'star in return and yield', kind: 'syntax', arrives: '3.8', source: 'bpo-32117' },
  { feature: 'continue in finally', kind: 'syntax', arrives: '3.8', source: 'bpo-32489' },
  { feature: 'no yield in comprehensions', kind: 'behaviour', arrives: '3.8', source: 'bpo-10544' },
  { feature: 'any decorator', kind: 'syntax', arrives: '3.9', source: 'PEP 614' },
  { feature: 'star in for', kind: 'syntax', arrives: '3.9', source: 'bpo-46725' },
  { feature: 'parenthesised with', kind: 'syntax', arrives: '3.9', source: 'PEP 617' },
  { feature: 'named expression in index and set', kind: 'syntax', arrives: '3.9', source: 'bpo-42316, bpo-42374' },
  { feature: 'match', kind: 'syntax', arrives: '3.10', source: 'PEP 634' },
  { feature: 'except*', kind: 'syntax', arrives: '3.11', source: 'PEP 654' },
  { feature: 'star in index', kind: 'syntax', arrives: '3.11', source: 'PEP 646' },
  { feature: 'asynchronous comprehension in a comprehension', kind: 'behaviour', arrives: '3.11', source: 'bpo-33346' },
  { feature: 'type parameters', kind: 'syntax', arrives: '3.12', source: 'PEP 695' },
  { feature: 'f-string of any expression', kind: 'syntax', arrives: '3.12', source: 'PEP 701' },
  { feature: 'type parameter defaults', kind: 'syntax', arrives: '3.13', source: 'PEP 696' },
  { feature: 'except without parentheses', kind: 'syntax', arrives: '3.14', source: 'PEP 758' },
  { feature: 'template string', kind: 'syntax', arrives: '3.14', source: 'PEP 750' },
];

const byName = new Map([...features, ...libraryFeatures].map((row) => [row.feature, row]));

/** The row of a feature by its name; throws a TypeError for a name the table does not hold. */
export function feature(name: string): Feature {
  const row = byName.get(name);
  if (row === undefined)
    throw new TypeError(
      `No feature is called "${name}"; add a row for it in python/compiler/eras.ts or library-eras.ts.`,
    );
  return row;
}

/** Whether `era` has the feature, given what the source imported from `__future__`. */
export function has(era: Era, name: string, futures?: ReadonlySet<string>): boolean {
  const { arrives, leaves, future } = feature(name);
  if (leaves !== undefined && atLeast(era, leaves)) return false;
  if (arrives === undefined || atLeast(era, arrives)) return true;
  return future !== undefined && atLeast(era, future.since) && futures !== undefined && futures.has(future.name);
}

/** What `from __future__ import …` accepts, with the release that first did. */
export const futureNames: readonly { name: string; since: string }[] = [
  { name: 'nested_scopes', since: '2.1' },
  { name: 'generators', since: '2.2' },
  { name: 'division', since: '2.2' },
  { name: 'absolute_import', since: '2.5' },
  { name: 'with_statement', since: '2.5' },
  { name: 'print_function', since: '2.6' },
  { name: 'unicode_literals', since: '2.6' },
  { name: 'barry_as_FLUFL', since: '3.1' },
  { name: 'generator_stop', since: '3.5' },
  { name: 'annotations', since: '3.7' },
];
