# era: 3.13
# What a timeout leaves in the contexts of exceptions that come out of a group; and a race in which the first attempt wins at once.
import asyncio
from asyncio.staggered import staggered_race


async def failing():
    try:
        await asyncio.sleep(2)
    finally:
        1 / 0


def chain(e):
    while e is not None:
        yield type(e).__name__, type(e.__cause__).__name__
        e = e.__context__


async def main():
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as group:
                group.create_task(failing())
                try:
                    raise ValueError
                finally:
                    await asyncio.sleep(2)
    except ExceptionGroup as g:
        print(list(chain(g)))
        for e in g.exceptions:
            print(list(chain(e)))

    async def attempt(i):
        return i

    print(await staggered_race([lambda: attempt(0), lambda: attempt(1)], delay=None))


asyncio.run(main())
