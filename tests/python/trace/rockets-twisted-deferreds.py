# era: 2.5
from twisted.internet import defer, reactor


def countdown(name, count, pace):
    done = defer.Deferred()

    def step(i):
        if i == 0:
            print name, "lift-off"
            done.callback(name)
        else:
            print name, i
            reactor.callLater(pace, step, i - 1)

    step(count)
    return done


all = defer.DeferredList([countdown("Ariane", 3, 1.5), countdown("Soyuz", 5, 1.0), countdown("Vega", 2, 2.0)])
all.addCallback(lambda _: reactor.stop())
reactor.run()
