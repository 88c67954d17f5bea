# era: 2.7 3.6 3.13
# select: who can be read from, who can be written to.
import select
import socket

a, b = socket.socketpair()
print([s is b for s in select.select([a, b], [b], [], 0)[1]], select.select([a, b], [], [], 0) == ([], [], []))
a.send(b'x')
r, w, x = select.select([a, b], [], [], 1)
print([s is b for s in r])
b.recv(1)
a.close()
print([s is b for s in select.select([b], [], [], 1)[0]], b.recv(1) == b'')
b.close()
try:
    select.select([b], [], [], 0)
except (ValueError, socket.error) as error:
    print('closed')
