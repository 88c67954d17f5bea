# era: 3.12 3.13
# A handler that raises: the loop is told, and the client finds the connection closed.
import asyncio


async def bad(reader, writer):
    raise ValueError('in the handler')


def told(loop, context):
    print(context['message'], repr(context['exception']))


async def main():
    asyncio.get_running_loop().set_exception_handler(told)
    server = await asyncio.start_server(bad, '127.0.0.1', 8807)
    reader, writer = await asyncio.open_connection('127.0.0.1', 8807)
    print(await reader.read())
    writer.close()
    server.close()


asyncio.run(main())
