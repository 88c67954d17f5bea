# era: 3.6
def g():
    yield 1
x = g(); next(x)
v=StopIteration("a")
try: x.throw(StopIteration, v)
except StopIteration as e: print(e is v)
def g():
    yield 1
    raise v
x = g(); next(x)
try: next(x)
except StopIteration as e: print(e is v)
def plain():
    yield 1
plain.__name__ = plain.__qualname__ = "renamed"
print(plain().__name__, plain().__qualname__)
