# era: 3.6 3.8 3.13
# A task may refuse, and return something else.
import asyncio


async def stubborn():
    refused = 0
    while refused < 2:
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            refused += 1
            print('refused', refused)
    return 'on my own terms'


async def main():
    task = asyncio.ensure_future(stubborn())
    for _ in range(2):
        await asyncio.sleep(0)
        task.cancel()
    print(await task, task.cancelled())


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
