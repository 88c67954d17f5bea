# Items through a queue with room for a hundred.
N = 100000
import asyncio


async def produce(queue):
    for n in range(N):
        await queue.put(n)
    await queue.put(None)


async def main():
    queue = asyncio.Queue(100)
    producing = asyncio.create_task(produce(queue))
    total = 0
    while (item := await queue.get()) is not None:
        total += item
    await producing
    print(total)


asyncio.run(main())
