# era: 3.6
# Coroutines by decorator, loops by hand.
import asyncio


@asyncio.coroutine
def old(n):
    yield from asyncio.sleep(n / 100)
    return n


async def new(n):
    return await old(n) + 1


@asyncio.coroutine
def plain():
    return 'plain'


@asyncio.coroutine
def guarded(lock, name):
    with (yield from lock):
        print(name, 'in')
        yield from asyncio.sleep(0)
    print(name, 'out')


loop = asyncio.get_event_loop()
print(asyncio.iscoroutinefunction(old), asyncio.iscoroutinefunction(new), asyncio.iscoroutine(plain()))
print(loop.run_until_complete(old(1)), loop.run_until_complete(new(1)), loop.run_until_complete(plain()))
print(loop.run_until_complete(asyncio.gather(new(3), old(1), loop=loop)))
lock = asyncio.Lock(loop=loop)
loop.run_until_complete(asyncio.gather(guarded(lock, 'a'), guarded(lock, 'b')))
done, pending = loop.run_until_complete(asyncio.wait([old(1), old(30)], timeout=0.1))
print(len(done), len(pending))
task = pending.pop()
task.cancel()
try:
    loop.run_until_complete(task)
except Exception as error:
    print(type(error).__name__, isinstance(error, asyncio.CancelledError))
future = loop.create_future()
for call in (future.result, future.exception):
    try:
        call()
    except asyncio.InvalidStateError as error:
        print(error)
loop.close()
try:
    loop.run_until_complete(future)
except RuntimeError as error:
    print(error)
