# A call that blocks in the middle of a turn: its run takes time, and everyone else waits.
import asyncio
import time

async def slow():
    time.sleep(3)

async def quick():
    await asyncio.sleep(1)

async def main():
    await asyncio.gather(slow(), quick())

asyncio.run(main())
