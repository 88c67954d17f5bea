# era: 3.4
# oracle: off, Tornado is not part of CPython
import time
from tornado import gen
from tornado.ioloop import IOLoop

zero = time.time()

def report(*words):
    print("%4.1f s " % (time.time() - zero), *words)

@gen.coroutine
def countdown(name, count, pace):
    while count > 0:
        report(name, count)
        yield gen.Task(IOLoop.current().add_timeout, time.time() + pace)
        count -= 1
    report(name, "has lift-off")
    raise gen.Return(name)

@gen.coroutine
def launch():
    names = yield [countdown("Ariane", 3, 1.5), countdown("Soyuz", 5, 1.0), countdown("Vega", 2, 2.0)]
    print(names)

IOLoop.instance().run_sync(launch)
print(hasattr(gen, "sleep"))
