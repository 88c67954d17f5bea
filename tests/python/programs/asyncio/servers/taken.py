# era: 3.8 3.13
# A port that another listens on.
import asyncio


async def main():
    first = await asyncio.start_server(lambda r, w: None, '127.0.0.1', 8813)
    try:
        await asyncio.start_server(lambda r, w: None, '127.0.0.1', 8813)
    except OSError as error:
        print(error.errno, error)
    try:
        await asyncio.start_server(lambda r, w: None)
    except ValueError as error:
        print(error)
    first.close()
    await first.wait_closed()
    second = await asyncio.start_server(lambda r, w: None, '127.0.0.1', 8813)
    print('free again')
    second.close()


asyncio.run(main())
