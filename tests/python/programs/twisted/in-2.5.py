# era: 2.5
# oracle: off, Twisted is not part of CPython
from twisted.internet import defer

defer.succeed(1).addCallback(lambda result: result / 0).addErrback(lambda failure: failure.printBriefTraceback())
from twisted.internet.defer import inlineCallbacks
