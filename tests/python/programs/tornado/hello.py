# era: 2.7
# oracle: off, Tornado is not part of CPython
import time
from tornado.ioloop import IOLoop

loop = IOLoop.instance()

def hello(name):
    print "hello,", name
    loop.add_timeout(time.time() + 1, bye)

def bye():
    print "goodbye"
    loop.stop()

loop.add_callback(hello, "Tornado")
loop.start()
try:
    from tornado import gen
except ImportError, error:
    print error
try:
    import tornado.concurrent
except ImportError, error:
    print error
