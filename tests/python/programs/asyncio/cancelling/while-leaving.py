# era: 3.6 3.8 3.13
# A second cancellation during the clean-up of the first.
import asyncio


async def worker():
    try:
        await asyncio.sleep(1)
    finally:
        print('cleaning')
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print('not even cleaning')
        print('left')


async def main():
    task = asyncio.ensure_future(worker())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), task.done())


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
