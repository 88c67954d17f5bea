# era: 3.7 3.8 3.13
# A call that blocks holds everybody up: the ticks stop, and then come late.
import asyncio
import time


async def tick(start):
    for i in range(3):
        print("tick", i, round(time.monotonic() - start, 1))
        await asyncio.sleep(0.1)


async def main():
    start = time.monotonic()
    ticking = asyncio.create_task(tick(start))
    await asyncio.sleep(0)
    time.sleep(0.5)
    print("blocked until", round(time.monotonic() - start, 1))
    await ticking


asyncio.run(main())
