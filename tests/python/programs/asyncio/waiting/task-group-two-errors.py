# era: 3.11 3.13
# Errors of several children, and of the body, come together.
import asyncio


async def fail(error, delay=0):
    try:
        await asyncio.sleep(delay)
    finally:
        raise error


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(ValueError('first')))
            group.create_task(fail(KeyError('second'), 1))
            await asyncio.sleep(0)
            raise TypeError('body')
    except ExceptionGroup as errors:
        print(errors.message, sorted(repr(e) for e in errors.exceptions))
    try:
        async with asyncio.TaskGroup() as outer:
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail(OSError('nested')))
    except* OSError as errors:
        print(repr(errors))


asyncio.run(main())
