# era: 3.6 3.7
# loop=, while it existed.
import asyncio

loop = asyncio.new_event_loop()
asyncio.set_event_loop(None)


async def work(n):
    await asyncio.sleep(0.001, loop=loop)
    return n


async def main():
    lock = asyncio.Lock(loop=loop)
    queue = asyncio.Queue(loop=loop)
    async with lock:
        await queue.put(1)
    print(await queue.get())
    print(await asyncio.gather(work(1), work(2), loop=loop))
    print(await asyncio.wait_for(work(3), 1, loop=loop))
    done, pending = await asyncio.wait([loop.create_task(work(4))], loop=loop)
    print(len(done), len(pending))


loop.run_until_complete(main())
loop.close()
