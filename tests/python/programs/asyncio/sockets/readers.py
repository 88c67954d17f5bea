# era: 3.6 3.8 3.13
# add_reader and add_writer: called while it is ready, until taken back.
import asyncio
import socket

loop = asyncio.new_event_loop()
a, b = socket.socketpair()


def readable(word):
    print(word, a.recv(2))


writes = 0


def writable():
    global writes
    writes += 1
    if writes == 3:
        print('writable', writes, loop.remove_writer(b), loop.remove_writer(b))


loop.add_reader(a, readable, 'first')
loop.add_reader(a, readable, 'instead')
loop.add_writer(b, writable)
b.send(b'12345')
loop.call_later(0.01, loop.stop)
loop.run_forever()
print(loop.remove_reader(a), loop.remove_reader(a))
try:
    loop.add_reader('text', print)
except ValueError as error:
    print(error)
a.close()
b.close()
loop.close()
