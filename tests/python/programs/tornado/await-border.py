# era: 3.5
# oracle: off, Tornado is not part of CPython
# Tornado 4.3, of November 2015, brought await; this Python is of September.
from tornado import gen
from tornado.ioloop import IOLoop

async def native():
    print("never begun")

@gen.coroutine
def main():
    coroutine = native()
    try:
        yield coroutine
    except gen.BadYieldError as error:
        print(str(error)[:40])
    coroutine.close()
    yield gen.sleep(1)

IOLoop.current().run_sync(main)
