# era: 3.13
# close_clients and abort_clients.
import asyncio


class Stay(asyncio.Protocol):
    def connection_lost(self, exc):
        print('the server lost it', exc)


async def main():
    loop = asyncio.get_running_loop()
    for close in ('close_clients', 'abort_clients'):
        server = await loop.create_server(Stay, '127.0.0.1', 8815)
        reader, writer = await asyncio.open_connection('127.0.0.1', 8815)
        await asyncio.sleep(0.01)
        server.close()
        getattr(server, close)()
        await server.wait_closed()
        print(close, await reader.read())
        writer.close()
        await asyncio.sleep(0.01)


asyncio.run(main())
