# era: 3.6 3.13
# epoll gives those that are ready in the order in which they became so.
import select
import socket

pairs = [socket.socketpair() for _ in range(4)]
names = {far.fileno(): i for i, (near, far) in enumerate(pairs)}
e = select.epoll()
for near, far in pairs:
    e.register(far, select.EPOLLIN)
for i in (2, 0, 3):
    pairs[i][0].send(b'x')
print([names[fd] for fd, event in e.poll(0)])
print([names[fd] for fd, event in e.poll(0, 2)])
for fd, event in e.poll(0):
    pairs[names[fd]][1].recv(10)
print(e.poll(0))
e.close()
print(e.closed)
for near, far in pairs:
    near.close()
    far.close()
