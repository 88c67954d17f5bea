# era: 3.6 3.13
# A loop of one's own on selectors: echo with callbacks.
import selectors
import socket

selector = selectors.DefaultSelector()
log = []


def accept(listener):
    connection, _ = listener.accept()
    connection.setblocking(False)
    selector.register(connection, selectors.EVENT_READ, echo)


def echo(connection):
    data = connection.recv(100)
    if data:
        connection.send(data.upper())
    else:
        selector.unregister(connection)
        connection.close()
        log.append('closed')


listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(('127.0.0.1', 8841))
listener.listen(5)
listener.setblocking(False)
selector.register(listener, selectors.EVENT_READ, accept)
client = socket.create_connection(('127.0.0.1', 8841))
client.send(b'hello')
for _ in range(2):
    for key, _ in selector.select():
        key.data(key.fileobj)
print(client.recv(100))
client.close()
for key, _ in selector.select():
    key.data(key.fileobj)
print(log)
listener.close()
