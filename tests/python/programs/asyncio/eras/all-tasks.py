# era: 3.6 3.7 3.8
# Task.all_tasks and asyncio.all_tasks.
import asyncio


async def idle():
    await asyncio.sleep(0.01)


async def main():
    task = asyncio.ensure_future(idle())
    print(len(asyncio.Task.all_tasks()), asyncio.Task.current_task() is not task)
    if hasattr(asyncio, 'all_tasks'):
        print(len(asyncio.all_tasks()), asyncio.current_task() is asyncio.Task.current_task())
    await task


loop = asyncio.get_event_loop()
import warnings
warnings.simplefilter('ignore')
loop.run_until_complete(main())
loop.close()
