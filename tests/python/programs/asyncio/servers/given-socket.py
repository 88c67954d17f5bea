# era: 3.6 3.8 3.13
# A socket of one's own to listen on, and to connect with.
import asyncio
import socket


async def main():
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(('127.0.0.1', 8817))

    async def hello(reader, writer):
        writer.write(b'hello')
        writer.close()

    server = await asyncio.start_server(hello, sock=listener)
    sock = socket.create_connection(('127.0.0.1', 8817))
    reader, writer = await asyncio.open_connection(sock=sock)
    print(await reader.read(), writer.get_extra_info('peername'))
    writer.close()
    datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        await asyncio.open_connection(sock=datagrams)
    except ValueError as error:
        print(str(error).split(',')[0])
    datagrams.close()
    try:
        await asyncio.open_connection('127.0.0.1', 1, sock=sock)
    except ValueError as error:
        print(error)
    server.close()


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
