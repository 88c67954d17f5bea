# era: 3.6 3.8 3.13
# While reading is paused, nothing is received.
import asyncio
import socket


class Reader(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        print('received', data)


async def main():
    loop = asyncio.get_event_loop()
    a, b = socket.socketpair()
    transport, _ = await loop.create_connection(Reader, sock=a)
    b.send(b'one')
    await asyncio.sleep(0.01)
    transport.pause_reading()
    b.send(b'two')
    await asyncio.sleep(0.01)
    print('nothing yet')
    try:
        transport.pause_reading()
        print('pausing twice is allowed')
    except RuntimeError as error:
        print(error)
    transport.resume_reading()
    await asyncio.sleep(0.01)
    try:
        transport.resume_reading()
        print('resuming twice is allowed')
    except RuntimeError as error:
        print(error)
    transport.close()
    try:
        transport.pause_reading()
        print('after close, too')
    except RuntimeError as error:
        print(error)
    await asyncio.sleep(0)
    b.close()


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
