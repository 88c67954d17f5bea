# era: 3.8 3.13
def attempt(f, *a):
    try: return (repr(f(*a)))
    except BaseException as e: return (type(e).__name__+ ' '+ str(e))
def drive(aw):
    steps = aw.__await__()
    try:
        while True: print('p', steps.send(None))
    except StopIteration as e: return e.value
async def g():
    yield 1
a = g(); drive(a.aclose()); print(attempt(drive, a.athrow(ValueError('x'))), attempt(drive, a.athrow(GeneratorExit)), attempt(drive, a.aclose()))
a = g(); attempt(drive, a.athrow(ValueError('x'))); print(attempt(drive, a.athrow(ValueError('x'))),  attempt(drive, a.athrow(ValueError('x'))))
a = g(); attempt(drive, a.__anext__()); attempt(drive, a.__anext__());  print(attempt(drive, a.athrow(ValueError('x'))), attempt(drive, a.aclose()))
print(attempt(lambda: setattr(None, 'value', 1)), attempt(lambda: setattr(object(), 'value', 1)), attempt(lambda: delattr(None, 'value')))
print(attempt(lambda: [*1]), attempt(lambda: (*1,)), attempt(lambda: [0, *1, 2]), attempt(lambda: {0, *1}))
class C:
    __slots__ = ()
print(attempt(setattr, C(), 'x', 1))
def f():
    class A: pass
    class B(A): __slots__ = ('__dict__',)
print(attempt(f))
def f():
    class A: pass
    class B(A): __slots__ = ('__weakref__',)
print(attempt(f))
import types
@types.coroutine
def pause(): yield
async def c(): await pause()
c = c(); c.send(None); print(attempt(c.throw, StopIteration(0)))
