def outer(x):
    y = 2
    def inner(): return x + y + z
    z = 5
    return inner
f = outer(1)
print([c.cell_contents for c in f.__closure__], f.__code__.co_freevars)
def e():
    def g(): return q

    if 0: q = 1
    return g
try: e().__closure__[0].cell_contents
except ValueError as x: print(x)
def counter():
    n = 0
    def step():
        nonlocal n
        n += 1
        return n
    return step
c = counter(); c(); c()
print(c.__closure__[0].cell_contents)
c.__closure__[0].cell_contents = 10
print(c(), c.__code__.co_freevars)
class A:
    def m(self): return __class__
print(A.m.__closure__[0].cell_contents is A)
