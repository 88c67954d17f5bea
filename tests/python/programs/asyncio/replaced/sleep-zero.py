# era: 3.8 3.13
# sleep(0) is a coroutine like any other, for whoever looks.
import asyncio
import inspect


def ending(coro, value=None):
    try:
        return coro.send(value)
    except StopIteration as stop:
        return "ends with %r" % (stop.value,)


coro = asyncio.sleep(0, "slept")
print(inspect.iscoroutine(coro), coro.__name__, inspect.getcoroutinestate(coro))
print(ending(coro), inspect.getcoroutinestate(coro), ending(coro), inspect.getcoroutinestate(coro))
try:
    coro.send(None)
except RuntimeError as error:
    print(error)
coro = asyncio.sleep(0)
coro.send(None)
try:
    coro.throw(ValueError("thrown in"))
except ValueError as error:
    print(error)
coro = asyncio.sleep(0)
coro.close()
print(inspect.getcoroutinestate(coro))


async def outer():
    try:
        return await asyncio.sleep(0, "inner")
    except KeyError as error:
        return "caught %s" % error
    finally:
        print("out")


coro = outer()
print(coro.send(None), coro.cr_await.__name__)
print(ending(coro))
coro = outer()
coro.send(None)
try:
    coro.throw(KeyError("key"))
except StopIteration as stop:
    print(stop.value)
coro = outer()
coro.send(None)
coro.close()
coro = outer()
coro.send(None)
waited = coro.cr_await
print(inspect.getcoroutinestate(waited), ending(waited), inspect.getcoroutinestate(waited))
coro.close()


async def main():
    kept = asyncio.sleep(0, 1)
    await asyncio.sleep(0)
    print(await kept, await asyncio.gather(asyncio.sleep(0, 2), asyncio.sleep(0, 3)))
    print(await asyncio.wait_for(asyncio.sleep(0, 4), 1))
    try:
        await kept
    except RuntimeError as error:
        print(error)
    for delay in (-1, 0, 0.0, False):
        print(await asyncio.sleep(delay, delay))
    try:
        await asyncio.sleep("0")
    except TypeError:
        print("no number")


asyncio.run(main())
