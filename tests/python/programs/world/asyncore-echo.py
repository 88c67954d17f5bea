# era: 2.7 3.6 3.8 3.11
# asyncore: an echo server and a client in one loop.
import asyncore
import socket


class Echo(asyncore.dispatcher_with_send):
    def handle_read(self):
        data = self.recv(100)
        if data:
            self.send(data.upper())

    def handle_close(self):
        print('server closes')
        self.close()


class Server(asyncore.dispatcher):
    def __init__(self):
        asyncore.dispatcher.__init__(self)
        self.create_socket(socket.AF_INET, socket.SOCK_STREAM)
        self.set_reuse_addr()
        self.bind(('127.0.0.1', 8842))
        self.listen(5)

    def handle_accept(self):
        connection, address = self.accept()
        print('accepted %s' % address[0])
        Echo(connection)
        self.close()


class Client(asyncore.dispatcher):
    def __init__(self):
        asyncore.dispatcher.__init__(self)
        self.create_socket(socket.AF_INET, socket.SOCK_STREAM)
        self.connect(('127.0.0.1', 8842))
        self.out = b'hello'

    def handle_connect(self):
        print('connected')

    def writable(self):
        return len(self.out) > 0

    def handle_write(self):
        self.out = self.out[self.send(self.out):]

    def handle_read(self):
        print(self.recv(100).decode())
        self.close()


Server()
Client()
asyncore.loop(timeout=1)
print(len(asyncore.socket_map))
