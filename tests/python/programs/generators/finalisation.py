# What happens when the last reference goes (PEP 342), in the order in which it happens.
def g(name):
    try:
        yield name
    finally:
        print('end of', name)

a = g('a')
next(a)
del a
print('after del')
b = g('b')
next(b)
b = None
print('after rebinding')

def scope():
    c = g('c')
    next(c)
    print('leaving')
scope()
print('after the call')
for x in g('d'):
    break
print('after break')
next(g('e'))
print('after a bare next')

class Holder: pass
h = Holder()
h.gen = g('f')
next(h.gen)
del h
print('after its holder')

def raising():
    f = g('inside raising')
    next(f)
    raise ValueError
try:
    raising()
except ValueError:
    print('caught')
print('after the handler')
l = [g(i) for i in range(3)]
for x in l: next(x)
del x
l.pop()
l.clear()
print('cleared')

async def coro():
    pass
coro().close()
c = coro()
try:
    c.send(None)
except StopIteration:
    pass
print(list(x for x in g('z')))
