# era: 3.8 3.13
# Writing to a connection that the other side has cut.
import asyncio


async def cut(reader, writer):
    writer.transport.abort()


async def main():
    server = await asyncio.start_server(cut, '127.0.0.1', 8806)
    reader, writer = await asyncio.open_connection('127.0.0.1', 8806)
    print(await reader.read())
    writer.write(b'first')
    await asyncio.sleep(0.01)
    for _ in range(2):
        try:
            writer.write(b'more')
            await writer.drain()
        except ConnectionError as error:
            print(type(error).__name__)
    writer.close()
    try:
        await writer.wait_closed()
    except ConnectionError as error:
        print('closed by', type(error).__name__)
    server.close()


asyncio.run(main())
