# era: 3.6 3.8 3.13
# An item is not lost with a getter that was cancelled.
import asyncio


async def main():
    queue = asyncio.Queue()
    first = asyncio.ensure_future(queue.get())
    second = asyncio.ensure_future(queue.get())
    await asyncio.sleep(0)
    queue.put_nowait('item')
    first.cancel()
    print(await second)
    await asyncio.wait([first])
    print(first.cancelled(), queue.qsize())
    try:
        await asyncio.wait_for(queue.get(), 0.01)
    except asyncio.TimeoutError:
        print('nothing came')
    queue.put_nowait('kept')
    print(queue.get_nowait())


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
