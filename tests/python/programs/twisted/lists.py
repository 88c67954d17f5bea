# oracle: off, Twisted is not part of CPython
# DeferredList and gatherResults.
from twisted.internet import defer

def three():
    return [defer.Deferred() for _ in range(3)]

def show(result):
    print("->", result)

def pairs(result):
    for success, value in result:
        print(success, value if success else value.getErrorMessage())

ds = three()
defer.DeferredList(ds, consumeErrors=True).addCallback(pairs)
ds[2].callback("c")
ds[1].errback(ValueError("b"))
print("not yet")
ds[0].callback("a")

ds = three()
defer.DeferredList(ds, fireOnOneCallback=True).addCallback(show)
ds[1].callback("first")
ds[0].callback("second")

ds = three()
def first(failure):
    failure.trap(defer.FirstError)
    print(failure.value.index, failure.value.subFailure.getErrorMessage())
defer.DeferredList(ds, fireOnOneErrback=True, consumeErrors=True).addErrback(first)
ds[0].callback("a")
ds[2].errback(ValueError("third"))

ds = three()
defer.gatherResults(ds).addCallback(show)
for number, d in enumerate(ds):
    d.callback(number)
ds = three()
defer.gatherResults(ds, consumeErrors=True).addErrback(first)
ds[1].errback(KeyError("gathered"))
defer.gatherResults([]).addCallback(show)
defer.DeferredList([]).addCallback(show)

# The result of each goes on in its own chain.
d = defer.Deferred()
defer.DeferredList([d])
d.addCallback(show)
d.callback("kept")
