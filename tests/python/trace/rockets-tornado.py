# era: 3.4
from tornado import gen, ioloop

loop = ioloop.IOLoop.current()


@gen.coroutine
def countdown(name, count, pace):
    for i in range(count, 0, -1):
        print(name, i)
        yield gen.Task(loop.add_timeout, loop.time() + pace)
    print(name, "lift-off")


@gen.coroutine
def launch():
    yield [countdown("Ariane", 3, 1.5), countdown("Soyuz", 5, 1.0), countdown("Vega", 2, 2.0)]


loop.run_sync(launch)
