# era: 2.7
# Two sockets of one program, and a generator for each: what the one sends the other reads.
import socket

post = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
post.bind(('127.0.0.1', 5005))

def sender(words):
    mine = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    for word in words:
        mine.sendto(word, ('127.0.0.1', 5005))
        yield

def reader():
    while True:
        print post.recvfrom(100)[0]
        yield

s, r = sender(['one', 'two']), reader()
for _ in 'ab':
    next(s)
    next(r)
