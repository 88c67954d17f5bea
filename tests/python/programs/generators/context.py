# era: 3.6 3.11
def g():
    try:
        yield 1
    finally:
        pass
def f():
    try:
        raise ValueError(1)
    except ValueError:
        yield 1
class M:
    def __iter__(self): return self
    def __next__(self): return 1
    def throw(self, *a): raise KeyError(2)
def h():
    try:
        raise ValueError(1)
    except ValueError:
        yield from M()
x = f(); next(x)
try: x.throw(KeyError(3))
except KeyError as e: print(repr(e.__context__))
x = h(); next(x)
try: x.throw(IndexError(3))
except KeyError as e: print(repr(e.__context__))
async def co(): raise KeyError(1)
async def k():
    try: raise ValueError(2)
    except ValueError: await co()
try: k().send(None)
except KeyError as e: print(repr(e.__context__))
class CM:
    async def __aenter__(self):
        return self
    async def __aexit__(self, *e):
        1/0
async def foo():
    async with CM():
        async with CM():
            raise RuntimeError
try: foo().send(None)
except ZeroDivisionError as exc:
    print(repr(exc.__context__), repr(exc.__context__ and exc.__context__.__context__))
class CM2(CM):
    def __aexit__(self, *e): return 444
async def foo():
    async with CM2():
        1/0
try: foo().send(None)
except TypeError as exc: print(exc, repr(exc.__context__))
