# Tasks have names; a task waits for another, is cancelled, and gives up its turn.
import asyncio

async def fetch(page, seconds):
    await asyncio.sleep(0)
    await asyncio.sleep(seconds)
    return page

async def main():
    a = asyncio.create_task(fetch('a', 2), name='first')
    b = asyncio.create_task(fetch('b', 5))
    print(await a)
    b.cancel()
    try:
        await b
    except asyncio.CancelledError:
        print('cancelled')

asyncio.run(main())
