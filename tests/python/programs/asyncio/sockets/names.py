# era: 3.7 3.8 3.13
# Addresses of names, and names of addresses.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    for info in await loop.getaddrinfo('127.0.0.1', 80, type=socket.SOCK_STREAM):
        print(tuple(map(int, info[:3])), info[3:])
    print(await loop.getnameinfo(('127.0.0.1', 80), socket.NI_NUMERICHOST))
    try:
        await loop.getaddrinfo('nobody.invalid', 80)
    except socket.gaierror as error:
        print(type(error).__name__)


asyncio.run(main())
