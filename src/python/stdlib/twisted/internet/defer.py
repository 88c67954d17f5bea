"""Deferreds: results that are not there yet, with what is to be done when they come. Part of this book's re-creation of Twisted.

A Deferred has one chain of pairs, (callback, errback). A result runs down the left side, a Failure down the right one; what a function returns or raises
decides on which side it goes on. A Deferred that is returned halts the chain until it has a result itself.
Source: https://docs.twisted.org/en/stable/core/howto/defer.html
"""

import atexit
import types
from _era import since
from _lanes import call
from _weakref import ref
from functools import wraps

from twisted.python import log
from twisted.python.failure import Failure

# What the trace says of a call.
_sides = "callback", "errback"

SUCCESS = True
FAILURE = False


class AlreadyCalledError(Exception):
    """A Deferred gets its result once."""


class CancelledError(Exception):
    """What a Deferred fails with when it is cancelled, unless its canceller knew better."""


class FirstError(Exception):
    """The first failure among several Deferreds: `subFailure`, of the one at `index`."""

    def __init__(self, failure, index):
        Exception.__init__(self, failure, index)
        self.subFailure = failure
        self.index = index

    def __str__(self):
        return "FirstError[#%d, %s]" % (self.index, self.subFailure)

    def __repr__(self):
        return "FirstError[#%d, %r]" % (self.index, self.subFailure)


# Failures at the end of a chain, by the weak reference to their Deferred: when it goes, nobody can handle them any more.
_unhandled = {}


def _complain(watch):
    failure = _unhandled.pop(watch, None)
    if failure is not None:
        log.msg("Unhandled error in Deferred:", isError=True)
        log.err(failure)


def _complain_at_the_end():
    for watch in list(_unhandled):
        _complain(watch)


atexit.register(_complain_at_the_end)


class Deferred(object):
    """A result that is not there yet. `canceller` is called with it by cancel()."""

    called = False
    paused = 0
    _running = False
    _waiting_for = None
    _cancelled = False
    _watch = None

    def __init__(self, canceller=None):
        self.callbacks = []
        self._canceller = canceller

    # What is to be done.

    def addCallbacks(
        self, callback, errback=None, callbackArgs=None, callbackKeywords=None, errbackArgs=None, errbackKeywords=None
    ):
        """One link: the one is called with a result, the other with a Failure, each with its further arguments."""
        assert callable(callback)
        assert errback is None or callable(errback)
        self.callbacks.append(
            (
                (callback, callbackArgs or (), callbackKeywords or {}),
                (errback or _passthrough, errbackArgs or (), errbackKeywords or {}),
            )
        )
        if self.called:
            self._run()
        return self

    def addCallback(self, callback, *args, **kw):
        return self.addCallbacks(callback, None, args, kw)

    def addErrback(self, errback, *args, **kw):
        return self.addCallbacks(_passthrough, errback, errbackArgs=args, errbackKeywords=kw)

    def addBoth(self, callback, *args, **kw):
        return self.addCallbacks(callback, callback, args, kw, args, kw)

    def chainDeferred(self, d):
        """Hands the result on to another Deferred."""
        return self.addCallbacks(d.callback, d.errback)

    # The result.

    def callback(self, result):
        """Here it is. Raises AlreadyCalledError."""
        assert not isinstance(result, Deferred)
        self._start(result)

    def errback(self, fail=None):
        """It failed: a Failure, an exception, or by default the one being handled. Raises AlreadyCalledError."""
        if not isinstance(fail, Failure):
            fail = Failure(fail)
        self._start(fail)

    def cancel(self):
        """Nobody wants the result any more."""
        if not self.called:
            if self._canceller is not None:
                self._canceller(self)
            else:
                # Whoever does not know that it was cancelled may still bring the result.
                self._cancelled = True
            if not self.called:
                self.errback(Failure(CancelledError()))
        elif self._waiting_for is not None:
            self._waiting_for.cancel()

    def pause(self):
        """Stops the chain until unpause() has been called as often."""
        self.paused += 1

    def unpause(self):
        self.paused -= 1
        if not self.paused and self.called:
            self._run()

    def _start(self, result):
        if self.called:
            if self._cancelled:
                self._cancelled = False
                return
            raise AlreadyCalledError()
        self.called = True
        self.result = result
        self._run()

    def _run(self):
        if self._running:
            # A callback of the chain has added another: the loop below will come to it.
            return
        self._running = True
        try:
            while self.callbacks and not self.paused:
                function, args, kw = self.callbacks.pop(0)[isinstance(self.result, Failure)]
                try:
                    self.result = call(_sides[isinstance(self.result, Failure)], function, self.result, *args, **kw)
                except:
                    self.result = Failure()
                if isinstance(self.result, Deferred):
                    self._wait_for(self.result)
        finally:
            self._running = False
        self._watch_failure()

    def _wait_for(self, other):
        self.pause()
        self._waiting_for = other
        other.addBoth(self._resume)

    def _resume(self, result):
        # The other Deferred has handed its result on, and keeps None.
        self._waiting_for = None
        self.result = result
        self.unpause()

    def _watch_failure(self):
        if isinstance(self.result, Failure) and not self.callbacks and not self.paused:
            if self._watch is None:
                self._watch = ref(self, _complain)
            _unhandled[self._watch] = self.result
        elif self._watch is not None:
            _unhandled.pop(self._watch, None)

    def __repr__(self):
        where = "%s at 0x%x" % (type(self).__name__, id(self))
        if self._waiting_for is not None:
            return "<%s waiting on %s at 0x%x>" % (where, type(self._waiting_for).__name__, id(self._waiting_for))
        if self.called:
            return "<%s current result: %r>" % (where, self.result)
        return "<%s>" % where

    if since(3, 6):

        def __await__(self):
            """In a coroutine that ensureDeferred() drives."""
            return (yield self)


def _passthrough(result):
    return result


def succeed(result):
    """A Deferred that has its result already."""
    d = Deferred()
    d.callback(result)
    return d


def fail(result=None):
    """A Deferred that has failed already."""
    d = Deferred()
    d.errback(result)
    return d


def maybeDeferred(f, *args, **kw):
    """Calls a function, and answers a Deferred whatever it returns or raises."""
    try:
        result = f(*args, **kw)
    except:
        return fail(Failure())
    if isinstance(result, Deferred):
        return result
    if isinstance(result, Failure):
        return fail(result)
    return succeed(result)


def execute(callable, *args, **kw):
    """A Deferred with what the function returned or raised."""
    try:
        return succeed(callable(*args, **kw))
    except:
        return fail()


class DeferredList(Deferred):
    """Waits for several: its result is a list of (success, result or Failure).

    With fireOnOneCallback the first result is enough: (result, index). With fireOnOneErrback the first failure is: it fails with a FirstError.
    Failures stay in their Deferreds, unless consumeErrors.
    """

    def __init__(self, deferredList, fireOnOneCallback=0, fireOnOneErrback=0, consumeErrors=0):
        Deferred.__init__(self)
        self._deferreds = list(deferredList)
        self.resultList = [None] * len(self._deferreds)
        self.finishedCount = 0
        self.fireOnOneCallback = fireOnOneCallback
        self.fireOnOneErrback = fireOnOneErrback
        self.consumeErrors = consumeErrors
        if not self._deferreds and not fireOnOneCallback:
            self.callback(self.resultList)
        for index, deferred in enumerate(self._deferreds):
            deferred.addCallbacks(
                self._finished, self._finished, callbackArgs=(index, SUCCESS), errbackArgs=(index, FAILURE)
            )

    def _finished(self, result, index, succeeded):
        self.resultList[index] = (succeeded, result)
        self.finishedCount += 1
        if not self.called:
            if succeeded and self.fireOnOneCallback:
                self.callback((result, index))
            elif not succeeded and self.fireOnOneErrback:
                self.errback(Failure(FirstError(result, index)))
            elif self.finishedCount == len(self.resultList):
                self.callback(self.resultList)
        if not succeeded and self.consumeErrors:
            return None
        return result

    def cancel(self):
        if not self.called:
            for deferred in self._deferreds:
                deferred.cancel()


def gatherResults(deferredList, consumeErrors=False):
    """A Deferred with the list of their results, or with the first failure."""
    d = DeferredList(deferredList, fireOnOneErrback=True, consumeErrors=consumeErrors)
    d.addCallback(lambda pairs: [result for success, result in pairs])
    return d


class _Returned(BaseException):
    """Carries a generator's value out, where `return` cannot."""

    def __init__(self, value):
        self.value = value


def returnValue(val):
    """`return val`, in a generator with inlineCallbacks."""
    raise _Returned(val)


def _advance(generator, answer):
    """Sends the result in, or throws the failure: the next thing that the generator yields."""
    if isinstance(answer, Failure):
        return answer.throwExceptionIntoGenerator(generator)
    return generator.send(answer)


def _drive(generator, outcome, answer=None):
    """Runs a generator until it yields a Deferred without a result; then the Deferred will call here again."""
    while True:
        try:
            answer = _advance(generator, answer)
        except StopIteration as end:
            outcome.callback(getattr(end, "value", None))
            return
        except _Returned as returned:
            outcome.callback(returned.value)
            return
        except:
            outcome.errback()
            return
        if isinstance(answer, Deferred):
            # A result that is there already goes on in this loop: so a thousand of them are not a thousand calls deep.
            arrived = []
            waiting = []

            def came(result):
                if waiting:
                    outcome._waiting_for = None
                    _drive(generator, outcome, result)
                else:
                    arrived.append(result)

            deferred = answer
            deferred.addBoth(came)
            if not arrived:
                waiting.append(True)
                outcome._canceller = lambda _: deferred.cancel()
                return
            answer = arrived[0]


def inlineCallbacks(f):
    """Lets a generator wait: each Deferred that it yields comes back as its result, or as its exception."""

    @wraps(f)
    def start(*args, **kw):
        generator = f(*args, **kw)
        if not isinstance(generator, types.GeneratorType):
            raise TypeError(
                "inlineCallbacks requires %r to produce a generator; instead got %r" % (f, generator)
            )
        outcome = Deferred()
        _drive(generator, outcome)
        return outcome

    return start


def ensureDeferred(coro):
    """A Deferred with what a coroutine will return."""
    outcome = Deferred()
    _drive(coro, outcome)
    return outcome


if not since(2, 7):
    del inlineCallbacks, returnValue
if not since(3, 6):
    del ensureDeferred
