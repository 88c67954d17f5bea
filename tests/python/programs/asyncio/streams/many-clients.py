# era: 3.8 3.13
# Several clients at once; each is answered in its own time.
import asyncio


async def serve(reader, writer):
    delay = float(await reader.readline())
    await asyncio.sleep(delay)
    writer.write(b'%.2f' % delay)
    writer.close()


async def client(delay, done):
    reader, writer = await asyncio.open_connection('127.0.0.1', 8803)
    writer.write(b'%f\n' % delay)
    done.append(await reader.read())
    writer.close()


async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 8803)
    done = []
    await asyncio.gather(*[client(delay, done) for delay in (0.06, 0.02, 0.04)])
    print(done)
    server.close()


asyncio.run(main())
