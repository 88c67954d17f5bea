# era: 2.7
# Objects with handlers: one lane for each, named by its class.
import asyncore
import socket

class Listener(asyncore.dispatcher):
    def __init__(self):
        asyncore.dispatcher.__init__(self)
        self.create_socket(socket.AF_INET, socket.SOCK_STREAM)
        self.bind(('localhost', 8000))
        self.listen(1)
    def handle_accept(self):
        connection, address = self.accept()
        Talker(connection, '')
        self.close()

class Talker(asyncore.dispatcher):
    def __init__(self, connection, text):
        asyncore.dispatcher.__init__(self, connection)
        self.text = text
        if connection is None:
            self.create_socket(socket.AF_INET, socket.SOCK_STREAM)
            self.connect(('localhost', 8000))
    def handle_connect(self):
        pass
    def writable(self):
        return self.text != ''
    def handle_write(self):
        self.send(self.text)
        self.close()
    def handle_read(self):
        print 'heard', self.recv(100)
    def handle_close(self):
        self.close()

Listener()
Talker(None, 'hello')
asyncore.loop()
