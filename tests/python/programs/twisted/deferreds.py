# oracle: off, Twisted is not part of CPython
# Chains: results, failures, Deferreds within Deferreds, pause, cancel.
from twisted.internet import defer
from twisted.python.failure import Failure

def show(result, *more, **named):
    print("show", result, more, named)
    return result

def add(result, n):
    return result + n

def explode(result):
    raise ValueError("exploded with %s" % result)

def recover(failure):
    print("errback", failure.type.__name__, failure.getErrorMessage(), failure.check(KeyError, ValueError))
    failure.trap(ValueError)
    return "recovered"

print("-- before and after the result")
d = defer.Deferred()
d.addCallback(add, 1).addCallback(show, "a", b=2)
d.callback(41)
d.addCallback(add, 1)
d.addCallback(show)
try:
    d.callback(0)
except defer.AlreadyCalledError:
    print("already called")

print("-- to the right side and back")
d = defer.succeed(1)
d.addErrback(lambda failure: print("not called"))
d.addCallbacks(explode, recover)
d.addCallback(show)
d.addCallbacks(show, recover)
d.addBoth(show)

print("-- trap raises what it does not know")
d = defer.fail(KeyError("k"))
d.addErrback(recover)
d.addErrback(lambda failure: print("still", failure.value.__class__.__name__))

print("-- a Deferred in the chain")
inner = defer.Deferred()
outer = defer.succeed("start")
outer.addCallback(lambda result: inner)
outer.addCallback(show)
print("waiting")
inner.addCallback(lambda result: print("too late for inner:", result))
inner.callback("from inner")
late = defer.Deferred()
outer = defer.succeed(None).addCallback(lambda _: late).addErrback(recover).addCallback(show)
late.errback(ValueError("inner failed"))

print("-- pause")
d = defer.Deferred()
d.pause()
d.addCallback(show)
d.callback("paused")
print("still paused")
d.unpause()

print("-- callbacks that add callbacks")
d = defer.Deferred()
def more(result):
    print("first")
    d.addCallback(lambda _: print("third"))
    print("second")
d.addCallback(more)
d.callback(None)

print("-- maybeDeferred, execute, chainDeferred")
defer.maybeDeferred(lambda: 1).addCallback(show)
defer.maybeDeferred(explode, 2).addErrback(recover)
defer.maybeDeferred(defer.succeed, 3).addCallback(show)
defer.execute(int, "x").addErrback(recover)
one, other = defer.Deferred(), defer.Deferred()
one.chainDeferred(other)
other.addCallback(show)
one.callback("chained")

print("-- cancel")
d = defer.Deferred(lambda d: print("cancelled by its canceller"))
d.addErrback(lambda failure: print(failure.type.__name__))
d.cancel()
d = defer.Deferred()
d.addErrback(lambda failure: failure.trap(defer.CancelledError) and print("default"))
d.cancel()
d.callback("ignored once")
inner = defer.Deferred()
inner.addErrback(lambda failure: print("inner:", failure.type.__name__))
outer = defer.succeed(None).addCallback(lambda _: inner)
outer.cancel()

print("-- Failures")
try:
    1 / 0
except ZeroDivisionError:
    failure = Failure()
print(repr(failure))
print(failure)
print(failure.getTraceback())
print(Failure(KeyError("no frames")).getBriefTraceback())
print(failure.check("builtins.ArithmeticError"))
