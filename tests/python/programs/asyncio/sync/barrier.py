# era: 3.11 3.13
# All wait for all; broken when one gives up.
import asyncio


async def runner(name, barrier, delay):
    await asyncio.sleep(delay)
    try:
        print(name, await barrier.wait())
    except asyncio.BrokenBarrierError:
        print(name, 'finds it broken')


async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(*[runner(name, barrier, 0.01 * i) for i, name in enumerate('abc')])
    print(barrier.n_waiting, barrier.parties, barrier.broken)
    waiting = asyncio.create_task(runner('d', barrier, 0))
    await asyncio.sleep(0.01)
    await barrier.abort()
    await waiting
    print(barrier.broken)
    await runner('e', barrier, 0)


asyncio.run(main())
