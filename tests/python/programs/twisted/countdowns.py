# era: 2.7
# oracle: off, Twisted is not part of CPython
from twisted.internet import defer, reactor, task

zero = reactor.seconds()

def report(*words):
    print "%4.1f s  %s" % (reactor.seconds() - zero, " ".join([str(word) for word in words]))

@defer.inlineCallbacks
def countdown(name, count, pace):
    while count > 0:
        report(name, count)
        yield task.deferLater(reactor, pace, lambda: None)
        count -= 1
    report(name, "has lift-off")
    defer.returnValue(name)

def launched(names):
    print names
    reactor.stop()

rockets = [countdown("Ariane", 3, 1.5), countdown("Soyuz", 5, 1.0), countdown("Vega", 2, 2.0)]
defer.gatherResults(rockets).addCallback(launched)
reactor.run()
