# era: 2.7 3.6 3.11
# What the loop asks before each round, of whom, and what it makes of odd answers: by select() and by poll().
from __future__ import print_function

import asyncore
import socket
import warnings

warnings.simplefilter("ignore")


class Asked(asyncore.dispatcher):
    def __init__(self, name, sock, channels, reads, writes):
        asyncore.dispatcher.__init__(self, sock, channels)
        self.name, self.reads, self.writes = name, reads, writes

    def readable(self):
        print(self.name, "readable?", self.reads)
        return self.reads

    def writable(self):
        print(self.name, "writable?", self.writes)
        return self.writes

    def handle_write(self):
        print(self.name, "writes")

    def handle_read(self):
        print(self.name, "reads", self.recv(10))

    def handle_error(self):
        print(self.name, "has an error")


class Plain(asyncore.dispatcher_with_send):
    def handle_write(self):
        print("plain writes")

    def handle_read(self):
        print("plain reads", self.recv(10))


for use in asyncore.poll, asyncore.poll2:
    print(use.__name__)
    channels = {}
    (a, b), (c, d) = socket.socketpair(), socket.socketpair()
    Asked("a", a, channels, 1, [])
    Asked("b", b, channels, "", "yes")
    plain = Plain(c, channels)
    other = Plain(d, channels)
    # On the instance, where it takes no self.
    plain.readable = lambda: print("plain is asked by its own")
    use(0, channels)
    b.send(b"to a")
    d.send(b"to plain")
    other.out_buffer = b"something"
    use(0, channels)

    class Fails(Asked):
        def writable(self):
            raise ValueError("not now")

    e, f = socket.socketpair()
    Fails("e", e, channels, True, True)
    try:
        use(0, channels)
    except ValueError as error:
        print(error)
    try:
        use(0, {1000: object()})
    except AttributeError as error:
        print(error)
    print(use(0, {}))
    asyncore.close_all(channels)
