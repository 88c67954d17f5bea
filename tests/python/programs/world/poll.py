# era: 2.7 3.6 3.13
# poll: by file number and events.
import select
import socket

a, b = socket.socketpair()
p = select.poll()
p.register(a, select.POLLIN)
p.register(b, select.POLLIN | select.POLLOUT)
print([(fd == b.fileno(), event) for fd, event in p.poll(0)])
b.send(b'x')
print(sorted((fd == b.fileno(), event) for fd, event in p.poll(1000)))
p.modify(b, select.POLLIN)
p.unregister(a)
print(p.poll(10))
try:
    p.unregister(a)
except KeyError:
    print('not registered')
a.close()
print([event & select.POLLIN for fd, event in p.poll(0)])
b.close()
