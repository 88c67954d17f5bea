# era: 3.8 3.11 3.12 3.13
# A server from its making to its end.
import asyncio


async def main():
    server = await asyncio.start_server(lambda r, w: None, '127.0.0.1', 8811, start_serving=False)
    print(server.is_serving(), len(server.sockets), server.sockets[0].getsockname())
    await server.start_serving()
    print(server.is_serving(), server.get_loop() is asyncio.get_running_loop())
    server.close()
    print(server.is_serving(), server.sockets)
    await server.wait_closed()
    server.close()
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print('is closed' in str(error))


asyncio.run(main())
