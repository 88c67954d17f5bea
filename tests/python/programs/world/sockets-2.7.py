# era: 2.7
import socket
s = socket.socket()
try: s.connect(('127.0.0.1', 1))
except socket.error, e: print repr(e), e, e[0], e.errno, isinstance(e, IOError)
print socket.error, socket.timeout, socket.gaierror, socket.error.__module__
s.settimeout(2)
a, b = socket.socketpair()
a.settimeout(0.1)
try: a.recv(1)
except socket.timeout, e: print repr(e), e
b.send("abc"); print repr(a.recv(2)), a.family, a.type
f = a.makefile(); b.send("d\nxyz\n"); print repr(f.readline()), repr(f.readline()); 
import select
b.close(); print select.select([a], [], [], 1)[0] == [a], repr(f.read())
try: select.select([99], [], [], 0)
except select.error, e: print repr(e), e
try: socket.socket(77)
except socket.error, e: print repr(e)
try: socket.gethostbyname('nope.invalid')
except socket.gaierror, e: print repr(e), e
