# era: 3.6 3.13
# The same by select, poll and epoll.
import selectors
import socket

for kind in (selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector):
    a, b = socket.socketpair()
    s = kind()
    s.register(a, selectors.EVENT_READ)
    s.register(b, selectors.EVENT_READ | selectors.EVENT_WRITE)
    print(kind.__name__, [(key.fileobj is b, events) for key, events in s.select(0)])
    a.send(b'x')
    print([(key.fileobj is b, events) for key, events in s.select(0)])
    s.close()
    a.close()
    b.close()
