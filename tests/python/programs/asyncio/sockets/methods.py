# era: 3.6 3.8 3.13
# sock_accept, sock_connect, sock_sendall, sock_recv.
import asyncio
import socket


async def serve(loop, listener):
    connection, address = await loop.sock_accept(listener)
    print('server', address[0], connection.gettimeout())
    data = await loop.sock_recv(connection, 100)
    await loop.sock_sendall(connection, data[::-1])
    connection.close()


async def main():
    loop = asyncio.get_event_loop()
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setblocking(False)
    listener.bind(('127.0.0.1', 8831))
    listener.listen(5)
    serving = asyncio.ensure_future(serve(loop, listener))
    client = socket.socket()
    client.setblocking(False)
    await loop.sock_connect(client, ('127.0.0.1', 8831))
    await loop.sock_sendall(client, b'stressed')
    print(await loop.sock_recv(client, 100), await loop.sock_recv(client, 100))
    client.close()
    await serving
    client = socket.socket()
    client.setblocking(False)
    try:
        await loop.sock_connect(client, ('127.0.0.1', 8832))
    except ConnectionRefusedError as error:
        print(error)
    client.close()
    listener.close()


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
