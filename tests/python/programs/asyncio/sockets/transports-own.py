# era: 3.7 3.13
# A socket that belongs to a transport is not for the program.
import asyncio
import re
import socket


async def main():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    b.setblocking(False)
    transport, _ = await loop.create_connection(asyncio.Protocol, sock=a)
    for attempt in (lambda: loop.add_reader(a, print), lambda: loop.remove_writer(a.fileno())):
        try:
            attempt()
        except RuntimeError as error:
            print(re.sub(r'<socket.*?>|(?<=descriptor )\d+', 'N', str(error).split(' <_Sel')[0]))
    try:
        await loop.sock_recv(a, 1)
    except RuntimeError as error:
        print('sock_recv, too')
    transport.close()
    await asyncio.sleep(0)
    b.close()


asyncio.run(main())
