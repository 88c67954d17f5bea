# era: 3.8 3.13
# Two tasks must not read from one stream.
import asyncio


async def main():
    reader = asyncio.StreamReader()
    first = asyncio.create_task(reader.readline())
    await asyncio.sleep(0)
    try:
        await reader.read()
    except RuntimeError as error:
        print(error)
    reader.feed_data(b'line\n')
    print(await first)
    lines = []
    reader.feed_data(b'x\ny\nz')
    reader.feed_eof()
    async for line in reader:
        lines.append(line)
    print(lines)


asyncio.run(main())
