# era: 3.7 3.8 3.13
# Errors at the end, and in flow control.
import asyncio
import socket


class Bad(asyncio.Protocol):
    def eof_received(self):
        raise ValueError('eof')

    def pause_writing(self):
        raise ValueError('pause')

    def resume_writing(self):
        raise ValueError('resume')


def told(loop, context):
    print(context['message'], '|', context['exception'])


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(told)
    a, b = socket.socketpair()
    b.setblocking(False)
    transport, _ = await loop.create_connection(Bad, sock=a)
    transport.write(b'x' * 3000000)
    total = 0
    while total < 3000000:
        total += len(await loop.sock_recv(b, 500000))
    b.close()
    await asyncio.sleep(0.01)
    print(transport.is_closing())


asyncio.run(main())
