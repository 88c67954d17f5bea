# era: 3.6 3.8 3.13
# Cancelling a task cancels what it waits for, unless that is shielded.
import asyncio


async def inner(name):
    try:
        await asyncio.sleep(0.02)
        print(name, 'ended')
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise


async def main():
    a, b = asyncio.ensure_future(inner('a')), asyncio.ensure_future(inner('b'))

    async def outer(awaitable):
        await awaitable

    tasks = [asyncio.ensure_future(outer(a)), asyncio.ensure_future(outer(asyncio.shield(b)))]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    print([t.cancelled() for t in tasks], a.cancelled(), b.cancelled())
    await b


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
