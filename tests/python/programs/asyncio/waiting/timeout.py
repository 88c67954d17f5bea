# era: 3.11 3.13
# A block with a limit; moved, taken away, nested.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1)
    except TimeoutError as error:
        print('over', error.args)
    async with asyncio.timeout(0.01) as limit:
        limit.reschedule(None)
        await asyncio.sleep(0.03)
    print('taken away', limit.expired(), limit.when())
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(0.01) as inner:
                    await asyncio.sleep(2)
            except TimeoutError:
                print('inner', inner.expired(), outer.expired())
            outer.reschedule(loop.time() + 0.01)
            await asyncio.sleep(2)
    except TimeoutError:
        print('outer', outer.expired())
    async with asyncio.timeout(None):
        print('no limit')
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            await asyncio.sleep(0)
    except TimeoutError:
        print('in the past')


asyncio.run(main())
