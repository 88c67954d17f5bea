# era: 3.6 3.8 3.11 3.13
# An iterator of the program's own as a delegate: what its `throw` is given, and that it is closed with the forgotten generator.
class Own:
    def __iter__(self): return self
    def __next__(self): return 'item'
    def throw(self, *args):
        print('throw', *[a if isinstance(a, type) else repr(a).replace(',', '') for a in args])
        raise StopIteration('thrown')
    def close(self): print('closed')

def delegator(own):
    result = yield from own
    yield result

own = Own()
for o in (Own(), own):
    g = delegator(o)
    next(g)
    del g, o
print('forgotten')

def outer():
    try:
        yield from delegator(Own())
    finally:
        print('outer ends')

g = outer()
next(g)
del g
g = outer()
print(next(g), g.throw(ValueError('one argument')))
del g
g = delegator(own)
next(g)
g.close()
import types
@types.coroutine
def waiting():
    return (yield from own)
async def coroutine():
    return await waiting()
c = coroutine()
c.send(None)
try:
    c.throw(KeyError('k'))
except StopIteration as e:
    print(e.value)
c = coroutine()
c.send(None)
del c
print('end')
