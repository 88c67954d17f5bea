# era: 3.11 3.12 3.13
# The old form of throw() is told of where it is called; a generator that has not begun stands at no column.
def g():
    yield 1
    yield 2
x = g()
def f(x):
    try:
        x.throw(
            ValueError, 'y')
    except ValueError as e: print(repr(e))
f(x)
x = g(); next(x)
f(x)
async def c(): pass
f(c())
x = (i for i in range(3))
x.throw(KeyError('x'))
