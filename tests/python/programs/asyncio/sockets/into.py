# era: 3.8 3.11 3.13
# Into a buffer; and cancelled while waiting.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    a.setblocking(False)
    b.setblocking(False)
    buffer = bytearray(10)
    loop.call_later(0.01, b.send, b'hello')
    print(await loop.sock_recv_into(a, buffer), bytes(buffer))
    try:
        await asyncio.wait_for(loop.sock_recv(a, 10), 0.01)
    except asyncio.TimeoutError:
        print('nothing came')
    b.send(b'later')
    print(await loop.sock_recv(a, 10), loop.remove_reader(a))
    a.close()
    b.close()


asyncio.run(main())
