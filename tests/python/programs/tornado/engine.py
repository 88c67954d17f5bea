# era: 3.3
# oracle: off, Tornado is not part of CPython
import time
from tornado import gen
from tornado.ioloop import IOLoop

loop = IOLoop.instance()

def fetch(path, callback):
    loop.add_timeout(time.time() + 1, lambda: callback("page " + path))

@gen.engine
def read(paths, callback):
    start = time.time()
    for path in paths:
        page = yield gen.Task(fetch, path)
        print(page, time.time() - start)
    both = yield [gen.Task(fetch, path) for path in paths]
    print(both, time.time() - start)
    callback("done")

def done(word):
    print(word)
    loop.stop()

read(["/", "/news"], done)
print("begun")
loop.start()
print(hasattr(gen, "coroutine"), hasattr(gen, "Return"), hasattr(gen, "sleep"))
