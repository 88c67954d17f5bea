# era: 3.10 3.13
# loop=, when it was gone.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for make in (asyncio.Lock, asyncio.Queue, asyncio.Event):
        try:
            make(loop=loop)
        except TypeError as error:
            print(str(error).split(' ', 1)[-1][:40])
    try:
        await asyncio.sleep(0, loop=loop)
    except TypeError as error:
        print(error)


asyncio.run(main())
