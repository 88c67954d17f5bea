# era: 3.7 3.8 3.9 3.10 3.11 3.13
# Who is timed out and answers all the same.
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        return 'an answer'


async def main():
    for coro in (stubborn(), asyncio.sleep(1)):
        try:
            print(await asyncio.wait_for(coro, 0.01))
        except asyncio.TimeoutError:
            print('timed out')


asyncio.run(main())
