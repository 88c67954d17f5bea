# era: 2.7 3.6 3.11
# Maps of one's own; a count of rounds; close_all.
import asyncore
import socket


class Counter(asyncore.dispatcher):
    rounds = 0

    def writable(self):
        self.rounds += 1
        return False

    def handle_close(self):
        print('closed')
        self.close()


mine = {}
a, b = socket.socketpair()
counter = Counter(a, mine)
print('%d %d' % (len(mine), len(asyncore.socket_map)))
asyncore.loop(timeout=0.001, map=mine, count=3)
print(counter.rounds)
asyncore.close_all(mine)
print(len(mine))
b.close()
