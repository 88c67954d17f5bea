# oracle: off, curio is not part of CPython
# Task groups: all, any, failures, in the order of their ends.
import curio

async def child(name, seconds):
    try:
        await curio.sleep(seconds)
    except curio.CancelledError:
        print(name, 'cancelled')
        raise
    print(name, 'done')
    return name

async def fails(seconds, error):
    await curio.sleep(seconds)
    raise error

async def main():
    async with curio.TaskGroup() as group:
        tasks = [await group.spawn(child, name, seconds) for name, seconds in [('a', 3), ('b', 1), ('c', 2)]]
        print('block ends')
    print([task.result for task in tasks], group.completed.result)

    print('-- any')
    async with curio.TaskGroup(wait=any) as group:
        for name, seconds in [('a', 3), ('b', 1), ('c', 2)]:
            await group.spawn(child, name, seconds)
    print(group.completed.result)

    print('-- none')
    async with curio.TaskGroup(wait=None) as group:
        await group.spawn(child, 'background', 100)
        await curio.sleep(1)

    print('-- failures')
    try:
        async with curio.TaskGroup() as group:
            await group.spawn(child, 'a', 3)
            await group.spawn(fails, 1, ValueError('one'))
            await group.spawn(fails, 1, KeyError('two'))
            await group.spawn(fails, 2, KeyError('never'))
    except curio.TaskGroupError as error:
        print(error, [repr(task.exception) for task in error])

    print('-- the block fails')
    try:
        async with curio.TaskGroup() as group:
            await group.spawn(child, 'a', 3)
            await curio.sleep(1)
            raise RuntimeError('in the block')
    except RuntimeError as error:
        print(error)

    print('-- as they end')
    async with curio.TaskGroup() as group:
        for name, seconds in [('a', 3), ('b', 1), ('c', 2)]:
            await group.spawn(child, name, seconds)
        async for task in group:
            print('next', task.result)
    async with curio.TaskGroup() as group:
        await group.spawn(child, 'a', 1)
        await group.add_task(await curio.spawn(child, 'b', 2))
        print(await group.next_result(), await group.next_result())
        try:
            await group.next_result()
        except RuntimeError as error:
            print(error)

    print('-- cancelled from outside')
    async def nested():
        async with curio.TaskGroup() as group:
            await group.spawn(child, 'x', 10)
            await group.spawn(child, 'y', 10)
    task = await curio.spawn(nested)
    await curio.sleep(1)
    await task.cancel()
    print(repr(task.exception), await curio.clock())

curio.run(main)
