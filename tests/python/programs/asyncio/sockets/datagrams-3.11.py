# era: 3.11 3.13
# sock_sendto and sock_recvfrom.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    sockets = []
    for port in (8833, 8834):
        sock = socket.socket(type=socket.SOCK_DGRAM)
        sock.setblocking(False)
        sock.bind(('127.0.0.1', port))
        sockets.append(sock)
    a, b = sockets
    receiving = asyncio.create_task(loop.sock_recvfrom(b, 100))
    await asyncio.sleep(0)
    print(await loop.sock_sendto(a, b'ping', ('127.0.0.1', 8834)))
    print(await receiving)
    buffer = bytearray(8)
    await loop.sock_sendto(b, b'pong', ('127.0.0.1', 8833))
    print(await loop.sock_recvfrom_into(a, buffer), bytes(buffer))
    a.close()
    b.close()


asyncio.run(main())
