# era: 3.6 3.8 3.13
# Cancelled in the round in which its future was filled: the cancellation still comes.
import asyncio


async def wait(future):
    try:
        print('got', await future)
    except asyncio.CancelledError:
        print('cancelled, though', future.result())
        raise


async def main():
    future = asyncio.get_event_loop().create_future()
    task = asyncio.ensure_future(wait(future))
    await asyncio.sleep(0)
    future.set_result('a result')
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
