# era: 3.11 3.13
# All end before the block does; one that fails cancels the others.
import asyncio


async def work(name, delay, fails=False):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise
    print(name, 'done')
    if fails:
        raise ValueError(name)
    return name


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work('a', 0.02)), group.create_task(work('b', 0.01))]
        print('body')
    print([t.result() for t in tasks])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work('c', 0.01, True))
            group.create_task(work('d', 1))
            await asyncio.sleep(1)
            print('never')
    except* ValueError as errors:
        print(errors.exceptions)
    try:
        late = asyncio.sleep(0)
        group.create_task(late)
    except RuntimeError as error:
        print(str(error).rpartition('>')[2])
    late.close()


asyncio.run(main())
