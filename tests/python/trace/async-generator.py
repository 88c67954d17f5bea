# An asynchronous generator speaks to two: it waits through its consumer, and hands over items.
import asyncio

async def ticker(times):
    for tick in range(times):
        await asyncio.sleep(1)
        yield tick

async def main():
    async for tick in ticker(2):
        print(tick)

asyncio.run(main())
