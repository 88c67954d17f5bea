# oracle: off, Tornado is not part of CPython
# Results, exceptions, lists, dicts, time limits, and what cannot be yielded.
import datetime
import sys
from tornado import gen
from tornado.concurrent import Future
from tornado.ioloop import IOLoop, TimeoutError
sys.stderr = sys.stdout

loop = IOLoop.current()
start = loop.time()

def at(*words):
    print("%.1f" % (loop.time() - start), *words)

@gen.coroutine
def after(seconds, value):
    yield gen.sleep(seconds)
    if isinstance(value, Exception):
        raise value
    raise gen.Return(value)

@gen.coroutine
def plain():
    return "no generator"

@gen.coroutine
def main():
    at((yield plain()))
    at((yield after(1, "value")))
    try:
        yield after(1, KeyError("thrown in"))
    except KeyError as error:
        at(repr(error))
    at((yield [after(2, "a"), after(1, "b")]))
    at((yield {"x": after(1, 1), "y": after(2, 2)}))
    at((yield []))
    at((yield gen.multi([after(0.5, "multi")])))
    try:
        yield [after(1, ValueError("first")), after(2, ValueError("second"))]
    except ValueError as error:
        at("raised", error)
    try:
        yield 42
    except gen.BadYieldError as error:
        at(error)
    try:
        yield gen.with_timeout(datetime.timedelta(seconds=1), after(9, None))
    except gen.TimeoutError as error:
        at(repr(error))
    at((yield gen.with_timeout(loop.time() + 5, after(1, "in time"))))
    at((yield gen.Task(lambda callback: callback(1, two=2))))
    yield gen.moment
    return "by return"

at(loop.run_sync(main))

try:
    loop.run_sync(lambda: after(9, None), timeout=2)
except TimeoutError as error:
    at(error)
try:
    loop.run_sync(lambda: after(1, ZeroDivisionError("out of run_sync")))
except ZeroDivisionError as error:
    at(repr(error))

async def native(seconds):
    await gen.sleep(seconds)
    at(await after(1, "awaited"))
    return "native"

at(loop.run_sync(lambda: native(1)))

@gen.coroutine
def both():
    at((yield [native(1), native(2)]))

loop.run_sync(both)

# Order: what is done already needs no round of the loop; `moment` gives one away.
@gen.coroutine
def turns(name, value):
    for number in range(3):
        print(name, number)
        yield value

@gen.coroutine
def race():
    yield [turns("done", gen.maybe_future(None)), turns("moment", gen.moment), turns("also", gen.moment)]

loop.run_sync(race)

future = Future()
print(future.done(), future.running(), future.cancel())
future.add_done_callback(lambda future: print("callback", future.result()))
future.set_result("at once")
future.add_done_callback(lambda future: print("and again", future.result()))
try:
    Future().result()
except Exception as error:
    print(error)
