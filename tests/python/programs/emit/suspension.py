# era: 3.8 3.13
# Suspending inside every kind of block
import sys
class Aw:
    def __init__(self, v): self.v = v
    def __await__(self):
        r = yield self.v
        return r
def drive(coro, sends=()):
    out = []
    sends = list(sends)
    v = None
    try:
        while True:
            out.append(coro.send(v))
            v = sends.pop(0) if sends else None
    except StopIteration as e:
        return out, e.value
class CM:
    def __init__(self, n, s=False): self.n, self.s = n, s
    async def __aenter__(self):
        print('aenter', self.n); await Aw('in'); return self.n
    async def __aexit__(self, *a):
        print('aexit', self.n, a[0] and a[0].__name__); await Aw('out'); return self.s
async def agen(n):
    try:
        for i in range(n):
            await Aw(('t', i))
            got = yield i
            if got: print('got', got)
    finally:
        print('agen fin')
async def main():
    async with CM(1) as a, CM(2, True) as b:
        print(a, b, await Aw('x'))
        raise ValueError('inside')
    total = 0
    async for i in agen(3):
        total += i
    else:
        print('else')
    l = [x async for x in agen(2) if x]
    m = [await Aw(k) for k in range(2)]
    d = {k: v async for k, v in pairs()}
    g = (x * 2 async for x in agen(2))
    async for q in g:
        print('q', q)
        break
    await g.aclose()
    return total, l, m, d
async def pairs():
    yield 1, 2
    yield 3, 4
print(drive(main(), ['s1', 's2', 's3']))
async def err():
    try:
        await Aw(1)
    except KeyError as e:
        print('caught', e, sys.exc_info()[0].__name__)
        await Aw(2)
        print(sys.exc_info()[0].__name__)
        raise RuntimeError('x')
c = err()
c.send(None)
print(c.throw(KeyError('k')))
print(sys.exc_info())
try:
    c.send(None)
except RuntimeError as e:
    print(repr(e), repr(e.__context__))
def handler_gen():
    try:
        yield 1
    except ValueError as e:
        try:
            yield 2
        except TypeError as t:
            print(repr(t.__context__))
            yield 3
        print(sys.exc_info()[1])
        yield 4
    print(sys.exc_info()[1])
    yield 5
g = handler_gen()
next(g); print(g.throw(ValueError('v')))
try:
    raise OSError('outer')
except OSError:
    print(g.throw(TypeError('t')), sys.exc_info()[1])
    print(next(g), sys.exc_info()[1])
print(next(g))
async def inner():
    return [i async for i in agen(1)] + [j for j in [await Aw(5)]]
print(drive(inner()))
def yf():
    try:
        x = yield from sub()
        print('x', x)
    except ZeroDivisionError as e:
        print('zde', e)
        return 'r'
def sub():
    y = yield 'a'
    print('y', y)
    1 / y
g = yf()
print(next(g))
try: g.send(0)
except StopIteration as s: print(s.value)
async def deep(n):
    if n == 0: return await Aw('bottom')
    return await deep(n - 1) + 1
print(drive(deep(500), [0]))
async def stop():
    raise StopIteration
try: stop().send(None)
except RuntimeError as e: print(e, repr(e.__cause__))
import types
@types.coroutine
def old():
    v = yield 'old'
    return v
async def useold(): return await old()
print(drive(useold(), [7]))
