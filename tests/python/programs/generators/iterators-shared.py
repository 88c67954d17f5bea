# era: 3.6 3.8 3.11 3.12 3.13
# Iterators that are walked in turns, from several places, and changed on the way.
import itertools, collections
def log(n):
    for i in range(n):
        print('make', i); yield i
it = log(6)
for x in it:
    if x == 1: break
print(list(itertools.islice(it, 2)), next(it, 'd'))
class R:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration('done')
        self.n -= 1; return self.n
r = R(4)
for i in r:
    for j in r: print(i, j); break
print(list(r), [*R(2)], tuple(R(3)), sum(R(4)), 2 in R(5), max(R(3)))
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
print(list(Seq()), 9 in Seq(), list(reversed([1, 2])), list(iter(Seq())))
it = iter([1, 2, 3]); next(it); print(it.__length_hint__(), list(it), list(it))
l = [1, 2, 3]
for x in l:
    if x < 3: l.append(x + 3)
print(l)
d = {1: 2}
try:
    for k in d: d[k + 1] = 0
except RuntimeError as e: print(e)
try:
    for k in list(d): del d[k]
except RuntimeError as e: print(e)
s = {1, 2}
try:
    for k in s: s.add(k + 10)
except RuntimeError as e: print(e)
dq = collections.deque([1, 2])
try:
    for k in dq: dq.append(1)
except RuntimeError as e: print(e)
e = enumerate('ab', 5); print(next(e), list(e)); z = zip('ab', [1]); print(list(z), next(z, None))
m = map(lambda a, b: a + b, [1, 2], [3]); print(list(m)); f = filter(None, [0, 1]); print(next(f))
g = (yield_ for yield_ in 'abc'); print('b' in g, list(g))
def pairs(it):
    it = iter(it)
    for a in it:
        yield a, next(it)
try: print(list(pairs('abc')))
except RuntimeError as e: print('RE', e, repr(e.__cause__))
def chunks(it, n):
    it = iter(it)
    while True:
        c = list(itertools.islice(it, n))
        if not c: return
        yield c
print(list(chunks('abcdefg', 3)))
def flatten(x):
    if isinstance(x, list):
        for y in x: yield from flatten(y)
    else: yield x
print(list(flatten([1, [2, [3, [4]], 5]])))
def perm(a):
    if len(a) <= 1: yield a
    else:
        for p in perm(a[1:]):
            for i in range(len(a)): yield p[:i] + a[:1] + p[i:]
print([''.join(p) for p in perm('abc')])
def tree(n):
    if n: yield from tree(n - 1); yield n; yield from tree(n - 1)
print(list(tree(3)))
def primes():
    def sieve(it):
        p = next(it); yield p
        yield from sieve(x for x in it if x % p)
    yield from sieve(itertools.count(2))
print(list(itertools.islice(primes(), 8)))
while True:
    try: v = next(r)
    except StopIteration as e: print('stop', e.value, e.args); break
for i in range(3):
    try:
        if i == 1: continue
        if i == 2: break
    finally: print('fin', i)
else: print('else')
a, *b = log(3); print(a, b)
(x, y), z = [1, 2], 3; print(x, y, z)
try: a, b, *c = log(1)
except ValueError as e: print(e)
try: a, b = log(3)
except ValueError as e: print(e)
print(*log(2), sep='-'); print({**{'a': 1}}, [*log(1), *'x'])
for i, (a, b) in enumerate(zip([1, 2], [3, 4])): print(i, a, b)
def gg():
    r = yield
    while r is not None: r = yield r * 2
g = gg(); next(g); print(g.send(4), g.send(5)); print(next(g, 'over'))
def inf():
    n = 0
    while True:
        try: n = (yield n) or n + 1
        except ValueError as e: print('reset', e); n = 0
i = inf(); print(next(i), next(i), i.send(10), next(i), i.throw(ValueError('r')), next(i))
