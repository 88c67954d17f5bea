# era: 3.6 3.8 3.13
# A coroutine can be awaited once; a task as often as one likes.
import asyncio


async def work():
    return 1


async def slow():
    await asyncio.sleep(0.01)


async def main():
    coro = work()
    print(await coro)
    try:
        await coro
    except RuntimeError as error:
        print(error)
    task = asyncio.ensure_future(work())
    print(await task, await task)
    coro = slow()
    task = asyncio.ensure_future(coro)
    await asyncio.sleep(0)
    try:
        await coro
    except RuntimeError as error:
        print(error)
    await task


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
