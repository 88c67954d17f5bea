# era: 3.8 3.13
# More than the buffers hold: drain waits until the other side reads.
import asyncio


async def slow_reader(reader, writer):
    await asyncio.sleep(0.05)
    total = 0
    while True:
        data = await reader.read(100000)
        if not data:
            break
        total += len(data)
    writer.write(b'%d' % total)
    writer.close()


async def main():
    server = await asyncio.start_server(slow_reader, '127.0.0.1', 8804)
    reader, writer = await asyncio.open_connection('127.0.0.1', 8804)
    writer.write(b'x' * 8000000)
    print(writer.transport.get_write_buffer_size() > 0)
    await writer.drain()
    print(writer.transport.get_write_buffer_size() <= writer.transport.get_write_buffer_limits()[0])
    writer.write_eof()
    print(await reader.read())
    writer.close()
    server.close()


asyncio.run(main())
