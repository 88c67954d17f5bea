# era: 3.8 3.13
# The same awaitable twice is run once.
import asyncio


async def work():
    print('once')
    return 1


async def main():
    coro = work()
    print(await asyncio.gather(coro, coro))
    future = asyncio.get_running_loop().create_future()
    future.set_result(2)
    print(await asyncio.gather(future, future, asyncio.sleep(0, 3)))


asyncio.run(main())
