# oracle: off, trio is not part of CPython
# Memory channels: buffers, clones, ends.
import math
import trio

def at(*words):
    print('%.1f' % trio.current_time(), *words)

async def producer(name, channel, count, pace=1):
    async with channel:
        for number in range(count):
            await channel.send((name, number))
            at(name, 'sent', number)
            await trio.sleep(pace)

async def consumer(name, channel, pace=0):
    async with channel:
        async for value in channel:
            at('   ', name, 'got', value)
            await trio.sleep(pace)
    at(name, 'ends')

async def main():
    print('-- no buffer')
    async with trio.open_nursery() as nursery:
        send, receive = trio.open_memory_channel(0)
        nursery.start_soon(producer, 'p', send, 3, 0)
        nursery.start_soon(consumer, 'c', receive, 1)

    print('-- clones')
    async with trio.open_nursery() as nursery:
        send, receive = trio.open_memory_channel(1)
        async with send, receive:
            nursery.start_soon(producer, 'p', send.clone(), 2)
            nursery.start_soon(producer, 'q', send.clone(), 2)
            nursery.start_soon(consumer, 'c', receive.clone(), 0.5)
            nursery.start_soon(consumer, 'd', receive.clone(), 0.5)
            print(send.statistics())

    print('-- at once, or not')
    send, receive = trio.open_memory_channel(1)
    send.send_nowait('first')
    for call in (lambda: send.send_nowait('second'), receive.receive_nowait, receive.receive_nowait, send.close, send.close, receive.receive_nowait,
                 lambda: send.send_nowait('closed'), send.clone, receive.close, receive.receive_nowait):
        try:
            print(call())
        except (trio.WouldBlock, trio.EndOfChannel, trio.ClosedResourceError) as error:
            print(repr(error))
    send, receive = trio.open_memory_channel(math.inf)
    receive.close()
    try:
        await send.send('nobody')
    except trio.BrokenResourceError as error:
        print(repr(error))

    print('-- closed while somebody waits')
    async def waits(call, *arguments):
        try:
            await call(*arguments)
        except Exception as error:
            at(repr(error))
    async with trio.open_nursery() as nursery:
        one, other = trio.open_memory_channel(0), trio.open_memory_channel(0)
        third, fourth = trio.open_memory_channel(0), trio.open_memory_channel(0)
        nursery.start_soon(waits, one[0].send, 1)
        nursery.start_soon(waits, other[0].send, 1)
        nursery.start_soon(waits, third[1].receive)
        nursery.start_soon(waits, fourth[1].receive)
        await trio.sleep(1)
        one[0].close()
        other[1].close()
        third[0].close()
        await fourth[1].aclose()

    print('-- cancelled while it waits')
    send, receive = trio.open_memory_channel(0)
    with trio.move_on_after(1):
        await send.send('lost')
    print(send.statistics().tasks_waiting_send)
    with trio.move_on_after(1):
        await receive.receive()
    for wrong in 0.5, -1:
        try:
            trio.open_memory_channel(wrong)
        except (TypeError, ValueError) as error:
            print(repr(error))

trio.run(main)
