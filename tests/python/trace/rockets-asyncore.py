# era: 2.2
# Each rocket is a socket on which one could always write, and which says when it wants to.
import asyncore
import socket
import time


class Rocket(asyncore.dispatcher):
    def __init__(self, name, count, pace):
        asyncore.dispatcher.__init__(self)
        self.name, self.count, self.pace = name, count, pace
        self.due = time.time()
        self.create_socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.bind(("127.0.0.1", 0))

    def readable(self):
        return 0

    def writable(self):
        return time.time() >= self.due

    def handle_write(self):
        if self.count == 0:
            print self.name, "lift-off"
            self.close()
            return
        print self.name, self.count
        self.count = self.count - 1
        self.due = self.due + self.pace


Rocket("Ariane", 3, 1.5)
Rocket("Soyuz", 5, 1.0)
Rocket("Vega", 2, 2.0)
while asyncore.socket_map:
    asyncore.poll(0.5)
