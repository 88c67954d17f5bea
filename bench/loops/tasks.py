# Tasks that each give way three times, gathered.
N = 10000
import asyncio


async def worker(n):
    for _ in range(3):
        await asyncio.sleep(0)
    return n


async def main():
    print(sum(await asyncio.gather(*[worker(n) for n in range(N)])))


asyncio.run(main())
