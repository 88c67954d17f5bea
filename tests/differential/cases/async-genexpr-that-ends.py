# era: 3.8 3.13
import types
@types.coroutine
def pause(): return (yield 'p')
class It:
    def __aiter__(self): return self
    async def __anext__(self):
        await pause()
        raise StopAsyncIteration
async def f():
    async for x in It(): pass
    print('after'); yield 1
g = f()
a = g.__anext__(); print(a.send(None))
try: a.send(None)
except StopIteration as e: print(e.value)
gen = (i async for i in It())
a = gen.__anext__(); print(a.send(None), gen.ag_frame.f_lineno)
try: a.send(None)
except StopAsyncIteration as e: print(repr(e))
