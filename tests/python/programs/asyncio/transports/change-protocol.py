# era: 3.7 3.13
# Another protocol takes over; one with a buffer of its own.
import asyncio
import socket


class First(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        print('first', data)
        self.transport.set_protocol(Second())


class Second(asyncio.BufferedProtocol):
    def get_buffer(self, sizehint):
        print('buffer asked', sizehint)
        self.buffer = bytearray(4)
        return self.buffer

    def buffer_updated(self, count):
        print('second', count, bytes(self.buffer[:count]))

    def eof_received(self):
        print('eof')

    def connection_lost(self, exc):
        print('lost', exc)


async def main():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    transport, _ = await loop.create_connection(First, sock=a)
    b.send(b'hello')
    await asyncio.sleep(0.01)
    b.send(b'buffers')
    await asyncio.sleep(0.01)
    b.close()
    await asyncio.sleep(0.01)
    print(type(transport.get_protocol()).__name__)


asyncio.run(main())
