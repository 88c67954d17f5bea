# era: 3.6 3.8 3.13
# A task that is cancelled before its first step never runs.
import asyncio


async def never():
    print('this is not printed')


async def main():
    task = asyncio.ensure_future(never())
    print(task.cancel(), task.done())
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled', task.cancelled(), task.cancel())


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
