# era: 3.6 3.8 3.11
# A handler that raises: handle_error, and the channel is closed.
import asyncore
import socket


class Bad(asyncore.dispatcher):
    def handle_read(self):
        raise ValueError('in handle_read')

    def handle_error(self):
        nil, t, v, tbinfo = asyncore.compact_traceback()
        print(t.__name__, v, nil[1])
        self.close()


a, b = socket.socketpair()
Bad(a)
b.send(b'x')
asyncore.loop(timeout=0.1)
print(len(asyncore.socket_map))
b.close()
