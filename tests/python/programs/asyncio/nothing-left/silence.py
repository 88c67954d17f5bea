# oracle: off, a CPython would wait for ever.
# A peer that listens, and never says a word: with a time-out it is no deadlock.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    begin = loop.time()
    reader, writer = await asyncio.open_connection('silent.example', 9)
    try:
        await asyncio.wait_for(reader.read(), 3600)
    except TimeoutError:
        print('an hour later:', round(loop.time() - begin))
    try:
        await reader.read()
    finally:
        writer.close()


try:
    asyncio.run(main())
except RuntimeError as error:
    print(str(error).replace('; ', '\n'))
