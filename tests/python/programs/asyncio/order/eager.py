# era: 3.13
# Eager tasks begin at once, and go to the queue when they have to wait.
import asyncio


async def work(name, waits):
    print(name, 'begins')
    if waits:
        await asyncio.sleep(0)
        print(name, 'goes on')
    return name


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    print('before')
    first = asyncio.create_task(work('quick', False))
    print(first.done(), first.result())
    second = asyncio.create_task(work('slow', True))
    print(second.done())
    print(await asyncio.gather(first, second, work('third', True)))


asyncio.run(main())
