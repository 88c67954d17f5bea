# oracle: off, these peers are in this book's network only.
# Clients of the peers that the world has: several at a time take as long as the slowest.
import asyncio


async def get(path):
    reader, writer = await asyncio.open_connection('slow.example', 80)
    writer.write(b'GET %s HTTP/1.1\r\nHost: slow.example\r\nConnection: close\r\n\r\n' % path)
    status = await reader.readline()
    body = (await reader.read()).partition(b'\r\n\r\n')[2]
    writer.close()
    return status, body


async def main():
    loop = asyncio.get_running_loop()
    begin = loop.time()
    for answer in await asyncio.gather(get(b'/1'), get(b'/3'), get(b'/2')):
        print(answer)
    print(round(loop.time() - begin, 1))
    reader, writer = await asyncio.open_connection('drop.example', 7)
    writer.write(b'hello')
    try:
        print(await reader.read())
    except ConnectionResetError as error:
        print('dropped', error)
    writer.close()
    print(await loop.getaddrinfo('echo.example', 7, type=1))


asyncio.run(main())
