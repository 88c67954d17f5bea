# era: 3.11 3.13
# The count of cancellations asked for, and taken back.
import asyncio


async def worker():
    task = asyncio.current_task()
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(task.cancelling(), task.uncancel(), task.cancelling())
    await asyncio.sleep(0)
    return 'went on'


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(0)
    task.cancel()
    print(task.cancelling())
    print(await task, task.cancelling(), task.uncancel())


asyncio.run(main())
