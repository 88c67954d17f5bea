# era: 3.6 3.8 3.13
# A connection that was accepted elsewhere becomes a transport.
import asyncio
import socket


class Greeter(asyncio.Protocol):
    def connection_made(self, transport):
        transport.write(b'welcome')
        transport.close()


async def main():
    loop = asyncio.get_event_loop()
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(('127.0.0.1', 8835))
    listener.listen(1)
    client = socket.create_connection(('127.0.0.1', 8835))
    connection, _ = listener.accept()
    transport, protocol = await loop.connect_accepted_socket(Greeter, connection)
    await asyncio.sleep(0.01)
    print(client.recv(100), client.recv(100), type(protocol).__name__)
    client.close()
    listener.close()


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
