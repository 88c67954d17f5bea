# Task groups and time limits, one inside the other.
import asyncio


async def work(name, seconds, error=None):
    try:
        await asyncio.sleep(seconds)
        if error:
            raise error
        print(name, 'done')
        return name
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(n, s)) for n, s in [('a', 0.02), ('b', 0.01)]]
    print([t.result() for t in tasks])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work('c', 0.01, ValueError('c')))
            group.create_task(work('d', 1))
            await work('body', 1)
    except* ValueError as errors:
        print(repr(errors))
    try:
        group.create_task(coroutine := work('late', 0))
    except RuntimeError as error:
        print(error)
        coroutine.close()
    try:
        async with asyncio.timeout(0.01) as limit:
            await work('slow', 1)
    except TimeoutError as error:
        print('over', limit.expired(), type(error.__cause__).__name__)
    async with asyncio.timeout(1) as limit:
        await work('quick', 0)
    print(limit.expired(), limit)
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.timeout(1) as inner:
                await work('nested', 1)
    except TimeoutError:
        print('outer only', inner.expired())
    async for task in asyncio.as_completed([asyncio.create_task(work(str(i), i / 100)) for i in (3, 1, 2)]):
        print('as completed', await task)
    done, pending = await asyncio.wait([asyncio.create_task(work(n, s)) for n, s in [('w1', 0.01), ('w2', 0.5)]],
                                       return_when=asyncio.FIRST_COMPLETED)
    print([t.result() for t in done], len(pending))
    for task in pending:
        task.cancel()
    await asyncio.wait(pending)
    asyncio.current_task().cancel()
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print('self', asyncio.current_task().cancelling(), asyncio.current_task().uncancel())


asyncio.run(main())
