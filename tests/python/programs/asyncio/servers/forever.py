# era: 3.8 3.13
# serve_forever, until it is cancelled.
import asyncio


async def hello(reader, writer):
    writer.write(b'hello')
    writer.close()


async def client():
    reader, writer = await asyncio.open_connection('127.0.0.1', 8812)
    print(await reader.read())
    writer.close()


async def main():
    server = await asyncio.start_server(hello, '127.0.0.1', 8812)
    async with server:
        task = asyncio.create_task(server.serve_forever())
        await client()
        try:
            await server.serve_forever()
        except RuntimeError as error:
            print(str(error).rpartition('>')[2])
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            print('cancelled', server.is_serving(), server.sockets)


asyncio.run(main())
