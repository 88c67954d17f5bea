# era: 3.6 3.8 3.13
# Released and taken again at once: is the one who waits passed over?
import asyncio


async def greedy(lock):
    for i in range(3):
        async with lock:
            print('greedy', i)
            await asyncio.sleep(0)


async def modest(lock):
    await asyncio.sleep(0)
    async with lock:
        print('modest')


async def main():
    lock = asyncio.Lock()
    await asyncio.wait([asyncio.ensure_future(greedy(lock)), asyncio.ensure_future(modest(lock))])


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
