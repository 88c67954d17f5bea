/**
 * The record: every PEP, release and project that the book names, and some of the writing about them, each with its day. This is
 * the one place where such a date is written, but for the releases that programs can ask for, whose days are in the compiler's
 * table of eras. Appendix B, the line of time and the links in the prose are made of it; `tests/record` holds it against the
 * headers of the PEPs.
 */
import { eras } from '../../src/python/compiler/eras.ts';

export interface Entry {
  kind: 'pep' | 'release' | 'project' | 'writing';
  /** What the prose calls it: `PEP 492`, `Python 3.5`, `Tornado`. */
  name: string;
  /** As far as it is known: `1996`, `2003-03`, `2015-04-09`. */
  date: string;
  /** Nobody, for a release. */
  by: readonly string[];
  line: string;
  /** Where its date was read. */
  source: string;
  /** When it was read there. */
  read: string;
}

const read = '2026-11';

/** A PEP's date is that of its first version: `Created` in its header. */
function pep(number: number, date: string, by: readonly string[], line: string): Entry {
  const source = `https://peps.python.org/pep-${String(number).padStart(4, '0')}/`;
  return { kind: 'pep', name: `PEP ${number}`, date, by, line, source, read };
}

/** A release that is an era has its day from there. */
function release(version: string, source: string, line: string, date?: string): Entry {
  const day = date ?? eras.find(({ era }) => era === version)?.released;
  if (day === undefined)
    throw new Error(`components/record/record.ts: Python ${version} is no era of ours; give its day`);
  return { kind: 'release', name: `Python ${version}`, date: day, by: [], line, source, read };
}

const schedule = (number: number): string => `https://peps.python.org/pep-${String(number).padStart(4, '0')}/`;

const selivanov = 'Yury Selivanov';
const rossum = 'Guido van Rossum';

/** In no order; {@link record} has them by date. */
const entries: readonly Entry[] = [
  pep(234, '2001-01-30', ['Ka-Ping Yee', rossum], 'Iterators: `__iter__`, `next`, `StopIteration`.'),
  pep(
    255,
    '2001-05-18',
    ['Neil Schemenauer', 'Tim Peters', 'Magnus Lie Hetland'],
    'Generators: a function that keeps its place.',
  ),
  pep(
    288,
    '2002-03-21',
    ['Raymond Hettinger'],
    'Exceptions thrown into generators; withdrawn, and taken up by PEP 342.',
  ),
  pep(325, '2003-08-25', ['Samuele Pedroni'], 'Closing generators; rejected in favour of PEP 342.'),
  pep(342, '2005-05-10', [rossum, 'Phillip J. Eby'], '`yield` becomes an expression: `send`, `throw`, `close`.'),
  pep(380, '2009-02-13', ['Gregory Ewing'], '`yield from`.'),
  pep(479, '2014-11-15', ['Chris Angelico', rossum], 'A stray `StopIteration` is an error.'),
  pep(492, '2015-04-09', [selivanov], '`async` and `await`.'),
  pep(525, '2016-07-28', [selivanov], 'Asynchronous generators.'),
  pep(530, '2016-09-03', [selivanov], 'Asynchronous comprehensions.'),
  pep(550, '2017-08-11', [selivanov, 'Elvis Pranskevichus'], 'A context for every generator; withdrawn.'),
  pep(567, '2017-12-12', [selivanov], 'Context variables.'),
  pep(594, '2019-05-20', ['Christian Heimes', 'Brett Cannon'], 'Modules to be removed, `asyncore` among them.'),
  pep(654, '2021-02-22', ['Irit Katriel', selivanov, rossum], 'Exception groups and `except*`.'),
  pep(3003, '2009-10-21', ['Brett Cannon', 'Jesse Noller', rossum], 'No change to the language for two years.'),
  pep(3114, '2007-03-04', ['Ka-Ping Yee'], '`next` becomes `__next__`.'),
  pep(3153, '2011-05-29', ['Laurens Van Houtven'], 'Transports and protocols, and why frameworks should share them.'),
  pep(3156, '2012-12-12', [rossum], 'asyncio: one loop on which frameworks can agree.'),

  release(
    '1.5.2',
    'https://www.python.org/download/releases/1.5/',
    'The oldest Python in this book; `asyncore` and `select`.',
  ),
  release('2.2', 'https://docs.python.org/2.2/whatsnew/node2.html', '`yield`, on request.'),
  release('2.3', schedule(283), '`yield` for everybody.', '2003-07-29'),
  release('2.5', schedule(356), '`yield` is an expression: PEP 342.'),
  release('2.6', schedule(361), 'The built-in `next`.', '2008-10-01'),
  release('2.7', schedule(373), 'The last of its line.'),
  release('3.0', schedule(361), '`print` is a function, `__next__` a method.', '2008-12-03'),
  release('3.2', schedule(392), 'Not one change of syntax.', '2011-02-20'),
  release('3.3', schedule(398), '`yield from`: PEP 380.'),
  release('3.4', schedule(429), 'asyncio and `selectors`.'),
  release('3.5', schedule(478), '`async` and `await`: PEP 492; PEP 479 on request.'),
  release('3.6', schedule(494), 'PEP 525 and PEP 530; `asyncore` deprecated.'),
  release('3.7', schedule(537), 'PEP 567, `asyncio.run`; `async` and `await` are keywords; PEP 479 for all.'),
  release('3.8', schedule(569), '`CancelledError` is no `Exception` any more.'),
  release('3.9', schedule(596), 'A thread for what waits in the old way: `asyncio.to_thread`.'),
  release('3.10', schedule(619), '`aiter`, `anext`, `contextlib.aclosing`.'),
  release('3.11', schedule(664), '`TaskGroup`, `timeout`, `except*`; `@asyncio.coroutine` removed.'),
  release('3.12', schedule(693), 'Eager tasks; `asyncore` removed.'),
  release('3.13', schedule(719), 'Queues that can be shut down.'),
  release('3.14', schedule(745), 'Running programs can be asked for their tasks.'),

  {
    kind: 'project',
    name: 'Medusa',
    date: '1996',
    by: ['Sam Rushing'],
    line: 'A server whose core becomes `asyncore`.',
    source: 'https://github.com/python/cpython/blob/2.7/Lib/asyncore.py',
    read,
  },
  {
    kind: 'project',
    name: 'Twisted',
    date: '2002',
    by: ['Glyph Lefkowitz', 'Moshe Zadka'],
    line: 'A reactor and all that is needed around it, presented at the tenth Python conference.',
    source: 'https://docs.twisted.org/en/stable/historic/index.html',
    read,
  },
  {
    kind: 'project',
    name: 'Tornado',
    date: '2009-09-10',
    by: ['Facebook'],
    line: 'A framework with a loop of its own.',
    source: 'https://developers.facebook.com/blog/post/301',
    read,
  },
  {
    kind: 'project',
    name: 'Tornado 3.0',
    date: '2013-03-29',
    by: [],
    line: 'Futures, and `gen.coroutine`.',
    source: 'https://www.tornadoweb.org/en/stable/releases/v3.0.0.html',
    read,
  },
  {
    kind: 'project',
    name: 'Tornado 5.0',
    date: '2018-03-05',
    by: [],
    line: 'Its loop is asyncio’s.',
    source: 'https://www.tornadoweb.org/en/stable/releases/v5.0.0.html',
    read,
  },
  {
    kind: 'project',
    name: 'curio',
    date: '2015-10-31',
    by: ['David Beazley'],
    line: 'A kernel and its traps, without futures and callbacks.',
    source: 'https://github.com/dabeaz/curio/blob/master/CHANGES',
    read,
  },
  {
    kind: 'project',
    name: 'uvloop',
    date: '2016-05-03',
    by: [selivanov],
    line: 'Another loop under asyncio, made with libuv.',
    source: 'https://magic.io/blog/uvloop-blazing-fast-python-networking/',
    read,
  },
  {
    kind: 'project',
    name: 'trio',
    date: '2017-03-10',
    by: ['Nathaniel J. Smith'],
    line: 'Tasks live in nurseries, and none outlives its block.',
    source: 'https://trio.readthedocs.io/en/stable/history.html',
    read,
  },

  {
    kind: 'writing',
    name: 'Generalization of Deferred Execution in Python',
    date: '2003-03',
    by: [],
    line: 'The Deferred, explained at PyCon.',
    source: 'https://docs.twisted.org/en/stable/historic/index.html',
    read,
  },
  {
    kind: 'writing',
    name: 'A Curious Course on Coroutines and Concurrency',
    date: '2009',
    by: ['David Beazley'],
    line: 'An operating system made of generators, in an afternoon at PyCon.',
    source: 'http://www.dabeaz.com/coroutines/',
    read,
  },
  {
    kind: 'writing',
    name: 'Some thoughts on asynchronous API design in a post-async/await world',
    date: '2016-11',
    by: ['Nathaniel J. Smith'],
    line: 'What curio showed: the keywords need no callbacks below them.',
    source: 'https://vorpus.org/blog/some-thoughts-on-asynchronous-api-design-in-a-post-asyncawait-world/',
    read,
  },
  {
    kind: 'writing',
    name: 'Notes on structured concurrency, or: Go statement considered harmful',
    date: '2018-04',
    by: ['Nathaniel J. Smith'],
    line: 'Why tasks belong into a block that waits for them.',
    source: 'https://vorpus.org/blog/notes-on-structured-concurrency-or-go-statement-considered-harmful/',
    read,
  },
];

/** Everything, oldest first. */
export const record: readonly Entry[] = entries.toSorted((a, b) => a.date.localeCompare(b.date));

/** The entry that the book calls `name`; throws when there is none. */
export function recorded(name: string): Entry {
  const entry = record.find((candidate) => candidate.name === name);
  if (!entry)
    throw new Error(`components/record/record.ts has no ${name}: add it, with its date and where that was read`);
  return entry;
}

/** Its anchor in appendix B: `pep-492`. */
export function anchor({ name }: Entry): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
