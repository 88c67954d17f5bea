# era: 3.8 3.13
# What is done and what is pending, by each of the three conditions and by time.
import asyncio


async def work(name, delay, fails=False):
    await asyncio.sleep(delay)
    if fails:
        raise ValueError(name)
    return name


def names(tasks):
    return sorted(t.get_name() for t in tasks)


async def main():
    for condition in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        tasks = [asyncio.create_task(work(*args), name=args[0]) for args in (('a', 0.01), ('b', 0.03, True), ('c', 0.06))]
        done, pending = await asyncio.wait(tasks, return_when=condition)
        print(condition, names(done), names(pending))
        done, pending = await asyncio.wait(tasks, timeout=0.0)
        await asyncio.gather(*tasks, return_exceptions=True)
    tasks = [asyncio.create_task(work('slow', 0.1), name='slow')]
    done, pending = await asyncio.wait(tasks, timeout=0.01)
    print(names(done), names(pending), tasks[0].cancelled())
    tasks[0].cancel()
    try:
        await asyncio.wait([])
    except ValueError as error:
        print(error)


asyncio.run(main())
