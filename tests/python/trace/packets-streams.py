import asyncio

async def serve(reader, writer):
    while data := await reader.readline():
        writer.write(data.upper())
        await asyncio.sleep(0.5)
    writer.close()

async def client(name, port):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    for word in (name, 'bye'):
        writer.write(word.encode() + b'\n')
        print(await reader.readline())
    writer.close()

async def main():
    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    await asyncio.gather(client('ann', port), client('bob', port))
    reader, writer = await asyncio.open_connection('echo.example', 7)
    writer.write(b'x')
    print(await reader.read(1))
    server.close()

asyncio.run(main())
