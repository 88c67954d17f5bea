from typing import *
def f[T: (int, str), *Ts, **P](x: T) -> T: return x
print(f.__type_params__, [type(t) for t in f.__type_params__], f.__type_params__[0].__constraints__)
class C[T: 1/0]:
    def m[U](self, x: T, y: U): ...
T, = C.__type_params__
try: T.__bound__
except ZeroDivisionError as e: print('lazy', e)
print(C.m.__type_params__, C[int], C.__mro__, C.__orig_bases__)
type A[X] = list[X] | A2
type A2 = int
print(A, A.__value__, A[int], A.__type_params__, type(A), A.__module__)
class D[T=int]: pass
print(D.__type_params__[0].__default__, D.__type_params__[0].has_default(), T.has_default(), T.__default__)
try: A.__value__ = 3
except AttributeError as e: print(e)

import copy
async def f(): pass
c=f()
try: print(copy.copy(c))
except TypeError as e: print(e)
c.close()
def g(): yield
try: print(copy.copy(g()))
except TypeError as e: print(e)
