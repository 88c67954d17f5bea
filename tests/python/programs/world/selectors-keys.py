# era: 3.6 3.13
# selectors: keys, notes, and what is refused.
import selectors
import socket

a, b = socket.socketpair()
with selectors.DefaultSelector() as s:
    key = s.register(a, selectors.EVENT_READ, 'note')
    print(key.fileobj is a, key.fd == a.fileno(), key.events, key.data)
    for wrong in (lambda: s.register(a, 1), lambda: s.register(b, 0), lambda: s.unregister(b), lambda: s.get_key(b), lambda: s.register('x', 1)):
        try:
            wrong()
        except (KeyError, ValueError) as error:
            print(type(error).__name__)
    b.send(b'x')
    print([(k.data, events) for k, events in s.select(1)])
    s.modify(a, selectors.EVENT_READ | selectors.EVENT_WRITE, 'other')
    print([(k.data, events) for k, events in s.select(0)])
    print(len(s.get_map()), a in s.get_map(), b in s.get_map())
    s.unregister(a)
    print(len(s.get_map()), s.select(0))
a.close()
b.close()
