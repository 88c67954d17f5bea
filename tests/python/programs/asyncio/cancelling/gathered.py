# era: 3.6 3.8 3.13
# Cancelling gather cancels all; cancelling one of its children counts as an exception of that one.
import asyncio


async def child(name):
    try:
        await asyncio.sleep(0.02)
        return name
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise


async def main():
    both = asyncio.gather(child('a'), child('b'))
    await asyncio.sleep(0)
    print(both.cancel())
    try:
        await both
    except asyncio.CancelledError:
        print('all', both.cancelled())
    tasks = [asyncio.ensure_future(child('c')), asyncio.ensure_future(child('d'))]
    both = asyncio.gather(*tasks, return_exceptions=True)
    await asyncio.sleep(0)
    tasks[0].cancel()
    results = await both
    print([type(r).__name__ for r in results], results[1])
    tasks = [asyncio.ensure_future(child('e')), asyncio.ensure_future(child('f'))]
    both = asyncio.gather(*tasks)
    await asyncio.sleep(0)
    tasks[0].cancel()
    try:
        await both
    except asyncio.CancelledError:
        print('one was enough', both.cancelled())
    print(await tasks[1])


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
