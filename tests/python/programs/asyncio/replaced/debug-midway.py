# era: 3.8 3.13
# Debug mode may begin in the midst of a run, with tasks and callbacks already waiting.
import asyncio


async def work(n):
    for _ in range(3):
        await asyncio.sleep(0)
    return n


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(work(n)) for n in range(3)]
    loop.call_soon(loop.set_debug, True)
    print(await asyncio.gather(*tasks), loop.get_debug())
    late = asyncio.create_task(work(9))
    print("created at" in repr(late))
    try:
        loop.call_soon(work)
    except TypeError as error:
        print(error)
    loop.set_debug(False)
    print(await late, "created at" in repr(asyncio.create_task(asyncio.sleep(0))))


asyncio.run(main())
