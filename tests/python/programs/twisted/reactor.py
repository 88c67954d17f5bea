# oracle: off, Twisted is not part of CPython
# Delayed calls, errors in them, starting and stopping.
import sys
from twisted.internet import error, reactor, task
sys.stderr = sys.stdout
start = reactor.seconds()

def at(*words):
    print("%.1f" % (reactor.seconds() - start), *words)

try:
    reactor.stop()
except error.ReactorNotRunning as e:
    print(repr(e))
reactor.callWhenRunning(at, "running")
reactor.addSystemEventTrigger("before", "shutdown", at, "shutting down")
reactor.callLater(2, at, "two")
reactor.callLater(1, at, "one")
reactor.callLater(1, at, "one, second")
moved = reactor.callLater(1.5, at, "moved")
moved.delay(2)
never = reactor.callLater(1, at, "never")
never.cancel()
print(never.active(), moved.active())
for call in never, moved:
    try:
        call.cancel()
    except error.AlreadyCancelled as e:
        print(type(e).__name__, e)
early = reactor.callLater(9, at, "reset to early")
early.reset(0.5)

def broken():
    raise RuntimeError("nobody is above the loop")

reactor.callLater(1.2, broken)

def tick():
    ticks.append(reactor.seconds() - start)
    at("tick")
    if len(ticks) == 4:
        looping.stop()

ticks = []
looping = task.LoopingCall(tick)
looping.start(1.0, now=False).addCallback(lambda l: at("stopped", l is looping))

def slow():
    at("slow")
    return task.deferLater(reactor, 2.5, lambda: None)

second = task.LoopingCall(slow)
second.start(1.0)

def failing():
    raise ValueError("in the loop")

task.LoopingCall(failing).start(1).addErrback(lambda failure: at(failure.getErrorMessage()))

def end():
    try:
        early.cancel()
    except error.AlreadyCalled as e:
        at(e)
    try:
        reactor.run()
    except error.ReactorAlreadyRunning:
        at("runs already")
    reactor.stop()

def again(n):
    if n:
        reactor.callLater(0, again, n - 1)
    else:
        at("called 100 times in no time")

again(100)
reactor.callLater(7, end)
reactor.run()
try:
    reactor.run()
except error.ReactorNotRestartable:
    print("not again")

clock = task.Clock()
clock.callLater(5, print, "five")
clock.advance(4)
print("four", clock.seconds())
clock.pump([0.5, 0.5])
task.deferLater(clock, 1, lambda: "later").addCallback(print)
clock.advance(1)
