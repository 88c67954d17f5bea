# era: 3.6 3.8 3.13
# A transport says how it stands.
import asyncio
import re
import socket


def show(transport):
    print(re.sub('fd=[0-9]+', 'fd=N', repr(transport)))


async def main():
    loop = asyncio.get_event_loop()
    a, b = socket.socketpair()
    transport, _ = await loop.create_connection(asyncio.Protocol, sock=a)
    show(transport)
    transport.pause_reading()
    show(transport)
    transport.resume_reading()
    transport.close()
    show(transport)
    await asyncio.sleep(0)
    show(transport)
    b.close()


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
