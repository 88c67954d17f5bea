# era: 3.6 3.8 3.13
import warnings; warnings.simplefilter('ignore')
def attempt(f, *a):
    try: return (repr(f(*a)))
    except BaseException as e: return (type(e).__name__+ ' '+ str(e))
def g(): yield 1
async def c(): pass
x = g(); print(attempt(x.throw, StopIteration(1)), attempt(next, x))
x = c(); print(attempt(x.throw, StopIteration(1)))
x = g(); next(x); attempt(next, x); print(attempt(x.throw, StopIteration(1)), attempt(x.throw, ValueError(1)))
async def a(): yield 1
def drive(aw):
    steps = aw.__await__()
    try:
        while True: print('p', steps.send(None))
    except StopIteration as e: return e.value
x = a(); print(attempt(drive, x.athrow(StopIteration(1))))
x = a(); print(attempt(drive, x.athrow(StopAsyncIteration(1))))
def d(): yield from g()
x = d(); print(attempt(x.throw, StopIteration(1)))
class C:
    def __len__(self): print('len'); return -1
print(attempt(list, C()), attempt(tuple, C()), attempt(sorted, C()))
class C:
    def __len__(self): print('len'); return -1
    def __iter__(self): print('iter'); return iter([])
print(attempt(list, C()), attempt(tuple, C()), attempt(sorted, C()), attempt(lambda: [*C()]), attempt([].extend, C()), attempt(set, C()))
class C:
    def __len__(self): print('len'); return 'a'
    def __iter__(self): print('iter'); return iter([])
print(attempt(list, C()), attempt(tuple, C()), attempt(sorted, C()), attempt(lambda: [*C()]), attempt([].extend, C()))
