# era: 3.7 3.8 3.13
# A server that says everything louder, and a client.
import asyncio


async def shout(reader, writer):
    while True:
        line = await reader.readline()
        if not line:
            break
        writer.write(line.upper())
        await writer.drain()
    print('the client has gone')
    writer.close()


async def main():
    server = await asyncio.start_server(shout, '127.0.0.1', 8801)
    reader, writer = await asyncio.open_connection('127.0.0.1', 8801)
    for line in (b'one\n', b'two\nthree\n'):
        writer.write(line)
        print(await reader.readline())
    print(await reader.readline())
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0.01)
    server.close()
    await server.wait_closed()


asyncio.run(main())
