# era: 3.6 3.13
# A connection that is still on its way: one cannot send yet, nor receive.
import socket

listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(('127.0.0.1', 8955))
listener.listen(0)
clients = []
for i in range(3):
    client = socket.socket()
    client.setblocking(False)
    print(i, client.connect_ex(('127.0.0.1', 8955)))
    for attempt in (lambda: client.send(b'x'), lambda: client.recv(1)):
        try:
            print(attempt())
        except OSError as error:
            print(type(error).__name__, error)
    clients.append(client)
for sock in clients + [listener]:
    sock.close()
