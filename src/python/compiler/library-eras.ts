/** Modules with the release they came in or left: the second half of the table in eras.ts. */
import type { Feature } from './eras.ts';

type Row = [feature: string, arrives: string | undefined, leaves: string | undefined, source: string];

const modules: Row[] = [
  ['__future__', '2.1', undefined, 'PEP 236'],
  ['warnings', '2.1', undefined, 'PEP 230'],
  ['weakref', '2.1', undefined, 'PEP 205'],
  ['itertools', '2.3', undefined, "What's New in Python 2.3"],
  ['heapq', '2.3', undefined, "What's New in Python 2.3"],
  ['logging', '2.3', undefined, 'PEP 282'],
  ['collections', '2.4', undefined, "What's New in Python 2.4"],
  ['subprocess', '2.4', undefined, 'PEP 324'],
  ['contextlib', '2.5', undefined, 'PEP 343'],
  ['functools', '2.5', undefined, 'PEP 309'],
  ['io', '2.6', undefined, 'PEP 3116'],
  ['abc', '2.6', undefined, 'PEP 3119'],
  ['inspect', '2.1', undefined, "What's New in Python 2.1"],
  ['unittest', '2.1', undefined, "What's New in Python 2.1"],
  ['difflib', '2.1', undefined, "What's New in Python 2.1"],
  ['timeit', '2.3', undefined, "What's New in Python 2.3"],
  ['textwrap', '2.3', undefined, "What's New in Python 2.3"],
  ['datetime', '2.3', undefined, "What's New in Python 2.3"],
  ['sets', '2.3', '3.0', 'PEP 218, PEP 3108'],
  ['json', '2.6', undefined, "What's New in Python 2.6"],
  ['numbers', '2.6', undefined, 'PEP 3141'],
  ['fractions', '2.6', undefined, "What's New in Python 2.6"],
  ['__builtin__', undefined, '3.0', 'PEP 3108'],
  ['exceptions', undefined, '3.0', 'PEP 3108'],
  ['copy_reg', undefined, '3.0', 'PEP 3108'],
  ['repr', undefined, '3.0', 'PEP 3108'],
  ['cStringIO', undefined, '3.0', 'PEP 3108'],
  ['UserDict', undefined, '3.0', 'PEP 3108'],
  ['UserList', undefined, '3.0', 'PEP 3108'],
  ['UserString', undefined, '3.0', 'PEP 3108'],
  ['builtins', '3.0', undefined, 'PEP 3108'],
  ['copyreg', '3.0', undefined, 'PEP 3108'],
  ['reprlib', '3.0', undefined, 'PEP 3108'],
  ['collections.abc', '3.3', undefined, "What's New in Python 3.3"],
  ['Queue', undefined, '3.0', 'PEP 3108'],
  ['StringIO', undefined, '3.0', 'PEP 3108'],
  ['thread', undefined, '3.0', 'PEP 3108'],
  ['queue', '3.0', undefined, 'PEP 3108'],
  ['concurrent.futures', '3.2', undefined, 'PEP 3148'],
  ['asyncio', '3.4', undefined, 'PEP 3156'],
  ['enum', '3.4', undefined, 'PEP 435'],
  ['statistics', '3.4', undefined, 'PEP 450'],
  ['selectors', '3.4', undefined, 'PEP 3156'],
  ['typing', '3.5', undefined, 'PEP 484'],
  ['secrets', '3.6', undefined, 'PEP 506'],
  ['contextvars', '3.7', undefined, 'PEP 567'],
  ['dataclasses', '3.7', undefined, 'PEP 557'],
  ['graphlib', '3.9', undefined, "What's New in Python 3.9"],
  ['zoneinfo', '3.9', undefined, 'PEP 615'],
  ['tomllib', '3.11', undefined, 'PEP 680'],
  ['asynchat', undefined, '3.12', 'PEP 594'],
  ['asyncore', undefined, '3.12', 'PEP 594'],
  ['smtpd', undefined, '3.12', 'PEP 594'],
  ['imp', undefined, '3.12', "What's New in Python 3.12"],
  ['distutils', undefined, '3.12', 'PEP 632'],
  ['asyncio.coroutine', '3.4', '3.11', "What's New in Python 3.11"],
  ['asyncio.async', '3.4', '3.7', "What's New in Python 3.7"],
  ['asyncio.ensure_future', '3.4', undefined, "What's New in Python 3.5 (3.4.4)"],
  ['asyncio.run', '3.7', undefined, "What's New in Python 3.7"],
  ['asyncio.create_task', '3.7', undefined, "What's New in Python 3.7"],
  ['asyncio.current_task', '3.7', undefined, "What's New in Python 3.7"],
  ['asyncio.to_thread', '3.9', undefined, "What's New in Python 3.9"],
  ['asyncio.Runner', '3.11', undefined, "What's New in Python 3.11"],
  ['asyncio.TaskGroup', '3.11', undefined, "What's New in Python 3.11"],
  ['asyncio.timeout', '3.11', undefined, "What's New in Python 3.11"],
  ['asyncio.Barrier', '3.11', undefined, "What's New in Python 3.11"],
  ['asyncio.eager_task_factory', '3.12', undefined, "What's New in Python 3.12"],
  ['asyncio.QueueShutDown', '3.13', undefined, "What's New in Python 3.13"],
  ['contextlib.asynccontextmanager', '3.7', undefined, "What's New in Python 3.7"],
  ['contextlib.AsyncExitStack', '3.7', undefined, "What's New in Python 3.7"],
  ['contextlib.aclosing', '3.10', undefined, "What's New in Python 3.10"],
  // Frameworks: from the first era whose Python was released after them.
  ['twisted', '2.5', undefined, 'Twisted 1.0, October 2002'],
  ['twisted.internet.defer.inlineCallbacks', '2.7', undefined, 'Twisted 2.5, January 2007'],
  ['twisted.internet.defer.ensureDeferred', '3.6', undefined, 'Twisted 16.4, August 2016'],
  ['tornado', '2.7', undefined, "Tornado's announcement, 10 September 2009"],
  ['tornado.gen', '3.3', undefined, "What's new in Tornado 2.0, 21 June 2011"],
  ['tornado.gen.coroutine', '3.4', undefined, "What's new in Tornado 3.0, 29 March 2013"],
  ['tornado.concurrent', '3.4', undefined, "What's new in Tornado 3.0, 29 March 2013"],
  ['tornado.gen.sleep', '3.5', undefined, "What's new in Tornado 4.1, 7 February 2015"],
  ['curio', '3.6', undefined, "curio's CHANGES: 0.1, 31 October 2015"],
  ['curio.TaskGroup', '3.7', undefined, "curio's CHANGES: 0.7, 17 March 2017"],
  ['trio', '3.7', undefined, "Trio's release history: 0.1.0, 10 March 2017"],
  ['trio.open_memory_channel', '3.8', undefined, "Trio's release history: 0.9.0, 12 October 2018"],
  ['trio.hazmat', undefined, '3.9', "Trio's release history: 0.15.0, 19 May 2020"],
  ['trio.lowlevel', '3.9', undefined, "Trio's release history: 0.15.0, 19 May 2020"],
];

/** Modules within packages; every other dotted name of a row is an attribute. */
const inPackages = new Set([
  'collections.abc',
  'concurrent.futures',
  'tornado.concurrent',
  'tornado.gen',
  'trio.hazmat',
  'trio.lowlevel',
]);

/** The modules that a release had not yet, or no more. */
export function absentModules(present: (feature: string) => boolean): string[] {
  return modules
    .map(([name]) => name)
    .filter((name) => (!name.includes('.') || inPackages.has(name)) && !present(`module ${name}`));
}

/** Names are the kind and the name: `module asyncio`. */
export const libraryFeatures: readonly Feature[] = modules.map(([name, arrives, leaves, source]) => ({
  feature: `module ${name}`,
  kind: 'module',
  ...(arrives === undefined ? {} : { arrives }),
  ...(leaves === undefined ? {} : { leaves }),
  source,
}));
