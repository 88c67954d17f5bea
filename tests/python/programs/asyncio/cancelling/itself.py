# era: 3.8 3.13
# A task that cancels itself notices at its next await.
import asyncio


async def suicidal():
    asyncio.current_task().cancel()
    print('still here')
    await asyncio.sleep(0)
    print('never')


async def at_the_end():
    asyncio.current_task().cancel()
    return 'result'


async def main():
    for coro in (suicidal(), at_the_end()):
        task = asyncio.create_task(coro)
        await asyncio.wait([task])
        print(task.cancelled())


asyncio.run(main())
