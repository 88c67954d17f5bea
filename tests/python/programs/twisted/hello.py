# era: 2.5
# oracle: off, Twisted is not part of CPython
from twisted.internet import reactor

def hello(name):
    print "hello,", name
    reactor.callLater(1, bye)

def bye():
    print "goodbye"
    reactor.stop()

reactor.callWhenRunning(hello, "Twisted")
reactor.run()
