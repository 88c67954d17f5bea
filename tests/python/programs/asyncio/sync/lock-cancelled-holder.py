# era: 3.6 3.8 3.13
# A lock's holder is cancelled: the block gives the lock back.
import asyncio


async def holder(lock):
    async with lock:
        await asyncio.sleep(1)


async def main():
    lock = asyncio.Lock()
    task = asyncio.ensure_future(holder(lock))
    await asyncio.sleep(0)
    waiting = asyncio.ensure_future(lock.acquire())
    await asyncio.sleep(0)
    task.cancel()
    print(await waiting, task.cancelled(), lock.locked())


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
