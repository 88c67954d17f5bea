# era: 2.5
# oracle: off, Twisted is not part of CPython
# An error that nobody handled is reported when its Deferred goes.
import sys
from twisted.internet import defer
sys.stderr = sys.stdout

def divide(x):
    return 1 / x

def lost():
    d = defer.Deferred()
    d.addCallback(divide)
    d.callback(0)
    print "the Deferred has failed, and goes"

lost()
print "and then"
d = defer.fail(ValueError("handled"))
d.addErrback(lambda failure: None)
del d
kept = defer.fail(KeyError("to the end"))
print "the end"
