# era: 3.12 3.13
# Several addresses, one server.
import asyncio


async def who(reader, writer):
    writer.write(repr(writer.get_extra_info('sockname')).encode())
    writer.close()


async def main():
    server = await asyncio.start_server(who, ['127.0.0.1', '127.0.0.2'], 8816)
    print([s.getsockname() for s in server.sockets])
    for host in ('127.0.0.1', '127.0.0.2'):
        reader, writer = await asyncio.open_connection(host, 8816)
        print(await reader.read())
        writer.close()
    server.close()


asyncio.run(main())
