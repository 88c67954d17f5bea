# era: 3.8 3.12 3.13
# Does wait_closed wait for the connections? Since 3.12.
import asyncio


async def stay(reader, writer):
    print('server reads', await reader.read())
    writer.close()


async def main():
    server = await asyncio.start_server(stay, '127.0.0.1', 8814)
    reader, writer = await asyncio.open_connection('127.0.0.1', 8814)
    await asyncio.sleep(0.01)
    asyncio.get_running_loop().call_later(0.02, writer.close)
    server.close()
    await server.wait_closed()
    print('closed')
    await asyncio.sleep(0.05)


asyncio.run(main())
