# era: 3.7 3.8 3.13
# A loop inside of a loop.
import asyncio


async def nested():
    pass


async def main():
    coro = nested()
    loop = asyncio.get_event_loop()
    for run in (loop.run_until_complete, asyncio.new_event_loop().run_until_complete):
        try:
            run(coro)
        except RuntimeError as error:
            print(error)
    coro.close()
    try:
        loop.close()
    except RuntimeError as error:
        print(error)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
