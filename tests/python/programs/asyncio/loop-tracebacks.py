# era: 3.8 3.10 3.11 3.12 3.13
# Where an asynchronous loop or comprehension is told to have failed.
import asyncio, sys, traceback
async def gen():
    yield 1
    raise LookupError('in agen')
class A:
    def __aiter__(self): return self
    async def __anext__(self): raise KeyError
async def one():
    async for x in gen(): pass
async def two():
    async for x in gen():
        y = x
async def three():
    async for x in (
            gen()):
        y = x
    else:
        pass
async def four():
    async for x in A():
        pass
async def five():
    async for x in 5:
        pass
async def six():
    return [x
            async for x in A()]
async def main():
    for f in one, two, three, four, five:
        try: await f()
        except Exception: traceback.print_exc(file=sys.stdout)
asyncio.run(main())
