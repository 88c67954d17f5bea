/** Programs that call built-ins, methods and functions of the library with arguments that nobody expects. */
import type { Random } from '../differential/random.ts';

/** Values of every kind, as text that every Python reads. */
const VALUES = (
  "None|True|0|1|-1|7|2**31|2**63|-2**70|10**30|0.0|-0.5|1e308|1e400|-1e400|1e400-1e400|1j|''|'a'|'abc def'|'%s'|'{}'|'\\0'|'5'|b'ab'|()|(1,)|(1, 'a', None)|[]|[3, 1, 2]|['b', 'a']|" +
  "{}|{'a': 1}|set([1])|frozenset([1, 2])|object()|object|int|str|type|list|dict|Exception|ValueError('x')|slice(1, 2)|NotImplemented|Ellipsis|range(3)|iter([1, 2])|(x for x in [1])|" +
  "lambda *a, **k: None|lambda a: a|len|print_|C|C()|D()|M|M()|C.m|C().m|E|E()|S()|G()|gen()|bytearray(b'xy')|memoryview(b'xy')|property(len)|staticmethod(len)|classmethod(len)|super(C, C())|enumerate([1])|zip([1], [2])|" +
  "map(len, ['a'])|reversed([1, 2])|globals()|sys|sys.stdout|{}.keys()|{'a': 1}.items()|complex(1, 2)|float('nan')|type('T', (), {})|'\u00e9'|'x' * 300|list(range(50))"
).split('|');

const MODULES = (
  'sys math itertools functools operator collections heapq bisect random re json string types copy time datetime contextlib io traceback warnings weakref textwrap inspect abc enum dataclasses typing ' +
  'queue reprlib pprint keyword asyncio contextvars struct decimal fractions statistics builtins __builtin__ select socket threading asyncore codecs gc dis ast token tokenize linecache numbers array base64 ' +
  'binascii hashlib uuid calendar locale errno signal os logging unittest selectors concurrent.futures csv shlex fnmatch'
).split(' ');

const PRELUDE = `import sys
def print_(*args): return None
class C(object):
    def m(self, *a): return a
class D(dict): pass
class M(type): pass
class E(Exception): pass
class S(str): pass
class G(object):
    def __getitem__(self, i): return self
    def __len__(self): return 3
    def __iter__(self): return iter([1, 2])
    def __eq__(self, other): return NotImplemented
    def __hash__(self): return -1
    def __index__(self): return 2
    def __call__(self, *a, **k): return self
    def __enter__(self): return self
    def __exit__(self, *a): return None
def gen():
    yield 1
skipped = ('exit quit input raw_input breakpoint help license copyright credits _exit abort kill execfile reload sleep settrace setprofile setrecursionlimit '
    'pause alarm interrupt_main run_forever serve_forever main set_int_max_str_digits raise_signal select Popen system fork').split()
def attempt(f, *args, **kwargs):
    try:
        f(*args, **kwargs)
    except BaseException:
        e = sys.exc_info()[1]
        if isinstance(e, (SystemError, MemoryError)) or isinstance(e, KeyboardInterrupt):
            print('%s: %s (%s.%s)' % (type(e).__name__, e, type(getattr(f, '__self__', None)).__name__, getattr(f, '__name__', f)))
        try:
            repr(e)
        except Exception:
            pass
def names(thing):
    return [name for name in dir(thing) if name not in skipped]
`;

/** A program of a hundred calls. */
export function calls(random: Random): { text: string; era: string; from: string } {
  const era = random.pick(['2.7', '3.4', '3.6', '3.8', '3.10', '3.12', '3.13', '3.13', '3.14']);
  const module = random.chance(0.5) ? random.pick(MODULES) : null;
  const lines = [PRELUDE];
  if (module !== null) {
    lines.push(
      'try:',
      `    import ${module}`,
      `    thing = sys.modules['${module}']`,
      'except ImportError:',
      '    thing = None',
    );
  }
  const value = (): string => random.pick(VALUES);
  for (let n = 0; n < 60; n++) {
    if (module === null || random.chance(0.2))
      lines.push('try:', `    thing = ${value()}`, 'except Exception:', '    thing = None');
    const given = Array.from({ length: random.pick([0, 1, 1, 1, 2, 2, 3, 4]) }, value);
    if (random.chance(0.06))
      given.push(`${random.pick(['key', 'self', 'name', 'default', 'sep', 'a', 'loop', 'timeout'])}=${value()}`);
    const index = random.below(1000);
    const bring = (depth: string): string[] => [
      `${depth}ns = names(thing)`,
      `${depth}f = getattr(thing, ns[${index} % len(ns)])`,
      ...(random.chance(0.4)
        ? [`${depth}ns = names(f)`, `${depth}f = getattr(f, ns[${random.below(1000)} % len(ns)])`]
        : []),
      `${depth}attempt(f${['', ...given].join(', ')})`,
    ];
    lines.push('try:', ...bring('    '), 'except Exception:', '    pass');
  }
  return { text: `${lines.join('\n')}\n`, era, from: `calls of ${module ?? 'values'}` };
}
