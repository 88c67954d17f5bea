# era: 3.6 3.8 3.13
# An exception during cancellation is what the task ends with; its context tells of the cancellation.
import asyncio


async def worker():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise KeyError('lost')


async def main():
    task = asyncio.ensure_future(worker())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except KeyError as error:
        print('KeyError', error.args, type(error.__context__).__name__)
    print(task.cancelled(), type(task.exception()).__name__)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
