# era: 3.6 3.8 3.13
# eof_received that answers True: this side goes on writing.
import asyncio


class Server(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def eof_received(self):
        loop = asyncio.get_event_loop()
        loop.call_later(0.01, self.transport.write, b'still here')
        loop.call_later(0.02, self.transport.close)
        return True


async def main():
    loop = asyncio.get_event_loop()
    server = await loop.create_server(Server, '127.0.0.1', 8822)
    reader, writer = await asyncio.open_connection('127.0.0.1', 8822)
    writer.write_eof()
    try:
        writer.write(b'too late')
    except RuntimeError as error:
        print(error)
    print(await reader.read())
    writer.close()
    server.close()


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
