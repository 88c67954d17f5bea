# era: 3.8 3.13
# Tasks are numbered, or named.
import asyncio


async def work():
    return asyncio.current_task().get_name()


async def main():
    print(await work())
    print(await asyncio.gather(work(), asyncio.create_task(work(), name='mine'), work()))
    task = asyncio.create_task(work())
    task.set_name(12)
    print(await task, task.get_name(), sorted(t.get_name() for t in asyncio.all_tasks()))


asyncio.run(main())
