# era: 3.7 3.8 3.13
# A protocol that raises in every handler.
import asyncio
import socket


class Bad(asyncio.Protocol):
    def connection_made(self, transport):
        raise ValueError('made')

    def data_received(self, data):
        raise ValueError('data')

    def connection_lost(self, exc):
        raise ValueError('lost')


def told(loop, context):
    print(context['message'].split(' at ')[0].split('(')[0], '|', context['exception'])


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(told)
    a, b = socket.socketpair()
    transport, _ = await loop.create_connection(Bad, sock=a)
    b.send(b'x')
    await asyncio.sleep(0.01)
    print(transport.is_closing(), b.recv(10))
    b.close()


asyncio.run(main())
