# An exception whose context the program takes away leaves a suspended block without it.
import types
@types.coroutine
def pause():
    yield
class M:
    def __init__(self, a): self.a = a
    async def __aenter__(self): pass
    async def __aexit__(self, k, e, tb):
        await pause()
        rest = KeyError('new')
        try:
            raise rest
        finally:
            rest.__context__ = None
async def f():
    async with M(1):
        raise ValueError('old')
async def g():
    async with M(2):
        await f()
class S:
    def __enter__(self): pass
    def __exit__(self, k, e, tb):
        rest = KeyError('new')
        try:
            raise rest
        finally:
            rest.__context__ = None
def h():
    with S():
        raise ValueError('old')
async def k():
    async with M(1):
        raise ValueError('old')
def drive(c):
    try:
        while True: c.send(None)
    except KeyError as e:
        print(repr(e.__context__))
drive(f()); drive(g()); drive(k())
try: h()
except KeyError as e: print(repr(e.__context__))
