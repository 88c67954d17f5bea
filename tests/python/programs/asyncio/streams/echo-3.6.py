# era: 3.6
# The same before asyncio.run, and with the loop given along.
import asyncio


@asyncio.coroutine
def shout(reader, writer):
    while True:
        line = yield from reader.readline()
        if not line:
            break
        writer.write(line.upper())
        yield from writer.drain()
    print('the client has gone')
    writer.close()


@asyncio.coroutine
def main(loop):
    server = yield from asyncio.start_server(shout, '127.0.0.1', 8802, loop=loop)
    print(len(server.sockets), server.sockets[0].getsockname())
    reader, writer = yield from asyncio.open_connection('127.0.0.1', 8802, loop=loop)
    writer.write(b'hello\n')
    print((yield from reader.readline()))
    writer.close()
    yield from asyncio.sleep(0.01, loop=loop)
    server.close()
    yield from server.wait_closed()
    print(server.sockets)


loop = asyncio.get_event_loop()
loop.run_until_complete(main(loop))
loop.close()
