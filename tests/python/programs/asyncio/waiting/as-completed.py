# era: 3.6 3.8 3.13
# In the order in which they end.
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    for next_one in asyncio.as_completed([work('a', 0.03), work('b', 0.01), work('c', 0.02)]):
        print(await next_one)
    try:
        for next_one in asyncio.as_completed([work('d', 0.01), work('e', 0.06)], timeout=0.03):
            print(await next_one)
    except asyncio.TimeoutError:
        print('time is over')
    await asyncio.sleep(0.06)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
