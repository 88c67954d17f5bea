# oracle: off, a CPython would wait for ever.
# A server whose clients never come.
import asyncio


async def main():
    server = await asyncio.start_server(lambda r, w: None, '127.0.0.1', 8000)
    await server.serve_forever()


try:
    asyncio.run(main())
except RuntimeError as error:
    print(str(error).replace('; ', '\n'))
