# era: 3.6 3.8 3.13
# Lines that are longer than the limit.
import asyncio


async def main():
    reader = asyncio.StreamReader(limit=8)
    reader.feed_data(b'a long line without end')
    try:
        await reader.readuntil(b'\n')
    except asyncio.LimitOverrunError as error:
        print(error, error.consumed)
    try:
        await reader.readline()
    except ValueError as error:
        print(error)
    reader.feed_data(b'ok\n')
    print(await reader.readline())
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as error:
        print(error)
    try:
        await reader.readuntil(b'')
    except ValueError as error:
        print(error)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
