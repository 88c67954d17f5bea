# era: 3.6 3.8 3.13
# Datagrams: an echo, and a client.
import asyncio


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        print('server', data, addr[0])
        self.transport.sendto(data.upper(), addr)


class Client(asyncio.DatagramProtocol):
    def __init__(self, done):
        self.done = done

    def datagram_received(self, data, addr):
        print('client', data, addr)
        if data == b'TWO':
            self.done.set_result(None)

    def connection_lost(self, exc):
        print('client closed', exc)


async def main():
    loop = asyncio.get_event_loop()
    server, _ = await loop.create_datagram_endpoint(Echo, local_addr=('127.0.0.1', 8824))
    done = loop.create_future()
    client, _ = await loop.create_datagram_endpoint(lambda: Client(done), remote_addr=('127.0.0.1', 8824))
    client.sendto(b'one')
    client.sendto(b'two')
    await done
    try:
        client.sendto(b'x', ('127.0.0.1', 1))
    except ValueError as error:
        print(error)
    print(client.get_extra_info('peername'), server.get_extra_info('peername'))
    client.close()
    server.close()
    await asyncio.sleep(0.01)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
