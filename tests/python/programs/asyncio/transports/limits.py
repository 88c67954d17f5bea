# era: 3.6 3.8 3.13
# What the buffer's limits may be.
import asyncio
import socket


async def main():
    loop = asyncio.get_event_loop()
    a, b = socket.socketpair()
    transport, _ = await loop.create_connection(asyncio.Protocol, sock=a)
    print(transport.get_write_buffer_size())
    for limits in ({}, {'high': 100}, {'low': 10}, {'high': 0}, {'high': 50, 'low': 20}):
        transport.set_write_buffer_limits(**limits)
        print(limits, transport._low_water, transport._high_water)
    try:
        transport.set_write_buffer_limits(high=1, low=2)
    except ValueError as error:
        print(error)
    for wrong in ('text', 5, None):
        try:
            transport.write(wrong)
        except TypeError as error:
            print(error)
    transport.writelines([b'one ', bytearray(b'two'), b''])
    print(b.recv(100))
    transport.close()
    await asyncio.sleep(0)
    b.close()


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
