# era: 3.6 3.7
# @asyncio.coroutine: generators and plain functions, mixed with async def.
import asyncio


@asyncio.coroutine
def old(n):
    yield from asyncio.sleep(0.01)
    return n


@asyncio.coroutine
def plain(n):
    return n


async def new(n):
    return await old(n) + await plain(n)


@asyncio.coroutine
def mixed():
    first = yield from new(1)
    second = yield from plain(10)
    return first + second


loop = asyncio.get_event_loop()
print(loop.run_until_complete(mixed()))
print(asyncio.iscoroutinefunction(old), asyncio.iscoroutinefunction(plain), asyncio.iscoroutinefunction(new))
print(asyncio.iscoroutine(mixed()))
loop.close()
