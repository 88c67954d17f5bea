# oracle: off, a CPython would wait for ever.
# A lock that is never released: the loop says who waits for what.
import asyncio


async def hold(lock):
    async with lock:
        await asyncio.get_running_loop().create_future()


async def main():
    lock = asyncio.Lock()
    asyncio.create_task(hold(lock), name='holder')
    await asyncio.sleep(0)
    await lock.acquire()


try:
    asyncio.run(main())
except RuntimeError as error:
    print(type(error).__name__)
    print(str(error).replace('; ', '\n'))
