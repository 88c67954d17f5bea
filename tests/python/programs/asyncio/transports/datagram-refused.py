# era: 3.11 3.13
# Nobody is there: error_received.
import asyncio


class Client(asyncio.DatagramProtocol):
    def error_received(self, exc):
        print(type(exc).__name__, exc.errno)
        done.set_result(None)


async def main():
    global done
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    client, _ = await loop.create_datagram_endpoint(Client, remote_addr=('127.0.0.1', 8825))
    client.sendto(b'anybody?')
    await done
    client.close()
    for wrong in ({}, {'local_addr': 'text'}):
        try:
            await loop.create_datagram_endpoint(Client, **wrong)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
