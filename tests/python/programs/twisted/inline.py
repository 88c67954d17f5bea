# oracle: off, Twisted is not part of CPython
# inlineCallbacks: results sent in, failures thrown in.
from twisted.internet import defer, reactor, task

@defer.inlineCallbacks
def careful(d):
    try:
        result = yield d
        print("result", result)
    except ValueError as error:
        print("caught", error)
    finally:
        print("finally")
    plain = yield "not a Deferred"
    defer.returnValue(plain.upper())

careful(defer.succeed(1)).addCallback(print)
later = defer.Deferred()
careful(later).addCallback(print)
print("suspended")
later.errback(ValueError("thrown in"))

@defer.inlineCallbacks
def modern():
    yield
    return "by return"

modern().addCallback(print)

@defer.inlineCallbacks
def failing():
    yield defer.succeed(None)
    raise KeyError("out of it")

failing().addErrback(lambda failure: print(failure.type.__name__, failure.value))

@defer.inlineCallbacks
def many(n):
    total = 0
    for number in range(n):
        total += yield defer.succeed(number)
    return total

many(5000).addCallback(print)

waiting = defer.Deferred()
d = careful(waiting)
d.addErrback(lambda failure: print("outcome", failure.type.__name__))
d.cancel()

try:
    defer.inlineCallbacks(lambda: 1)()
except TypeError as error:
    print("TypeError", str(error)[:24])

async def native(n):
    await task.deferLater(reactor, n, print, "after", n)
    try:
        await defer.fail(ValueError("await"))
    except ValueError as error:
        return repr(error)

start = reactor.seconds()
defer.ensureDeferred(native(2)).addCallback(lambda r: (print(r, reactor.seconds() - start), reactor.stop()))
reactor.run()
