/**
 * Programs that recurse, as deeply as they may and deeper: the same in Node and in a browser, before and after it has optimised QuickJS
 * (src/sandbox/deep-call.ts).
 */
import { done, js, python, type Case } from './case.ts';

export const recursion: Case[] = [
  {
    name: 'ends unbounded recursion',
    program: js(`function f() {\n  return f() + 1;\n}\nf();`),
    output: '',
    outcome: { status: 'limit', limit: 'stack', message: /96 KiB.*<cell 1>, line [12]\.$/ },
  },
  {
    name: 'ends unbounded recursion through generators and through toString',
    program: js(`function* g() { yield* g() }
try { g().next() } catch (error) { console.log(error.message) }
const o = { toString() { return '' + o } };
try { '' + o } catch (error) { console.log(error.message) }`),
    output: 'stack overflow\nstack overflow\n',
    outcome: done,
  },
  {
    name: 'ends recursion in the middle of QuickJS itself, one way or another',
    program: js(`const deep = [];
let inner = deep;
for (let i = 0; i < 1e5; i++) inner = inner[0] = [];
JSON.stringify(deep);`),
    output: '',
    outcome: { status: 'limit', limit: 'stack' },
  },
  {
    name: 'ends at a text nested ten thousand deep, one way or another',
    program: js(`${'('.repeat(1e4)}${')'.repeat(1e4)}`),
    output: '',
    outcome: { status: 'limit', limit: 'stack' },
  },
  {
    name: 'lets Python catch unbounded recursion, plain and through __repr__',
    program: python(`def f(n):
    return f(n + 1)
class A:
    def __repr__(self):
        return repr(self)
for call in (lambda: f(0), lambda: repr(A())):
    try:
        call()
    except RecursionError as error:
        print('RecursionError')`),
    output: 'RecursionError\nRecursionError\n',
    outcome: done,
  },
  {
    name: 'recurses as deeply everywhere',
    program: python(`depth = 0
def down():
    global depth
    depth += 1
    down()
try:
    down()
except RecursionError:
    print('a thousand' if 1000 <= depth < 1200 else depth)
def count(n):
    return 0 if n == 0 else 1 + count(n - 1)
print(count(950))
class Deep:
    @property
    def deeper(self):
        global depth
        depth += 1
        return self.deeper
depth = 0
for attempt in range(3):
    try:
        Deep().deeper
    except RecursionError:
        pass
print(depth // 3 > 100)`),
    output: 'a thousand\n950\nTrue\n',
    outcome: done,
  },
  {
    name: 'recurses through the runtime on one stack after another, and ends there too',
    program: python(`import contextlib, copy, functools
@functools.lru_cache(None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
class Node:
    def __init__(self, next): self.next = next
    @property
    def size(self): return 1 if self.next is None else 1 + self.next.size
    def __repr__(self): return 'Node(%r)' % self.next
    def __getattr__(self, name): return getattr(self.next, name)
    def __deepcopy__(self, memo): return Node(copy.deepcopy(self.next, memo))
def chain(n):
    node = None
    for i in range(n): node = Node(node)
    return node
def deepest(n): return max([n], key=deepest2) if n else 0
def deepest2(n): return deepest(n - 1)
@contextlib.contextmanager
def inside(n):
    if n:
        with inside(n - 1) as x: yield x + 1
    else:
        yield 0
print(fib(400) % 1000, chain(400).size, len(repr(chain(400))), copy.deepcopy(chain(400)).size, deepest(400))
with inside(400) as x: print(x)
class Endless:
    def __getattr__(self, name): return getattr(self, name)
    def __eq__(self, other): return other == self
    def __iter__(self):
        for x in self: yield x
def spin(n):
    for x in spin(n): yield x
for run in (lambda: Endless().x, lambda: Endless() == 1, lambda: list(Endless()), lambda: list(spin(1))):
    try:
        run()
    except RecursionError:
        print('RecursionError')
def down(n, then):
    return down(n - 1, then) if n else then()
def loop():
    for i in range(3000): chain(1).size
    return i
print(down(900, loop), down(900, lambda: chain(300).size))`),
    output: '675 400 2404 400 400\n400\nRecursionError\nRecursionError\nRecursionError\nRecursionError\n2999 300\n',
    outcome: done,
  },
  {
    name: 'recurses through loops over generators on one stack after another, and ends there too',
    program: python(`import json
def walk(n):
    yield n
    if n:
        for x in walk(n - 1): yield x
def delegate(n):
    if n == 0: yield from range(10)
    for x in delegate(n - 1): yield x
def nest(n):
    it = iter([1, 2])
    for i in range(n): it = (lambda it: (x for x in it))(it)
    return it
print(sum(walk(950)), [x for x, _ in zip(delegate(950), range(3))], list(nest(950)))
def lists(n):
    x = []
    for i in range(n): x = [x]
    return x
print(len(json.dumps(lists(300))))
def plain(): return 1 + plain()
class Deep:
    @property
    def x(self): return self.x
    def __repr__(self): return repr([self])
    def f(self): return [self.f() for x in (1,)]
    def g(self): return sum(self.g() for x in (1,))
def then(n, f):
    if n == 0: f()
    for x in then(n - 1, f): yield x
deep = Deep()
for f in (plain, lambda: deep.x, lambda: repr(deep), deep.f, deep.g):
    for n in (150, 300, 350, 400, 450, 750):
        try:
            list(then(n, f))
        except RecursionError:
            pass
    print(n)`),
    output: '451725 [0, 1, 2] [1, 2]\n602\n750\n750\n750\n750\n750\n',
    outcome: done,
  },
  {
    name: 'changes stacks ten thousand times and more',
    program: python(`def items(n):
    if n == 0: yield from range(12000)
    for x in items(n - 1): yield x
it = items(400)
for i in range(12000): next(it)
print(i)`),
    output: '11999\n',
    outcome: done,
  },
  {
    name: 'ends an endless loop on another stack',
    program: python(
      `class Node:
    def __init__(self, next): self.next = next
    @property
    def size(self):
        if self.next: return self.next.size
        try:
            while True: pass
        except BaseException: print('caught')
node = None
for i in range(600): node = Node(node)
node.size`,
      { limits: { fuel: 5e6 } },
    ),
    output: '',
    outcome: { status: 'limit', limit: 'fuel' },
  },
  {
    name: 'outlives recursion through generators, which needs memory and no stack',
    program: python('def g():\n    yield from g()\nnext(g())', { limits: { memory: 64 << 20 } }),
    output: /Error/,
    outcome: { status: 'exception', exit: 1 },
  },
];
