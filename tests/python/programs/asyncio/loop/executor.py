# era: 3.6 3.8 3.13
# Calls that block, elsewhere: side by side.
import asyncio
import time


def block(seconds):
    time.sleep(seconds)
    return seconds


def fail():
    raise KeyError('from the thread')


async def main():
    loop = asyncio.get_event_loop()
    begin = loop.time()
    print(await asyncio.gather(*[loop.run_in_executor(None, block, 0.1) for _ in range(3)]))
    print(loop.time() - begin < 0.25)
    try:
        await loop.run_in_executor(None, fail)
    except KeyError as error:
        print(error)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
