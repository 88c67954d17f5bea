# era: 3.13
# Since 3.13 it can be read by async for, and gives the tasks themselves.
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    tasks = [asyncio.create_task(work('a', 0.02), name='first'), asyncio.create_task(work('b', 0.01), name='second')]
    async for task in asyncio.as_completed(tasks):
        print(task.get_name(), task in tasks, await task)


asyncio.run(main())
