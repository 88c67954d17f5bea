# era: 2.7
# oracle: off, a CPython would wait for ever.
# asyncore.loop with a listener to which nobody connects.
import asyncore
import socket


class Listener(asyncore.dispatcher):
    def __init__(self):
        asyncore.dispatcher.__init__(self)
        self.create_socket(socket.AF_INET, socket.SOCK_STREAM)
        self.bind(('127.0.0.1', 80))
        self.listen(5)


Listener()
try:
    asyncore.loop()
except RuntimeError as error:
    print(error)
