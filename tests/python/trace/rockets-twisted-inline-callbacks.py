# era: 2.7
from twisted.internet import defer, reactor, task


@defer.inlineCallbacks
def countdown(name, count, pace):
    for i in range(count, 0, -1):
        print name, i
        yield task.deferLater(reactor, pace, lambda: None)
    print name, "lift-off"


done = defer.DeferredList([countdown("Ariane", 3, 1.5), countdown("Soyuz", 5, 1.0), countdown("Vega", 2, 2.0)])
done.addCallback(lambda _: reactor.stop())
reactor.run()
