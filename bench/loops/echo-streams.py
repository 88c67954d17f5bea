# Clients of an echo server, all at once, under asyncio's streams.
N = 1000
import asyncio


async def echo(reader, writer):
    writer.write(await reader.readline())
    writer.close()


async def client(n):
    reader, writer = await asyncio.open_connection('127.0.0.1', 8900)
    writer.write(b'%d\n' % n)
    answer = int(await reader.readline())
    writer.close()
    return answer


async def main():
    server = await asyncio.start_server(echo, '127.0.0.1', 8900, backlog=100)
    print(sum(await asyncio.gather(*[client(n) for n in range(N)])))
    server.close()


asyncio.run(main())
