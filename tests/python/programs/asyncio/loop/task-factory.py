# era: 3.8 3.13
# A factory of one's own.
import asyncio


class Counted(asyncio.Task):
    made = 0

    def __init__(self, *args, **kwargs):
        Counted.made += 1
        super().__init__(*args, **kwargs)


async def work(n):
    await asyncio.sleep(0)
    return n


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, **kwargs: Counted(coro, loop=loop, **kwargs))
    print(await asyncio.gather(work(1), work(2), loop.create_task(work(3))))
    print(Counted.made)
    loop.set_task_factory(None)
    print(loop.get_task_factory(), await loop.create_task(work(4)), Counted.made)


asyncio.run(main())
