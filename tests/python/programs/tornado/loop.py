# oracle: off, Tornado is not part of CPython
# Callbacks, times, periodic calls, sockets, and errors that nobody catches.
import socket
import sys
from tornado import gen
from tornado.ioloop import IOLoop, PeriodicCallback
sys.stderr = sys.stdout

loop = IOLoop.current()
print(loop is IOLoop.instance())
start = loop.time()

def at(*words):
    print("%.1f" % (loop.time() - start), *words)

def again(n):
    at("again", n)
    if n:
        loop.add_callback(again, n - 1)

loop.add_callback(again, 2)
loop.add_callback(at, "between")
loop.call_later(2, at, "two")
loop.call_at(start + 1, at, "one")
loop.remove_timeout(loop.call_later(1, at, "never"))

loop.call_later(1.5, lambda: 1 / 0)

class Broken:
    def __call__(self):
        raise RuntimeError("nobody is above the loop")

    def __repr__(self):
        return "<Broken>"

loop.call_later(1.2, Broken())

class Forgotten(Broken):
    @gen.coroutine
    def __call__(self):
        yield gen.sleep(0.1)
        raise KeyError("a coroutine that nobody waits for")

loop._handle = loop.handle_callback_exception
loop.handle_callback_exception = lambda callback: at("caught by the loop:", repr(sys.exc_info()[1]))
loop.spawn_callback(Forgotten())

ticks = []
def tick():
    ticks.append(loop.time() - start)
    at("tick")
    if len(ticks) == 3:
        periodic.stop()
        at(periodic.is_running())

periodic = PeriodicCallback(tick, 700)
periodic.start()

listening = socket.socket()
listening.bind(("127.0.0.1", 8888))
listening.listen(5)
listening.setblocking(False)

def accept(sock, events):
    connection, address = sock.accept()
    connection.setblocking(False)
    loop.add_handler(connection.fileno(), lambda fd, events: serve(connection), loop.READ)

def serve(connection):
    data = connection.recv(100)
    if data:
        connection.send(data.upper())
    else:
        loop.remove_handler(connection)
        connection.close()
        at("served")

loop.add_handler(listening, accept, loop.READ)

client = socket.create_connection(("127.0.0.1", 8888))
client.send(b"hello")

def answer(fd, events):
    at("answer", client.recv(100))
    loop.remove_handler(fd)
    client.close()

loop.add_handler(client.fileno(), answer, loop.READ)
loop.call_later(5, loop.stop)
loop.start()
at("stopped")
loop.handle_callback_exception = loop._handle
loop.add_callback(Broken())
loop.add_callback(loop.stop)
loop.start()
loop.stop()
loop.start()
at("a loop that was stopped before ends at once")
