# era: 3.6 3.8 3.13
# What a protocol is told, and in which order.
import asyncio


class Talker(asyncio.Protocol):
    def __init__(self, name, done):
        self.name, self.done = name, done

    def connection_made(self, transport):
        self.transport = transport
        print(self.name, 'made')
        if self.name == 'client':
            transport.write(b'hello')
            transport.write_eof()

    def data_received(self, data):
        print(self.name, data)

    def eof_received(self):
        print(self.name, 'eof')
        if self.name == 'server':
            self.transport.write(b'bye')
            self.transport.close()

    def connection_lost(self, exc):
        print(self.name, 'lost', exc)
        self.done.set_result(None)


async def main():
    loop = asyncio.get_event_loop()
    futures = [loop.create_future(), loop.create_future()]
    server = await loop.create_server(lambda: Talker('server', futures[0]), '127.0.0.1', 8821)
    transport, protocol = await loop.create_connection(lambda: Talker('client', futures[1]), '127.0.0.1', 8821)
    print('connected', transport.get_extra_info('peername'), transport.get_protocol() is protocol, transport.can_write_eof())
    for future in futures:
        await future
    print(transport.is_closing())
    server.close()


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
