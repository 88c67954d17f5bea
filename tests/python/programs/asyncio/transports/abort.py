# era: 3.6 3.8 3.13
# close sends what is in the buffer; abort throws it away.
import asyncio
import socket


class Quiet(asyncio.Protocol):
    def connection_lost(self, exc):
        print('lost', exc)


async def main():
    loop = asyncio.get_event_loop()
    for end in ('close', 'abort'):
        a, b = socket.socketpair()
        b.setblocking(False)
        transport, _ = await loop.create_connection(Quiet, sock=a)
        transport.write(b'x' * 5000000)
        print(end, transport.get_write_buffer_size() > 0)
        getattr(transport, end)()
        print(transport.get_write_buffer_size() > 0)
        total = 0
        while True:
            data = await loop.sock_recv(b, 1000000)
            if not data:
                break
            total += len(data)
        print(total == 5000000)
        b.close()


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
