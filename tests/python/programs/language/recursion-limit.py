# era: 3.6 3.8 3.12 3.13
# sys.setrecursionlimit: how deep calls may be nested, in a program that sets it, and what it refuses.
import functools
import sys

deepest = 0


def limit(n):
    try:
        sys.setrecursionlimit(n)
    except Exception as e:
        print(type(e).__name__, str(e).split(' at ')[0])
    else:
        print('limit', sys.getrecursionlimit())


def plain(n):
    global deepest
    deepest = n
    plain(n + 1)


class Node:
    def method(self, n):
        global deepest
        deepest = n
        return 1 + self.method(n + 1)


def try_it(f):
    try:
        f(0)
    except RecursionError as e:
        print(e, deepest)


print(sys.getrecursionlimit())
for n in 50, 100, 200, 1500, 3000:
    limit(n)
    try_it(plain)
    try_it(Node().method)
limit(100)


def down(n):
    return down(n - 1) if n else limit(20)


for _ in range(3):
    down(50)
try_it(plain)
for n in 0, -1, 2**40, 'x':
    limit(n)

limit(10000)


def count(n):
    return 0 if n == 0 else 1 + count(n - 1)


print(count(9000))


@functools.lru_cache(None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(300))
