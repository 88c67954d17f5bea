# era: 3.8
# Clients of an echo server, all at once, under asyncore.
N = 1000
import asyncore
import socket

total = 0


class Echo(asyncore.dispatcher_with_send):
    def handle_read(self):
        data = self.recv(100)
        if data:
            self.send(data)


class Server(asyncore.dispatcher):
    def __init__(self):
        asyncore.dispatcher.__init__(self)
        self.create_socket(socket.AF_INET, socket.SOCK_STREAM)
        self.set_reuse_addr()
        self.bind(('127.0.0.1', 8901))
        self.listen(100)
        self.served = 0

    def handle_accepted(self, connection, address):
        Echo(connection)
        self.served += 1
        if self.served == N:
            self.close()


class Client(asyncore.dispatcher_with_send):
    def __init__(self, n):
        asyncore.dispatcher_with_send.__init__(self)
        self.create_socket(socket.AF_INET, socket.SOCK_STREAM)
        self.connect(('127.0.0.1', 8901))
        self.send(b'%d\n' % n)

    def handle_read(self):
        global total
        total += int(self.recv(100))
        self.close()


server = Server()
for n in range(N):
    Client(n)
asyncore.loop(use_poll=True)
print(total)
