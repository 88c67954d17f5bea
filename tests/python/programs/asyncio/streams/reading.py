# era: 3.6 3.8 3.13
# The ways to read: some, exactly, a line, until, all.
import asyncio


async def main():
    reader = asyncio.StreamReader()
    loop = asyncio.get_event_loop()
    for i, piece in enumerate([b'ab', b'cdef\ngh', b'ij;kl;', b'rest', None]):
        loop.call_later(0.01 * i, reader.feed_eof if piece is None else lambda p=piece: reader.feed_data(p))
    print(await reader.read(1), await reader.readexactly(3))
    print(await reader.readline(), await reader.readuntil(b';'), reader.at_eof())
    print(await reader.readuntil(b';'), await reader.read())
    print(reader.at_eof(), await reader.read(), await reader.readline())
    reader = asyncio.StreamReader()
    reader.feed_data(b'short')
    reader.feed_eof()
    try:
        await reader.readexactly(10)
    except asyncio.IncompleteReadError as error:
        print(error, error.partial, error.expected)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
