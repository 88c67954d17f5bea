# era: 3.6 3.8 3.13
# The first exception ends the wait, and the others go on; return_exceptions collects them.
import asyncio


async def work(name, delay, fails=False):
    await asyncio.sleep(delay)
    print(name)
    if fails:
        raise ValueError(name)
    return name


async def main():
    try:
        await asyncio.gather(work('a', 0.03), work('b', 0.01, True), work('c', 0.02))
    except ValueError as error:
        print('failed', error)
    await asyncio.sleep(0.05)
    results = await asyncio.gather(work('d', 0.02), work('e', 0.01, True), return_exceptions=True)
    print(results[0], type(results[1]).__name__, results[1].args)
    print(await asyncio.gather())


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
