# How tasks are asked to leave, and what they make of it.
import asyncio


async def sleeper(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, 'leaves', error.args)
        raise
    finally:
        print(name, 'finally')


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return 'stayed'


async def main():
    task = asyncio.create_task(sleeper('unstarted'))
    print(task.cancel('early'), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print('caught', error.args, task.cancelled(), task.done())
    print(task.cancel())

    task = asyncio.create_task(sleeper('started'))
    await asyncio.sleep(0)
    task.cancel('why')
    result = (await asyncio.gather(task, return_exceptions=True))[0]
    print(repr(result), task.cancelled())

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling(), task.uncancel())

    inner = asyncio.create_task(stubborn())
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print('outer cancelled; inner done:', inner.done())
    inner.cancel()
    print(await inner)

    group = asyncio.gather(sleeper('g1'), sleeper('g2'))
    await asyncio.sleep(0)
    group.cancel()
    try:
        await group
    except asyncio.CancelledError:
        print('gather cancelled', group.cancelled())

    try:
        await asyncio.wait_for(sleeper('slow'), 0.01)
    except asyncio.TimeoutError as error:
        print('timed out', repr(error), repr(error.__cause__))


asyncio.run(main())
