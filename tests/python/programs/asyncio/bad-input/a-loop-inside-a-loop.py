# era: 3.7 3.8 3.13
# A loop that runs does not run another, nor itself, nor is it closed.
import asyncio


async def nothing():
    return 1


async def main():
    loop = asyncio.get_running_loop()
    other = asyncio.new_event_loop()
    for attempt in (
        lambda c: asyncio.run(c),
        lambda c: loop.run_until_complete(c),
        lambda c: other.run_until_complete(c),
        lambda c: loop.run_forever(),
    ):
        c = nothing()
        try:
            attempt(c)
        except RuntimeError as error:
            print(error)
        c.close()
    other.close()


asyncio.run(main())
