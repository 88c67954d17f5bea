# era: 3.8 3.13
# Nobody listens there.
import asyncio


async def main():
    try:
        await asyncio.open_connection('127.0.0.1', 8805)
    except ConnectionRefusedError as error:
        print(error.errno, error)
    try:
        await asyncio.open_connection()
    except ValueError as error:
        print(error)
    for wrong in ({'server_hostname': 'x'}, {'ssl_handshake_timeout': 1}):
        try:
            await asyncio.open_connection('127.0.0.1', 8805, **wrong)
        except ValueError as error:
            print(error)


asyncio.run(main())
